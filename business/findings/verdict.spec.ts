import { describe, expect, test } from 'vitest';
import type { Clause } from '#business/agreements/agreement.ts';
import { countByASweep } from '#business/usage/counts/one/sweep.ts';
import type { Count } from '#business/usage/measure.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import { after } from '#platform/instant.ts';
import { aClause, aMeasure, anAgreement, aRecord, at, known } from '#test/given.ts';
import { examine } from './examine.ts';
import { judgeInput } from './judgeInput.ts';
import type { Gap, SourceTotal } from './questions.ts';
import { verdictOf } from './verdict.ts';

const calls = (day: string, quantity: number, differs: Partial<UsageRecord> = {}) =>
  aRecord({ at: at(`${day}T12:00:00Z`), quantity: String(quantity), ...differs });

const held = (quantity: number, differs: Partial<UsageRecord> = {}) =>
  calls('2026-03-10', quantity, { kind: 'held', until: at('2026-03-11'), ...differs });

const peak = aClause({ measure: aMeasure({ aggregate: { kind: 'peakConcurrency' } }) });

function verdict(given: {
  clause?: Clause;
  records?: UsageRecord[];
  totals?: SourceTotal[];
  gaps?: Gap[];
  rejected?: number;
  asOf?: string;
  first?: Count;
}) {
  const clause = given.clause ?? aClause();
  const signed = anAgreement({ clauses: [clause] });
  const totals = given.totals ?? [];
  const here = { agreement: known(signed), signed };
  const input = judgeInput(
    {
      catalog: { features: [] },
      agreements: [here],
      records: given.records ?? [],
      chosen: new Map(),
      now: at(given.asOf ?? '2026-04-01'),
    },
    here,
    clause,
  );
  const relationship = { since: '', renewals: 0, goodExperiences: [], vendorMistakes: [], openOrders: [] };
  const around = { customer: signed.customer, relationship, gaps: [], totals, nameOf: (who: string) => who };
  const { result, why } = verdictOf(input, examine(input, around, given.first), {
    totals,
    gaps: given.gaps ?? [],
    rejected: given.rejected ?? 0,
  });
  return `${result}: ${why ?? ''}`;
}

const total = (stated: string, lines: string, day = '2026-03-10'): SourceTotal => ({
  source: 'meter',
  feature: 'call',
  at: at(`${day}T13:00:00Z`),
  stated,
  lines,
});

const gap = (time: string): Gap => ({ source: 'meter', from: at(time), until: after(at(time), 1) });

describe('use is beyond a clause', () => {
  test('with a finding, whatever else is in doubt', () => {
    expect(verdict({ records: [calls('2026-03-10', 101)], totals: [total('900', '1')] })).toBe('beyond: ');
  });
});

describe('use is within a clause', () => {
  test('at the limit', () => expect(verdict({ records: [calls('2026-03-10', 100)] })).toBe('within: '));

  test('where a source was seen and its lines agree that nothing was in use', () => {
    expect(verdict({ clause: peak, totals: [total('0', '0')] })).toBe('within: ');
  });

  test('where something began before the term and lasts into it', () => {
    const early = aRecord({ at: at('2025-12-01'), kind: 'level', series: 'meter', quantity: '5' });
    expect(verdict({ clause: peak, records: [early] })).toBe('within: ');
  });

  test('in a window above the limit that the sustain rule lets pass, conflicts or not', () => {
    const clause = aClause({ sustain: { kind: 'windows', count: 2 } });
    expect(verdict({ clause, records: [calls('2026-02-10', 101), calls('2026-03-10', 5)] })).toBe('within: ');
  });

  test('where a server states more than its lines show, but not more than is allowed', () => {
    expect(verdict({ clause: peak, records: [held(90)], totals: [total('100', '90')] })).toBe('within: ');
  });
});

