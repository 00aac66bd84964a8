import { beforeAll, describe, expect, test } from 'vitest';
import { loadFiles } from '#apps/demo/load.ts';
import { demoVendor } from '#apps/demo/vendor.ts';
import { after, second } from '#platform/instant.ts';
import { testDatabase } from '#test/database.ts';
import { at } from '#test/given.ts';
import { identifyAsOurselves } from './access/ourselves.ts';
import { makeApp } from './app.ts';
import type { CustomerPage, ProblemView } from './pages.ts';
import type { PositionsPage } from './positions/schemas.ts';
import { startWorker, type Worker } from './worker.ts';

const address = 'http://localhost:4300';
const start = at('2026-11-22T10:00:00Z');
/** Each look at the clock is a second later: nothing may depend on two looks being the same. */
let ticks = 0;
const clock = () => after(start, ticks++ * second);
let app: ReturnType<typeof makeApp>;
let worker: Worker;

beforeAll(async () => {
  const { app: pool } = await testDatabase();
  const base = { pool, clock, actor: 'staff' };
  const failed: unknown[] = [];
  worker = startWorker(base, (error) => failed.push(error));
  app = makeApp(
    { ...base, wake: () => undefined },
    { workspace: 'nowhere', identify: identifyAsOurselves, report: (error) => failed.push(error) },
  );
  await loadFiles(app.fetch, address, demoVendor(start));
  await worker.settle();
  await worker.stop();
  expect(failed).toEqual([]);
  worker = { ...worker, settle: startWorker(base, (error) => failed.push(error)).settle };
}, 120_000);

async function send(method: string, path: string, body?: string, headers: Record<string, string> = {}) {
  const response = await app.fetch(
    new Request(`${address}${path}`, {
      method,
      headers: { host: 'localhost:4300', ...headers },
      ...(body === undefined ? {} : { body }),
    }),
  );
  return { status: response.status, body: (await response.json()) as never };
}
const positions = async (): Promise<PositionsPage> => (await send('GET', '/v1/positions')).body;
const page = async (id: string): Promise<CustomerPage> =>
  (await send('GET', `/v1/customers/${id}/page`)).body;

describe('the demo vendor, through the public importers alone', () => {
  test('each customer stands where the demo says', async () => {
    const rows = (await positions()).items.map(
      (row) => `${row.customer.id} ${row.clause.id} ${row.used}/${row.entitled} ${row.status}`,
    );
    expect(rows.sort()).toEqual([
      'brightline cad 49/40 beyond',
      'copperfield seats 26/25 beyond',
      expect.stringMatching(/^fjordline calls 2,[\d,]+\/2,500,000 covered$/),
      'fjordline cores 64/72 within',
      'harborview seats 47/50 near',
      'kestrel cad 26/20 beyond',
      'kestrel solver 5/8 within',
      expect.stringMatching(/^northwind calls [\d,]+\/500,000 within$/),
      'northwind seats 84/120 within',
      expect.stringMatching(/^solano calls [\d,]+\/150,000 within$/),
      'solano seats 15/20 within',
      expect.stringMatching(/^solano territory [\d,]+\/0 beyond$/),
      'tidewater seats 0/10 cannot-tell',
    ]);
  });

  test('the page of positions is ordered worst first by money', async () => {
    const { items: rows, totals } = await positions();
    const money = rows.map((row) => Number(row.moneyAtStake?.amount ?? 0));
    expect(money).toEqual([...money].sort((a, b) => b - a));
    expect(
      totals?.atStake.map(({ currency }) => currency),
      'none for what is our own mistake',
    ).toEqual(['EUR']);
  });

  test('growth: verified by two counts, with limit, value, excess and each counted unit', async () => {
    const { findings, notices } = await page('brightline');
    expect(findings).toHaveLength(1);
    const [finding] = findings;
    expect(finding).toMatchObject({
      state: 'verified',
      limit: '40',
      measured: '49',
      excess: '9',
      windowsBeyond: 3,
      verification: { counts: 'agree', passed: true },
    });
    expect(finding!.evidence).toMatchObject({ value: '49', total: 49 });
    expect(finding!.provenance.map(({ value }) => value)).toEqual(['30', '10']);
    expect(notices[0]).toMatchObject({ kind: 'notice', withheld: 'Nobody has confirmed the finding yet.' });
  });

  test('a person counted twice: not verified, the question names both spellings, nothing may go out', async () => {
    const { findings, notices } = await page('copperfield');
    expect(findings[0]).toMatchObject({ state: 'detected', excess: '1', verification: { passed: false } });
    expect(findings[0]!.questions[0]).toMatchObject({
      code: 'possible-double',
      units: '1',
      words: expect.stringContaining(
        'maria.santos@copperfield.example and santos.maria@copperfield.example may be',
      ),
    });
    expect(notices[0]!.withheld).toMatch(/Verification has not passed/);
  });

  test('our own mistake: the draft is an apology', async () => {
    const { findings, notices } = await page('kestrel');
    expect(findings[0]!.cause).toMatch(/our own mistake/);
    expect(notices[0]).toMatchObject({ kind: 'apology' });
    expect(notices[0]!.text).toContain('issued 28 licenses in place of the 20 you ordered');
  });

  test('a permit covers the use: no finding, and the limit says where it comes from', async () => {
    const { findings, agreements } = await page('fjordline');
    expect(findings).toEqual([]);
    expect(agreements[0]!.clauses[0]!.allowedWords).toMatch(
      /2,500,000 = 2,000,000 signed \+ 500,000 by grant EX-014 through/,
    );
  });

  test('a restriction: what was seen outside of it is named, in the finding and in the notice', async () => {
    const { findings, notices } = await page('solano');
    expect(findings[0]!.summary).toMatch(
      /outside what AG-solano allows for territory: US \(3,\d{3}\), first in/,
    );
    expect(notices[0]!.text).toMatch(/- Allowed for territory: AT, DE\n- Seen besides: US \(3,\d{3}\)/);
    expect(notices[0]!.text).not.toMatch(/€|Allowed: 0/);
  });

  test('use nobody has mapped is listed', async () => {
    expect((await page('brightline')).unmatched).toEqual([
      expect.objectContaining({ feature: 'forge_render_beta', records: 1 }),
    ]);
  });

  test('loading the same files again changes nothing', async () => {
    const before = await positions();
    await loadFiles(app.fetch, address, demoVendor(start));
    await worker.settle();
    expect({ ...(await positions()), asOf: '' }).toEqual({ ...before, asOf: '' });
    expect((await page('brightline')).findings[0]!.version).toBe(2);
  });
});

