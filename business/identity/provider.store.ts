import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import { accessScope } from './accessScope.store.ts';

/** The OpenID provider of a customer. `id` stands in addresses. */
export type SignInProvider = {
  readonly id: string;
  readonly customer: string;
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
  readonly version: number;
  readonly changedAt: Instant;
};

const columns = sql`id, customer, issuer, client, secret, version, changed_at AS "changedAt"`;

/** Returns the provider of a customer, or `undefined`. */
export async function providerOf(tx: Tx, customer: string): Promise<SignInProvider | undefined> {
  const { rows } = await sql<SignInProvider>`
    SELECT ${columns} FROM sign_in_provider WHERE customer = ${customer}`.execute(tx);
  return rows[0];
}

/** Returns a provider by the id that stands in addresses, or `undefined`. */
export async function providerById(tx: Tx, id: string): Promise<SignInProvider | undefined> {
  const { rows } = await sql<SignInProvider>`
    SELECT ${columns} FROM sign_in_provider WHERE id = ${id}`.execute(tx);
  return rows[0];
}

/**
 * Sets up or changes the provider of a customer; without a secret the one before stays, which is shown to no other
 * issuer. Returns whether it was done: not where another version is there than `expected` (0: none yet), nor without any
 * secret. Of another issuer, or where we are another client, all links end: nobody there is known any more.
 */
export async function saveProvider(
  tx: Tx,
  customer: string,
  said: { readonly issuer: string; readonly client: string; readonly secret: string | null },
  by: { readonly actor: string; readonly now: Instant },
  expected: number,
): Promise<boolean> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`sign_in_provider ${customer}`}, 0))`.execute(tx);
  const known = await providerOf(tx, customer);
  const { issuer, client } = said;
  const secret = said.secret ?? (known?.issuer === issuer ? known.secret : undefined);
  if ((known?.version ?? 0) !== expected || secret === undefined) return false;
  if (known && (known.issuer !== issuer || known.client !== client)) await dropLinksOfRoom(tx, customer);
  const id = known?.id ?? randomBytes(12).toString('base64url');
  await sql`
    INSERT INTO sign_in_provider (customer_id, id, customer, issuer, client, secret, version, changed_at, changed_by)
    VALUES (${accessScope}, ${id}, ${customer}, ${issuer}, ${client}, ${secret}, ${expected + 1},
      ${toTimestamp(by.now)}, ${by.actor})
    ON CONFLICT (id) DO UPDATE SET issuer = excluded.issuer, client = excluded.client, secret = excluded.secret,
      version = excluded.version, changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(
    tx,
  );
  return true;
}

/** Removes the provider of a customer and all links to it. Returns whether there was one of this version. */
export async function dropProvider(tx: Tx, customer: string, expected: number): Promise<boolean> {
  const { rows } = await sql`
    DELETE FROM sign_in_provider WHERE customer = ${customer} AND version = ${expected} RETURNING 1`.execute(
    tx,
  );
  if (rows.length === 0) return false;
  await dropLinksOfRoom(tx, customer);
  return true;
}

/** Somebody at a provider who is an account here. */
export type ProviderLink = {
  readonly id: string;
  readonly room: string;
  readonly issuer: string;
  readonly account: string;
  readonly linkedAt: Instant;
  readonly usedAt: Instant;
};

const linkColumns = sql`id, room, issuer, account, linked_at AS "linkedAt", used_at AS "usedAt"`;

/** Returns whom this person of a provider is linked to in its room. */
export async function linkOf(
  tx: Tx,
  room: string,
  issuer: string,
  subject: string,
): Promise<ProviderLink | undefined> {
  const { rows } = await sql<ProviderLink>`SELECT ${linkColumns} FROM provider_link
    WHERE room = ${room} AND issuer = ${issuer} AND subject = ${subject}`.execute(tx);
  return rows[0];
}

/** Returns what an account is linked to, by issuer. */
export async function linksOfAccount(tx: Tx, account: string): Promise<ProviderLink[]> {
  const { rows } = await sql<ProviderLink>`SELECT ${linkColumns} FROM provider_link
    WHERE account = ${account} ORDER BY issuer, id`.execute(tx);
  return rows;
}

/**
 * Links somebody at a provider to an account. Returns whether it was done: not where one of the two is linked there
 * already. Of two at once one gets it.
 */
export async function addLink(
  tx: Tx,
  link: {
    readonly room: string;
    readonly issuer: string;
    readonly subject: string;
    readonly account: string;
    readonly now: Instant;
  },
): Promise<boolean> {
  const { room, issuer, subject, account } = link;
  const at = toTimestamp(link.now);
  const { rows } = await sql`
    INSERT INTO provider_link (customer_id, id, room, issuer, subject, account, linked_at, used_at)
    VALUES (${accessScope}, ${randomBytes(12).toString('base64url')}, ${room}, ${issuer}, ${subject}, ${account}, ${at}, ${at})
    ON CONFLICT DO NOTHING RETURNING 1`.execute(tx);
  return rows.length > 0;
}

/** Puts down that somebody came by a link. */
export async function noteLinkUse(tx: Tx, id: string, now: Instant): Promise<void> {
  await sql`UPDATE provider_link SET used_at = ${toTimestamp(now)} WHERE id = ${id}`.execute(tx);
}

/** Takes a link off an account. Returns whether there was one. */
export async function dropLink(tx: Tx, account: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    DELETE FROM provider_link WHERE account = ${account} AND id = ${id} RETURNING 1`.execute(tx);
  return rows.length > 0;
}

async function dropLinksOfRoom(tx: Tx, room: string): Promise<void> {
  await sql`DELETE FROM provider_link WHERE room = ${room}`.execute(tx);
}
