import { expect, test } from 'vitest';
import type { UsageRecord } from '#business/usage/record.ts';
import { firstsOf } from './firsts.ts';

const named = (source: string, id: string): UsageRecord => ({
  source,
  id,
  digest: '',
  kind: 'occurrence',
  feature: 'alpha',
  at: 0 as UsageRecord['at'],
  until: null,
  quantity: '1',
  who: null,
  series: null,
  attributes: {},
});

test('an identity is source and id together', () => {
  const records = [named('a', '1'), named('b', '1'), named('a', '1'), named('a', '2'), named('b', '1')];
  expect([...firstsOf(records)]).toEqual([0, 1, 0, 3, 1]);
});

test('many records that share an id are told apart by their source', () => {
  const sources = Array.from({ length: 2_000 }, (_, i) => String(i));
  const records = [...sources, ...sources].map((source) => named(source, 'same'));
  const firsts = sources.map((_, i) => i);
  expect([...firstsOf(records)]).toEqual([...firsts, ...firsts]);
});

test('no records', () => {
  expect([...firstsOf([])]).toEqual([]);
});
