import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { networkOf } from './limits.ts';

/** What a request with this header counts as, behind so many proxies of one's own. */
async function network(forwarded: string | null, proxies: number): Promise<string> {
  const app = new Hono();
  app.get('/', (c) => c.text(networkOf(c, { proxies })));
  const headers = forwarded === null ? {} : { 'x-forwarded-for': forwarded };
  return (await app.request('/', { headers })).text();
}

test.each([
  ['203.0.113.7', 1, '203.0.113.7'],
  ['6.6.6.6, 203.0.113.7', 1, '203.0.113.7'],
  ['6.6.6.6, 203.0.113.7, 10.0.0.2', 2, '203.0.113.7'],
  ['::ffff:203.0.113.7', 1, '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', 1, '2001:db8:1:2'],
  ['2001:0DB8:0001:0002::9', 1, '2001:db8:1:2'],
  ['2001:db8::1', 1, '2001:db8:0:0'],
  ['::1', 1, '0:0:0:0'],
  ['203.0.113.7:51234', 1, '203.0.113.7'],
  ['::ffff:203.0.113.7:51234', 1, '203.0.113.7'],
  ['[2001:db8:1:2::9]:443', 1, '2001:db8:1:2'],
])(
  '%s behind %i counts as %s: what a stranger writes before it does not',
  async (forwarded, proxies, expected) => {
    expect(await network(forwarded, proxies)).toBe(expected);
  },
);

test('without proxies of one’s own the header says nothing', async () => {
  expect(await network('203.0.113.7', 0)).toBe(await network(null, 0));
  expect(await network(null, 1)).toBe('');
});
