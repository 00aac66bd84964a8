import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LimitRule } from '#business/agreements/agreement.ts';
import { termsTimeline } from '#business/agreements/effectiveTerms.ts';
import { judge } from '#business/findings/judge.ts';
import { countByASweep } from '#business/usage/counts/one/sweep.ts';
import type { Measure } from '#business/usage/measure.ts';
import { exact } from '#platform/exact.ts';
import { day, type Instant } from '#platform/instant.ts';
import { aClause, allOf, aMeasure, anAgreement, aPermit, aRecord, at, known } from '#test/given.ts';
import { leastFor, replay } from './replay.ts';

const start = at('2026-01-01');
const asOf = at('2026-03-20');
const windows: readonly Measure['window'][] = [
  { unit: 'month', anchor: 'calendar' },
  { unit: 'day', anchor: 'calendar' },
  { unit: 'term' },
];

test('law: a replay counts the windows that judging anew under that limit finds above', () => {
  const use = fc.array(
    fc.record({ on: fc.integer({ min: 0, max: 77 }), quantity: fc.integer({ min: 1, max: 60 }) }),
    {
      maxLength: 30,
    },
  );
  const limits = fc.record({
    was: fc.integer({ min: 1, max: 90 }),
    more: fc.integer({ min: 1, max: 40 }),
    later: fc.integer({ min: 0, max: 200 }),
  });
  const rules = fc.record({
    window: fc.constantFrom(...windows),
    limitRule: fc.constantFrom<LimitRule>('highest', 'prorate'),
    tolerance: fc.record({
      kind: fc.constantFrom('units' as const, 'percent' as const),
      value: fc.integer({ min: 0, max: 20 }).map(String),
    }),
  });
  fc.assert(
    fc.property(use, limits, rules, (used, { was, more, later }, { window, limitRule, tolerance }) => {
      const clause = (baseLimit: string) =>
        aClause({ measure: aMeasure({ window }), limitRule, tolerance, baseLimit });
      const records = used.map(({ on, quantity }, i) =>
        aRecord({ at: (start + on * day + i) as Instant, quantity: String(quantity) }),
      );
      const judgedUnder = (limit: number, permits: Parameters<typeof known>[1]) => {
        const own = clause(String(limit));
        const signed = anAgreement({ clauses: [own] });
        const timeline = termsTimeline(known(signed, permits), own.id, signed, asOf);
        const input = {
          agreement: signed,
          clause: own,
          timeline,
          records,
          chosen: new Map(),
          features: [allOf('call')],
          asOf,
        };
        return judge(input, countByASweep);
      };
      // The limit that held changed in the middle; the replay looks at one limit from the first day on.
      const permit = aPermit({ from: at('2026-02-10'), change: { kind: 'add', quantity: String(more) } });
      const groups = judgedUnder(was, { variations: [permit] });
      const anew = [...judgedUnder(later, {}).values()].flat();
      const replayed = replay(clause('0'), groups, exact(later));
      expect(replayed.windows).toBe(anew.length);
      expect(replayed.above).toBe(anew.filter(({ excess }) => excess !== '0').length);
      const least = leastFor(clause('0'), groups);
      expect(replay(clause('0'), groups, least).above).toBe(0);
      if (least.gt(0)) expect(replay(clause('0'), groups, least.sub(1)).above).toBeGreaterThan(0);
    }),
    { seed: 34, numRuns: 120 },
  );
});
