import { expect, test } from 'vitest';
import { looksOf } from './looks.ts';

const seen = { early: null, likely: null };

test('what lies ahead is spoken of only where something can be foreseen', () => {
  expect(looksOf({ fit: 'enough', foreseen: seen }).word).toBe('enough');
  expect(looksOf({ fit: 'enough', foreseen: null }).word).toBe('enoughSoFar');
  expect(looksOf({ fit: 'from-now-on', foreseen: seen }).word).toBe('fromNowOn');
  expect(looksOf({ fit: 'from-now-on', foreseen: null }).word).toBe('enoughNow');
});

test('too little, and what cannot be told, are that either way', () => {
  expect(looksOf({ fit: 'short', foreseen: null }).word).toBe('short');
  expect(looksOf({ fit: 'cannot-tell', foreseen: null }).word).toBe('cannotTell');
});