describe('a moment at which a source could not be read', () => {
  const records = [held(90)];

  test('leaves it open what was in use then', () => {
    expect(verdict({ clause: peak, records, gaps: [gap('2026-03-12T12:30:00Z')] })).toMatch(
      /^cannot-tell: meter could not be read once, first at 2026-03-12T12:30:00Z: no data/,
    );
  });

  test('is made up for by a later status of that local day, not by an earlier one', () => {
    const gaps = [gap('2026-03-10T12:30:00Z')];
    expect(verdict({ clause: peak, records, gaps, totals: [total('90', '90')] })).toBe('within: ');
    const earlier = { ...total('90', '90'), at: at('2026-03-10T08:30:00Z') };
    expect(verdict({ clause: peak, records, gaps, totals: [earlier] })).toMatch(/^cannot-tell/);
  });

  test('is no concern outside the term, or once there is a finding', () => {
    expect(verdict({ clause: peak, records, gaps: [gap('2025-12-12'), gap('2026-05-01')] })).toBe('within: ');
    expect(verdict({ clause: peak, records: [held(101)], gaps: [gap('2026-03-12')] })).toBe('beyond: ');
  });
});

describe('it cannot be told', () => {
  test.each<[string, Parameters<typeof verdict>[0], RegExp]>([
    ['without any record', {}, /^cannot-tell: Nothing was reported .*\(call\)/],
    [
      'with records of other features',
      { records: [calls('2026-03-10', 1, { feature: 'x' })] },
      /Nothing was/,
    ],
    ['with records before the term', { records: [calls('2025-03-10', 1)] }, /Nothing was reported/],
    ['with records after the moment', { records: [calls('2026-04-10', 1)] }, /Nothing was reported/],
    ['where a total has no lines', { clause: peak, totals: [total('39', '0')] }, /Nothing was reported/],
    [
      'without features',
      { clause: aClause({ features: [] }), records: [calls('2026-03-10', 1)] },
      /no catalog takes any to the product atlas/,
    ],
    ['before the term', { asOf: '2025-06-01' }, /has not begun/],
    [
      'while what is above the limit can still fall',
      {
        clause: peak,
        records: [
          held(60, { until: null, series: 'h1' }),
          held(41, { at: at('2026-03-11'), until: null, series: 'h2' }),
        ],
        asOf: '2026-03-20',
      },
      /stands at 101 calls where 100 are allowed, but it is still open/,
    ],
    [
      'where a conflict could take the value above the limit',
      {
        records: [
          calls('2026-03-10', 90, { id: 'a', digest: '1' }),
          calls('2026-03-10', 101, { id: 'a', digest: '2' }),
        ],
      },
      /1 record came in with differing content and does not count.*between 0 and 101, the limit is 100/,
    ],
    [
      'where a server states more than is allowed and shows less',
      { clause: peak, records: [held(90)], totals: [total('101', '90')] },
      /meter itself states 101 in use where 100 are allowed/,
    ],
    [
      'where entries were left out',
      { records: [calls('2026-03-10', 90)], rejected: 2 },
      /2 entries could not be understood and were left out: what they say could count here/,
    ],
    [
      'where too much is in conflict to try everything',
      {
        records: Array.from({ length: 7 }, (_, n) =>
          ['1', '2'].map((digest) => calls('2026-03-10', 1, { id: `k${n}`, digest })),
        ).flat(),
      },
      /7 records came in .* too many ways to settle them to try each/,
    ],
    [
      'where the two counts differ',
      {
        records: [calls('2026-03-10', 90)],
        first: (request) => countByASweep(request).map((row) => ({ ...row, value: '89' })),
      },
      /The two counts differ: .*the first count says 89, the second 90/,
    ],
  ])('%s', (_, given, words) => expect(verdict(given)).toMatch(words));

  test('from a total outside the term', () => {
    const late = { ...total('0', '0'), at: after(at('2026-04-01'), 1) };
    expect(verdict({ clause: peak, totals: [late] })).toMatch(/Nothing was reported/);
  });
});
