import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agreement, catalog, customers } from '#apps/server/given/papers.ts';
import { event, type Running, running } from '#apps/server/given/running.ts';
import { at } from '#test/given.ts';

let it: Running;
type Person = { id: string; name: string; active: boolean; version: number };
const json = { 'content-type': 'application/json' };
const post = (path: string, body: object, headers = {}) =>
  it.send('POST', path, JSON.stringify(body), { ...json, ...headers });
const team = async () => ((await it.send('GET', '/v1/team')).body as { items: Person[] }).items;
const person = async (name: string) => (await team()).find((one) => one.name === name)!;
const held = async (table: string, column: string) =>
  (await it.db.admin.query(`SELECT string_agg(${column}::text, ' ') AS all FROM ${table}`)).rows[0]
    .all as string;

beforeAll(async () => {
  it = await running(at('2026-11-22T10:00:00Z'));
  await it.take('catalog', catalog());
  await it.take('customers', customers(['aster']));
  await it.take('agreements', agreement('aster'));
  await it.tell('aster', event('a', at('2026-10-05'), 130));
  for (const name of ['Ada Quist', 'Ben Rhodes'])
    await post('/v1/team', { name, email: `${name.slice(0, 3)}@vendor.example`, role: 'license-manager' });
});
afterAll(() => it?.stop());

describe('the team', () => {
  test('two people never share an address', async () => {
    const twin = { name: 'Ada', email: 'ADA@vendor.example', role: 'sales' };
    expect(await post('/v1/team', twin)).toMatchObject({ status: 422, body: { code: 'staff_email_taken' } });
  });

  test('a change says which version it was made from', async () => {
    const { id, version } = await person('Ben Rhodes');
    const change = JSON.stringify({ name: 'Ben Rhodes', email: 'ben@vendor.example', role: 'legal' });
    expect((await it.send('PUT', `/v1/team/${id}`, change, json)).status).toBe(428);
    const seen = { ...json, 'if-match': `"${version}"` };
    expect((await it.send('PUT', `/v1/team/${id}`, change, seen)).status).toBe(200);
    expect((await it.send('PUT', `/v1/team/${id}`, change, seen)).status).toBe(412);
  });

  test('events hold ids alone; who left can be erased, and then no table holds the name', async () => {
    expect(await held('event', 'payload')).not.toMatch(/ben|Rhodes|@/i);
    expect(await held('stream_state', 'state')).not.toMatch(/Rhodes|@/);
    const { id } = await person('Ben Rhodes');
    const step = async (name: string) => {
      const { version } = (await team()).find((one) => one.id === id)!;
      return post(`/v1/team/${id}/${name}`, {}, { 'if-match': `"${version}"` });
    };
    expect(await step('erase')).toMatchObject({ status: 422, body: { code: 'staff_active' } });
    expect((await step('retire')).status).toBe(200);
    expect((await step('erase')).status).toBe(200);
    expect(await team()).toHaveLength(1);
    for (const [table, column] of [
      ['staff_member', 'name'],
      ['staff_member', 'email'],
      ['document', 'content'],
    ])
      expect(await held(table!, column!)).not.toMatch(/Rhodes|ben@/);
  });
});

describe('the work at a customer', () => {
  const path = '/v1/customers/aster';

  test('a position is assigned to somebody of the team, and to nobody again', async () => {
    const { id } = await person('Ada Quist');
    const place = { agreement: 'AG-aster', clause: 'calls' };
    expect((await post(`${path}/assignments`, { ...place, staff: id })).body).toMatchObject({
      assigned: [{ ...place, group: '[]', name: 'Ada Quist' }],
    });
    expect((await it.positions()).items[0]!.owner).toEqual({ id, name: 'Ada Quist', by: 'assigned' });
    expect((await post(`${path}/assignments`, { ...place, staff: null })).body).toMatchObject({
      assigned: [],
    });
    expect((await post(`${path}/assignments`, { ...place, staff: 'nobody' })).status).toBe(404);
  });

  test('a note has its author and time; more is added below, nothing changed; erased, only that it was stays', async () => {
    const { id: author } = await person('Ada Quist');
    await post(`${path}/notes`, { text: 'Called Dana.', author }, { 'idempotency-key': 'note-key-1' });
    const again = await post(
      `${path}/notes`,
      { text: 'Called Dana.', author },
      { 'idempotency-key': 'note-key-1' },
    );
    const [note] = (again.body as { notes: { id: string }[] }).notes;
    const added = await post(`${path}/notes/${note!.id}/append`, { text: 'She will call back.' });
    expect(added.body).toMatchObject({
      notes: [
        {
          finding: null,
          texts: [
            { text: 'Called Dana.', by: 'Ada Quist', at: expect.stringMatching(/^2026-11-22T10:00/) },
            { text: 'She will call back.', by: 'staff' },
          ],
        },
      ],
    });
    expect(await held('event', 'payload')).not.toContain('Dana');
    await post(`${path}/notes/${note!.id}/erase`, {});
    expect(await held('document', 'content')).not.toContain('Dana');
    expect((await it.send('GET', `${path}/work`)).body).toMatchObject({
      notes: [{ erased: true, texts: [{ text: null }, { text: null }] }],
    });
    expect(await post(`${path}/notes/${note!.id}/append`, { text: 'x' })).toMatchObject({
      status: 422,
      body: { code: 'note_unknown' },
    });
  });
});
