import { describe, expect, it } from 'vitest';
import type { Instant } from '#platform/instant.ts';
import { agreementOf, day, forbearance, orderLine, permit, signed, term } from './agreement.fixture.ts';
import type { Agreement, Amendment, AmendmentChange } from './agreement.ts';
import { describeLimit } from './describeLimit.ts';
import { effectiveTerms, termsTimeline } from './effectiveTerms.ts';
import type { ClauseTerms } from './terms.ts';

const later = day('2030-01-01');

function termsOf(agreement: Agreement, at: string | Instant, clause = 'seats', knownAt = later): ClauseTerms {
  const instant = typeof at === 'string' ? day(at) : at;
  return effectiveTerms(agreement, { at: instant, knownAt }).clauses.get(clause)!;
}

function limit(agreement: Agreement, at: string | Instant, clause = 'seats', knownAt = later): string {
  const terms = termsOf(agreement, at, clause, knownAt);
  return terms.kind === 'capacity' ? terms.limit : terms.allowed.join(' ');
}

function amendment(id: string, from: string, ...changes: AmendmentChange[]): Amendment {
  const at = day(from);
  return { id, signedOn: signed.signedOn, from: at, changes, recordedAt: at };
}

const add = { kind: 'add', quantity: '20' } as const;

describe('the base', () => {
  it('is the sum of the order lines in force', () => {
    const lines = [orderLine('OL-1', '100'), orderLine('OL-2', '0.5', { from: day('2026-03-01') })];
    const agreement = agreementOf({
      texts: [{ signed: { ...signed, orderLines: lines }, recordedAt: term.from }],
    });
    expect(limit(agreement, '2026-02-01')).toBe('100');
    expect(limit(agreement, '2026-03-01')).toBe('201/2');
  });

  it('is the fixed limit where there is one', () => {
    expect(limit(agreementOf(), '2026-02-01', 'calls')).toBe('1000');
  });

  it('follows amendments from their first instant on', () => {
    const agreement = agreementOf({
      amendments: [
        amendment(
          'AM-1',
          '2026-06-01',
          { kind: 'replaceQuantity', orderLine: 'OL-1', quantity: '80' },
          { kind: 'addOrderLine', orderLine: orderLine('OL-2', '20') },
          { kind: 'replaceLimit', clause: 'calls', limit: '500' },
          { kind: 'replaceAllowed', clause: 'territory', allowed: ['DE'] },
        ),
        amendment('AM-2', '2026-09-01', { kind: 'endOrderLine', orderLine: 'OL-2' }),
      ],
    });
    const before = (day('2026-06-01') - 1) as Instant;
    expect([before, '2026-06-01', '2026-09-01'].map((at) => limit(agreement, at))).toEqual([
      '100',
      '100',
      '80',
    ]);
    expect([before, '2026-06-01'].map((at) => limit(agreement, at, 'calls'))).toEqual(['1000', '500']);
    expect([before, '2026-06-01'].map((at) => limit(agreement, at, 'territory'))).toEqual(['DE FR', 'DE']);
    expect(termsOf(agreement, '2026-06-01').provenance.map(({ kind, of }) => `${kind} ${of}`)).toEqual([
      'amendment AM-1',
      'order OL-2',
    ]);
  });

  it('takes the later amendment, and of two on one day the one with the greater id', () => {
    const to = (id: string, from: string, quantity: string) =>
      amendment(id, from, { kind: 'replaceQuantity', orderLine: 'OL-1', quantity });
    const amendments = [
      to('AM-3', '2026-03-01', '3'),
      to('AM-2', '2026-03-01', '2'),
      to('AM-4', '2026-02-01', '4'),
    ];
    for (const order of [amendments, amendments.toReversed()]) {
      expect(limit(agreementOf({ amendments: order }), '2026-02-01')).toBe('4');
      expect(limit(agreementOf({ amendments: order }), '2026-03-01')).toBe('3');
    }
  });
});

