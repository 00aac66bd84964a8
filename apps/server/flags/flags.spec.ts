import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agreement, catalog, customers } from '#apps/server/given/papers.ts';
import { type Answer, event, type Running, running } from '#apps/server/given/running.ts';
import { at } from '#test/given.ts';

let it: Running;

beforeAll(async () => {
  it = await running(at('2026-11-22T10:00:00Z'));
  await it.take('catalog', catalog());
  await it.take('customers', customers(['northwind']));
  await it.take('agreements', agreement('northwind'));
  await it.tell('northwind', event('a', at('2026-10-05'), 130));
});
afterAll(() => it?.stop());

const path = '/v1/customers/northwind/flags';
const post = (where: string, body: object, key = ''): Promise<Answer> =>
  it.send('POST', where, JSON.stringify(body), {
    'content-type': 'application/json',
    ...(key ? { 'idempotency-key': key } : {}),
  });
type List = { items: { id: string; kind: string; state: string; reason: string; lifted: object | null }[] };
const list = async () => ((await it.send('GET', path)).body as List).items;
const withheld = async () => (await it.page('northwind')).notices[0]!.withheld;

describe('a flag on a customer', () => {
  test('holds a notice back, with its reason and its last day, until its interval ends', async () => {
    const order = { kind: 'do-not-contact', until: '2026-12-01T00:00:00Z', reason: 'Their CIO asked us to.' };
    expect((await post(path, order, 'key-number-1')).status).toBe(200);
    expect(await withheld()).toBe(
      'This customer is not to be contacted for now. The flag stands through November 30, 2026.',
    );
    it.turnTo(at('2026-12-01T00:00:00Z'));
    expect(await withheld()).toBe('Nobody has confirmed the finding yet.');
    expect(await list()).toMatchObject([{ state: 'over', reason: 'Their CIO asked us to.' }]);
    it.turnTo(at('2026-11-22T10:00:00Z'));
  });

  test('sent again under the same key is raised once, and its reason kept once', async () => {
    const order = { kind: 'legal-hold', reason: 'Case 12.' };
    await post(path, order, 'key-number-2');
    expect((await post(path, order, 'key-number-2')).status).toBe(200);
    expect((await list()).filter(({ kind }) => kind === 'legal-hold')).toHaveLength(1);
    const { rows } = await it.db.admin.query("SELECT 1 FROM document WHERE content = 'Case 12.'");
    expect(rows).toHaveLength(1);
  });

  test('is lifted with a reason, and the past stays to be read', async () => {
    const [flag] = (await list()).filter(({ kind }) => kind === 'legal-hold');
    expect((await post(`${path}/${flag!.id}/lift`, { reason: 'Settled.' })).status).toBe(200);
    expect((await list()).find(({ id }) => id === flag!.id)).toMatchObject({
      state: 'over',
      lifted: { reason: 'Settled.' },
    });
    expect(await post(`${path}/${flag!.id}/lift`, { reason: 'Again.' })).toMatchObject({
      status: 422,
      body: { code: 'flag_over' },
    });
  });

  test.each([
    [{ kind: 'legal-hold', reason: ' ' }, 'invalid_request'],
    [{ kind: 'bad-mood', reason: 'x' }, 'invalid_request'],
    [{ kind: 'legal-hold', reason: 'x', from: '2026-13-01' }, 'invalid_request'],
    [{ kind: 'legal-hold', reason: 'x', until: '2020-01-01T00:00:00Z' }, 'flag_ends_before'],
    [{ kind: 'do-not-contact', reason: 'x' }, 'flag_overlaps'],
  ])('%j is refused: %s, and no reason is kept for it', async (order, code) => {
    const documents = async () =>
      (await it.db.admin.query('SELECT 1 FROM document WHERE content IS NOT NULL')).rowCount;
    const before = await documents();
    expect(await post(path, order)).toMatchObject({ status: 422, body: { code } });
    expect(await documents()).toBe(before);
  });

  test('of a customer who is none of ours is not found', async () => {
    const order = { kind: 'legal-hold', reason: 'x' };
    expect((await post('/v1/customers/nobody/flags', order)).status).toBe(404);
  });
});
