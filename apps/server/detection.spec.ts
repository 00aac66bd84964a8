import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { after, day, type Instant, minute } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { agreement, catalog, customers } from './given/papers.ts';
import { event, type Running, retraction, running } from './given/running.ts';
import type { FindingView } from './pages.ts';

/** A customer a story: each has an agreement for a hundred calls a month. */
const ids = ['late', 'taken-back', 'unsure', 'lower', 'higher', 'gone', 'apart', 'moved', 'again', 'ordered'];
let it: Running;
let clock = at('2026-07-10');

beforeAll(async () => {
  it = await running(clock);
  await it.take('catalog', catalog());
  await it.take('customers', customers([...ids, 'pardoned', 'expiring', 'closing']));
  await it.take('agreements', ids.map((id) => agreement(id)).join('---\n'));
});
afterAll(async () => {
  await it.stop();
  expect(it.failed).toEqual([]);
});

/** Time goes on by a day with every step, so that nothing happens at one moment. */
function nextDay(): void {
  clock = after(clock, day);
  it.turnTo(clock);
}
const mid = (month: number): Instant => at(`2026-0${month}-15`);
/** So many calls in the middle of each of these months, by number. */
const calls = (months: Record<number, number>, suffix = '') =>
  Object.entries(months).map(([month, calls]) => event(`${month}${suffix}`, mid(Number(month)), calls));
const tell = async (customer: string, ...events: string[]) => {
  nextDay();
  await it.tell(customer, ...events);
};
const findings = async (customer: string): Promise<FindingView[]> => (await it.page(customer)).findings;
const standing = async (customer: string) =>
  (await findings(customer))
    .map(({ state, measured, excess, since, until }) => {
      const months = `${since.slice(5, 7)}-${until === null ? '' : until.slice(5, 7)}`;
      return `${state} ${months}: ${measured}, +${excess}`;
    })
    .sort();
const keys = async (customer: string) =>
  Object.fromEntries((await findings(customer)).map(({ since, key }) => [since.slice(5, 7), key]));
async function command(customer: string, name: string, body: object = {}) {
  const [finding] = await findings(customer);
  const path = `/v1/customers/${customer}/findings/${finding!.key}/${name}`;
  const order = JSON.stringify({ expectedVersion: finding!.version, ...body });
  const answer = await it.send('POST', path, order, { 'content-type': 'application/json' });
  expect(answer.status).toBe(200);
  await it.settle();
}

describe('what comes in later counts as if it had come in time', () => {
  test('late events make a finding of a month long closed, and lengthen it', async () => {
    await tell('late', ...calls({ 3: 90, 4: 120 }));
    expect(await standing('late')).toEqual(['verified 04-05: 120, +20']);
    const before = await keys('late');
    await tell('late', event('late', mid(3), 45));
    expect(await standing('late')).toEqual(['verified 03-05: 135, +35']);
    expect(Object.values(await keys('late'))).toEqual(Object.values(before));
  });

  test('a retraction takes the use back, and the finding is cleared', async () => {
    await tell('taken-back', ...calls({ 3: 90 }), event('x', mid(3), 30));
    expect(await standing('taken-back')).toEqual(['verified 03-04: 120, +20']);
    await tell('taken-back', retraction('r', 'x', mid(5)));
    expect(await standing('taken-back')).toEqual(['cleared 03-04: 120, +20']);
    const { used, status } = (await it.positions()).items.find((row) => row.customer.id === 'taken-back')!;
    expect({ used, status }).toMatchObject({ status: 'within' });
  });

  test('contents in conflict count from when they are settled, and no longer once that is undone', async () => {
    await tell('unsure', ...calls({ 3: 90 }), event('x', mid(3), 5));
    await tell('unsure', event('x', mid(3), 50));
    expect(await standing('unsure')).toEqual([]);
    const path = '/v1/customers/unsure/conflicts';
    const list = (await it.send('GET', path)).body as {
      conflicts: { contents: { digest: string; quantity: string }[] }[];
    };
    const { digest } = list.conflicts[0]!.contents.find(({ quantity }) => quantity === '50')!;
    const post = (name: string, body: object) =>
      it.send('POST', `${path}/${name}`, JSON.stringify({ reason: 'By phone.', ...body }), {
        'content-type': 'application/json',
      });
    nextDay();
    const { choice } = (await post('choose', { source: '/gateway', id: 'x', digest })).body as {
      choice: string;
    };
    await it.settle();
    expect(await standing('unsure')).toEqual(['verified 03-04: 140, +40']);
    nextDay();
    await post('undo', { choice });
    await it.settle();
    expect(await standing('unsure')).toEqual(['detected 03-04: 140, +40']);
    const place = (await it.positions()).items.find((row) => row.customer.id === 'unsure')!;
    expect(place).toMatchObject({ status: 'cannot-tell', used: '90', moneyAtStake: null });
    nextDay();
    await post('choose', { source: '/gateway', id: 'x', digest });
    await it.settle();
    expect(await standing('unsure')).toEqual(['verified 03-04: 140, +40']);
  });
});

