import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Principal } from '#business/identity/principal.ts';
import { at } from '#test/given.ts';
import { event } from '../../given/running.ts';
import { givenRoom, type Room } from '../../questions/given/room.ts';
import type { OwnAlertsView } from './schemas.ts';

let room: Room;
const path = '/v1/portal/grown/alerts';
type Answer = OwnAlertsView & { code?: string };

beforeAll(async () => {
  room = await givenRoom();
}, 60_000);
afterAll(async () => {
  await room.it.stop();
  expect(room.it.failed).toEqual([]);
});

const watch = (percent: string, ...hears: string[]) => ({
  ...{ agreement: 'AG-grown', clause: 'calls', hears },
  threshold: { kind: 'percent', percent },
});
const send = (who: Principal, method: string, where: string, body?: object, headers = {}) =>
  room.send<Answer>(who, method, where, body, headers);
const use = async (id: string, quantity: number) => {
  room.it.as({ kind: 'staff', account: 'admin', role: 'administrator' });
  await room.it.tell('grown', event(id, at('2026-06-09'), quantity, { user: 'anna' }));
  await room.it.settle();
};
const letters = async () => (await room.letters()).filter((one) => one.startsWith('ownAlert'));

test('what can be watched is named, and what cannot is refused', async () => {
  await use('j-1', 50);
  const { body } = await send(room.dana, 'GET', path);
  expect(body).toMatchObject({
    items: [],
    lines: [{ clause: 'calls', product: 'Beacon API', now: { used: '50', limit: '100', percent: 50 } }],
    colleagues: [{ id: 'dana' }, { id: 'kim', name: 'Kim Aoki' }],
  });
  const refused = async (order: object) => (await send(room.dana, 'POST', path, order)).body.code;
  expect(await refused({ ...watch('70', 'dana'), clause: 'seats' })).toBe('not_watchable');
  expect(await refused(watch('70', 'olga'))).toBe('hearer_unknown');
  expect(await refused(watch('170', 'dana'))).toBe('invalid_request');
  expect(await refused(watch('70'))).toBe('invalid_request');
});

test('it fires once where it is met, to those who hear and wish to, also while the vendor’s contact is paused', async () => {
  const admin: Principal = { kind: 'staff', account: 'admin', role: 'administrator' };
  const flag = { kind: 'do-not-contact', reason: 'They asked for a quiet week.' };
  expect((await send(admin, 'POST', '/v1/customers/grown/flags', flag)).status).toBe(200);
  const key = { 'idempotency-key': 'own-alert-1' };
  const set = await send(room.dana, 'POST', path, watch('70', 'dana', 'kim'), key);
  expect([set.status, set.body.items.length]).toEqual([200, 1]);
  expect((await send(room.dana, 'POST', path, watch('70', 'dana', 'kim'), key)).body.items).toHaveLength(1);
  await send(room.kim, 'PUT', '/v1/portal/grown/alert-wish', { channel: 'email', kinds: ['forecast'] });
  await use('j-2', 15);
  expect(await letters()).toEqual([]);
  await use('j-3', 5);
  expect(await letters()).toEqual(['ownAlert dana@mail.example']);
  await use('j-4', 1);
  expect(await letters()).toHaveLength(1);
  const { rows } = await room.it.db.admin.query(
    `SELECT subject, body FROM mail_message WHERE kind = 'ownAlert'`,
  );
  expect(rows[0].subject).toBe('Beacon API: 70 of 100 calls in use');
  expect(rows[0].body).toContain('70 % of the limit is used');
  expect(rows[0].body).toContain('/portal/grown/alerts');
  expect((await send(room.dana, 'GET', path)).body.items[0]).toMatchObject({ met: true });
});

test('changed to hear earlier it tells again, and taken away it tells nothing', async () => {
  const [alert] = (await send(room.kim, 'GET', path)).body.items;
  const seen = { 'if-match': `"${alert!.version}"` };
  expect((await send(room.kim, 'PUT', `${path}/${alert!.id}`, watch('60', 'dana'))).body.code).toBe(
    'if_match_missing',
  );
  expect((await send(room.kim, 'PUT', `${path}/${alert!.id}`, watch('60', 'dana'), seen)).status).toBe(200);
  await room.it.settle();
  expect(await letters()).toHaveLength(2);
  expect((await send(room.kim, 'PUT', `${path}/${alert!.id}`, watch('90', 'dana'), seen)).body.code).toBe(
    'version_conflict',
  );
  expect((await send(room.dana, 'DELETE', `${path}/${alert!.id}`)).body.items).toEqual([]);
  expect((await send(room.dana, 'DELETE', `${path}/${alert!.id}`)).status).toBe(404);
  await use('j-5', 25);
  expect(await letters()).toHaveLength(2);
});

test('it is the customer’s own: no other, no partner and nobody of the vendor sets it', async () => {
  expect((await send(room.others, 'GET', path)).status).toBe(404);
  expect((await send(room.others, 'POST', path, watch('70', 'olga'))).status).toBe(404);
  expect((await send(room.partner, 'GET', path)).status).toBe(403);
  expect((await send(room.sam, 'POST', path, watch('70', 'dana'))).status).toBe(403);
  expect((await send(room.sam, 'GET', path)).status).toBe(200);
  expect((await send(room.sam, 'GET', '/v1/portal/grown/alert-wish')).status).toBe(403);
});
