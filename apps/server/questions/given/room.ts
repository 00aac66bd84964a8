import { inAccess } from '#business/identity/accessScope.store.ts';
import { acceptAccount, inviteAccount } from '#business/identity/account.store.ts';
import type { Whose } from '#business/identity/account.ts';
import type { Principal } from '#business/identity/principal.ts';
import { at } from '#test/given.ts';
import { agreement, catalog, customers } from '../../given/papers.ts';
import { event, type Running, running } from '../../given/running.ts';

/** Two customers with their people, a partner of the first, the person of the vendor who answers, and a colleague. */
export type Room = {
  readonly it: Running;
  readonly dana: Principal;
  readonly kim: Principal;
  readonly others: Principal;
  readonly partner: Principal;
  readonly sam: Principal;
  readonly theo: Principal;
  readonly auditor: Principal;
  /** Sends a body as somebody, and returns status and answer. */
  readonly send: <T>(
    who: Principal,
    method: string,
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ) => Promise<{ status: number; body: T }>;
  /** Letters that were queued, by kind and address, oldest first. */
  readonly letters: () => Promise<string[]>;
};

/** Wednesday, noon. */
export const start = at('2026-06-10T12:00:00Z');

/** Starts all of it. In March `grown` used 120 calls where 100 are allowed: by three people. */
export async function givenRoom(): Promise<Room> {
  const it = await running(start);
  await it.take('catalog', catalog());
  await it.take('customers', customers(['grown', 'others']));
  await it.take('agreements', ['grown', 'others'].map((id) => agreement(id)).join('---\n'));
  const used = (id: string, quantity: number, user: string) =>
    event(id, at('2026-03-15'), quantity, { user });
  await it.tell('grown', used('r-1', 60, 'anna'), used('r-2', 45, 'ben'), used('r-3', 15, 'carl'));
  const send: Room['send'] = async (who, method, path, body, headers = {}) => {
    it.as(who);
    const all = { ...(body ? { 'content-type': 'application/json' } : {}), ...headers };
    return (await it.send(method, path, body && JSON.stringify(body), all)) as never;
  };
  const admin: Principal = { kind: 'staff', account: 'admin', role: 'administrator' };
  const team = async (name: string, email: string, role: string): Promise<Principal> => {
    const { body } = await send<{ items: { id: string; email: string }[] }>(admin, 'POST', '/v1/team', {
      ...{ name, email, role },
    });
    const account = body.items.find((one) => one.email === email)!.id;
    return { kind: 'staff', account, role: role as 'sales' };
  };
  const partnerForm = {
    ...{ id: 'chan', name: 'Chan Partners', contactName: 'Pat', contactEmail: 'pat@chan.example' },
    ...{ contactRole: 'Sales', sellsTo: ['grown'], speaksFor: [] },
  };
  await send(admin, 'POST', '/v1/partners', partnerForm);
  const account = async (id: string, name: string, whose: Whose) => {
    await inAccess(it.db.app, 'staff', async (tx) => {
      const by = { actor: 'staff', now: start };
      await inviteAccount(tx, { id, whose, person: { name, email: `${id}@mail.example` } }, by);
      await acceptAccount(tx, id, by);
    });
  };
  const ofCustomer = async (id: string, name: string, customer: string): Promise<Principal> => {
    await account(id, name, { kind: 'customer', customer, role: 'customer-member' });
    return { kind: 'customer', account: id, customer, role: 'customer-member' };
  };
  await account('pat', 'Pat Moreau', { kind: 'partner', partner: 'chan' });
  return {
    ...{ it, send },
    dana: await ofCustomer('dana', 'Dana Wells', 'grown'),
    kim: await ofCustomer('kim', 'Kim Aoki', 'grown'),
    others: await ofCustomer('olga', 'Olga Brandt', 'others'),
    partner: { kind: 'partner', account: 'pat', partner: 'chan' },
    sam: await team('Sam Ortiz', 'sam.ortiz@meridian.example', 'license-manager'),
    theo: await team('Theo Marsh', 'theo.marsh@meridian.example', 'sales'),
    auditor: await team('Ada Quist', 'ada.quist@meridian.example', 'auditor'),
    letters: async () => {
      const { rows } = await it.db.admin.query('SELECT kind, to_address FROM mail_message ORDER BY id');
      return rows.map(({ kind, to_address }) => `${kind} ${to_address}`);
    },
  };
}
