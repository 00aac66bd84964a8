import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agreement, catalog, customers } from '#apps/server/given/papers.ts';
import { event, type Running, running } from '#apps/server/given/running.ts';
import type { Principal } from '#business/identity/principal.ts';
import type { StaffRole } from '#business/identity/roles.ts';
import { at } from '#test/given.ts';

let it: Running;
type Task = {
  kind: string;
  title: string;
  detail: string;
  customer: { id: string; name: string } | null;
  place: string;
  dueOn: string | null;
  state: string;
  for: string;
};
type Told = { items: { kind: string; title: string; customer: object; place: string; seen: boolean }[] };
const json = { 'content-type': 'application/json' };
const administrator: Principal = { kind: 'staff', account: 'staff', role: 'administrator' };
const people = new Map<string, Principal>();

const post = async (path: string, body: object, method = 'POST') => {
  const { status, body: said } = await it.send(method, path, JSON.stringify(body), json);
  expect([status, said]).toMatchObject([200, {}]);
};
const by = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
  it.as(people.get(name)!);
  const done = await work();
  it.as(administrator);
  return done;
};
const tasks = (name: string) =>
  by(name, async () => ((await it.send('GET', '/v1/tasks')).body as { items: Task[] }).items);
const told = (name: string) =>
  by(name, async () => ((await it.send('GET', '/v1/notifications')).body as Told).items);

beforeAll(async () => {
  it = await running(at('2026-05-20T10:00:00Z'));
  const team = [
    ['Sam Ortiz', 'sam.ortiz@meridian.example', 'license-manager'],
    ['Ben Rhodes', 'ben@meridian.example', 'license-manager'],
    ['Ada Quist', 'ada@meridian.example', 'auditor'],
    ['Fay Lund', 'fay@meridian.example', 'finance'],
  ] as const;
  for (const [name, email, role] of team) await post('/v1/team', { name, email, role });
  const { items } = (await it.send('GET', '/v1/team')).body as {
    items: { id: string; name: string; role: StaffRole }[];
  };
  for (const { id, name, role } of items) people.set(name, { kind: 'staff', account: id, role });
  await it.take('catalog', catalog());
  await it.take('customers', customers(['aster', 'birch']));
  const duties = `duties:
  - { id: report, text: A report each quarter., plain: You send us a report each quarter., due: { every: quarter, days: 30 }, grace: 10 }
`;
  await it.take('agreements', agreement('aster', { rest: duties }));
  await it.take('agreements', agreement('birch'));
  await it.tell('aster', event('a', at('2026-04-05'), 130));
});
afterAll(() => it?.stop());

