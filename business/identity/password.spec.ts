import { expect, test } from 'vitest';
import { samePassword, whyNotPassword } from './password.ts';

const person = { name: 'Amara Osei', email: 'amara.osei@meridian.example' };
const why = (password: string) => whyNotPassword(password, person)?.code ?? null;

test.each([
  ['eleven char', 'password_too_short'],
  ['x'.repeat(201), 'password_too_long'],
  ['aaaaaaaaaaaaaaaa', 'password_guessable'],
  ['123456789012345', 'password_guessable'],
  ['Password123456!', 'password_guessable'],
  ['passwordpassword', 'password_guessable'],
  ['qwertyuiop2026', 'password_guessable'],
  ['Amara.Osei.2026!', 'password_guessable'],
  ['amara.osei@meridian.example', 'password_guessable'],
  ['welcome-to-goodterms', 'password_guessable'],
])('%s is refused: %s', (password, code) => {
  expect(why(password)).toBe(code);
});

test.each([
  ['the tide turns at nine'],
  ['correct horse battery staple of mine'],
  ['Kx8-wq!rTz0pLm'],
  ['Grünzeug auf dem Balkon'],
])('%s is taken', (password) => {
  expect(why(password)).toBeNull();
});

test('length is counted in characters, not in bytes; accents are the same however they are written', () => {
  expect(why('🌊🌊🌊🌊🌊🌊')).toBe('password_too_short');
  expect(samePassword('Grünzeug')).toBe(samePassword('Gru\u0308nzeug'));
});
