import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import { after, day, type Instant, minute } from '#platform/instant.ts';
import { accessScope } from './accessScope.store.ts';
import { digestOf, newSecret } from './session.store.ts';
import type { WayIn } from './session.ts';

/**
 * What a one-time secret is for. `sign-in` and `recover` go out by mail to an address, `invitation` to the one invited;
 * `second-factor` and `choose` stand between the steps of a sign-in.
 */
export type LinkPurpose = 'sign-in' | 'recover' | 'invitation' | 'second-factor' | 'choose';

/** How long each may be used. */
export const linkLifetimes: Readonly<Record<LinkPurpose, number>> = {
  'sign-in': 15 * minute,
  recover: 15 * minute,
  invitation: 7 * day,
  'second-factor': 10 * minute,
  choose: 10 * minute,
};

export type Link = {
  readonly purpose: LinkPurpose;
  readonly account: string | null;
  readonly email: string | null;
  readonly how: WayIn | null;
  readonly place: string | null;
  readonly until: Instant;
};

/** Makes a one-time secret; returns it, which is kept nowhere, and until when it may be used. */
export async function makeLink(
  tx: Tx,
  made: {
    readonly purpose: LinkPurpose;
    readonly account?: string;
    readonly email?: string;
    readonly how?: WayIn;
    readonly place?: string | null;
    readonly now: Instant;
  },
): Promise<{ readonly token: string; readonly until: Instant }> {
  const { purpose, account = null, email = null, how = null, place = null, now } = made;
  const { token, digest } = newSecret();
  const until = after(now, linkLifetimes[purpose]);
  await sql`
    INSERT INTO account_link (customer_id, digest, purpose, account, email, how, place, recorded_at, until_at)
    VALUES (${accessScope}, ${digest}, ${purpose}, ${account}, ${email}, ${how}, ${place}, ${toTimestamp(now)},
      ${toTimestamp(until)})`.execute(tx);
  return { token, until };
}

const columns = sql`purpose, account, email, how, place, until_at AS until`;

/** Returns what a secret is for without using it up; `undefined` where it is unknown, used or over. */
export async function readLink(
  tx: Tx,
  token: string,
  purposes: readonly LinkPurpose[],
  now: Instant,
): Promise<Link | undefined> {
  const { rows } = await sql<Link>`
    SELECT ${columns} FROM account_link WHERE digest = ${digestOf(token)} AND until_at > ${toTimestamp(now)}`.execute(
    tx,
  );
  return rows.find(({ purpose }) => purposes.includes(purpose));
}

/**
 * Uses a secret up and returns what it was for. Of two at once one gets it: the row is gone with the first. Where the
 * transaction is rolled back it may be used again.
 */
export async function takeLink(
  tx: Tx,
  token: string,
  purposes: readonly LinkPurpose[],
  now: Instant,
): Promise<Link | undefined> {
  const known = await readLink(tx, token, purposes, now);
  if (!known) return undefined;
  const { rows } = await sql<Link>`
    DELETE FROM account_link WHERE digest = ${digestOf(token)} RETURNING ${columns}`.execute(tx);
  return rows[0];
}

/** Ends all links of an account, or those of one purpose. */
export async function dropLinks(tx: Tx, account: string, purpose?: LinkPurpose): Promise<void> {
  await sql`DELETE FROM account_link WHERE account = ${account}
    AND (${purpose ?? null}::text IS NULL OR purpose = ${purpose ?? null})`.execute(tx);
}

/** Returns until when each of these accounts may accept its invitation. */
export async function openInvitations(tx: Tx, now: Instant): Promise<ReadonlyMap<string, Instant>> {
  const { rows } = await sql<{ account: string; until: Instant }>`
    SELECT account, max(until_at) AS until FROM account_link
    WHERE purpose = 'invitation' AND until_at > ${toTimestamp(now)} GROUP BY account`.execute(tx);
  return new Map(rows.map(({ account, until }) => [account, until]));
}

/** Removes links that are over. */
export async function dropEndedLinks(tx: Tx, now: Instant): Promise<void> {
  await sql`DELETE FROM account_link WHERE until_at <= ${toTimestamp(now)}`.execute(tx);
}
