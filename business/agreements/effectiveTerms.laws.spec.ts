import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Exact, exact, greater, stored, sum, zero } from '#platform/exact.ts';
import type { Instant, Interval } from '#platform/instant.ts';
import { calls, forbearance, orderLine, permit, seats, signed, territory } from './agreement.fixture.ts';
import type { Agreement, Amendment, AmendmentChange, Permit, Variation } from './agreement.ts';
import { effectiveTerms, termsTimeline } from './effectiveTerms.ts';
import type { ClauseTerms } from './terms.ts';

const settings = { numRuns: 300, seed: 20260101 };

/** A small clock makes edges meet often: the term is [10, 50). */
const term = { from: 10 as Instant, until: 50 as Instant };
const tick = fc.integer({ min: 0, max: 60 }) as fc.Arbitrary<Instant>;
const span: fc.Arbitrary<Interval> = fc
  .tuple(tick, fc.integer({ min: 1, max: 40 }))
  .map(([from, length]) => ({ from, until: (from + length) as Instant }));
const units = fc.integer({ min: 0, max: 30 }).map(String);
const countries = fc.subarray(['AT', 'BE', 'CH', 'DE', 'FR']);
const line = fc.constantFrom('OL-1', 'OL-2', 'OL-3');

const change: fc.Arbitrary<AmendmentChange> = fc.oneof(
  fc.record({ quantity: units, span }).map(({ quantity, span }) => ({
    kind: 'addOrderLine' as const,
    orderLine: orderLine('OL-3', quantity, span),
  })),
  line.map((id) => ({ kind: 'endOrderLine' as const, orderLine: id })),
  fc
    .record({ orderLine: line, quantity: units })
    .map((rest) => ({ kind: 'replaceQuantity' as const, ...rest })),
  units.map((limit) => ({ kind: 'replaceLimit' as const, clause: 'calls', limit })),
  countries.map((allowed) => ({ kind: 'replaceAllowed' as const, clause: 'territory', allowed })),
);

const amendments: fc.Arbitrary<Amendment[]> = fc
  .array(
    fc.record({ from: tick, recordedAt: tick, changes: fc.array(change, { minLength: 1, maxLength: 3 }) }),
    {
      maxLength: 4,
    },
  )
  .map((all) => all.map((rest, i) => ({ id: `AM-${i}`, signedOn: signed.signedOn, ...rest })));

const revoked = fc.option(
  fc.tuple(tick, fc.nat(20)).map(([at, wait]) => ({
    at: (at + wait) as Instant,
    recordedAt: at,
  })),
);

const permits = fc
  .record({
    change: fc.oneof(
      units.map((quantity) => ({ kind: 'add' as const, quantity })),
      units.map((quantity) => ({ kind: 'raiseTo' as const, quantity })),
      countries.map((values) => ({ kind: 'widen' as const, values })),
    ),
    clause: fc.constantFrom('seats', 'calls'),
    span,
    decidedAt: tick,
    recordedAt: tick,
    revoked,
    releasesPast: fc.option(span),
  })
  .map(({ change, clause, span, ...rest }): Omit<Permit, 'id'> => {
    const { id: _, ...item } = permit('', change, { ...span, ...rest });
    return change.kind === 'widen' ? item : { ...item, clause };
  });

const forbearances = fc
  .record({ span, decidedAt: tick, recordedAt: tick, revoked })
  .map(({ span, ...rest }) => forbearance('', { ...span, ...rest }));

const variations: fc.Arbitrary<Variation[]> = fc
  .array(fc.oneof({ weight: 4, arbitrary: permits }, { weight: 1, arbitrary: forbearances }), {
    maxLength: 6,
  })
  .map((all) => all.map((rest, i): Variation => ({ ...rest, id: `EX-${i}` }) as Variation));

const agreements: fc.Arbitrary<Agreement> = fc
  .record({ lines: fc.tuple(span, span, units, units), recordedAt: tick, amendments, variations })
  .map(({ lines: [a, b, first, second], recordedAt, amendments, variations }) => {
    const orderLines = [orderLine('OL-1', first, a), orderLine('OL-2', second, b)];
    const text = { ...signed, ...term, orderLines, clauses: [seats, calls, territory] };
    return { texts: [{ signed: text, recordedAt }], amendments, variations };
  });

