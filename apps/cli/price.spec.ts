import { describe, expect, test } from 'vitest';
import { price } from './priced.testing.ts';
import { first, goodterms, written } from './program.testing.ts';

describe('price', () => {
  const seats = ['price', '--catalog', first.catalog, '--component', 'atlas-seat'];

  test('is worked out line by line, prorated by day', async () => {
    const span = ['--from', '2026-03-10', '--until', '2026-06-01', '--anchor', '2026-01-01'];
    const { exit, out } = await goodterms(...seats, '--quantity', '7.5', ...span);
    expect(out).toContain('5 seats × €20.00 per month × (22 of 31 days + 2 months)    €270.97');
    expect(out).toMatch(/total +€377\.66/);
    expect(exit).toBe(0);
  });

  test('closes with a rounding line where the shown lines do not add up', async () => {
    const span = ['--from', '2026-03-01', '--until', '2026-03-07', '--anchor', '2026-03-01'];
    const { out } = await goodterms(...seats, '--quantity', '7.5', ...span);
    expect(out).toMatch(/ €19\.35\n.* €7\.62\n +rounding +€0\.01\n +total +€26\.98\n$/);
  });

  test('is of one whole period where no end is given', async () => {
    const { out } = await goodterms(...seats, '--quantity', '2', '--from', '2026-02-28');
    expect(out).toMatch(/2026-02-28 until 2026-03-28[\s\S]*2 seats × €20\.00 per month +€40\.00/);
  });

  test.each<[string, string[], RegExp]>([
    [
      'an unknown component',
      ['--component', 'atlas-seet', '--quantity', '1'],
      /Write --component atlas-seat/,
    ],
    ['a negative quantity', ['--component', 'atlas-seat', '--quantity', '-1'], /quantity_negative/],
    ['a quantity in words', ['--component', 'atlas-seat', '--quantity', '1e3'], /quantity_invalid/],
    [
      'another currency',
      ['--component', 'atlas-seat', '--quantity', '1', '--currency', 'USD'],
      /has no price in USD/,
    ],
    [
      'a day before any price',
      ['--component', 'atlas-seat', '--quantity', '1', '--from', '2020-01-01'],
      /no_price/,
    ],
    [
      'days in the wrong order',
      ['--component', 'atlas-seat', '--quantity', '1', '--from', '2026-02-01', '--until', '2026-02-01'],
      /dates_reversed/,
    ],
  ])('is refused for %s', async (_, args, said) => {
    const { exit, out, err } = await goodterms('price', '--catalog', first.catalog, ...args);
    expect(err).toMatch(said);
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
  });
});

describe('a price may also be asked', () => {
  const catalog = ['--catalog', first.catalog];
  const seat = [...catalog, '--component', 'atlas-seat', '--from', '2026-03-01'];

  test('of what is added to an agreement: it ends with it, in its zone, its periods from its first day', async () => {
    const { out } = await price(...seat, '--quantity', '2', '--held', '5', '--agreement', first.agreement);
    expect(out).toMatch(/2026-03-01 until 2027-01-01 [\s\S]* counted\s+from 2026-01-01/);
    expect(out).toMatch(/2 seats × €15\.75 per month × 10 months +€315\.00\n +total +€315\.00/);
  });

  test('of units given back, with all it says in JSON', async () => {
    const { out } = await price(...seat, '--quantity', '4', '--given-back', '1', '--json');
    expect(JSON.parse(out)).toMatchObject({
      goodterms: 'price/1',
      givenBack: '1',
      held: null,
      lines: [
        { kind: 'charge', label: '3 seats × €20.00 per month', amount: '60.00' },
        { kind: 'credit', label: 'less 4 seats × €20.00 per month', amount: '-80.00' },
      ],
      total: '-20.00',
    });
  });

  const committed = written(
    'committed.yaml',
    `goodterms: catalog/1
products: [{ id: p, name: P }]
priceBooks:
  - id: b
    currency: EUR
    from: 2026-01-01
    components: [{ id: a, product: p, unit: call, per: once, model: unit, price: 1 }]
    commitments: [{ id: c, name: C, amount: 10, per: month, components: [a] }]
`,
  );
  test('under a commitment, in JSON', async () => {
    const of = ['--commitment', 'c', '--use', 'a=4', '--from', '2026-03-01', '--json'];
    const { out } = await price('--catalog', committed, ...of);
    expect(JSON.parse(out)).toMatchObject({
      goodterms: 'commitment/1',
      uses: [{ component: 'a', quantity: '4' }],
      total: '10.00',
    });
  });

  test.each<[string, string[], RegExp]>([
    ['without a quantity', ['--component', 'atlas-seat'], /price needs --quantity/],
    [
      'two ways at once',
      ['--component', 'atlas-seat', '--quantity', '3', '--held', '1', '--reached', '4'],
      /option_excluded/,
    ],
    [
      'for more than there is given back',
      ['--component', 'atlas-seat', '--quantity', '3', '--given-back', '4'],
      /given_back_too_many/,
    ],
    ['of a commitment there is none of', ['--commitment', 'x', '--use', 'a=1'], /no_commitment/],
    [
      'once the agreement is over',
      [
        '--component',
        'atlas-seat',
        '--quantity',
        '1',
        '--from',
        '2027-01-01',
        '--agreement',
        first.agreement,
      ],
      /term_over/,
    ],
    [
      'in a zone that is none',
      ['--component', 'atlas-seat', '--quantity', '1', '--zone', 'Utopia'],
      /zone_unknown/,
    ],
  ])('but not %s', async (_, args, said) => {
    const { exit, out, err } = await price(...catalog, ...args);
    expect(err).toMatch(said);
    expect({ exit, out }).toEqual({ exit: 1, out: '' });
  });

  test.each([
    [['--use', 'b=1'], /component_unknown/],
    [['--use', 'a'], /use_invalid/],
    [['--use', 'a=1', '--use', 'a=2'], /use_invalid/],
    [['--use', 'a=-1'], /quantity_negative/],
  ])('nor of use such as %j', async (args, said) => {
    const { exit, err } = await price('--catalog', committed, '--commitment', 'c', ...args);
    expect(err).toMatch(said);
    expect(exit).toBe(1);
  });
});
