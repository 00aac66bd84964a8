import { expect, test } from 'vitest';
import { inShort } from './inShort.ts';

const told = (...statuses: Parameters<typeof inShort>[1]) =>
  inShort((word, { n } = {}) => (n === undefined ? word : `${word} ${n}`), statuses);

test('everything is said to be within only where that is known of every clause', () => {
  expect(told('within', 'within')).toBe('allWithin');
  expect(told('within', 'cannot-tell')).toBe('knownWithin someUnknown 1');
  expect(told('cannot-tell')).toBe('nothingKnown');
});

test('limits that come near, with the rest as far as it is known', () => {
  expect(told('close', 'at-limit', 'within')).toBe('someClose 2');
  expect(told('close', 'cannot-tell', 'cannot-tell')).toBe('closeOnly 1 someUnknown 2');
});

test('what is above comes first', () => {
  expect(told('above', 'close', 'cannot-tell')).toBe('someAbove 1');
});