describe('a confirmed finding keeps its reading', () => {
  const confirmed = async (customer: string) => {
    await tell(customer, ...calls({ 3: 90 }), event('x', mid(3), 30));
    await command(customer, 'confirm', { cause: 'growth' });
  };

  test('counted again lower, a correction is due and the notice becomes one', async () => {
    await confirmed('lower');
    expect((await it.page('lower')).notices[0]).toMatchObject({ kind: 'notice', withheld: null });
    await tell('lower', retraction('r', 'x', mid(5)), event('y', mid(3), 15));
    expect(await standing('lower')).toEqual(['confirmed 03-04: 120, +20']);
    const { notices, findings } = await it.page('lower');
    expect(findings[0]!.revisions.map(({ words }) => words)).toEqual([
      expect.stringMatching(/105 where 100 was allowed, less than before/),
    ]);
    expect(notices[0]).toMatchObject({ kind: 'correction', withheld: null });
    expect(notices[0]!.text).toMatch(/105/);
    const { rows } = await it.db.admin.query(
      `SELECT type, visibility FROM event WHERE customer_id = 'lower' AND type LIKE 'finding.correction%'`,
    );
    expect(rows).toEqual([{ type: 'finding.correctionDue', visibility: 'shared' }]);
  });

  test('counted again higher, it is noted, and neither the finding nor the notice is raised', async () => {
    await confirmed('higher');
    const { notices: before } = await it.page('higher');
    await tell('higher', event('y', mid(3), 60));
    expect(await standing('higher')).toEqual(['confirmed 03-04: 120, +20']);
    const { notices, findings } = await it.page('higher');
    expect(findings[0]!.revisions.map(({ words }) => words)).toEqual([
      expect.stringMatching(/more than before/),
    ]);
    expect(notices[0]).toMatchObject({ kind: 'notice', subject: before[0]!.subject });
    expect(notices[0]!.text).not.toMatch(/180/);
  });

  test('with nothing left of it, it is cleared with a correction, which stays on record', async () => {
    await confirmed('gone');
    await tell('gone', retraction('r', 'x', mid(5)));
    expect((await findings('gone')).map(({ state }) => state)).toEqual(['cleared']);
    const { rows } = await it.db.admin.query(
      `SELECT type FROM event WHERE customer_id = 'gone' AND type LIKE 'finding.%' ORDER BY version`,
    );
    expect(rows.map(({ type }) => type).slice(-2)).toEqual(['finding.cleared', 'finding.correctionDue']);
  });
});

describe('runs keep the keys of their findings', () => {
  test('joined they are one, and apart again each has its own', async () => {
    await tell('apart', ...calls({ 2: 120, 4: 130 }));
    const before = await keys('apart');
    expect(await standing('apart')).toEqual(['verified 02-03: 120, +20', 'verified 04-05: 130, +30']);
    await tell('apart', ...calls({ 3: 110 }));
    expect(await standing('apart')).toEqual(['verified 02-05: 130, +30']);
    expect(await keys('apart')).toEqual({ '02': before['02'] });
    await tell('apart', retraction('r', '3', mid(5)));
    expect(await standing('apart')).toEqual(['verified 02-03: 120, +20', 'verified 04-05: 130, +30']);
    expect(await keys('apart')).toEqual(before);
  });

  test('where a finding has moved on, new use at its old beginning is a finding of its own', async () => {
    await tell('moved', ...calls({ 2: 120, 3: 120, 4: 120 }));
    const [key] = Object.values(await keys('moved'));
    await tell('moved', retraction('r2', '2', mid(5)), retraction('r3', '3', mid(5)));
    expect(await keys('moved')).toEqual({ '04': key });
    await tell('moved', ...calls({ 2: 150 }, 'b'));
    expect(await standing('moved')).toEqual(['verified 02-03: 150, +50', 'verified 04-05: 120, +20']);
    const now = await keys('moved');
    expect(now['04']).toBe(key);
    expect(now['02']).not.toBe(key);
  });

  test('a run that has grown over a cleared finding is one finding', async () => {
    await tell('again', ...calls({ 2: 120, 4: 130 }));
    const before = await keys('again');
    await tell('again', retraction('r', '4', mid(5)));
    await tell('again', ...calls({ 3: 110, 4: 140 }, 'b'));
    expect(await standing('again')).toEqual(['cleared 04-05: 130, +30', 'verified 02-05: 140, +40']);
    expect((await keys('again'))['02']).toBe(before['02']);
  });
});

