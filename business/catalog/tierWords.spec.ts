import { expect, test } from 'vitest';
import { exact } from '#platform/exact.ts';
import { date, each, priceBy, spanFrom } from './given/prices.ts';
import { priceOfAdded } from './price.ts';
import type { PriceModel } from './priceBook.ts';
import { tierWords } from './tierWords.ts';

const words = (model: PriceModel, held: string, added: string) => {
  const component = priceBy(model, 'month');
  const book = { id: 'b', currency: 'EUR', from: date('2026-01-01'), until: null, components: [component] };
  const priced = priceOfAdded(component, exact(held), exact(added), spanFrom());
  return tierWords({ book, component }, date('2026-03-01'), priced);
};
const tiers = [
  { upTo: '25', unit: '95', flat: '0' },
  { upTo: null, unit: '84', flat: '10' },
];

test('24 less 15 is explained by the steps of the price, and by what is held', () => {
  expect(words({ kind: 'volume', tiers }, '15', '9')).toEqual([
    'Every unit has the price of the step that the whole number falls in: up to 25 seats €95.00 a month, above that €84.00 and €10.00 a month.',
    'What is added costs what all units together cost, less what those held already cost.',
  ]);
});

test('packages are taken back too, though they have one step', () => {
  expect(words({ kind: 'package', size: '10', price: '5' }, '5', '9')).toEqual([
    'What is added costs what all units together cost, less what those held already cost.',
  ]);
});

test('a unit that costs the same whatever there is needs no words', () => {
  expect(words(each('10'), '15', '9')).toEqual([]);
});
