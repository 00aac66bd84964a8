import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isPublic, lookupOnly, posterTo } from './webhook.ts';

const secret = `whsec_${Buffer.from('a secret of twenty-four b').toString('base64')}`;
const got: { headers: Record<string, string>; body: string }[] = [];
let answer = 200;
let server: Server;
let port: number;

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      got.push({
        headers: request.headers as Record<string, string>,
        body: Buffer.concat(parts).toString('utf8'),
      });
      response.writeHead(answer, answer === 302 ? { location: 'http://10.0.0.1/' } : {}).end();
    });
  });
  await new Promise<void>((ready) => {
    server.listen(0, '127.0.0.1', ready);
  });
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
});

const posting = { id: 'msg_A-1.1.webhook', body: '{"type":"alert.raised"}' };

test('what is posted can be verified by its other end, and no longer once it is altered', async () => {
  const poster = posterTo(`http://127.0.0.1:${port}/hook`, secret, false);
  expect(await poster.send(posting, new Date())).toEqual({ kind: 'sent' });
  const { headers, body } = got.at(-1)!;
  expect(new Webhook(secret).verify(body, headers)).toEqual({ type: 'alert.raised' });
  expect(headers['webhook-id']).toBe(posting.id);
  expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow();
});

test.each<[number, string]>([
  [500, 'later'],
  [429, 'later'],
  [302, 'later'],
  [410, 'never'],
])('an answer of %i means %s', async (status, kind) => {
  answer = status;
  const before = got.length;
  const tried = await posterTo(`http://localhost:${port}/`, secret, false).send(posting, new Date());
  expect(tried).toMatchObject({ kind, detail: `The webhook answered with ${status}.` });
  expect(got.length).toBe(before + 1);
  answer = 200;
});

test('nobody there means later', async () => {
  const poster = posterTo('http://127.0.0.1:1/', secret, false);
  expect(await poster.send(posting, new Date())).toMatchObject({ kind: 'later' });
});

test.each(['https://10.1.2.3/', 'https://169.254.169.254/', 'https://[fd00::1]/x', 'https://192.168.0.4/'])(
  '%s leads into a private network and is refused',
  async (address) => {
    const tried = await posterTo(address, secret, false).send(posting, new Date());
    expect(tried).toMatchObject({ kind: 'never' });
  },
);

test.each(['http://example.com/', 'ftp://example.com/', 'http://10.0.0.1/'])(
  '%s is no address for it',
  (address) => {
    expect(() => posterTo(address, secret, false)).toThrow('https://');
  },
);

test.each<[string, boolean]>([
  ['8.8.8.8', true],
  ['127.0.0.1', false],
  ['172.31.0.1', false],
  ['100.64.0.1', false],
  ['::1', false],
  ['::ffff:10.0.0.1', false],
  ['::ffff:8.8.8.8', true],
  ['fd00::1', false],
  ['2606:4700::1111', true],
])('%s is public: %s', (ip, expected) => {
  expect(isPublic(ip)).toBe(expected);
});

test('a name that leads into a private network gets no connection', async () => {
  const asked = new Promise((resolve) => {
    lookupOnly(isPublic)('localhost', {}, (error) => resolve(error?.message));
  });
  expect(await asked).toBe('a private address');
  const allowed = new Promise((resolve) => {
    lookupOnly(() => true)('localhost', {}, (error, address) => resolve(error ?? address));
  });
  expect(['127.0.0.1', '::1']).toContain(await allowed);
});
