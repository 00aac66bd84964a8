import { afterEach, expect, test, vi } from 'vitest';
import { waysFromSettings } from './settings.ts';

const secret = `whsec_${Buffer.from('a secret of twenty-four b').toString('base64')}`;
const given = (settings: Readonly<Record<string, string>>) => {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(`GOODTERMS_${name}`, value);
};
afterEach(() => {
  vi.unstubAllEnvs();
});

test('nothing set: nothing is sent', () => {
  expect(waysFromSettings()).toEqual({ mailer: null, poster: null });
});

test('a mail server and a webhook', () => {
  given({ SMTP_URL: 'smtp://127.0.0.1:2525', MAIL_FROM: 'Meridian <licenses@meridian.example>' });
  given({ WEBHOOK_URL: 'https://hooks.example/x', WEBHOOK_SECRET: secret });
  const { mailer, poster } = waysFromSettings();
  mailer?.close();
  expect(mailer).not.toBe(null);
  expect(poster).not.toBe(null);
});

test.each<[string, Readonly<Record<string, string>>]>([
  ['GOODTERMS_MAIL_FROM is missing', { SMTP_URL: 'smtp://127.0.0.1' }],
  ['has to begin with smtp://', { SMTP_URL: 'https://mail.example', MAIL_FROM: 'a@b.example' }],
  ['GOODTERMS_WEBHOOK_SECRET is missing', { WEBHOOK_URL: 'https://hooks.example' }],
  ['has to begin with https://', { WEBHOOK_URL: 'http://hooks.example', WEBHOOK_SECRET: secret }],
])('%s: the start says so', (words, settings) => {
  given(settings);
  expect(() => waysFromSettings()).toThrow(words);
});
