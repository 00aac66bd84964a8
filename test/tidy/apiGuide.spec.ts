import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { type ServerType, serve } from '@hono/node-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreement, catalog, customers } from '#apps/server/given/papers.ts';
import { type Running, running } from '#apps/server/given/running.ts';
import { at } from '#test/given.ts';
import { blocksIn } from './markdown.ts';

const run = promisify(execFile);
const blocks = blocksIn(readFileSync('docs/guide/api.md', 'utf8'));
let it: Running;
let server: ServerType;

beforeAll(async () => {
  it = await running(at('2026-07-10'));
  await it.take('catalog', catalog());
  await it.take('customers', customers(['one', 'two', 'three']));
  await it.take('agreements', agreement('one'));
  await it.settle();
  const fetch = async (request: Request) => {
    const { pathname, search } = new URL(request.url);
    const body = request.method === 'GET' ? undefined : new Uint8Array(await request.arrayBuffer());
    const type = request.headers.get('content-type');
    return it.answer(request.method, pathname + search, body, type ? { 'content-type': type } : {});
  };
  server = serve({ fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((ready) => server.once('listening', ready));
});
afterAll(async () => {
  server.close();
  await it.stop();
});

const here = (text: string) =>
  text.replaceAll('http://localhost:4300', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);

test('the examples of the shell answer as they say', async () => {
  const answers = [];
  for (const { text } of blocks.filter(({ kind }) => kind === 'sh'))
    answers.push(JSON.parse((await run('sh', ['-c', here(text)])).stdout));
  expect(answers).toMatchObject([
    { items: [{}, {}], next: expect.any(String) },
    { status: 422, code: expect.any(String), todo: expect.any(String) },
  ]);
});

test('the example in TypeScript reads every position', async () => {
  const { text } = blocks.find(({ kind }) => kind === 'ts')!;
  const { stdout } = await run(process.execPath, ['--input-type=module-typescript', '-e', here(text)]);
  expect(stdout).toMatch(/One Labs .* 100/);
});
