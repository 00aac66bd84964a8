import { expect, test } from 'vitest';
import { discount, priceBy, spanFrom } from '#business/catalog/given/prices.ts';
import { priceOf } from '#business/catalog/price.ts';
import type { PriceModel } from '#business/catalog/priceBook.ts';
import { exact } from '#platform/exact.ts';
import { findingFacts } from './findingFacts.ts';
import { matter, reading } from './given/matter.ts';
import { strayNumbers, writeNotice } from './notice.ts';

const packs: PriceModel = { kind: 'package', size: '250', price: '99.5' };
const tiers = [
  { upTo: '40', unit: '7', flat: '0' },
  { upTo: null, unit: '6.25', flat: '0' },
];

test.each([
  ['packages', priceBy(packs, 'month')],
  [
    'discounts',
    priceBy(packs, 'month', { discounts: [discount('Spring 2026', '12.5%'), discount('No. 7', '3.75')] }),
  ],
  ['a minimum', priceBy({ kind: 'unit', unit: '0.001' }, 'quarter', { minimum: '150' })],
  ['seconds', priceBy(packs, 'month', { proration: 'second' })],
  ['a ratchet', priceBy({ kind: 'volume', tiers, ratchet: true }, 'year')],
])('every number of a notice that prices %s is one of its facts', (_, component) => {
  const span = { ...spanFrom('2026-02-11'), reached: exact(1234) };
  const trueUp = priceOf(component, exact(12), span);
  const facts = findingFacts({
    ...matter,
    reading,
    before: reading,
    cleared: false,
    trueUp,
    ours: null,
    questions: [],
  });
  const notice = writeNotice('notice', facts);
  for (const { label } of trueUp.lines) expect(notice.text).toContain(label);
  expect(strayNumbers(notice.text, facts)).toEqual([]);
});
