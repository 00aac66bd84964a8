import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { expectedVersion, setVersion } from './etag.ts';

const app = new Hono();
app.get('/', (c) => {
  setVersion(c, 7);
  return c.text('seven');
});
app.put('/', (c) => c.json(expectedVersion(c)));
const put = async (header: Record<string, string>) =>
  (await app.request('/', { method: 'PUT', headers: header })).json();

test('what is read says its version, and the change made from it names the same', async () => {
  const etag = (await app.request('/')).headers.get('etag')!;
  expect(await put({ 'if-match': etag })).toEqual({ ok: true, value: 7 });
  expect(await put({ 'if-match': `W/${etag}` })).toEqual({ ok: true, value: 7 });
});

test('a change that names no version is refused', async () => {
  expect(await put({})).toMatchObject({ problems: [{ code: 'if_match_missing' }] });
});

test.each(['7', '*', '"seven"', '"1","2"', '"-1"'])('If-Match %s names no version', async (header) => {
  expect(await put({ 'if-match': header })).toMatchObject({ problems: [{ code: 'if_match_unreadable' }] });
});
