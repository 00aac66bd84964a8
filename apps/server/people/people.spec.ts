import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agreement, catalog, customers } from '#apps/server/given/papers.ts';
import { event, type Running, running } from '#apps/server/given/running.ts';
import type { CustomerPage } from '#apps/server/pages.ts';
import { at } from '#test/given.ts';

/** Three people may call; four keys did, of whom two are one person and one is a machine. */
let it: Running;
const path = '/v1/customers/northwind/people';
type Identity = {
  id: string;
  key: string | null;
  records: number;
  sources: string[];
  decisions: { id: string }[];
};

beforeAll(async () => {
  it = await running(at('2026-11-22T10:00:00Z'));
  await it.take('catalog', catalog());
  await it.take('customers', customers(['northwind', 'others']));
  const measure = '{ aggregate: { unique: who }, window: month }';
  const text = agreement('northwind', { measure }).replace('quantity: 100', 'quantity: 1');
  await it.take('agreements', text);
  const keys = ['anna.lee@a.example', 'anna.lee@b.example', 'ben@a.example', 'svc-backup'];
  await it.tell('northwind', ...keys.map((user, i) => event(`e${i}`, at('2026-10-05'), 1, { user })));
});
afterAll(() => it?.stop());

const post = (where: string, body: object, key = '') =>
  it.send('POST', `${path}/${where}`, JSON.stringify(body), {
    'content-type': 'application/json',
    ...(key ? { 'idempotency-key': key } : {}),
  });
const get = async <T>(where = '') => (await it.send('GET', `${path}${where}`)).body as T;
const list = async (query = '') => (await get<{ items: Identity[] }>(query)).items;
const idOf = async (key: string) => (await list()).find((one) => one.key === key)!.id;
const finding = async (): Promise<CustomerPage['findings'][number]> =>
  (await it.page('northwind')).findings[0]!;

describe('the list of people', () => {
  test('names everybody by key, with what they were seen to use', async () => {
    expect((await list()).map(({ key, records, sources }) => ({ key, records, sources }))[0]).toEqual({
      key: 'anna.lee@a.example',
      records: 1,
      sources: ['/gateway'],
    });
  });
  test('goes on behind a cursor, and is searched by a part of the key', async () => {
    const first = await get<{ items: Identity[]; next: string; total: number }>('?limit=3');
    expect([first.items.length, first.total]).toEqual([3, 4]);
    const rest = await get<{ items: Identity[]; next: null }>(`?limit=3&cursor=${first.next}`);
    expect([rest.items.map(({ key }) => key), rest.next]).toEqual([['svc-backup'], null]);
    expect((await list('?search=LEE')).map(({ key }) => key)).toHaveLength(2);
    expect((await it.send('GET', `${path}?cursor=x`)).status).toBe(422);
  });
  test('suggests, and applies nothing by itself', async () => {
    const { items } = await get<{ items: { kind: string; why: string }[] }>('/suggestions');
    expect(items.map(({ kind }) => kind)).toEqual(['merge', 'leaveOut']);
    expect((await finding()).measured).toBe('4');
  });
  test('of a customer who is none of ours is not found', async () => {
    for (const end of ['', '/suggestions', '/decisions'])
      expect((await it.send('GET', `/v1/customers/nobody/people${end}`)).status).toBe(404);
  });
});

