import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LimitRule, Permit } from '#business/agreements/agreement.ts';
import type { WindowRule } from '#business/usage/measure.ts';
import { after, hour, type Instant } from '#platform/instant.ts';
import { aClause, aMeasure, anAgreement, aPermit, aRecord, known } from '#test/given.ts';
import { term } from './given/cases.ts';
import { examined } from './given/examined.ts';

/*
 * The oracle: everything happens at whole hours, so a term is a row of hours, each with its own limit and its own use.
 * It knows neither timelines nor windows: Berlin's months are written down as hours from the start of the term.
 */
const hours = (term.until - term.from) / hour;
/** The term begins on 20 March; that month lasts 12 days, one of them an hour short; April 30 days; then nine days of May. */
const months = [0, 12 * 24 - 1, 42 * 24 - 1, hours];

type Hourly = {
  readonly limit: readonly number[];
  /** How much happened in each hour. */
  readonly happened: readonly number[];
  /** How much stood in each hour. */
  readonly level: readonly number[];
};

/** What is expected of a stretch of hours: from, value, and limit as a number of limit hours over how many hours. */
type Expected = { readonly from: number; readonly value: number; readonly limit: readonly [number, number] };

const total = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const most = (numbers: readonly number[]) => Math.max(0, ...numbers);

function expected(rule: LimitRule, { limit, happened, level }: Hourly, peak: boolean): Expected[] {
  return months.slice(1).flatMap((end, i) => {
    const start = months[i]!;
    const parts =
      rule === 'instant' || rule === 'split'
        ? range(start, end).filter((n) => n === start || limit[n] !== limit[n - 1])
        : [start];
    return parts.map((from, k) => {
      const until = parts[k + 1] ?? end;
      const limits = limit.slice(from, until);
      return {
        from,
        value: peak ? most(level.slice(from, until)) : total(happened.slice(from, until)),
        limit: rule === 'prorate' ? [total(limits), limits.length] : [most(limits), 1],
      };
    });
  });
}

const range = (from: number, until: number) => Array.from({ length: until - from }, (_, i) => from + i);
const at = (n: number): Instant => after(term.from, n * hour);

const aPlace = fc.integer({ min: 0, max: hours - 1 });
const aStretch = fc
  .tuple(aPlace, fc.integer({ min: 1, max: 900 }))
  .map(([from, length]) => ({ from, until: Math.min(from + length, hours) }));
const permit = fc.record({
  span: aStretch,
  kind: fc.constantFrom<'add' | 'raiseTo'>('add', 'raiseTo'),
  quantity: fc.integer({ min: 1, max: 12 }),
  revokedAfter: fc.option(fc.integer({ min: 1, max: 900 }), { freq: 1 }),
});
const story = fc.record({
  base: fc.integer({ min: 0, max: 6 }),
  permits: fc.array(permit, { minLength: 1, maxLength: 3 }),
  use: fc.array(fc.record({ span: aStretch, quantity: fc.integer({ min: 1, max: 4 }) }), { maxLength: 12 }),
});
type Story = typeof story extends fc.Arbitrary<infer S> ? S : never;

function limitAt({ base, permits }: Story, n: number): number {
  const inForce = permits.filter(
    ({ span, revokedAfter }) =>
      span.from <= n && n < span.until && (revokedAfter === null || n < span.from + revokedAfter),
  );
  const of = (kind: string) => inForce.filter((each) => each.kind === kind).map(({ quantity }) => quantity);
  return Math.max(base, ...of('raiseTo')) + total(of('add'));
}

function permitsOf({ permits }: Story): Permit[] {
  return permits.map(({ span, kind, quantity, revokedAfter }, n) =>
    aPermit({
      id: `EX-${n}`,
      change: { kind, quantity: String(quantity) },
      from: at(span.from),
      until: at(span.until),
      revoked: revokedAfter === null ? null : { at: at(span.from + revokedAfter), recordedAt: at(span.from) },
    }),
  );
}

function judgedBy(told: Story, limitRule: LimitRule, peak: boolean, window: WindowRule) {
  const clause = aClause({
    measure: aMeasure({
      aggregate: { kind: peak ? 'peakConcurrency' : 'sum' },
      window,
      zone: 'Europe/Berlin',
    }),
    baseLimit: String(told.base),
    limitRule,
  });
  const records = told.use.map(({ span, quantity }, n) =>
    aRecord({
      at: at(span.from),
      quantity: String(quantity),
      series: `s${n}`,
      ...(peak ? { kind: 'held', until: at(span.until) } : {}),
    }),
  );
  const agreement = known(anAgreement({ ...term, zone: 'Europe/Berlin', clauses: [clause] }), {
    variations: permitsOf(told),
  });
  return examined({ agreement, records, asOf: after(term.until, hour) }).judged.get('[]') ?? [];
}

function hourly(told: Story): Hourly {
  return {
    limit: range(0, hours).map((n) => limitAt(told, n)),
    happened: range(0, hours).map((n) =>
      total(told.use.filter(({ span }) => span.from === n).map(({ quantity }) => quantity)),
    ),
    level: range(0, hours).map((n) =>
      total(told.use.filter(({ span }) => span.from <= n && n < span.until).map(({ quantity }) => quantity)),
    ),
  };
}

const fraction = (n: number, d: number): string => {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  const by = divisor(Math.abs(n), d) || 1;
  return d / by === 1 ? `${n / by}` : `${n / by}/${d / by}`;
};

function row({ from, value, limit: [n, d] }: Expected): string {
  const excess = value * d - n;
  return `${from}: ${value} of ${fraction(n, d)}, +${excess > 0 ? fraction(excess, d) : 0}`;
}

describe('a limit that changes inside a window, by the rule of the clause', () => {
  const month: WindowRule = { unit: 'month', anchor: 'calendar' };
  test.each([
    ['highest', 'sum'],
    ['prorate', 'sum'],
    ['split', 'sum'],
    ['highest', 'peak'],
    ['prorate', 'peak'],
    ['split', 'peak'],
    ['instant', 'peak'],
  ] as const)('%s, of a %s', (rule, what) => {
    fc.assert(
      fc.property(story, (told) => {
        const rows = judgedBy(told, rule, what === 'peak', month).map(
          ({ from, value, limit, excess }) =>
            `${(from - term.from) / hour}: ${value} of ${limit}, +${excess}`,
        );
        expect(rows).toEqual(expected(rule, hourly(told), what === 'peak').map(row));
      }),
      { seed: 20260309, numRuns: 120 },
    );
  });

  test('at every instant: each hour has its own level and its own limit', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { limit, level } = hourly(told);
        const rows = judgedBy(told, 'instant', true, { unit: 'instant' });
        const said = rows.flatMap(({ from, until, value, limit: allowed, excess }) =>
          range((from - term.from) / hour, (until - term.from) / hour).map(
            (n) => `${n}: ${value} of ${allowed}, +${excess}`,
          ),
        );
        const used = range(0, hours).filter((n) => level[n]! > 0);
        expect(said).toEqual(used.map((n) => row({ from: n, value: level[n]!, limit: [limit[n]!, 1] })));
      }),
      { seed: 20260310, numRuns: 80 },
    );
  });
});