const clauses = ['seats', 'calls', 'territory'];
const ticks = Array.from({ length: 110 }, (_, i) => i as Instant);

function at(agreement: Agreement, clause: string, instant: Instant, knownAt = 1000 as Instant): ClauseTerms {
  return effectiveTerms(agreement, { at: instant, knownAt }).clauses.get(clause)!;
}

function value(terms: ClauseTerms | undefined): string {
  if (!terms) return 'unknown';
  return terms.kind === 'capacity' ? terms.limit : terms.allowed.join(' ');
}

/** The rules told once more as a replay at one instant, without intervals. */
function replayed(agreement: Agreement, clause: string, t: number): string {
  if (t < term.from || t >= term.until) return clause === 'territory' ? '' : '0';
  const text = agreement.texts[0]!.signed;
  let lines = text.orderLines.map((item) => ({ ...item }));
  let fixedLimit = '1000';
  let allowed: readonly string[] = ['DE', 'FR'];
  const due = agreement.amendments.filter(({ from }) => from <= t);
  due.sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
  for (const change of due.flatMap(({ changes }) => changes)) {
    if (change.kind === 'addOrderLine') lines.push({ ...change.orderLine });
    if (change.kind === 'endOrderLine') lines = lines.filter(({ id }) => id !== change.orderLine);
    if (change.kind === 'replaceQuantity') {
      lines = lines.map((item) =>
        item.id === change.orderLine ? { ...item, quantity: change.quantity } : item,
      );
    }
    if (change.kind === 'replaceLimit') fixedLimit = change.limit;
    if (change.kind === 'replaceAllowed') allowed = change.allowed;
  }
  const active = agreement.variations.filter((item) => {
    if (item.clause !== clause || (item.revoked && t >= item.revoked.at)) return false;
    const past = item.kind === 'permit' ? item.releasesPast : null;
    return (
      (t >= item.from && t >= item.decidedAt && t < item.until) || (past && t >= past.from && t < past.until)
    );
  });
  const changes = active.flatMap((item) => (item.kind === 'permit' ? [item.change] : []));
  if (clause === 'territory') {
    const values = changes.flatMap((item) => (item.kind === 'widen' ? item.values : []));
    return [...new Set([...allowed, ...values])].sort().join(' ');
  }
  const counted = lines.filter(({ from, until }) => from <= t && t < until);
  let limit: Exact =
    clause === 'calls' ? exact(fixedLimit) : sum(counted.map((item) => exact(item.quantity)));
  for (const item of changes) if (item.kind === 'raiseTo') limit = greater(limit, exact(item.quantity));
  for (const item of changes) if (item.kind === 'add') limit = limit.add(exact(item.quantity));
  return stored(limit);
}