describe('decisions', () => {
  test('a merge shrinks the finding; the evidence says who counts as whom, by which decision and why', async () => {
    const merge = {
      identity: await idOf('anna.lee@a.example'),
      into: await idOf('anna.lee@b.example'),
      reason: 'She told us.',
    };
    expect((await finding()).questions.find(({ code }) => code === 'possible-double')?.people).toHaveLength(
      2,
    );
    expect(await post('merges', merge, 'merge-once')).toMatchObject({
      status: 200,
      body: { decision: 'P-1' },
    });
    expect(await post('merges', merge, 'merge-once')).toMatchObject({
      status: 200,
      body: { decision: 'P-1' },
    });
    await it.settle();
    const { measured, questions, evidence } = await finding();
    expect(measured).toBe('3');
    expect(questions.map(({ code }) => code)).not.toContain('possible-double');
    const told = evidence.rows.flatMap(({ counted }) => counted ?? []);
    expect(told).toEqual([
      'anna.lee@a.example counted as anna.lee@b.example, merged by decision P-1 on November 22, 2026: She told us.',
    ]);
  });

  test('a machine is left out, and what was left out is listed with its decision', async () => {
    expect((await finding()).questions.map(({ code }) => code)).toContain('service-account');
    const order = { identity: await idOf('svc-backup'), reason: 'It makes the backups.' };
    expect((await post('leave-outs', order)).status).toBe(200);
    await it.settle();
    const { measured, questions, notCounted } = await finding();
    expect(measured).toBe('2');
    expect(questions.map(({ code }) => code)).not.toContain('service-account');
    expect(notCounted).toEqual([
      {
        who: 'svc-backup',
        records: 1,
        words: 'Left out by decision P-2 on November 22, 2026: It makes the backups.',
      },
    ]);
    const svc = (await list('?search=svc'))[0]!;
    expect(svc.decisions.map(({ id }) => id)).toEqual(['P-2']);
  });

  test('what contradicts a decision is refused, changes nothing, and keeps no reason', async () => {
    const [anna, other, svc] = await Promise.all(
      ['anna.lee@a.example', 'anna.lee@b.example', 'svc-backup'].map(idOf),
    );
    const reason = 'No.';
    const refused = async (where: string, body: object) =>
      ((await post(where, { ...body, reason })).body as { code: string }).code;
    expect(await refused('merges', { identity: anna, into: anna })).toBe('merge_with_itself');
    expect(await refused('merges', { identity: other, into: anna })).toBe('merge_circle');
    expect(await refused('merges', { identity: svc, into: anna })).toBe('left_out_already');
    expect(await refused('leave-outs', { identity: anna })).toBe('merged_elsewhere');
    expect(await refused('merges', { identity: anna, into: '999999' })).toBe('not_found');
    expect((await post('merges', { identity: anna, into: svc })).status).toBe(422);
    expect(await refused('decisions/P-9/undo', {})).toBe('not_found');
    const { rowCount } = await it.db.admin.query("SELECT 1 FROM document WHERE content = 'No.'");
    expect(rowCount).toBe(0);
  });

  test('an undo restores exactly, and cannot be done twice', async () => {
    expect((await post('decisions/P-2/undo', { reason: 'It is Ben after all.' })).status).toBe(200);
    await it.settle();
    expect(await finding()).toMatchObject({ measured: '3', notCounted: [] });
    expect(await post('decisions/P-2/undo', { reason: 'Again.' })).toMatchObject({ status: 409 });
    const { items } = await get<{ items: { id: string; undone: object | null }[] }>('/decisions');
    expect(items.map(({ id, undone }) => [id, undone !== null])).toEqual([
      ['P-2', true],
      ['P-1', false],
    ]);
  });

  test('a decision from a date on leaves what began before as it is', async () => {
    const order = { identity: await idOf('ben@a.example'), reason: 'A shared desk since.' };
    const { decision } = (await post('leave-outs', { ...order, from: '2026-10-06T00:00:00Z' })).body as {
      decision: string;
    };
    await it.settle();
    expect((await finding()).measured).toBe('3');
    await post(`decisions/${decision}/undo`, { reason: 'From the day before.' });
    const until = '2026-10-06T00:00:00+02:00';
    const earlier = (await post('leave-outs', { ...order, until })).body as { decision: string };
    await it.settle();
    expect((await finding()).measured).toBe('2');
    await post(`decisions/${earlier.decision}/undo`, { reason: 'Enough.' });
    expect((await post('leave-outs', { ...order, from: 'yesterday' })).status).toBe(422);
    expect(await post('leave-outs', { ...order, from: until, until })).toMatchObject({
      body: { code: 'span_empty' },
    });
  });

  test('what was worked out before is forgotten, and stored by nobody who read before', async () => {
    await it.db.admin.query(`INSERT INTO usage_partial
      VALUES ('northwind', '\\x01', '{"bucket":[0,1]}', '2026-01-01Z', '2026-01-02Z', 'old')`);
    const generation = async () =>
      Number((await it.db.admin.query('SELECT number FROM usage_generation')).rows[0].number);
    const before = await generation();
    const order = { identity: await idOf('svc-backup'), reason: 'Once more.' };
    const { decision } = (await post('leave-outs', order)).body as { decision: string };
    expect((await it.db.admin.query('SELECT 1 FROM usage_partial')).rowCount).toBe(0);
    expect(await generation()).toBeGreaterThan(before);
    await post(`decisions/${decision}/undo`, { reason: 'Enough.' });
    await it.settle();
  });
});

test('who is erased stands in no list, no decision and no reason; what was counted stays', async () => {
  const id = await idOf('anna.lee@b.example');
  expect((await it.send('POST', `${path}/${id}/erase`)).status).toBe(200);
  expect((await it.send('POST', `${path}/${id}/erase`)).status).toBe(404);
  await it.settle();
  expect((await finding()).measured).toBe('3');
  const everything = JSON.stringify([await get(), await get('/decisions'), await get('/suggestions')]);
  expect(everything).not.toContain('anna.lee@b.example');
  expect(everything).not.toContain('She told us.');
  const order = { identity: id, into: await idOf('ben@a.example'), reason: 'No.' };
  await post('decisions/P-1/undo', { reason: 'x' });
  expect(await post('merges', order)).toMatchObject({ status: 422, body: { code: 'person_erased' } });
});

test('no event names anybody', async () => {
  const { rows } = await it.db.admin.query(
    "SELECT payload::text AS text FROM event WHERE type LIKE 'people%'",
  );
  expect(rows.length).toBeGreaterThan(3);
  expect(rows.filter(({ text }) => /anna|svc|told/.test(text))).toEqual([]);
});
