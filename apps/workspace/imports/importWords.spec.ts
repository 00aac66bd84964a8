import { expect, test } from 'vitest';
import { showLeft, showSize } from './importWords.ts';

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1000, '1.0 KB'],
  [123_456_789, '123 MB'],
  [4_200_000_000, '4.2 GB'],
])('%d bytes are %s', (bytes, words) => expect(showSize(bytes)).toBe(words));

test.each([
  [2, 'a few seconds'],
  [41, 'about 45 seconds'],
  [180, 'about 3 minutes'],
  [7200, 'about 2 hours'],
])('%d seconds are %s', (seconds, words) => expect(showLeft(seconds)).toBe(words));
