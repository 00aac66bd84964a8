import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { formatInstant, type Instant } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { agreement, catalog, customers } from '../given/papers.ts';
import { event, type Running, running } from '../given/running.ts';
import { spoolFile } from './spool.ts';

const now = at('2026-11-22T10:00:00Z');
const day = at('2026-11-02T08:00:00Z');
const spool = join(tmpdir(), `goodterms-spool-test-${randomUUID()}`);
let server: Running;
let number = 0;
let customer = '';

beforeAll(async () => {
  server = await running(now, { spool });
  await server.take('catalog', catalog());
  const ids = Array.from({ length: 20 }, (_, i) => `c${i}`);
  await server.take('customers', customers(ids));
  for (const id of ids) await server.take('agreements', agreement(id));
  await server.settle();
});
beforeEach(() => {
  number += 1;
  customer = `c${number}`;
});
afterAll(async () => {
  await server.stop();
  await rm(spool, { recursive: true, force: true });
});

type Detail = {
  id: string;
  status: string;
  words: string;
  counts: Record<string, number>;
  problem: { code: string } | null;
  sameAs: { id: string } | null;
  withdrawals: { undone: unknown; reason: string }[];
};
const path = (rest = '') => `/v1/customers/${customer}/usage-imports${rest}`;
const json = { 'content-type': 'application/json' };
const post = async (rest: string, body: unknown = {}) =>
  server.send('POST', path(rest), JSON.stringify(body), json) as Promise<{ status: number; body: never }>;
const detail = async (id: string) => (await server.send('GET', path(`/${id}`))).body as Detail;
const lines = (count: number, quantity = 1) =>
  `${Array.from({ length: count }, (_, i) => event(`e${i}`, (day + i) as Instant, quantity)).join('\n')}\n`;
const uploaded = async (text: string, file = 'march.ndjson') =>
  (await server.send('POST', path(`?file=${file}`), text, { 'content-type': 'application/octet-stream' }))
    .body as Detail;
const imported = async (text: string) => {
  const { id } = await uploaded(text);
  await post(`/${id}/start`, { format: 'cloudevents' });
  await server.settle();
  return detail(id);
};
const used = async () => {
  const { rows } = await server.db.admin.query(
    `SELECT body ->> 'used' AS used FROM position WHERE customer_id = $1`,
    [customer],
  );
  return rows[0]?.used as string;
};

