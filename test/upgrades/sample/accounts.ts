import { createHash } from 'node:crypto';
import { keptPassword } from '#apps/server/access/passwords.ts';
import { inviteAccount } from '#business/identity/account.store.ts';
import { noteAccount } from '#business/identity/accounts.store.ts';
import { makeApiToken, revokeApiToken } from '#business/identity/apiToken.store.ts';
import { beginSecondFactor, confirmSecondFactor, savePassword } from '#business/identity/credential.store.ts';
import { settleMode } from '#business/identity/installation.store.ts';
import { makeLink } from '#business/identity/link.store.ts';
import { askForLink } from '#business/identity/linkRequest.store.ts';
import { addPasskey, beginChallenge } from '#business/identity/passkey.store.ts';
import type { Principal } from '#business/identity/principal.ts';
import { addLink, saveProvider } from '#business/identity/provider.store.ts';
import { beginVisit } from '#business/identity/providerVisit.store.ts';
import { after, day } from '#platform/instant.ts';
import type { SampleServer } from './server.ts';

type Listed = { readonly items: readonly { readonly id: string; readonly email: string }[] };

/** Who does something in the sample: of the vendor, of customers, of a partner. */
export type People = {
  readonly sam: Principal;
  readonly max: Principal;
  readonly member: Principal;
  readonly partner: Principal;
  /** The administrator of each customer. */
  readonly administrator: (customer: string) => Principal;
};

/** The password of everybody of the vendor, for whoever opens the dump; the sample is nobody's installation. */
export const samplePassword = 'the gulls left before noon';

/** A recovery code of the administrator of the vendor. */
export const recoveryCode = 'aaaa-bbbb-cccc-dddd';

const customers = ['alder', 'birch', 'cedar', 'dogwood', 'elm'];

/** Invites people of all sides: most accept, one waits, one is closed, one closed and erased, one opened again. */
export async function accounts(server: SampleServer, sam: string): Promise<People> {
  await server.atDoors((tx, now) => settleMode(tx, { wanted: 'demo', hasCustomers: false, now }));
  const max = await staff(server, sam);
  const administrators = new Map<string, Principal>();
  for (const customer of customers) {
    const role = 'customer-administrator';
    const account = await invite(server, `customers/${customer}`, `it@${customer}.example`, role);
    await accept(server);
    administrators.set(customer, { kind: 'customer', account, customer, role });
  }
  const role = 'customer-member';
  const member = await invite(server, 'customers/birch', 'lou@birch.example', role);
  await accept(server);
  await others(server);
  const partner = await invite(server, 'partners/north', 'lee@north.example');
  await accept(server, 'Lee Park');
  await persona(server);
  await server.post('server');
  return {
    sam: { kind: 'staff', account: sam, role: 'license-manager' },
    max: { kind: 'staff', account: max, role: 'administrator' },
    member: { kind: 'customer', account: member, customer: 'birch', role },
    partner: { kind: 'partner', account: partner, partner: 'north' },
    administrator: (customer) => administrators.get(customer)!,
  };
}

/** Of the vendor: a license manager, an administrator, an auditor who has not come yet. */
async function staff(server: SampleServer, sam: string): Promise<string> {
  const add = async (name: string, role: string) => {
    const email = `${name.toLowerCase().replace(' ', '.')}@meridian.example`;
    const { items } = await server.ask<Listed>('POST', '/v1/team', { body: { name, email, role } });
    return items.find((one) => one.email === email)!.id;
  };
  const max = await add('Max Lind', 'administrator');
  for (const id of [sam, max]) {
    await server.ask('POST', `/v1/accounts/staff/${id}`);
    await accept(server, undefined, samplePassword);
  }
  const ada = await add('Ada Quist', 'auditor');
  await server.ask('POST', `/v1/accounts/staff/${ada}`);
  return max;
}

/** Invites somebody of a customer or a partner; returns the account. */
async function invite({ ask }: SampleServer, side: string, email: string, role?: string): Promise<string> {
  const name = email.split('@')[0]!;
  const body = { name, email, ...(role ? { role } : {}) };
  const { items } = await ask<Listed>('POST', `/v1/accounts/${side}`, { body });
  return items.find((one) => one.email === email)!.id;
}

