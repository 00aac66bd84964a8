import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coverageOf } from './coverage.ts';
import { type Column, decideByTable, type Inputs, type Table, type Test } from './decisionTable.ts';

const columns: readonly Column[] = [
  { id: 'stake', type: 'money', optional: true },
  { id: 'percent', type: 'number' },
  { id: 'size', type: 'choice', values: ['small', 'medium', 'large'] },
  { id: 'segment', type: 'text' },
  { id: 'flags', type: 'set', values: ['hold', 'talks'] },
];
const between = (atLeast: string | null, below: string | null, currency?: string): Test => ({
  kind: 'between',
  atLeast,
  below,
  ...(currency ? { currency } : {}),
});
const table = (...rows: [Record<string, Test>, string][]): Table<string> => ({
  rows: rows.map(([tests, outcome]) => ({ tests, outcome })),
});
const inputs = (differs: Inputs = {}): Inputs => ({
  stake: { amount: '500', currency: 'EUR' },
  percent: '12.5',
  size: 'small',
  segment: 'retail',
  flags: [],
  ...differs,
});

describe('a table', () => {
  test('says what its first matching row says, and which row that is', () => {
    const two = table(
      [{ percent: between('20', null) }, 'a'],
      [{ percent: between('10', null) }, 'b'],
      [{}, 'c'],
    );
    expect(decideByTable(two, columns, inputs())).toEqual({ kind: 'decided', row: 2, outcome: 'b' });
    expect(decideByTable(two, columns, inputs({ percent: '20' }))).toMatchObject({ row: 1 });
    expect(decideByTable(two, columns, inputs({ percent: '9.99' }))).toMatchObject({ row: 3 });
  });

  test('decides nothing where an input it asks for is missing, whichever row would match', () => {
    const asks = table(
      [{ size: { kind: 'oneOf', values: ['small'] } }, 'a'],
      [{ percent: between('1', null) }, 'b'],
    );
    expect(decideByTable(asks, columns, inputs({ percent: null }))).toEqual({
      kind: 'missing',
      columns: ['percent'],
    });
    expect(decideByTable(asks, columns, { size: 'small' })).toEqual({
      kind: 'missing',
      columns: ['percent'],
    });
  });

  test('takes a missing optional input for what it is: only a row that asks for it, or for nothing, matches', () => {
    const rows = table(
      [{ stake: between(null, null, 'EUR') }, 'a'],
      [{ stake: { kind: 'missing' } }, 'b'],
      [{}, 'c'],
    );
    expect(decideByTable(rows, columns, inputs({ stake: null }))).toMatchObject({ outcome: 'b' });
  });

  test('never compares amounts of two currencies', () => {
    const rows = table([{ stake: between('100', null, 'USD') }, 'a']);
    expect(decideByTable(rows, columns, inputs())).toEqual({ kind: 'gap' });
  });

  test('asks sets for any or none of some values', () => {
    const rows = table(
      [{ flags: { kind: 'hasAny', values: ['hold'] } }, 'a'],
      [{ flags: { kind: 'hasNone', values: ['talks'] } }, 'b'],
    );
    expect(decideByTable(rows, columns, inputs({ flags: ['talks', 'hold'] }))).toMatchObject({
      outcome: 'a',
    });
    expect(decideByTable(rows, columns, inputs())).toMatchObject({ outcome: 'b' });
    expect(decideByTable(rows, columns, inputs({ flags: ['talks'] }))).toEqual({ kind: 'gap' });
  });
});

describe('gaps and rows never reached', () => {
  test('are found exactly at the border', () => {
    const rows = table([{ percent: between('10', '20') }, 'a'], [{ percent: between('20', null) }, 'b']);
    expect(coverageOf(rows, columns)).toEqual({ gaps: [{ percent: '0' }], unreached: [], complete: true });
  });

  test('a row behind rows that take all its cases is never reached', () => {
    const rows = table(
      [{ size: { kind: 'oneOf', values: ['small', 'medium'] } }, 'a'],
      [{ size: { kind: 'oneOf', values: ['large'] } }, 'b'],
      [{ percent: between('5', null) }, 'c'],
    );
    expect(coverageOf(rows, columns)).toMatchObject({ gaps: [], unreached: [3] });
  });

  test('law: a case is a gap or decided exactly as the coverage says', () => {
    const number = fc.integer({ min: 0, max: 12 }).map(String);
    const anyTest = fc.record({
      percent: fc.option(
        fc.tuple(fc.option(number), fc.option(number)).map(([a, b]) => between(a, b)),
        { nil: undefined },
      ),
      size: fc.option(
        fc
          .subarray(['small', 'medium', 'large'], { minLength: 1 })
          .map((values): Test => ({ kind: 'oneOf', values })),
        { nil: undefined },
      ),
      flags: fc.option(
        fc
          .tuple(
            fc.constantFrom('hasAny' as const, 'hasNone' as const),
            fc.subarray(['hold', 'talks'], { minLength: 1 }),
          )
          .map(([kind, values]): Test => ({ kind, values })),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(fc.array(anyTest, { minLength: 1, maxLength: 5 }), (all) => {
        const rows = table(
          ...all.map((tests, i): [Record<string, Test>, string] => [
            Object.fromEntries(Object.entries(tests).filter(([, one]) => one !== undefined)) as Record<
              string,
              Test
            >,
            String(i),
          ]),
        );
        const { gaps, unreached, complete } = coverageOf(rows, columns);
        expect(complete).toBe(true);
        const seen = new Set<number>();
        let open = 0;
        for (let percent = 0; percent <= 13; percent += 1)
          for (const size of ['small', 'medium', 'large'])
            for (const flags of [[], ['hold'], ['talks'], ['hold', 'talks']]) {
              const decided = decideByTable(rows, columns, inputs({ percent: String(percent), size, flags }));
              if (decided.kind === 'decided') seen.add(decided.row);
              else open += 1;
            }
        expect(gaps.length > 0).toBe(open > 0);
        expect(unreached).toEqual(all.map((_, i) => i + 1).filter((row) => !seen.has(row)));
        for (const gap of gaps) expect(decideByTable(rows, columns, inputs(gap)).kind).toBe('gap');
      }),
      { seed: 21, numRuns: 150 },
    );
  });
});
