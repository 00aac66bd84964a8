import { describe, expect, test } from 'vitest';
import { first, goodterms } from './program.testing.ts';

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
