import { describe, expect, test } from 'vitest';
import { at } from '#test/given.ts';
import { coverageOf } from './coverage.ts';
import type { Inputs, Test } from './decisionTable.ts';
import {
  decideOrderPolicy,
  type OrderTable,
  type OrderWay,
  orderColumns,
  wayOfOrder,
} from './orderPolicy.ts';

const table = (...rows: readonly [Record<string, Test>, OrderWay][]): OrderTable => ({
  rows: rows.map(([tests, outcome]) => ({ tests, outcome })),
});
const upTo = (below: string): Test => ({ kind: 'between', atLeast: null, below, currency: 'EUR' });
const good: Test = { kind: 'oneOf', values: ['good'] };
const inputs = (differs: Inputs = {}): Inputs => ({
  amount: { amount: '400', currency: 'EUR' },
  units: '5',
  product: 'atlas',
  customer: 'northwind',
  size: 'medium',
  segment: null,
  standing: 'good',
  ...differs,
});

describe('who orders at once', () => {
  const rows = table([{ amount: upTo('1000'), standing: good }, 'at-once']);

  test('is nobody where there is no table', () => {
    expect(wayOfOrder(table(), inputs())).toEqual({ way: 'request', row: null });
  });

  test.each([
    [{}, 'at-once', 1],
    [{ amount: { amount: '1000', currency: 'EUR' } }, 'request', null],
    [{ amount: { amount: '1', currency: 'USD' } }, 'request', null],
    [{ standing: 'findings' }, 'request', null],
    [{ amount: null }, 'request', null],
  ] as const)('%j is %s by row %s', (differs, way, row) => {
    expect(wayOfOrder(rows, inputs(differs))).toEqual({ way, row });
  });

  test('is said by the first row that matches, also where a later one says otherwise', () => {
    const both = table([{ customer: { kind: 'oneOf', values: ['northwind'] } }, 'request'], [{}, 'at-once']);
    expect(wayOfOrder(both, inputs())).toEqual({ way: 'request', row: 1 });
    expect(wayOfOrder(both, inputs({ customer: 'aster' }))).toEqual({ way: 'at-once', row: 2 });
  });

  test('without an amount nothing is ordered at once, whatever the table says', () => {
    expect(wayOfOrder(table([{}, 'at-once']), inputs({ amount: null }))).toEqual({
      way: 'request',
      row: null,
    });
  });

  test('what no row covers is told exactly', () => {
    expect(coverageOf(rows, orderColumns).gaps).toContainEqual({
      amount: { amount: '1000', currency: 'EUR' },
    });
  });

  test('a test its column does not understand is refused', () => {
    const wrong = table([{ units: { kind: 'oneOf', values: ['5'] } }, 'at-once']);
    expect(decideOrderPolicy({ kind: 'publish', table: wrong, at: at('2026-01-01') })).toMatchObject({
      refused: { code: 'table_test_unfit' },
    });
  });
});
