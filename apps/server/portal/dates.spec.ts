import { afterAll, beforeAll, expect, test } from 'vitest';
import { at } from '#test/given.ts';
import { agreement, catalog, customers } from '../given/papers.ts';
import { type Running, running } from '../given/running.ts';
import type { PortalDates } from './dateSchemas.ts';
import type { PortalOverview } from './overviewSchemas.ts';

/** Northwind owes a report a month after each quarter, with a week of grace; none has come. */
let it: Running;
const duties = `duties:
  - { id: report, text: A report., plain: You send a report., due: { every: quarter, days: 30 }, remind: 14, grace: 7 }
`;
const get = async <T>(where: string) => (await it.send('GET', `/v1/portal/northwind/${where}`)).body as T;
const owed = async () =>
  (await get<PortalDates>('dates')).items
    .filter(({ on }) => on <= '2026-08-01')
    .map(({ on, kind, words }) => [on, kind, words]);

beforeAll(async () => {
  it = await running(at('2026-05-02T10:00:00Z'));
  await it.take('catalog', catalog());
  await it.take('customers', customers(['northwind']));
  await it.take('agreements', agreement('northwind', { rest: duties }));
  it.as({ kind: 'customer', account: 'ana', customer: 'northwind', role: 'customer-member' });
});
afterAll(() => it?.stop());

const july = ['2026-07-30', 'duty-due', 'Due on July 30, 2026: You send a report.'];

test('within its grace what is owed is told by the last day of grace', async () => {
  expect(await owed()).toEqual([
    ['2026-05-07', 'grace-end', 'The time of grace ends on May 7, 2026: You send a report.'],
    july,
  ]);
});

test('what has not come after its grace stays among the dates, as one that was due', async () => {
  it.turnTo(at('2026-05-08T10:00:00Z'));
  const was = 'Was due on April 30, 2026 and has not reached us yet: You send a report.';
  expect(await owed()).toEqual([['2026-04-30', 'duty-due', was], july]);
  const { dates } = await get<PortalOverview>('overview');
  expect(dates[0]).toMatchObject({ on: '2026-04-30', kind: 'duty-due' });
  expect(dates.map(({ kind }) => kind)).toContain('renewal');
});
