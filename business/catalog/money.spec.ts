import { expect, test } from 'vitest';
import { exact, grouped } from '#platform/exact.ts';
import { currencyDigits, money, unitPrice } from './money.ts';

test.each([
  ['709200/73', 'EUR', '€9,715.07'],
  ['-1/2', 'JPY', '-¥1'],
  ['1', 'BHD', 'BHD\u00a01.000'],
  ['0', 'USD', '$0.00'],
  ['123456789012345678901234567890.125', 'USD', '$123,456,789,012,345,678,901,234,567,890.13'],
])('%s %s is written %s', (amount, currency, words) => {
  expect(money(exact(amount), currency)).toBe(words);
});

test.each([
  ['100', 'EUR', '€100.00'],
  ['0.0006', 'USD', '$0.0006'],
  ['0.000000000001', 'USD', '$0.000000000001'],
  ['1.5', 'JPY', '¥1.5'],
])('a price keeps all its decimals: %s %s is %s', (price, currency, words) => {
  expect(unitPrice(exact(price), currency)).toBe(words);
});

test('quantities are grouped and keep their fraction', () => {
  expect(grouped(exact('52900.5'))).toBe('52,900.5');
  expect(grouped(exact('67500/31'))).toBe('2,177.4193548387');
});

test('a currency is rounded to its own smallest unit', () => {
  expect(['EUR', 'JPY', 'BHD'].map(currencyDigits)).toEqual([2, 0, 3]);
});