describe('effective terms', () => {
  it('are what a replay of amendments and variations at that instant gives', () => {
    fc.assert(
      fc.property(agreements, (agreement) => {
        for (const clause of clauses) {
          for (const t of ticks) {
            expect(value(at(agreement, clause, t)), `${clause} at ${t}`).toBe(replayed(agreement, clause, t));
          }
        }
      }),
      { ...settings, numRuns: 100 },
    );
  });

  it('and the timeline never disagree; its pieces have no gaps and neighbors differ', () => {
    fc.assert(
      fc.property(agreements, span, tick, (agreement, within, knownAt) => {
        for (const clause of clauses) {
          const pieces = termsTimeline(agreement, clause, within, knownAt);
          if (agreement.texts[0]!.recordedAt > knownAt) {
            expect(pieces).toEqual([]);
            continue;
          }
          expect(pieces[0]?.from).toBe(within.from);
          expect(pieces.at(-1)?.until).toBe(within.until);
          for (const [i, piece] of pieces.entries()) {
            if (i > 0) {
              expect(pieces[i - 1]!.until).toBe(piece.from);
              expect(pieces[i - 1]!.terms).not.toEqual(piece.terms);
            }
            for (let t = piece.from; t < piece.until; t = (t + 1) as Instant) {
              expect(at(agreement, clause, t, knownAt)).toEqual(piece.terms);
            }
          }
        }
      }),
      { ...settings, numRuns: 150 },
    );
  });

  it('do not depend on the order in which variations and amendments came', () => {
    fc.assert(
      fc.property(agreements, tick, tick, fc.func(fc.integer()), (agreement, t, knownAt, rank) => {
        const shuffled = {
          ...agreement,
          amendments: agreement.amendments.toSorted((a, b) => rank(a.id) - rank(b.id)),
          variations: agreement.variations.toSorted((a, b) => rank(a.id) - rank(b.id)),
        };
        expect(effectiveTerms(shuffled, { at: t, knownAt })).toEqual(
          effectiveTerms(agreement, { at: t, knownAt }),
        );
      }),
      settings,
    );
  });

  it('never allow less for one more permit', () => {
    fc.assert(
      fc.property(agreements, permits, tick, (agreement, extra, t) => {
        const more = {
          ...agreement,
          variations: [...agreement.variations, { ...extra, id: 'EX-9' } as Permit],
        };
        const [before, after] = [at(agreement, extra.clause, t), at(more, extra.clause, t)];
        if (before.kind === 'capacity' && after.kind === 'capacity') {
          expect(exact(after.limit).compare(exact(before.limit))).toBeGreaterThanOrEqual(0);
        } else if (before.kind === 'restriction' && after.kind === 'restriction') {
          expect(after.allowed).toEqual(expect.arrayContaining([...before.allowed]));
        }
      }),
      settings,
    );
  });

  it('lose exactly one operand by a revocation, from its instant on and never before', () => {
    fc.assert(
      fc.property(agreements, permits, tick, tick, (agreement, extra, end, t) => {
        const item = { ...extra, id: 'EX-9', revoked: null } as Permit;
        const revocation = { at: end, recordedAt: end };
        const standing = { ...agreement, variations: [...agreement.variations, item] };
        const revoked = {
          ...agreement,
          variations: [...agreement.variations, { ...item, revoked: revocation }],
        };
        const want = t < end ? standing : agreement;
        expect(value(at(revoked, item.clause, t))).toBe(value(at(want, item.clause, t)));
        const others = (terms: ClauseTerms) =>
          terms.provenance.filter(({ of }) => of !== 'EX-9').map(({ of }) => of);
        expect(others(at(revoked, item.clause, t))).toEqual(others(at(standing, item.clause, t)));
      }),
      settings,
    );
  });

  it('as known then do not change by what is recorded afterwards', () => {
    fc.assert(
      fc.property(agreements, tick, tick, (agreement, t, knownAt) => {
        const past = <T extends { recordedAt: Instant }>(items: readonly T[]): T[] =>
          items.filter(({ recordedAt }) => recordedAt <= knownAt);
        const then = {
          texts: past(agreement.texts),
          amendments: past(agreement.amendments),
          variations: past(agreement.variations).map((item) => {
            return item.revoked && item.revoked.recordedAt > knownAt ? { ...item, revoked: null } : item;
          }),
        };
        for (const clause of clauses) {
          const now = effectiveTerms(agreement, { at: t, knownAt }).clauses.get(clause);
          expect(now).toEqual(effectiveTerms(then, { at: t, knownAt: 1000 as Instant }).clauses.get(clause));
        }
      }),
      settings,
    );
  });

  it('allow the same with and without forbearances', () => {
    fc.assert(
      fc.property(agreements, tick, (agreement, t) => {
        const permitsOnly = agreement.variations.filter(({ kind }) => kind === 'permit');
        for (const clause of clauses) {
          const { pauses: _, ...without } = at({ ...agreement, variations: permitsOnly }, clause, t);
          expect(at(agreement, clause, t)).toMatchObject(without);
        }
      }),
      settings,
    );
  });

  it('add up: the limit is what its counting operands say', () => {
    fc.assert(
      fc.property(agreements, tick, (agreement, t) => {
        const terms = at(agreement, 'seats', t);
        if (terms.kind !== 'capacity') return;
        const counted = terms.provenance.filter(({ counts }) => counts).map((item) => exact(item.value));
        expect(stored(counted.reduce((total, item) => total.add(item), zero))).toBe(terms.limit);
      }),
      settings,
    );
  });
});
