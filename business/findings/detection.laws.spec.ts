import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LimitRule, Permit } from '#business/agreements/agreement.ts';
import type { Window, WindowRule } from '#business/usage/measure.ts';
import { windowsOf } from '#business/usage/windows.ts';
import { exact } from '#platform/exact.ts';
import { type CalendarDate, dateIn, day, type Instant, overlap, startOfDate } from '#platform/instant.ts';
import { aClause, aMeasure, anAgreement, aPermit, known } from '#test/given.ts';
import type { JudgedWindow, Run } from './finding.ts';
import { type Built, built } from './given/built.ts';
import { runsIn } from './given/examined.ts';

const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'];

/** A year in a zone, read by one aggregate over one kind of window; the windows that lie in it whole. */
function year(zone: string, { aggregate }: Built, window: WindowRule, limitRule: LimitRule = 'highest') {
  const [from, until] = (['2026-01-01', '2027-01-01'] as CalendarDate[]).map((date) =>
    startOfDate(date, zone),
  ) as [Instant, Instant];
  const measure = aMeasure({ aggregate, window, zone });
  const options = { asOf: until, anchor: dateIn(from, zone) };
  const windows = windowsOf(measure, { from, until }, options).filter(
    (each) => from <= each.from && each.until <= until,
  );
  const agreement = (limit: number, units = 0) => {
    const tolerance = { kind: 'units' as const, value: String(units) };
    const clause = aClause({ measure, limitRule, baseLimit: String(limit), tolerance });
    return anAgreement({ from, until, zone, clauses: [clause] });
  };
  return { from, until, windows, agreement };
}

const asBuilt = fc.constantFrom(...built);
const aZone = fc.constantFrom(...zones);

describe('at the limit, with its tolerance, is not over it; one unit above is, whatever the aggregate', () => {
  const rules: readonly WindowRule[] = [
    { unit: 'day', anchor: 'calendar' },
    { unit: 'month', anchor: 'calendar' },
    { unit: 'month', anchor: 'term' },
    { unit: 'quarter', anchor: 'calendar' },
    { unit: 'term' },
    { unit: 'rolling', days: 5 },
  ];
  test.each(built)('$aggregate', (way) => {
    fc.assert(
      fc.property(
        aZone,
        fc.constantFrom(...rules),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(0, 0, 1, 3),
        fc.nat(400),
        (zone, rule, limit, tolerance, place) => {
          const { windows, agreement, until } = year(zone, way, rule);
          const window = windows[place % windows.length]!;
          const runs = (value: number) =>
            runsIn({
              agreement: known(agreement(limit, tolerance)),
              records: way.use(window, value),
              asOf: until,
            }).map(({ peak }) => `${peak.value} of ${peak.limit}: +${peak.excess}`);
          const most = limit + tolerance;
          expect(runs(most)).toEqual([]);
          expect(runs(most + 1)).toEqual([`${most + 1} of ${limit}: +${tolerance + 1}`]);
        },
      ),
      { seed: 20260301, numRuns: 8 },
    );
  });
});

describe('a permit that covers the whole excess for the whole run leaves no finding; one unit less leaves one', () => {
  const monthly: WindowRule = { unit: 'month', anchor: 'calendar' };
  const use = fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 12, maxLength: 12 });

  /** The run's windows that an allowance of so much more does not cover, as maximal stretches: how many. */
  function left({ windows }: Run, more: number): number {
    const beyond = (row: JudgedWindow | undefined) => row !== undefined && exact(row.excess).gt(more);
    return windows.filter((row, i) => beyond(row) && !beyond(windows[i - 1])).length;
  }

  test.each(['highest', 'split', 'instant', 'prorate'] as const)('with the limit rule %s', (rule) => {
    fc.assert(
      fc.property(
        asBuilt,
        aZone,
        use,
        fc.integer({ min: 2, max: 9 }),
        fc.nat(20),
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 0, max: 3 }),
        (way, zone, values, limit, choice, raise, late, less) => {
          const { windows, agreement, until } = year(zone, way, monthly, rule);
          const records = windows.flatMap((window: Window, i) => way.use(window, values[i]!));
          const asOf = (until + 30 * day) as Instant;
          const runsWith = (variations: Permit[]) =>
            runsIn({ agreement: known(agreement(limit), { variations }), records, asOf });
          const before = runsWith([]);
          fc.pre(before.length > 0);
          const run = before[choice % before.length]!;
          const more = Number(run.peak.excess) - less;
          fc.pre(more > 0);
          const span = { from: run.from, until: run.until };
          const permit = aPermit({
            change: raise
              ? { kind: 'raiseTo', quantity: String(limit + more) }
              : { kind: 'add', quantity: String(more) },
            ...(late
              ? {
                  releasesPast: span,
                  from: asOf,
                  until: (asOf + day) as Instant,
                  decidedAt: asOf,
                  recordedAt: asOf,
                }
              : span),
          });
          const after = runsWith([permit]);
          const there = after.filter((one) => overlap(one, run));
          expect(there).toHaveLength(left(run, more));
          expect(there.length === 0).toBe(less === 0);
          const elsewhere = (runs: readonly Run[]) => runs.filter((one) => !overlap(one, run));
          expect(elsewhere(after)).toEqual(elsewhere(before));
        },
      ),
      { seed: 20260302, numRuns: 40 },
    );
  });
});