describe('a file that was uploaded', () => {
  test('waits, is shown and tried, and only then taken', async () => {
    const broken = `${lines(3)}{"specversion":"0.9"}\n`;
    const { id, status } = await uploaded(broken);
    expect(status).toBe('waiting');
    const { body } = await post(`/${id}/preview`);
    expect(body).toMatchObject({
      recognized: 'cloudevents',
      problems: [],
      trial: { entries: 4, fresh: 3, known: 0, rejected: 1, more: false },
    });
    await server.settle();
    expect(await detail(id)).toMatchObject({ status: 'waiting' });
    expect(await post(`/${id}/start`, { format: 'cloudevents' })).toMatchObject({ status: 200 });
    await server.settle();
    expect(await detail(id)).toMatchObject({
      status: 'accepted',
      words: '3 new records, 1 entry rejected.',
      counts: { entries: 4, added: 3, rejected: 1 },
    });
    expect(await used()).toBe('3');
    expect(await post(`/${id}/start`, { format: 'cloudevents' })).toMatchObject({ status: 409 });
  });

  test('that came before changes nothing and says so', async () => {
    const first = await imported(lines(3));
    const { id } = await uploaded(lines(3));
    expect((await detail(id)).sameAs).toMatchObject({ id: first.id });
    expect((await post(`/${id}/preview`)).body).toMatchObject({ trial: { fresh: 0, known: 3 } });
    expect(await imported(lines(3))).toMatchObject({
      words: 'All 3 were known already: nothing changed.',
      counts: { added: 0, duplicates: 3 },
    });
  });

  test('is asked for what its format needs, and that is proposed the next time', async () => {
    const roster = 'user,team\nann,one\nbob,two\n';
    const { id } = await uploaded(roster, 'seats.csv');
    const missing = (await post(`/${id}/preview`)).body as {
      format: string;
      problems: { pointer: string }[];
    };
    expect(missing.format).toBe('roster');
    expect(missing.problems.map(({ pointer }) => pointer)).toEqual(['/source', '/roster', '/feature', '/at']);
    expect(await post(`/${id}/start`, { format: 'roster' })).toMatchObject({
      status: 422,
      body: { code: 'option_missing' },
    });
    const options = { source: 'okta', roster: 'all', feature: 'call', at: formatInstant(day) };
    expect(await post(`/${id}/start`, { format: 'roster', options })).toMatchObject({ status: 200 });
    await server.settle();
    expect((await detail(id)).status).toBe('accepted');
    const next = await uploaded(roster, 'seats.csv');
    expect((await post(`/${next.id}/preview`)).body).toMatchObject({
      options: { source: 'okta', roster: 'all', feature: 'call' },
      problems: [{ pointer: '/at' }],
    });
  });

  test('that cannot be read to its end is refused whole, and says where', async () => {
    const { status, problem } = await imported(lines(3).slice(0, -20));
    expect({ status, code: problem?.code }).toEqual({ status: 'refused', code: 'truncated' });
    expect(await used()).toBe('0');
  });

  test('is refused without content, and for a customer nobody knows', async () => {
    const type = { 'content-type': 'application/octet-stream' };
    expect(await server.send('POST', path('?file=x'), '', type)).toMatchObject({
      status: 422,
      body: { code: 'file_empty' },
    });
    customer = 'nobody';
    expect(await server.send('POST', path('?file=x'), 'x', type)).toMatchObject({ status: 404 });
  });

  test('can be canceled while it waits, and leaves no copy', async () => {
    const { id } = await uploaded(lines(3));
    const before = await readdir(spool);
    expect(await post(`/${id}/cancel`)).toMatchObject({ status: 200, body: { status: 'canceled' } });
    expect(await readdir(spool)).toHaveLength(before.length - 1);
    expect(await post(`/${id}/cancel`)).toMatchObject({ status: 409 });
    await server.settle();
    expect(await used()).toBe('0');
  });

  test('whose upload is cut off leaves nothing', async () => {
    const before = await readdir(spool);
    const cut = async function* () {
      yield new TextEncoder().encode('{"a":');
      throw new Error('the connection is gone');
    };
    await expect(spoolFile(spool, cut())).rejects.toThrow('the connection is gone');
    expect(await readdir(spool)).toEqual(before);
  });
});

