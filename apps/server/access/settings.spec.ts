import { afterEach, expect, test } from 'vitest';
import { accessFromSettings } from './settings.ts';

const names = ['GOODTERMS_PUBLIC_URL', 'GOODTERMS_SECOND_FACTOR', 'GOODTERMS_PROXIES'] as const;
afterEach(() => {
  for (const name of names) delete process.env[name];
});
const given = (name: (typeof names)[number], value: string) => {
  process.env[name] = value;
  return accessFromSettings('4300', true);
};

test('nothing has to be set', () => {
  expect(accessFromSettings('4399', false)).toEqual({
    ...{ publicUrl: 'http://localhost:4399', secondFactor: 'wished', proxies: 0, mail: false },
  });
});

test('the address people open is a name alone, and https but on this machine', () => {
  expect(given('GOODTERMS_PUBLIC_URL', 'https://licenses.vendor.example/').publicUrl).toBe(
    'https://licenses.vendor.example',
  );
  expect(given('GOODTERMS_PUBLIC_URL', 'http://127.0.0.1:8080').publicUrl).toBe('http://127.0.0.1:8080');
  for (const wrong of [
    'licenses',
    'http://licenses.vendor.example',
    'https://x.example/path',
    'https://a@x.example',
  ])
    expect(() => given('GOODTERMS_PUBLIC_URL', wrong), wrong).toThrow('GOODTERMS_PUBLIC_URL');
});

test('what cannot be understood ends the start, by its name', () => {
  expect(given('GOODTERMS_SECOND_FACTOR', 'staff').secondFactor).toBe('staff');
  expect(() => given('GOODTERMS_SECOND_FACTOR', 'yes')).toThrow('GOODTERMS_SECOND_FACTOR');
  delete process.env.GOODTERMS_SECOND_FACTOR;
  expect(given('GOODTERMS_PROXIES', '2').proxies).toBe(2);
  expect(() => given('GOODTERMS_PROXIES', 'some')).toThrow('GOODTERMS_PROXIES');
});
