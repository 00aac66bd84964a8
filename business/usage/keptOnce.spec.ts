import { expect, test } from 'vitest';
import { keptOnce } from './keptOnce.ts';

test('equal attributes are one object, and nobody changes it for the others', () => {
  const kept = keptOnce();
  const one = kept.attributes('{"territory":"DE"}');
  expect(kept.attributes('{"territory":"DE"}')).toBe(one);
  expect(kept.attributes('{"territory":"FR"}')).toEqual({ territory: 'FR' });
  expect(() => Object.assign(one, { territory: 'FR' })).toThrow();
});

test('what differs everywhere comes back as it is, however much of it there is', () => {
  const kept = keptOnce();
  for (let i = 0; i < 100_010; i += 1) expect(kept.text(`text ${i}`)).toBe(`text ${i}`);
});