describe('commands on a finding', () => {
  const command = async (
    customer: string,
    name: string,
    order: object,
    key = crypto.randomUUID() as string,
  ) => {
    const { findings } = await page(customer);
    const body = JSON.stringify({ expectedVersion: findings[0]!.version, ...order });
    return send('POST', `/v1/customers/${customer}/findings/${findings[0]!.key}/${name}`, body, {
      'content-type': 'application/json',
      'idempotency-key': key,
    });
  };

  test('an unverified finding cannot be confirmed; the answer says why', async () => {
    expect(await command('copperfield', 'confirm', {})).toMatchObject({
      status: 409,
      body: { code: 'not_possible_now' },
    });
  });
  test('a dismissal needs a reason', async () => {
    expect(await command('copperfield', 'dismiss', { cause: 'double-count' })).toMatchObject({
      status: 422,
      body: { code: 'reason_missing', pointer: '/reason' },
    });
  });
  test('dismissed with its cause, it stays dismissed when counted again', async () => {
    expect(
      (
        await command('copperfield', 'dismiss', {
          cause: 'double-count',
          reason: 'Maria Santos has two spellings.',
        })
      ).status,
    ).toBe(200);
    await worker.settle();
    expect((await page('copperfield')).findings[0]).toMatchObject({
      state: 'dismissed',
      cause: 'One person was counted more than once.',
    });
  });
  test('what was seen is out of date: nothing happens', async () => {
    expect(await command('brightline', 'confirm', { expectedVersion: 1 })).toMatchObject({
      status: 412,
      body: { code: 'version_conflict' },
    });
  });
  test('confirmed, the notice may go; sent twice, it happens once', async () => {
    const { findings } = await page('brightline');
    const order = {
      cause: 'growth',
      reason: 'Dana confirmed the new team.',
      expectedVersion: findings[0]!.version,
    };
    const first = await command('brightline', 'confirm', order, 'the-same-key');
    expect(first.status).toBe(200);
    expect(await command('brightline', 'confirm', order, 'the-same-key')).toEqual(first);
    expect((await page('brightline')).notices[0]).toMatchObject({ kind: 'notice', withheld: null });
  });
});

describe('bad requests get a clear problem', () => {
  const cases: [string, string, string, string | undefined, Record<string, string>, number, string][] = [
    ['an unknown customer', 'GET', '/v1/customers/nobody/page', undefined, {}, 404, 'not_found'],
    ['an unknown operation', 'GET', '/v1/nothing', undefined, {}, 404, 'not_found'],
    ['a catalog that is no YAML', 'POST', '/v1/imports/catalog', 'products: [', {}, 422, 'yaml_syntax'],
    ['an agreement of nobody', 'POST', '/v1/imports/agreements', '', {}, 422, 'file_empty'],
    [
      'usage of nobody',
      'POST',
      '/v1/customers/nobody/usage',
      '{}',
      { 'content-type': 'application/json' },
      404,
      'not_found',
    ],
    [
      'usage in no known format',
      'POST',
      '/v1/customers/northwind/usage',
      'x',
      { 'content-type': 'image/png' },
      415,
      'unknown_media_type',
    ],
    [
      'a roster without its options',
      'POST',
      '/v1/customers/northwind/usage?format=roster',
      'email\na',
      {},
      422,
      'option_missing',
    ],
    [
      'an unknown zone',
      'POST',
      '/v1/customers/northwind/usage?format=lmstat&source=x&zone=Mars',
      'x',
      {},
      422,
      'invalid_request',
    ],
    [
      'another site',
      'GET',
      '/v1/positions',
      undefined,
      { origin: 'https://elsewhere.example' },
      403,
      'foreign_origin',
    ],
    [
      'another name for us',
      'GET',
      '/v1/positions',
      undefined,
      { host: 'elsewhere.example' },
      403,
      'foreign_origin',
    ],
  ];
  test.each(cases)('%s', async (_, method, path, body, headers, status, code) => {
    const answer = await send(method, path, body, headers);
    expect({ status: answer.status, code: (answer.body as ProblemViewBody).code }).toEqual({ status, code });
    expect((answer.body as ProblemViewBody).todo).not.toBe('');
  });
});
type ProblemViewBody = (typeof ProblemView)['_output'];