describe('rejected entries', () => {
  test('are listed page by page and come as a table without formulas', async () => {
    const bad = `{"specversion":"1.0","id":"=1+1","source":"/s","type":"call","time":"=cmd()"}\n`;
    const { id } = await imported(`${lines(1)}${bad.repeat(3)}`);
    const first = (await server.send('GET', path(`/${id}/rejections?limit=2`))).body as {
      items: { line: number; code: string; todo: string }[];
      next: string;
    };
    expect(first.items).toMatchObject([
      { line: 2, code: 'time' },
      { line: 3, code: 'time' },
    ]);
    const rest = await server.send('GET', path(`/${id}/rejections?limit=2&cursor=${first.next}`));
    expect(rest.body).toMatchObject({ items: [{ line: 4 }], next: null });
    const csv = await server.text(path(`/${id}/rejections.csv`));
    expect(csv.split('\r\n')).toHaveLength(5);
    expect(csv).not.toMatch(/(^|,)"?[=+@-]/m);
  });
});

describe('undoing an import', () => {
  test('takes what it brought out of the positions, and back', async () => {
    const { id } = await imported(lines(3));
    expect(await used()).toBe('3');
    const reason = 'It was of another customer.';
    expect(await post(`/${id}/withdraw`, { reason })).toMatchObject({
      status: 200,
      body: { withdrawn: true, words: '3 new records. Undone: it does not count.' },
    });
    await server.settle();
    expect(await used()).toBe('0');
    expect(await post(`/${id}/withdraw`, { reason })).toMatchObject({ status: 409 });
    expect(await post(`/${id}/restore`, { reason: 'It was theirs.' })).toMatchObject({ status: 200 });
    await server.settle();
    expect(await used()).toBe('3');
    expect((await detail(id)).withdrawals).toMatchObject([{ reason, undone: { reason: 'It was theirs.' } }]);
    expect(await post(`/${id}/restore`, { reason })).toMatchObject({ status: 409 });
  });

  test('needs a reason', async () => {
    const { id } = await imported(lines(1));
    expect(await post(`/${id}/withdraw`, { reason: ' ' })).toMatchObject({ status: 422 });
  });
});

test('the list shows imports of all customers, however they came, the latest first', async () => {
  await server.tell(customer, event('direct', day, 1));
  const { id } = await imported(lines(2));
  const list = (query = '') => server.send('GET', `/v1/usage-imports?${query}`);
  const { items, next } = (await list('limit=2')).body as { items: Detail[]; next: string };
  expect(items).toMatchObject([
    { id, origin: 'upload', customer: { id: customer } },
    { origin: 'request', words: '1 new record.' },
  ]);
  const following = (await list(`limit=1&cursor=${next}`)).body as { items: Detail[] };
  expect(Number(following.items[0]!.id)).toBeLessThan(Number(items[1]!.id));
  expect((await list(`customer=${customer}`)).body).toMatchObject({ items: [{}, {}], next: null });
  expect((await list('status=canceled')).body).toMatchObject({ items: [{ status: 'canceled' }] });
  expect(await list('cursor=nonsense')).toMatchObject({ status: 422 });
});

describe('a run', () => {
  test('that somebody cancels leaves nothing', async () => {
    const { id } = await uploaded(lines(60_000));
    await post(`/${id}/start`, { format: 'cloudevents' });
    const settled = server.settle();
    await server.db.admin.query(
      `UPDATE usage_import_job SET cancel_requested_at = now(), cancel_requested_by = 'ann' WHERE import_id = $1`,
      [id],
    );
    await settled;
    expect(await detail(id)).toMatchObject({
      status: 'canceled',
      words: 'Canceled. Nothing of it was taken.',
    });
    const left = await server.db.admin.query('SELECT count(*) FROM usage_record WHERE import_id = $1', [id]);
    expect(left.rows).toEqual([{ count: '0' }]);
  });

  test('that was cut off is taken up again, and told as failed after three times', async () => {
    const cutOff = async (attempts: number) => {
      const { id } = await uploaded(lines(2));
      await post(`/${id}/start`, { format: 'cloudevents' });
      await server.db.admin.query(`UPDATE usage_import SET status = 'running' WHERE id = $1`, [id]);
      await server.db.admin.query('UPDATE usage_import_job SET attempts = $2 WHERE import_id = $1', [
        id,
        attempts,
      ]);
      await server.settle();
      return detail(id);
    };
    expect(await cutOff(1)).toMatchObject({ status: 'accepted', counts: { added: 2 } });
    expect(await cutOff(3)).toMatchObject({ status: 'failed', problem: { code: 'import_interrupted' } });
  });

  test('whose copy is gone says so', async () => {
    const { id } = await uploaded(lines(1));
    await rm(spool, { recursive: true });
    await post(`/${id}/start`, { format: 'cloudevents' });
    await server.settle();
    expect(await detail(id)).toMatchObject({ status: 'failed', problem: { code: 'import_copy_lost' } });
  });
});
