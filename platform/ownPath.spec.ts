import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownPath } from './ownPath.ts';

test.each([
  '/',
  '/portal/acme',
  '/customers/acme?tab=use#line-2',
  '/a%20b',
  '/sign-in/security',
  '/sign-in/provider/acme',
  '/portal/b%C3%BCro',
])('%s is a path of our own, and stays as it is', (path) => {
  expect(ownPath(path)).toBe(path);
});

test('what a browser would read otherwise is returned as it would read it', () => {
  expect(ownPath('/a/../b')).toBe('/b');
  expect(ownPath('/büro')).toBe('/b%C3%BCro');
});

test.each([
  '',
  'evil.example',
  '//evil.example',
  '///evil.example',
  '////evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\\/evil.example',
  'https:evil.example',
  'https:/evil.example',
  'https://evil.example',
  'https://licenses.vendor.example@evil.example',
  '@evil.example',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  '%2f%2fevil.example',
  '/%2f%2fevil.example',
  '/%2fevil.example',
  '/%5cevil.example',
  '/%5Cevil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  '/a/..//evil.example',
  '/.//evil.example',
  '/%2e//evil.example',
  '/..//evil.example',
  '／／evil.example',
  '〱//evil.example',
  '/\u0000',
  '/\\\u2044evil.example',
  `/${'a'.repeat(2000)}`,
  '/v1/session',
  '/v1',
  '/v1/security',
  '/sign-in/security/x',
  '/x/../v1/session',
  '/sign-in',
  '/sign-in/link',
])('%j leads nowhere', (path) => {
  expect(ownPath(path)).toBeNull();
});

test.each([undefined, null, 7, ['/'], { toString: () => '/' }])('%s is no text', (wanted) => {
  expect(ownPath(wanted)).toBeNull();
});

test('whatever is returned stays on our host in a browser, and is its own answer', () => {
  const piece = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '%2f',
    '%5c',
    '@',
    ':',
    'evil',
    'https:',
    '?',
    '#',
    '\t',
    ' ',
    '／',
    'a',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = ownPath(`/${pieces.join('')}`);
      if (path === null) return;
      expect(new URL(path, 'https://vendor.example').host).toBe('vendor.example');
      expect(new URL(path, 'https://vendor.example/portal/x').href).toBe(`https://vendor.example${path}`);
      expect(ownPath(path)).toBe(path);
    }),
    { seed: 4, numRuns: 5000 },
  );
});
