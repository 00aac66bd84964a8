import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CalendarDate } from '#platform/instant.ts';
import { readCatalog } from './catalogFile.ts';
import { catalogText } from './catalogText.ts';
import { entryChanges, priceDifferences } from './priceDifferences.ts';

const read = (text: string) => {
  const catalog = readCatalog(text);
  if (!catalog.ok) throw new Error(JSON.stringify(catalog.problems));
  return catalog.value;
};
const everything = `goodterms: catalog/1
products:
  - { id: atlas, name: Atlas, editions: [{ id: team, name: Team }] }
  - { id: forge, name: Forge, editions: [] }
priceBooks:
  - id: PB-1
    currency: EUR
    from: 2026-01-01
    until: 2027-01-01
    reason: Support answers within a day from now on.
    components:
      - { id: seat, product: atlas, edition: team, unit: { one: box, many: boxes }, per: year, model: unit, price: 0.10, proration: thirtyDays, minimum: 5, discounts: [{ name: Spring, off: 20%, from: 2026-03-01, until: 2026-05-01 }, { name: Loyal, off: 3 }] }
      - { id: base, product: atlas, unit: base, per: once, model: flat, amount: 100 }
      - { id: pack, product: forge, unit: run, per: month, model: package, size: 10, price: 5 }
      - { id: vol, product: forge, unit: run, per: month, model: volume, ratchet: true, tiers: [{ upTo: 10, unit: 5, flat: 2 }, { upTo: inf, unit: 4 }] }
      - { id: grad, product: forge, unit: run, per: quarter, model: graduated, tiers: [{ upTo: inf, unit: 4 }] }
      - { id: block, product: forge, unit: run, per: quarter, model: blocks, tiers: [{ upTo: 100, size: 10, price: 4 }, { upTo: inf, size: 20, price: 3 }] }
    commitments:
      - { id: pot, name: Pot, amount: 500, per: month, overage: 1.5, components: [pack, vol] }
features:
  - { feature: atlas.seat, product: atlas, edition: team, source: gateway, precedence: 2, from: 2026-01-01, until: 2026-06-01 }
  - { feature: "true", product: forge }
exchangeRates:
  - { currency: EUR, from: 2026-01-01, rates: [{ currency: USD, rate: 0.9 }] }
`;

test('what is written of a catalog is read as the same catalog', () => {
  expect(read(catalogText(read(everything)))).toEqual(read(everything));
});

test.each(globSync('examples/**/catalog*.yaml').toSorted())('so of %s', (path) => {
  const catalog = read(readFileSync(path, 'utf8'));
  expect(read(catalogText(catalog))).toEqual(catalog);
});

test('an empty catalog has a text too', () => {
  const empty = { products: [], priceBooks: [], features: [] };
  expect(read(catalogText(empty))).toEqual(empty);
});

test('a price that changes is named with its days, before and after', () => {
  const raised = everything.replace(
    'per: once, model: flat, amount: 100',
    'per: once, model: flat, amount: 120',
  );
  expect(priceDifferences(read(everything), read(raised))).toEqual([
    {
      price: expect.stringContaining('base'),
      from: '2026-01-01',
      until: '2027-01-01' as CalendarDate,
      before: 'EUR 100 once',
      after: 'EUR 120 once',
    },
  ]);
  expect(entryChanges(read(everything), read(raised))).toEqual([
    { list: 'priceBooks', name: 'PB-1', what: 'changed' },
  ]);
  expect(priceDifferences(read(everything), read(everything))).toEqual([]);
});
