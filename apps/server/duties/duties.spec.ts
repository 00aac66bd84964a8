import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreement, catalog, customers } from '#apps/server/given/papers.ts';
import { type Running, running } from '#apps/server/given/running.ts';
import { at } from '#test/given.ts';

let it: Running;
const json = { 'content-type': 'application/json' };
type Page = {
  items: { dueOn: string; state: string; receipt: { id: string } | null }[];
  next: string | null;
  states: object[];
};
const list = async (query = '') => (await it.send('GET', `/v1/duties?${query}`)).body as Page;
const post = (what: string, body: object) =>
  it.send(
    'POST',
    `/v1/customers/aster/duties/${what}`,
    JSON.stringify({ agreement: 'AG-aster', duty: 'report', ...body }),
    json,
  );

beforeAll(async () => {
  it = await running(at('2026-05-20T10:00:00Z'));
  await it.take('catalog', catalog());
  await it.take('customers', customers(['aster', 'birch']));
  const duties = `duties:
  - id: report
    text: Licensee shall deliver a usage report within 30 days after each calendar quarter.
    plain: You send us a usage report within 30 days after each quarter.
    due: { every: quarter, days: 30 }
    grace: 10
`;
  await it.take('agreements', agreement('aster', { rest: duties }));
  await it.take('agreements', agreement('birch'));
  await it.settle();
});
afterAll(() => it?.stop());

test('each date of a duty is listed with where it stands, page by page', async () => {
  const { items } = await list();
  expect(items.map(({ dueOn, state }) => [dueOn, state])).toEqual([
    ['2026-04-30', 'overdue'],
    ['2026-07-30', 'upcoming'],
    ['2026-10-30', 'upcoming'],
    ['2027-01-30', 'upcoming'],
  ]);
  const first = await list('limit=3');
  expect((await list(`limit=3&cursor=${first.next}`)).items).toMatchObject([{ dueOn: '2027-01-30' }]);
  expect((await list('state=overdue')).items).toHaveLength(1);
  expect((await list('customer=birch')).items).toEqual([]);
});

test('what came in is done; taken back with a reason it is owed again', async () => {
  const receipt = { dueOn: '2026-04-30', receivedOn: '2026-05-19' };
  expect((await post('receive', receipt)).status).toBe(200);
  expect(await post('receive', receipt)).toMatchObject({ status: 422, body: { code: 'receipt_there' } });
  const [done] = (await list('state=done')).items;
  expect(done).toMatchObject({ state: 'done', receipt: { receivedOn: '2026-05-19' } });
  const undo = { receipt: done!.receipt!.id, reason: 'It was the report of another customer.' };
  expect((await post('undo', undo)).status).toBe(200);
  expect((await list('state=overdue')).items).toHaveLength(1);
  expect(await post('undo', undo)).toMatchObject({ status: 422, body: { code: 'receipt_unknown' } });
});

test('a receipt is of a date that is owed, and not of tomorrow', async () => {
  expect((await post('receive', { dueOn: '2026-04-29', receivedOn: '2026-05-01' })).status).toBe(404);
  expect(await post('receive', { dueOn: '2026-04-30', receivedOn: '2026-05-21' })).toMatchObject({
    status: 422,
    body: { code: 'receipt_in_future' },
  });
});

test('an agreement that gets other duties has other dates; what had come in stays on record', async () => {
  await post('receive', { dueOn: '2026-07-30', receivedOn: '2026-05-20' });
  const yearly = 'duties: [{ id: report, text: Once a year., plain: Once a year., due: { every: year } }]\n';
  await it.take('agreements', agreement('aster', { rest: yearly }));
  await it.settle();
  expect((await list()).items.map(({ dueOn }) => dueOn)).toEqual(['2026-12-31']);
  const { rows } = await it.db.admin.query("SELECT 1 FROM event WHERE type = 'duty.received'");
  expect(rows).toHaveLength(2);
});
