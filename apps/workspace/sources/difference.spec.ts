import { expect, test } from 'vitest';
import type { Content } from './data.ts';
import { differing } from './difference.ts';

const content = (more: object) =>
  ({
    kind: 'held',
    feature: 'f',
    at: 'x',
    until: null,
    quantity: '1',
    who: null,
    series: null,
    attributes: {},
    ...more,
  }) as Content;

test('what contents say differently is marked, also where only one of them says it', () => {
  const all = [
    content({ attributes: { host: 'a', zone: 'z' } }),
    content({ quantity: '2', attributes: { zone: 'z' } }),
  ];
  expect([...differing(all)].sort()).toEqual(['Quantity', 'host']);
  expect(differing([content({}), content({})]).size).toBe(0);
});