describe('a permit', () => {
  it('adds from its first instant up to, not including, its last', () => {
    const agreement = agreementOf({ variations: [permit('EX-1', add)] });
    const edges = [day('2026-06-01') - 1, day('2026-06-01'), day('2026-09-01') - 1, day('2026-09-01')];
    expect(edges.map((at) => limit(agreement, at as Instant))).toEqual(['100', '120', '120', '100']);
  });

  it('raises only above the base; the lower operand is named but does not count', () => {
    const raise = (quantity: string) => permit(`EX-${quantity}`, { kind: 'raiseTo', quantity });
    const agreement = agreementOf({ variations: [raise('90'), raise('150'), permit('EX-1', add)] });
    const terms = termsOf(agreement, '2026-07-01');
    expect(limit(agreement, '2026-07-01')).toBe('170');
    expect(terms.provenance.map(({ of, counts }) => [of, counts])).toEqual([
      ['OL-1', false],
      ['EX-150', true],
      ['EX-90', false],
      ['EX-1', true],
    ]);
    const tie = termsOf(agreementOf({ variations: [raise('100')] }), '2026-07-01');
    expect(tie.provenance.map(({ counts }) => counts)).toEqual([true, false]);
  });

  it('widens a set', () => {
    const agreement = agreementOf({ variations: [permit('EX-1', { kind: 'widen', values: ['AT', 'DE'] })] });
    expect(limit(agreement, '2026-07-01', 'territory')).toBe('AT DE FR');
  });

  it('reaches back before its decision only over the span it releases', () => {
    const late = { from: day('2026-03-01'), decidedAt: day('2026-06-10') };
    const silent = agreementOf({ variations: [permit('EX-1', add, late)] });
    expect(limit(silent, '2026-06-09')).toBe('100');
    expect(limit(silent, '2026-06-10')).toBe('120');
    const releasesPast = { from: day('2026-04-01'), until: day('2026-05-01') };
    const releasing = agreementOf({ variations: [permit('EX-1', add, { ...late, releasesPast })] });
    const at = ['2026-03-31', '2026-04-01', '2026-05-01', '2026-06-10'];
    expect(at.map((date) => limit(releasing, date))).toEqual(['100', '120', '100', '120']);
  });

  it('counts once where the released span and its own meet', () => {
    const releasesPast = { from: day('2026-05-01'), until: day('2026-06-15') };
    const agreement = agreementOf({ variations: [permit('EX-1', add, { releasesPast })] });
    expect(['2026-05-01', '2026-06-10', '2026-06-20'].map((at) => limit(agreement, at))).toEqual([
      '120',
      '120',
      '120',
    ]);
    expect(termsTimeline(agreement, 'seats', term, later)).toHaveLength(3);
  });

  it('ends where it is revoked, once that is known, and keeps its past', () => {
    const revoked = { at: day('2026-07-01'), recordedAt: day('2026-06-20') };
    const agreement = agreementOf({ variations: [permit('EX-1', add, { revoked })] });
    expect(['2026-06-30', '2026-07-01'].map((at) => limit(agreement, at))).toEqual(['120', '100']);
    expect(limit(agreement, '2026-07-01', 'seats', day('2026-06-19'))).toBe('120');
  });

  it('may outlast the term, but permits nothing outside it', () => {
    const agreement = agreementOf({ variations: [permit('EX-1', add, { until: day('2027-03-31') })] });
    const after = effectiveTerms(agreement, { at: term.until, knownAt: later });
    expect(after.inForce).toBe(false);
    expect(limit(agreement, (term.until - 1) as Instant)).toBe('120');
    expect(limit(agreement, term.until)).toBe('0');
    expect(limit(agreement, '2025-12-31', 'territory')).toBe('');
  });
});

describe('a forbearance', () => {
  it('pauses and changes no limit', () => {
    const terms = termsOf(agreementOf({ variations: [forbearance('GR-1')] }), '2026-07-01');
    expect(terms).toMatchObject({ limit: '100', pauses: [{ of: 'GR-1', pauses: ['contact'] }] });
  });
});

describe('as known then', () => {
  it('the journal answers with what it held at that moment', () => {
    const corrected = { ...signed, orderLines: [orderLine('OL-1', '110')] };
    const agreement = agreementOf({
      texts: [
        { signed: corrected, recordedAt: day('2026-02-01') },
        { signed, recordedAt: day('2025-12-15') },
      ],
      variations: [permit('EX-1', add)],
    });
    const seen = ['2026-01-31', '2026-02-01', '2026-05-19', '2026-05-20'];
    expect(seen.map((knownAt) => limit(agreement, '2026-06-01', 'seats', day(knownAt)))).toEqual([
      '100',
      '110',
      '110',
      '130',
    ]);
    const unknown = effectiveTerms(agreement, { at: day('2026-06-01'), knownAt: day('2025-12-14') });
    expect(unknown).toMatchObject({ agreement: 'AG-1', inForce: false, clauses: new Map() });
  });
});

describe('where a limit comes from, in one line', () => {
  it.each<[string, Agreement, string, string]>([
    [
      'signed and granted',
      agreementOf({ variations: [permit('EX-2026-014', add, { until: day('2027-03-31') })] }),
      'seats',
      '120 = 100 signed + 20 by grant EX-2026-014 through 2027-03-30',
    ],
    [
      'raised',
      agreementOf({
        variations: [permit('EX-2', { kind: 'raiseTo', quantity: '150' }), permit('EX-3', add)],
      }),
      'seats',
      '170 = raised to 150 by grant EX-2 through 2026-08-31 + 20 by grant EX-3 through 2026-08-31',
    ],
    [
      'two orders',
      agreementOf({
        amendments: [
          amendment('AM-1', '2026-06-01', { kind: 'addOrderLine', orderLine: orderLine('OL-2', '20') }),
        ],
      }),
      'seats',
      '120 = 120 signed (100 by OL-1, 20 by OL-2)',
    ],
    [
      'amended',
      agreementOf({
        amendments: [
          amendment('AM-1', '2026-06-01', { kind: 'replaceLimit', clause: 'calls', limit: '5000' }),
        ],
      }),
      'calls',
      '5,000 = 5,000 by amendment AM-1 from 2026-06-01',
    ],
    [
      'widened',
      agreementOf({ variations: [permit('EX-4', { kind: 'widen', values: ['AT'] })] }),
      'territory',
      'AT, DE, FR = DE, FR signed + AT by grant EX-4 through 2026-08-31',
    ],
  ])('%s', (_name, agreement, clause, words) => {
    expect(describeLimit(termsOf(agreement, '2026-07-01', clause), 'UTC')).toBe(words);
  });

  it('outside the term is nothing', () => {
    expect(describeLimit(termsOf(agreementOf(), '2027-01-01'), 'UTC')).toBe('0');
    expect(describeLimit(termsOf(agreementOf(), '2027-01-01', 'territory'), 'UTC')).toBe('nothing');
  });
});
