import { OpenAPIHono } from '@hono/zod-openapi';
import { expect, test } from 'vitest';
import { answerOnlyToOurselves } from './ownAddress.ts';

const open = 'https://licenses.vendor.example';
const app = new OpenAPIHono();
answerOnlyToOurselves(app, open);
app.post('/v1/thing', (c) => c.text('done'));

const post = async (origin: string, host = 'licenses.vendor.example') =>
  (await app.request('/v1/thing', { method: 'POST', headers: { host, origin, cookie: 'x=y' } })).status;

test('over https a page of the same name that came without it is a stranger: anybody on the way could have written it', async () => {
  expect(await post(open)).toBe(200);
  expect(await post('http://licenses.vendor.example')).toBe(403);
  expect(await post('https://licenses.vendor.example:8443')).toBe(403);
});

test('a proxy of one’s own may ask under this machine’s name', async () => {
  expect(await post(open, 'localhost:4300')).toBe(200);
  expect(await post('http://localhost:4300', 'localhost:4300')).toBe(200);
  expect(await post('http://localhost:9999', 'localhost:4300')).toBe(403);
});
