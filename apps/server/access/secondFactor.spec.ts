import { expect, test } from 'vitest';
import type { Instant } from '#platform/instant.ts';
import { second } from '#platform/instant.ts';
import { isPassword, keptPassword } from './passwords.ts';
import { codeOf, newRecoveryCodes, secretText, stepOf, stepOfCode } from './secondFactor.ts';

const secret = Buffer.from('12345678901234567890');

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
])('%i seconds after 1970 the code is %s (RFC 6238, appendix B, last six digits)', (seconds, code) => {
  expect(codeOf(secret, stepOf((seconds * second) as Instant))).toBe(code);
});

test.each([
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
])('%j is %s (RFC 4648, section 10, without padding)', (bytes, text) => {
  expect(secretText(Buffer.from(bytes))).toBe(text);
});

test('a code is taken one step early or late, no more, and never again', () => {
  const now = (1_000_000 * 30 * second) as Instant;
  const takes = (step: number, lastStep = 0) => stepOfCode({ secret, lastStep }, codeOf(secret, step), now);
  expect([999_998, 999_999, 1_000_000, 1_000_001, 1_000_002].map((step) => takes(step))).toEqual([
    undefined,
    999_999,
    1_000_000,
    1_000_001,
    undefined,
  ]);
  expect(takes(1_000_000, 1_000_000)).toBeUndefined();
  expect(takes(999_999, 1_000_000)).toBeUndefined();
});

test('recovery codes are ten, all different', () => {
  const codes = newRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/);
});

test('of a password only its hash is kept, another one each time; nobody’s is never right', async () => {
  const kept = await keptPassword('the tide turns at nine');
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await keptPassword('the tide turns at nine')).not.toBe(kept);
  expect(await isPassword('the tide turns at nine', kept)).toBe(true);
  expect(await isPassword('the tide turns at ten', kept)).toBe(false);
  expect(await isPassword('the tide turns at nine', null)).toBe(false);
});
