import type { Aggregate, Window } from '#business/usage/measure.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import { after, hour, type Instant, minute } from '#platform/instant.ts';
import { aRecord } from '#test/given.ts';

/** Use that comes to exactly a whole number by one aggregate in one window of at least a day. */
export type Built = {
  readonly aggregate: Aggregate;
  readonly use: (window: Window, value: number) => readonly UsageRecord[];
};

const many = (count: number, make: (n: number) => UsageRecord): UsageRecord[] =>
  Array.from({ length: count }, (_, n) => make(n));
const from = (window: Window, microseconds: number): Instant => after(window.from, microseconds);
const once = (at: Instant, quantity: number) => aRecord({ at, quantity: String(quantity) });
const throughout = ({ from, until }: Window, quantity: number) =>
  quantity === 0 ? [] : [aRecord({ kind: 'held', at: from, until, quantity: String(quantity) })];

/** One or more ways for every aggregate there is. */
export const built: readonly Built[] = [
  {
    aggregate: { kind: 'count' },
    use: (window, value) => many(value, (n) => once(from(window, n * minute), 7)),
  },
  {
    aggregate: { kind: 'sum' },
    use: (window, value) => [once(window.from, 0), ...many(value, (n) => once(from(window, n * minute), 1))],
  },
  {
    aggregate: { kind: 'sum' },
    use: (window, value) => [once(window.from, value), once(after(window.until, -1), 0)],
  },
  {
    aggregate: { kind: 'min' },
    use: (window, value) => [once(window.from, value + 4), once(from(window, hour), value)],
  },
  {
    aggregate: { kind: 'max' },
    use: (window, value) => [once(window.from, 0), once(from(window, hour), value)],
  },
  {
    aggregate: { kind: 'latest' },
    use: (window, value) => [once(window.from, value + 9), once(from(window, hour), value)],
  },
  {
    aggregate: { kind: 'unique', by: 'who' },
    use: (window, value) =>
      many(2 * value, (n) => aRecord({ at: from(window, n * minute), who: `p${n % value}` })),
  },
  { aggregate: { kind: 'timeWeighted' }, use: throughout },
  {
    aggregate: { kind: 'peakConcurrency' },
    use: (window, value) =>
      many(value, (n) =>
        aRecord({
          kind: 'held',
          at: from(window, n * minute),
          until: from(window, (n + value) * minute),
          who: `p${n}`,
        }),
      ),
  },
  {
    aggregate: { kind: 'nthHighest', n: 3, of: 'sum' },
    use: (window, value) => [0, 2, 4].map((n) => once(from(window, n * hour), value)),
  },
  {
    aggregate: { kind: 'nthHighest', n: 2, of: 'unique' },
    use: (window, value) =>
      many(2 * value, (n) => aRecord({ at: from(window, (n % 2) * hour), who: `p${Math.floor(n / 2)}` })),
  },
  { aggregate: { kind: 'percentile', p: '95', of: 'peakConcurrency' }, use: throughout },
  { aggregate: { kind: 'percentile', p: '99.9', of: 'timeWeighted' }, use: throughout },
];
