import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Variation } from '#business/agreements/agreement.ts';
import { exact, sum } from '#platform/exact.ts';
import { after, hour } from '#platform/instant.ts';
import type { JudgedWindow } from './finding.ts';
import { anyCase, forbearances, term } from './given/cases.ts';
import { type Case, examined } from './given/examined.ts';

const trials = (seed: number, numRuns = 250) => ({ seed, numRuns });

/** The case with these variations in place of its own. */
function varied(given: Case, variations: readonly Variation[]): Case {
  return { ...given, agreement: { ...given.agreement, variations } };
}

const shuffled = <T>(list: readonly T[]) =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });

test('a forbearance changes no finding and no reading', () => {
  fc.assert(
    fc.property(anyCase, forbearances, (given, paused) => {
      const { variations } = given.agreement;
      expect(examined(varied(given, [...variations, ...paused]))).toEqual(examined(given));
    }),
    trials(20260303, 150),
  );
});

test('variations in any order give the same findings', () => {
  const withOrders = anyCase.chain((given) =>
    fc.record({ given: fc.constant(given), order: shuffled(given.agreement.variations) }),
  );
  fc.assert(
    fc.property(withOrders, ({ given, order }) => {
      expect(examined(varied(given, order))).toEqual(examined(given));
    }),
    trials(20260304, 120),
  );
});

test('the order in which records arrive, and how often, changes nothing', () => {
  const withOrders = anyCase.chain((given) =>
    fc.record({
      given: fc.constant(given),
      order: fc.subarray([...given.records]).chain((again) => shuffled([...given.records, ...again])),
    }),
  );
  fc.assert(
    fc.property(withOrders, ({ given, order }) => {
      expect(examined({ ...given, records: order })).toEqual(examined(given));
    }),
    trials(20260305, 150),
  );
});

const said = ({ from, until, value, limit, excess, open }: JudgedWindow) => ({
  from,
  until,
  value,
  limit,
  excess,
  open,
});

test('a revocation never reaches back: windows before it keep their judgment', () => {
  const hours = fc.integer({ min: 0, max: 1_200 });
  fc.assert(
    fc.property(anyCase, hours, fc.integer({ min: 0, max: 100 }), (given, n, notice) => {
      const { variations } = given.agreement;
      fc.pre(variations.length > 0);
      const at = after(term.from, n * hour);
      const revoked = { at, recordedAt: after(at, -notice * hour) };
      const [first, ...others] = variations;
      const before = examined(given).judged;
      const now = examined(varied(given, [{ ...first!, revoked }, ...others])).judged;
      for (const [group, rows] of before) {
        const past = (row: JudgedWindow) => row.until <= at;
        const kept = (now.get(group) ?? []).filter(past).map(said);
        expect(kept).toEqual(expect.arrayContaining(rows.filter(past).map(said)));
      }
    }),
    trials(20260306),
  );
});

test('the evidence of the peak of every finding adds up to its value', () => {
  let seen = 0;
  fc.assert(
    fc.property(anyCase, (given) => {
      for (const { run, evidence } of examined(given).runs) {
        const total = sum(evidence.map(({ contributes }) => exact(contributes)));
        expect(total.equals(exact(run.peak.value)), `${total.toFraction()} for ${run.peak.value}`).toBe(true);
        seen += 1;
      }
    }),
    trials(20260307),
  );
  expect(seen).toBeGreaterThan(100);
});

test('tolerance and sustain never make a finding: they only take some away', () => {
  const leniency = fc.record({
    tolerance: fc.record({
      kind: fc.constantFrom('units', 'percent'),
      value: fc.constantFrom('0', '1', '2.5', '50'),
    }),
    sustain: fc.oneof(
      fc.integer({ min: 1, max: 4 }).map((count) => ({ kind: 'windows' as const, count })),
      fc
        .integer({ min: 1, max: 400 })
        .map((hours) => ({ kind: 'duration' as const, microseconds: hours * hour })),
    ),
  });
  fc.assert(
    fc.property(anyCase, leniency, (given, lenient) => {
      const strict = examined(given).runs.flatMap(({ run }) =>
        run.windows.map((row) => `${run.group} ${row.from}`),
      );
      const [text] = given.agreement.texts;
      const clauses = [{ ...given.clause, ...lenient } as typeof given.clause];
      const texts = [{ ...text!, signed: { ...text!.signed, clauses } }];
      const found = examined({ ...given, agreement: { ...given.agreement, texts } }).runs;
      for (const { run } of found) {
        expect(run.windows.every(({ value, limit }) => exact(value).gt(exact(limit)))).toBe(true);
        for (const row of run.windows) expect(strict).toContain(`${run.group} ${row.from}`);
      }
    }),
    trials(20260308),
  );
});
