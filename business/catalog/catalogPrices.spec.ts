import { describe, expect, test } from 'vitest';
import { parseInstant } from '#platform/instant.ts';
import { fold } from '#platform/journal/decider.ts';
import { catalogDecider } from './catalog.evolve.ts';
import type { CatalogEvent } from './catalog.ts';
import { readCatalog } from './catalogFile.ts';
import type { Catalog } from './priceBook.ts';

const whole = `goodterms: catalog/1
products:
  - { id: relay, name: Relay }
priceBooks:
  - id: eur
    currency: EUR
    from: 2026-01-01
    components:
      - id: seat
        product: relay
        unit: seat
        per: month
        proration: second
        model: unit
        price: 8
        minimum: 40
        discounts:
          - { name: Public sector, off: 20% }
          - { name: Launch, off: 5.50, from: 2026-01-01, until: 2026-07-01 }
      - { id: calls, product: relay, unit: call, per: once, model: package, size: 1000, price: 2 }
      - id: mail
        product: relay
        unit: mail
        per: once
        model: blocks
        tiers: [{ upTo: 200, size: 100, price: 3 }, { upTo: inf, size: 50, price: 1 }]
      - { id: disk, product: relay, unit: disk, per: year, model: volume, ratchet: true, tiers: [{ upTo: inf, unit: 1 }] }
    commitments:
      - { id: yearly, name: Yearly commitment, amount: 1000, per: year, overage: 1.25, components: [calls, mail] }
exchangeRates:
  - { currency: EUR, from: 2026-01-01, rates: [{ currency: USD, rate: 0.92 }, { currency: JPY, rate: 0.006 }] }
`;
const read = (text: string): Catalog => {
  const result = readCatalog(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};
const slip = (from: string, to: string): string => {
  if (!whole.includes(from)) throw new Error(`not in the file: ${from}`);
  return whole.replace(from, to);
};

test('every form of price is read, digit by digit', () => {
  const { priceBooks, exchangeRates } = read(whole);
  const [{ components, commitments }] = priceBooks as [(typeof priceBooks)[number]];
  expect(components[0]).toMatchObject({
    proration: 'second',
    minimum: '40',
    discounts: [
      { name: 'Public sector', kind: 'percent', value: '20', from: null, until: null },
      { name: 'Launch', kind: 'amount', value: '5.5', from: '2026-01-01', until: '2026-07-01' },
    ],
  });
  expect(components.slice(1).map(({ model }) => model)).toEqual([
    { kind: 'package', size: '1000', price: '2' },
    {
      kind: 'blocks',
      tiers: [
        { upTo: '200', size: '100', price: '3' },
        { upTo: null, size: '50', price: '1' },
      ],
    },
    { kind: 'volume', tiers: [{ upTo: null, unit: '1', flat: '0' }], ratchet: true },
  ]);
  expect(commitments?.[0]).toMatchObject({ overage: '1.25', components: ['calls', 'mail'] });
  expect(exchangeRates?.[0]?.rates[1]).toEqual({ currency: 'JPY', rate: '0.006' });
});

test('what is left out leaves the price as it was before there was such a thing', () => {
  const text = whole.replace(/\s+proration: second/, '\n        proration: day');
  const component = read(text).priceBooks[0]!.components;
  expect(Object.keys(component[1]!)).toEqual(['id', 'product', 'edition', 'unitName', 'per', 'model']);
  expect(component[0]).not.toHaveProperty('proration');
});

test.each<[string, string, string, string]>([
  [
    'a tier that ends inside a block',
    slip('upTo: 200', 'upTo: 250'),
    'blocks_uneven',
    'components/2/tiers/0/upTo',
  ],
  ['a package of nothing', slip('size: 1000', 'size: 0'), 'number_negative', 'components/1/size'],
  [
    'blocks that end',
    slip('upTo: inf, size: 50', 'upTo: 300, size: 50'),
    'tiers_not_open',
    'components/2/tiers/1/upTo',
  ],
  ['a discount above all', slip('off: 20%', 'off: 120%'), 'discount_invalid', 'components/0/discounts/0/off'],
  ['a discount of nothing', slip('off: 5.50', 'off: 0'), 'discount_invalid', 'components/0/discounts/1/off'],
  [
    'a discount in words',
    slip('off: 20%', 'off: a fifth'),
    'discount_invalid',
    'components/0/discounts/0/off',
  ],
  [
    'a discount without its name',
    slip('name: Public sector, ', ''),
    'key_missing',
    'components/0/discounts/0/name',
  ],
  [
    'a discount that ends before it begins',
    slip('from: 2026-01-01, until: 2026-07-01', 'from: 2026-07-01, until: 2026-01-01'),
    'dates_reversed',
    'components/0/discounts/1/until',
  ],
  [
    'a way to prorate that is not known',
    slip('proration: second', 'proration: hour'),
    'value_unknown',
    'components/0/proration',
  ],
  [
    'a ratchet of a price per package',
    slip('size: 1000,', 'size: 1000, ratchet: true,'),
    'key_unknown',
    'components/1/ratchet',
  ],
  [
    'a commitment to what has no price',
    slip('[calls, mail]', '[calls, male]'),
    'commitment_of_nothing',
    'commitments/0/components/1',
  ],
  [
    'a commitment to one thing twice',
    slip('[calls, mail]', '[calls, calls]'),
    'duplicate_id',
    'commitments/0/components/1',
  ],
  ['a factor below zero', slip('overage: 1.25', 'overage: -1'), 'number_negative', 'commitments/0/overage'],
])('refused: %s', (_, text, code, pointer) => {
  const result = readCatalog(text);
  expect(result.ok ? [] : result.problems[0]).toMatchObject({ code, pointer: `/priceBooks/0/${pointer}` });
});

test.each<[string, string, string, string]>([
  ['a rate of nothing', slip('rate: 0.92', 'rate: 0'), 'number_negative', '/exchangeRates/0/rates/0/rate'],
  [
    'a rate given twice',
    slip('currency: JPY', 'currency: USD'),
    'rates_twice',
    '/exchangeRates/0/rates/1/currency',
  ],
  [
    'the rate of the currency itself',
    slip('currency: JPY', 'currency: EUR'),
    'rates_twice',
    '/exchangeRates/0/rates/1/currency',
  ],
  [
    'two tables of one day',
    `${whole}  - { currency: USD, from: 2026-01-01, rates: [] }\n`,
    'rates_twice',
    '/exchangeRates/1/from',
  ],
  [
    'a commitment of two books for the same days',
    slip(
      'exchangeRates:',
      `  - id: eur-b
    currency: EUR
    from: 2026-01-01
    components: []
    commitments: [{ id: yearly, name: Y, amount: 1, per: year, components: [calls] }]
exchangeRates:`,
    ),
    'price_twice',
    '/priceBooks/1/commitments/0',
  ],
])('refused: %s', (_, text, code, pointer) => {
  const result = readCatalog(text);
  expect(result.ok ? [] : result.problems[0]).toMatchObject({ code, pointer });
});

describe('once published', () => {
  const importing = (catalog: Catalog, at: string) =>
    ({ kind: 'import', at: parseInstant(at)!, zone: 'UTC', catalog }) as const;
  const when = (then: string): readonly CatalogEvent[] | string => {
    const first = catalogDecider.decide(
      importing(read(whole), '2025-01-01T00:00:00Z'),
      catalogDecider.initial,
    );
    if ('refused' in first) throw new Error(first.refused.words);
    const decided = catalogDecider.decide(
      importing(read(then), '2026-08-01T12:00:00Z'),
      fold(catalogDecider, first.events),
    );
    return 'refused' in decided ? decided.refused.code : decided.events;
  };

  test.each<[string, string]>([
    ['a discount in force', slip('off: 20%', 'off: 25%')],
    ['a discount that is over', slip('off: 5.50', 'off: 6')],
    ['the end of a discount, to a day that has come', slip('until: 2026-07-01', 'until: 2026-06-01')],
    ['a new discount of the past', slip('off: 20% }', 'off: 20%, from: 2026-02-01 }')],
    ['a minimum', slip('minimum: 40', 'minimum: 41')],
    ['the proration', slip('proration: second', 'proration: day')],
    ['a ratchet', slip('ratchet: true', 'ratchet: false')],
    ['a commitment', slip('amount: 1000', 'amount: 900')],
    ['the order of a commitment', slip('[calls, mail]', '[mail, calls]')],
  ])('%s stays what it was', (_, then) => {
    expect(when(then)).toBe('price_in_force_changed');
  });

  test.each<[string, string]>([
    ['a discount is called', slip('Public sector', 'Public bodies')],
    ['a commitment is called', slip('Yearly commitment', 'Commitment')],
    ['a discount ends from tomorrow on', slip('off: 20% }', 'off: 20%, until: 2026-08-02 }')],
    [
      'a discount begins tomorrow',
      slip('off: 20% }', 'off: 20% }\n          - { name: Autumn, off: 10%, from: 2026-08-02 }'),
    ],
    ['exchange rates', slip('rate: 0.92', 'rate: 0.95')],
  ])('%s may change', (_, then) => {
    expect(when(then)).toHaveLength(1);
  });

  test('exchange rates come and go by their first day, and a catalog without them is as one of before', () => {
    const without = whole.slice(0, whole.indexOf('exchangeRates:'));
    const [gone] = when(without) as CatalogEvent[];
    expect(gone?.exchangeRates).toEqual({ put: [], removed: ['2026-01-01'] });
    const first = catalogDecider.decide(
      importing(read(without), '2025-01-01T00:00:00Z'),
      catalogDecider.initial,
    );
    const events = 'events' in first ? first.events : [];
    expect(events[0]).not.toHaveProperty('exchangeRates');
    expect(fold(catalogDecider, events)).not.toHaveProperty('exchangeRates');
  });
});
