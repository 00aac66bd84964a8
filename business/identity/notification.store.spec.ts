import { beforeAll, expect, test } from 'vitest';
import { type Tx, vendorWide, withScope } from '#platform/database/scope.ts';
import { after, day, type Instant } from '#platform/instant.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { at } from '#test/given.ts';
import {
  countUnseen,
  markSeen,
  mostUnseen,
  notify,
  readNotifications,
  type ToTell,
} from './notification.store.ts';
import { notificationKinds } from './notification.ts';
import type { Principal } from './principal.ts';

let db: TestDatabase;
let people = 0;
const now = at('2026-11-23T09:00:00Z');

beforeAll(async () => {
  db = await testDatabase();
});

const inScope = <T>(work: (tx: Tx) => Promise<T>, customers = ['aster', 'birch', vendorWide]): Promise<T> =>
  withScope(db.app, { customers, actor: 'test' }, work);

/** Somebody nobody has told anything yet. */
const person = (role: 'license-manager' | 'auditor' = 'license-manager'): Principal & { kind: 'staff' } => ({
  kind: 'staff',
  account: `person-${people++}`,
  role,
});
const tell = (more: Partial<ToTell> & Pick<ToTell, 'to'>) =>
  inScope((tx) => notify(tx, { customer: 'aster', kind: 'finding.new', now, ...more }));
const read = (who: Principal, customers?: string[]) =>
  inScope((tx) => readNotifications(tx, who, { after: null, limit: 50 }), customers);
const unseen = (who: Principal, customers?: string[]) => inScope((tx) => countUnseen(tx, who), customers);
const clear = () => db.admin.query('DELETE FROM notification');

test('one person is told and nobody else', async () => {
  const [ann, bob] = [person(), person()];
  await tell({ to: { staff: ann.account }, place: '/customers/aster' });
  expect(await read(ann)).toMatchObject([
    { customer: 'aster', kind: 'finding.new', place: '/customers/aster', at: now, seen: false },
  ]);
  expect(await read(bob)).toEqual([]);
});

test('a role is told: everybody of it sees it for themselves', async () => {
  const [ann, bob, ada] = [person(), person(), person('auditor')];
  await tell({ to: { role: 'license-manager' }, customer: null, kind: 'review.due' });
  const [one] = await read(ann);
  expect(one).toMatchObject({ customer: null, place: notificationKinds['review.due'].place });
  await inScope((tx) => markSeen(tx, ann, { ids: [one!.id] }));
  expect([await unseen(ann), await unseen(bob), await unseen(ada)]).toEqual([0, 1, 0]);
  expect(await read(ann)).toMatchObject([{ seen: true }]);
  await clear();
});

test('nothing is seen of a customer outside the scope, nor counted, nor marked', async () => {
  const ann = person();
  await tell({ to: { staff: ann.account }, customer: 'birch' });
  expect(await read(ann, ['aster', vendorWide])).toEqual([]);
  expect(await unseen(ann, ['aster', vendorWide])).toBe(0);
  await inScope((tx) => markSeen(tx, ann, { through: '999999' }), ['aster', vendorWide]);
  expect(await unseen(ann)).toBe(1);
});

test('nobody but staff is told anything, whatever their account is called', async () => {
  const ann = person();
  await tell({ to: { staff: ann.account } });
  const { account } = ann;
  const others: Principal[] = [
    { kind: 'customer', account, customer: 'aster', role: 'customer-administrator' },
    { kind: 'partner', account, partner: 'reef' },
  ];
  for (const other of others) {
    expect(await read(other)).toEqual([]);
    expect(await unseen(other)).toBe(0);
  }
});

test('what somebody else was told cannot be marked as seen', async () => {
  const [ann, bob] = [person(), person()];
  await tell({ to: { staff: ann.account } });
  const [one] = await read(ann);
  await inScope((tx) => markSeen(tx, bob, { ids: [one!.id] }));
  const { rows } = await db.admin.query('SELECT 1 FROM notification_seen WHERE account = $1', [bob.account]);
  expect([await unseen(ann), rows]).toEqual([1, []]);
});

test('all up to the newest that was shown are seen, and what came since is not', async () => {
  const ann = person();
  for (const _ of [1, 2, 3]) await tell({ to: { staff: ann.account } });
  const [newest] = await read(ann);
  await tell({ to: { staff: ann.account }, kind: 'alert.crossed' });
  await inScope((tx) => markSeen(tx, ann, { through: newest!.id }));
  expect(await unseen(ann)).toBe(1);
  expect((await read(ann)).map(({ kind, seen }) => [kind, seen])).toEqual([
    ['alert.crossed', false],
    ...[1, 2, 3].map(() => ['finding.new', true]),
  ]);
});

test('the same under one key is told once; whoever did it has seen it', async () => {
  const ann = person();
  for (const _ of [1, 2]) await tell({ to: { staff: ann.account }, once: 'F-1' });
  await tell({ to: { staff: ann.account }, once: 'F-2', by: ann.account });
  expect(await read(ann)).toHaveLength(2);
  expect(await unseen(ann)).toBe(1);
});

test('page by page, the newest first', async () => {
  const ann = person();
  for (const kind of ['finding.new', 'alert.crossed', 'review.due'] as const)
    await tell({ to: { staff: ann.account }, kind });
  const first = await inScope((tx) => readNotifications(tx, ann, { after: null, limit: 2 }));
  const second = await inScope((tx) => readNotifications(tx, ann, { after: first[1]!.id, limit: 2 }));
  expect([...first, ...second].map(({ kind }) => kind)).toEqual([
    'review.due',
    'alert.crossed',
    'finding.new',
  ]);
});

test('what is older than 90 days is gone with the next, and the count ends at what is shown as more', async () => {
  const ann = person();
  for (let n = 0; n < mostUnseen + 3; n++) await tell({ to: { staff: ann.account } });
  expect(await unseen(ann)).toBe(mostUnseen);
  await tell({ to: { staff: ann.account }, now: after(now, 91 * day) as Instant });
  expect(await read(ann)).toHaveLength(1);
});

test('a place is in the workspace, and nowhere else', async () => {
  for (const place of ['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere.example'])
    await expect(tell({ to: { role: 'auditor' }, place })).rejects.toThrow(/notification_place_check/);
});
