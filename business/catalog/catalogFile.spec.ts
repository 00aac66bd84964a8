import { describe, expect, test } from 'vitest';
import { readCatalog } from './catalogFile.ts';
import { catalogSchema } from './catalogForm.ts';

const whole = `goodterms: catalog/1
products:
  - id: studio
    name: Studio
    editions: [{ id: pro, name: Pro }]
  - { id: suite, name: Suite }
priceBooks:
  - id: eur-2026
    currency: EUR
    from: 2026-01-01
    until: 2027-01-01
    components:
      - { id: seat, product: studio, edition: pro, unit: seat, per: year, model: unit, price: 100.00 }
      - { id: support, product: studio, unit: year, per: year, model: flat, amount: 0.1 }
      - id: storage
        product: suite
        unit: { one: GB-month, many: GB-months }
        per: once
        model: graduated
        tiers:
          - { upTo: 1024, unit: 0.14 }
          - { upTo: 51200, unit: 0.125, flat: 5 }
          - { upTo: inf, unit: 0.110 }
  - { id: usd-2026, currency: USD, from: 2026-01-01, components: [] }
features:
  - { feature: cad, product: suite, precedence: 1, from: 2026-07-01 }
  - { source: lab, feature: cad, product: studio, edition: pro, precedence: 2 }
`;

/** The whole file with one text replaced by another: what a slip of the hand leaves. */
const slip = (from: string, to: string): string => {
  if (!whole.includes(from)) throw new Error(`not in the file: ${from}`);
  return whole.replace(from, to);
};
const problems = (text: string) => {
  const read = readCatalog(text);
  return read.ok ? [] : read.problems;
};

test('a catalog file is read, its decimals digit by digit, what is left out as none', () => {
  const read = readCatalog(whole);
  expect(read.ok && read.value).toEqual({
    products: [
      { id: 'studio', name: 'Studio', editions: [{ id: 'pro', name: 'Pro' }] },
      { id: 'suite', name: 'Suite', editions: [] },
    ],
    priceBooks: [
      {
        id: 'eur-2026',
        currency: 'EUR',
        from: '2026-01-01',
        until: '2027-01-01',
        components: [
          {
            id: 'seat',
            product: 'studio',
            edition: 'pro',
            unitName: { one: 'seat', many: 'seats' },
            per: 'year',
            model: { kind: 'unit', unit: '100' },
          },
          {
            id: 'support',
            product: 'studio',
            edition: null,
            unitName: { one: 'year', many: 'years' },
            per: 'year',
            model: { kind: 'flat', amount: '0.1' },
          },
          {
            id: 'storage',
            product: 'suite',
            edition: null,
            unitName: { one: 'GB-month', many: 'GB-months' },
            per: 'once',
            model: {
              kind: 'graduated',
              tiers: [
                { upTo: '1024', unit: '0.14', flat: '0' },
                { upTo: '51200', unit: '0.125', flat: '5' },
                { upTo: null, unit: '0.11', flat: '0' },
              ],
            },
          },
        ],
      },
      { id: 'usd-2026', currency: 'USD', from: '2026-01-01', until: null, components: [] },
    ],
    features: [
      {
        source: null,
        feature: 'cad',
        product: 'suite',
        edition: null,
        precedence: 1,
        from: '2026-07-01',
        until: null,
      },
      {
        source: 'lab',
        feature: 'cad',
        product: 'studio',
        edition: 'pro',
        precedence: 2,
        from: null,
        until: null,
      },
    ],
  });
});

const book = (id: string, from: string, until = ''): string =>
  `  - id: ${id}
    currency: EUR
    from: ${from}${until && `\n    until: ${until}`}
    components: [{ id: seat, product: studio, unit: seat, per: year, model: unit, price: 1 }]
features:
`;
const cad = (rest: string): string => `${whole}  - { feature: cad, product: studio, ${rest} }\n`;