describe('what waits for somebody', () => {
  test('is what is found at the customers they own, and what these owe: by due date', async () => {
    expect(await tasks('Sam Ortiz')).toMatchObject([
      { kind: 'Duty', customer: { name: 'Aster Labs' }, dueOn: '2026-04-30', state: 'overdue', for: 'me' },
      { kind: 'Finding', detail: '130 calls used, 100 allowed', dueOn: null, state: 'open', for: 'me' },
    ]);
  });

  test('is not what waits for somebody else, and an auditor has nothing to do', async () => {
    expect(await tasks('Ben Rhodes')).toEqual([]);
    expect(await tasks('Ada Quist')).toEqual([]);
  });

  test('leads to where it is done', async () => {
    const [duty, finding] = await tasks('Sam Ortiz');
    expect(duty!.place).toBe('/duties');
    expect(finding!.place).toMatch(/^\/customers\/aster#finding-[\w-]+$/);
  });

  test('goes to whom it is assigned, who is told of it; whoever assigned it to themselves is not', async () => {
    const place = { agreement: 'AG-aster', clause: 'calls', group: '[]' };
    const assign = (name: string) =>
      post('/v1/customers/aster/assignments', {
        ...place,
        staff: (people.get(name) as { account: string }).account,
      });
    await assign('Ben Rhodes');
    expect(await tasks('Ben Rhodes')).toMatchObject([{ kind: 'Finding' }]);
    expect((await tasks('Sam Ortiz')).map(({ kind }) => kind)).toEqual(['Duty']);
    expect(await told('Ben Rhodes')).toMatchObject([
      { kind: 'work.assigned', seen: false, customer: { id: 'aster', name: 'Aster Labs' } },
    ]);
    await by('Sam Ortiz', () => assign('Sam Ortiz'));
    expect((await told('Sam Ortiz'))[0]).toMatchObject({ kind: 'work.assigned', seen: true });
  });

  test('a control that nobody has waits for the roles that run controls; a given one for its person', async () => {
    await post('/v1/control-audits', {});
    const controls = async (name: string) =>
      (await tasks(name)).filter(({ kind }) => kind === 'Control').map(({ for: whose }) => whose);
    expect(new Set(await controls('Ben Rhodes'))).toEqual(new Set(['my role']));
    expect(await controls('Fay Lund')).toEqual([]);
    const { items } = (await it.send('GET', '/v1/control-audits')).body as { items: { quarter: string }[] };
    const [mine] = (await tasks('Ben Rhodes')).filter(({ kind }) => kind === 'Control');
    const { controls: all } = (await it.send('GET', `/v1/control-audits/${items[0]!.quarter}`)).body as {
      controls: { code: string; question: string }[];
    };
    const { code } = all.find(({ question }) => question === mine!.title)!;
    const order = { staff: (people.get('Fay Lund') as { account: string }).account, dueOn: '2026-05-27' };
    await post(`/v1/control-audits/${items[0]!.quarter}/tasks/${code}/assign`, order);
    expect(await controls('Fay Lund')).toEqual(['me']);
    expect((await tasks('Fay Lund'))[0]).toMatchObject({ dueOn: '2026-05-27', state: 'soon' });
    expect(await told('Fay Lund')).toMatchObject([{ kind: 'control.assigned', place: '/controls' }]);
    expect((await tasks('Ben Rhodes')).map(({ title }) => title)).not.toContain(mine!.title);
  });
});

describe('what somebody is told', () => {
  test('a finding, once, however often it is looked at again', async () => {
    const findings = async () =>
      (await told('Sam Ortiz')).filter(({ kind }) => kind === 'finding.new').map(({ place }) => place);
    expect(await findings()).toEqual([expect.stringMatching(/^\/customers\/aster#finding-/)]);
    await it.tell('aster', event('b', at('2026-04-06'), 5));
    expect(await findings()).toHaveLength(1);
  });

  test('is seen when they say so, and then not counted any more', async () => {
    const page = () =>
      by('Sam Ortiz', async () => (await it.send('GET', '/v1/notifications?limit=1')).body as never);
    const before = (await page()) as { items: { id: string }[]; next: string; unseen: number };
    expect(before.unseen).toBeGreaterThan(0);
    expect(before.next).not.toBeNull();
    const seen = (body: object) =>
      by('Sam Ortiz', () => it.send('POST', '/v1/notifications/seen', JSON.stringify(body), json));
    expect(await seen({ through: before.items[0]!.id })).toMatchObject({ status: 200, body: { unseen: 0 } });
    expect(await seen({ ids: [] })).toMatchObject({ status: 422, body: { code: 'invalid_request' } });
    expect(await seen({ through: 'x' })).toMatchObject({ status: 422 });
  });

  test('is of no use to anybody of a customer', async () => {
    it.as({ kind: 'customer', account: 'c1', customer: 'aster', role: 'customer-administrator' });
    for (const path of ['/v1/notifications', '/v1/tasks'])
      expect(await it.send('GET', path)).toMatchObject({ status: 200, body: { items: [] } });
    expect(await it.send('GET', '/v1/search?q=aster')).toMatchObject({ status: 403 });
    it.as(administrator);
  });

  test('a cursor of another list is refused', async () => {
    expect(await it.send('GET', '/v1/notifications?cursor=WyJ4Il0')).toMatchObject({
      status: 422,
      body: { code: 'cursor_unknown' },
    });
  });
});