/** Accepts the invitation that was written last. */
async function accept({ ask, letters }: SampleServer, name?: string, password?: string): Promise<void> {
  const [letter] = await letters();
  const token = /#([\w-]{43})/.exec(letter!.text!)![1]!;
  const body = { token, ...(name ? { name } : {}), ...(password ? { password } : {}) };
  await ask('POST', '/v1/sign-in/invitation/accept', { body });
}

/** People of Birch of whom something else became. */
async function others(server: SampleServer): Promise<void> {
  const { ask } = server;
  const side = 'customers/birch';
  const step = (id: string, name: string) => ask('POST', `/v1/accounts/${id}/${name}`);
  const member = (name: string) => invite(server, side, `${name}@birch.example`, 'customer-member');
  await member('invited');
  const closed = await member('closed');
  await accept(server, 'Somebody who left');
  await step(closed, 'close');
  const erased = await member('erased');
  await step(erased, 'close');
  await step(erased, 'erase');
  const back = await member('back');
  await accept(server);
  await step(back, 'close');
  await step(back, 'reopen');
  await ask('PUT', `/v1/accounts/${back}/role`, { body: { role: 'customer-administrator' } });
}

/** Somebody anybody may be in the demo. */
function persona({ atDoors }: SampleServer): Promise<unknown> {
  const whose = { kind: 'partner', partner: 'north' } as const;
  const person = { name: 'Nia Roth', email: 'nia@north.example' };
  return atDoors((tx, now) =>
    inviteAccount(tx, { id: 'persona-nia', whose, person, persona: true }, { actor: 'sample', now }),
  );
}

/** Every other way in, half-way or done: none of the secrets opens anything but this sample. */
export async function doors({ ask, atDoors }: SampleServer, people: People): Promise<void> {
  const { sam, max, member } = people;
  const kept = await keptPassword(samplePassword);
  const issuer = 'https://sign-in.birch.example';
  await atDoors(async (tx, now) => {
    const by = { actor: max.account, now };
    await noteAccount(tx, member.account, { language: 'de', zone: 'Europe/Berlin' });
    await savePassword(tx, max.account, kept);
    await beginSecondFactor(tx, max.account, bytes('second factor').subarray(0, 20));
    const codes = [recoveryCode, 'eeee-ffff-gggg-hhhh'];
    await confirmSecondFactor(tx, max.account, { step: 0, codes, now });
    await beginSecondFactor(tx, sam.account, bytes('not confirmed').subarray(0, 20));
    const made = { role: 'product', until: after(now, 90 * day), createdBy: max.account, now } as const;
    await makeApiToken(tx, { ...made, name: 'Nightly usage' });
    const { id } = await makeApiToken(tx, { ...made, name: 'Left on a laptop' });
    await revokeApiToken(tx, id, by);
    const client = { issuer, client: 'goodterms', secret: 'of the sample alone' };
    await saveProvider(tx, 'birch', client, by, 0);
    await addLink(tx, { room: 'birch', issuer, subject: 'lou', account: member.account, now });
    const key = { publicKey: Uint8Array.from(bytes('key')), counter: 3, transports: ['internal'] };
    const passkey = {
      id: 'sample-passkey',
      account: sam.account,
      name: 'Laptop',
      synced: true,
      createdAt: now,
    };
    await addPasskey(tx, { ...passkey, ...key });
  });
  await ask('POST', '/v1/sign-in/password', {
    body: { email: 'max.lind@meridian.example', password: samplePassword },
  });
  await ask('POST', '/v1/sign-in/password', {
    body: { email: 'sam.ortiz@meridian.example', password: samplePassword },
  });
  await atDoors(async (tx, now) => {
    await makeLink(tx, { purpose: 'sign-in', email: 'lou@birch.example', place: '/portal/birch', now });
    await askForLink(tx, { purpose: 'recover', email: 'nobody@birch.example', place: null, now });
    await beginChallenge(tx, { challenge: 'c2FtcGxl', account: null }, now);
    const visit = { provider: 'birch', issuer, client: 'goodterms', state: 's', nonce: 'n', verifier: 'v' };
    await beginVisit(tx, { ...visit, place: null, account: null }, now);
  });
}

function bytes(of: string): Buffer {
  return createHash('sha256').update(of).digest();
}