test('what comes into question later is asked at the finding, though nothing was counted anew', async () => {
  await tell('ordered', ...calls({ 3: 120 }));
  expect((await findings('ordered'))[0]).toMatchObject({ state: 'verified', questions: [] });
  nextDay();
  const order = '\n      openOrders: [{ id: PO-9, clause: calls, units: 20, since: 2026-03-01 }]';
  await it.take('customers', customers(['ordered'], order));
  await it.settle();
  expect((await findings('ordered'))[0]).toMatchObject({
    state: 'detected',
    verification: { passed: false },
    questions: [{ code: 'order-in-progress', units: '20' }],
    revisions: [],
  });
});

describe('terms that change by decision or by time', () => {
  const permit = (more: string) => `variations:
  - id: EX-1
    kind: permit
    clause: calls
    add: 50
    reason: A migration that both sides planned.
${more}`;

  test('a permit granted later that releases past use clears the finding; without that it stays', async () => {
    await it.take('agreements', agreement('pardoned'));
    await tell('pardoned', ...calls({ 5: 120 }));
    expect(await standing('pardoned')).toEqual(['verified 05-06: 120, +20']);
    nextDay();
    const today = new Date(clock / 1000).toISOString().slice(0, 10);
    const dates = `    from: ${today}\n    until: 2026-12-01\n    decidedOn: ${today}\n`;
    await it.take('agreements', agreement('pardoned', { rest: permit(dates) }));
    await it.settle();
    expect(await standing('pardoned')).toEqual(['verified 05-06: 120, +20']);
    const past = `    releasesPast: { from: 2026-05-01, until: 2026-06-01 }\n`;
    const second = permit(dates + past)
      .replace('variations:\n', '')
      .replace('EX-1', 'EX-2');
    await it.take('agreements', agreement('pardoned', { rest: permit(dates) + second }));
    await it.settle();
    expect(await standing('pardoned')).toEqual(['cleared 05-06: 120, +20']);
  });

  test('a permit that runs out opens a finding, by the worker alone', async () => {
    const until = '    from: 2026-01-10\n    until: 2026-10-01\n    decidedOn: 2026-01-05\n';
    const clause = '\n    limitRule: split';
    const measure = '{ aggregate: peakConcurrency, window: month }';
    await it.take('agreements', agreement('expiring', { clause, measure, rest: permit(until) }));
    const held = event('h', at('2026-03-01'), 130, { kind: 'held', until: '2026-12-20T00:00:00Z' });
    it.turnTo(at('2026-09-01'));
    await it.tell('expiring', held);
    expect(await standing('expiring')).toEqual([]);
    it.turnTo(after(at('2026-10-01'), -10 * minute));
    await it.settle();
    expect(await standing('expiring')).toEqual([]);
    it.turnTo(at('2026-10-01'));
    await it.settle();
    expect(await standing('expiring')).toEqual(['verified 10-: 130, +30']);
  });

  test('the last window of the term is judged once its lateness is over, though the agreement has ended', async () => {
    const clause = '\n    lateness: P3D';
    const measure = '{ aggregate: latest, window: month }';
    await it.take('agreements', agreement('closing', { clause, measure }));
    it.turnTo(at('2026-12-20'));
    await it.tell('closing', event('l', at('2026-12-15'), 130));
    expect(await standing('closing')).toEqual([]);
    it.turnTo(at('2027-01-01'));
    await it.settle();
    expect(await standing('closing')).toEqual([]);
    it.turnTo(at('2027-01-04'));
    await it.settle();
    expect(await standing('closing')).toEqual(['verified 12-01: 130, +30']);
  });
});