describe('refused, with the place and what to do', () => {
  test.each<[string, string, string, string, string]>([
    [
      'tiers out of order',
      slip('upTo: 51200', 'upTo: 512'),
      'tiers_not_ascending',
      '/priceBooks/0/components/2/tiers/1/upTo',
      'upTo: 512',
    ],
    [
      'a tier given twice',
      slip('upTo: 51200', 'upTo: 1024.0'),
      'tiers_not_ascending',
      '/priceBooks/0/components/2/tiers/1/upTo',
      'upTo: 1024.0',
    ],
    [
      'a tier after the open one',
      slip('upTo: 51200', 'upTo: inf'),
      'tiers_not_ascending',
      '/priceBooks/0/components/2/tiers/2/upTo',
      'unit: 0.110',
    ],
    [
      'tiers that end',
      slip('upTo: inf', 'upTo: 99999'),
      'tiers_not_open',
      '/priceBooks/0/components/2/tiers/2/upTo',
      '99999',
    ],
    [
      'a tier that ends at zero',
      slip('upTo: 1024', 'upTo: 0'),
      'number_absurd',
      '/priceBooks/0/components/2/tiers/0/upTo',
      'upTo: 0',
    ],
    [
      'a tier that ends at a word',
      slip('upTo: inf', 'upTo: .inf'),
      'number_form',
      '/priceBooks/0/components/2/tiers/2/upTo',
      '.inf',
    ],
    [
      'no tiers',
      `${whole.slice(0, whole.indexOf('        tiers:'))}        tiers: []\n`,
      'value_too_small',
      '/priceBooks/0/components/2/tiers',
      'tiers: []',
    ],
    [
      'a price below zero',
      slip('100.00', '-100.00'),
      'number_negative',
      '/priceBooks/0/components/0/price',
      '-100',
    ],
    [
      'an absurd price',
      slip('100.00', '1000000000000.01'),
      'number_absurd',
      '/priceBooks/0/components/0/price',
      '.01',
    ],
    [
      'a price too fine to be one',
      slip('100.00', '0.0000000000001'),
      'price_too_fine',
      '/priceBooks/0/components/0/price',
      '0.0000000000001',
    ],
    [
      'a price with an exponent',
      slip('100.00', '1e2'),
      'number_form',
      '/priceBooks/0/components/0/price',
      '1e2',
    ],
    [
      'a price without a model',
      slip('model: unit, ', ''),
      'key_missing',
      '/priceBooks/0/components/0/model',
      'id: seat',
    ],
    [
      'a price of another model',
      slip('price: 100.00', 'amount: 100.00'),
      'key_missing',
      '/priceBooks/0/components/0/price',
      'id: seat',
    ],
    [
      'an unknown currency',
      slip('currency: EUR', 'currency: EUX'),
      'currency_unknown',
      '/priceBooks/0/currency',
      'EUX',
    ],
    [
      'an unknown product',
      slip('product: suite\n', 'product: siute\n'),
      'product_unknown',
      '/priceBooks/0/components/2/product',
      'siute',
    ],
    [
      'an unknown edition',
      slip('edition: pro, unit', 'edition: por, unit'),
      'edition_unknown',
      '/priceBooks/0/components/0/edition',
      'por',
    ],
    [
      'a feature of an unknown product',
      slip('product: suite, p', 'product: x, p'),
      'product_unknown',
      '/features/0/product',
      'product: x',
    ],
    [
      'a product given twice',
      slip('id: suite, n', 'id: studio, n'),
      'duplicate_id',
      '/products/1/id',
      'name: Suite',
    ],
    [
      'a price given twice in one book',
      slip('id: support', 'id: seat'),
      'duplicate_id',
      '/priceBooks/0/components/1/id',
      'amount: 0.1',
    ],
    ['a book given twice', slip('id: usd-2026', 'id: eur-2026'), 'duplicate_id', '/priceBooks/1/id', 'USD'],
    [
      'a book that ends on its first day',
      slip('until: 2027-01-01', 'until: 2026-01-01'),
      'dates_reversed',
      '/priceBooks/0/until',
      'until: 2026-01-01',
    ],
    [
      'a mapping that ends before it begins',
      slip('from: 2026-07-01', 'from: 2026-07-01, until: 2026-06-01'),
      'dates_reversed',
      '/features/0/until',
      'until: 2026-06-01',
    ],
    [
      'a book inside one that says when it ends',
      slip('features:\n', book('b', '2026-12-31')),
      'price_twice',
      '/priceBooks/2/components/0',
      'price: 1 }',
    ],
    [
      'two mappings of one feature at once',
      cad('precedence: 1'),
      'mapping_ambiguous',
      '/features/0',
      'from: 2026-07-01',
    ],
    ['a second catalog', `${whole}---\n${whole}`, 'catalog_twice', '', 'goodterms: catalog/1'],
  ])('%s', (_, text, code, pointer, onTheLine) => {
    const [first] = problems(text);
    expect(first).toMatchObject({ code, pointer });
    expect(text.split('\n')[first!.line! - 1]).toContain(onTheLine);
    expect(first?.todo).toMatch(/\w{3}.*\.$/);
  });

  test('all at once', () => {
    const both = slip('product: suite\n', 'product: siute\n').replace('upTo: 51200', 'upTo: 5');
    expect(problems(both).map(({ code }) => code)).toEqual(['tiers_not_ascending', 'product_unknown']);
    expect(problems(both)[1]?.todo).toContain('suite');
  });
});

describe('accepted', () => {
  test.each<[string, string]>([
    ['a price of zero', slip('100.00', '0')],
    ['the dearest and the finest price', slip('100.00', '1000000000000').replace('0.14', '0.000000000001')],
    ['a book that follows on the day the one before ends', slip('features:\n', book('b', '2027-01-01'))],
    [
      'a later book that takes over from one without an end',
      `${slip('    until: 2027-01-01\n', '').replace('features:\n', book('b', '2026-06-01', '2026-07-01'))}`,
    ],
    ['a mapping that follows on the day the one before ends', cad('precedence: 1, until: 2026-07-01')],
    ['two mappings at once of different precedence', cad('precedence: 3')],
    ['two mappings at once, one for a source', cad('precedence: 1, source: lab')],
    ['a file in JSON', '{"goodterms":"catalog/1","products":[]}'],
  ])('%s', (_, text) => {
    expect(problems(text)).toEqual([]);
  });
});

test('the published JSON Schema is what the reader accepts (vitest -u writes it anew)', async () => {
  await expect(`${JSON.stringify(catalogSchema(), null, 2)}\n`).toMatchFileSnapshot('./catalog.schema.json');
});
