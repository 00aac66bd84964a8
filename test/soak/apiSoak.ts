import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { event } from '#apps/server/given/events.ts';
import { agreement, catalog, customers } from '#apps/server/given/papers.ts';
import { type Player, playApi } from '#apps/server/given/playApi.ts';
import { at } from '#test/given.ts';
import { startServer } from './server.ts';

/**
 * `npm run soak -- api [ROUNDS] [SEED]`: so many requests to every operation of the API's document, right ones and broken
 * ones, against a server with some papers in it. Each answer is held against the document. The last line is
 * "N passed, N failed": requests answered as documented, and others.
 */
export async function apiSoak(rounds: number, seed: number): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'goodterms-soak-'));
  await chmod(folder, 0o755);
  const server = await startServer({ GOODTERMS_DATA: join(folder, 'data'), DATABASE_URL: '' });
  const player: Player = {
    answer: (method, path, body, headers = {}) =>
      asked(`${server.address}${path}`, {
        method,
        headers: { authorization: server.signedIn.authorization, ...headers },
        ...(body === undefined ? {} : { body }),
      }),
    settle: () => Promise.resolve(),
  };
  try {
    await givePapers(player);
    const begun = performance.now();
    const { requests, statuses, wrong, neverGood } = await playApi(player, rounds, seed);
    const seconds = (performance.now() - begun) / 1000;
    for (const what of wrong) console.log(`FAIL ${what}`);
    const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, times]) => `${status}: ${times}`);
    console.log(`     ${requests} requests in ${seconds.toFixed(0)} s, seed ${seed}; ${counts.join(', ')}`);
    console.log(`     never came to a success: ${neverGood.join(', ') || 'none'}`);
    console.log(`\n${requests - wrong.length} passed, ${wrong.length} failed`);
    return wrong.length === 0;
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Asks again where the connection was closed behind an answer to a body that nobody had to read. */
async function asked(address: string, request: RequestInit, left = 3): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch (error) {
    if (left === 0) throw error;
    return asked(address, request, left - 1);
  }
}

async function givePapers({ answer }: Player): Promise<void> {
  const yaml = { 'content-type': 'application/yaml' };
  const papers = { catalog: catalog(), customers: customers(['one', 'two']), agreements: agreement('one') };
  for (const [kind, text] of Object.entries(papers)) await answer('POST', `/v1/imports/${kind}`, text, yaml);
  const told = `${event('a', at('2026-03-03'), 120)}\n`;
  await answer('POST', '/v1/customers/one/usage?format=cloudevents', told);
}
