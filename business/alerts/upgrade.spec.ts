import { describe, expect, test } from 'vitest';
import type { PriceModel, Tier } from '#business/catalog/priceBook.ts';
import type { CalendarDate } from '#platform/instant.ts';
import { aClause, anAgreement, at } from '#test/given.ts';
import { upgradesFor } from './upgrade.ts';

const tier = (upTo: string | null, unit: string): Tier => ({ upTo, unit, flat: '0' });
const upgrades = (model: PriceModel, used: string, limit = '100', price: string | null = 'call') =>
  upgradesFor({
    signed: anAgreement(),
    clause: aClause({ price }),
    catalog: {
      products: [],
      features: [],
      priceBooks: [
        {
          id: 'b',
          currency: 'EUR',
          from: '2026-01-01' as CalendarDate,
          until: null,
          components: [
            {
              id: 'call',
              product: 'atlas',
              edition: null,
              unitName: { one: 'call', many: 'calls' },
              per: 'year',
              model,
            },
          ],
        },
      ],
    },
    used,
    limit,
    now: at('2026-01-01'),
  }).map(({ kind, units, limitAfter, price: { total } }) => `${kind} +${units} = ${limitAfter}: ${total}`);

describe('ways to have more', () => {
  const unit: PriceModel = { kind: 'unit', unit: '10' };

  test('bring use back to four fifths of the limit: 90 of 113', () => {
    expect(upgrades(unit, '90')).toEqual(['units +13 = 113: 130.00']);
  });

  test('are at least one unit', () => {
    expect(upgrades(unit, '10')).toEqual(['units +1 = 101: 10.00']);
  });

  test('name the next tier where one begins within twice the limit', () => {
    const model: PriceModel = { kind: 'volume', tiers: [tier('120', '10'), tier(null, '8')] };
    expect(upgrades(model, '90')).toEqual(['units +13 = 113: 130.00', 'tier +21 = 121: -32.00']);
    expect(upgrades(model, '30', '40')).toEqual(['units +1 = 41: 10.00']);
  });

  test('are none where no price is agreed', () => {
    expect(upgrades(unit, '90', '100', null)).toEqual([]);
    expect(upgrades(unit, '90', '100', 'other')).toEqual([]);
  });
});
