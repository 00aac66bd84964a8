import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import { after, type Instant, minute } from '#platform/instant.ts';
import { accessScope } from './accessScope.store.ts';
import { accountById, type KnownAccount, noteAccount } from './accounts.store.ts';
import { lifetimes, type WayIn } from './session.ts';

/** A session as its owner sees it; `id` opens nothing. */
export type Session = {
  readonly id: string;
  readonly how: WayIn;
  readonly browser: string;
  readonly startedAt: Instant;
  readonly signedInAt: Instant;
  readonly seenAt: Instant;
};

/** A session that is going on, and whose it is. */
export type LiveSession = Session & { readonly account: KnownAccount; readonly until: Instant };

/** Returns a new secret of 256 random bits, and the only thing of it that is kept. */
export function newSecret(): { readonly token: string; readonly digest: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, digest: digestOf(token) };
}

/** Returns the SHA-256 of a secret. Secrets of 256 random bits cannot be guessed from it. */
export function digestOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * Begins a session with a token of its own, whatever the browser brought along; returns the token, which is kept nowhere.
 * The session that `instead` opens ends (stepping up, signing in again).
 */
export async function startSession(
  tx: Tx,
  started: {
    readonly account: KnownAccount;
    readonly how: WayIn;
    readonly browser: string;
    readonly now: Instant;
    readonly instead?: string | undefined;
  },
): Promise<{ readonly token: string; readonly id: string; readonly until: Instant }> {
  const { account, how, browser, now, instead } = started;
  if (account.status !== 'active') throw new Error('only an open account signs in');
  if (instead !== undefined) await endSession(tx, instead);
  const { token, digest } = newSecret();
  const { idle, most } = lifetimes(account.principal);
  const [id, until] = [randomUUID(), after(now, most)];
  const at = toTimestamp(now);
  await sql`
    INSERT INTO account_session (customer_id, digest, id, account, how, browser, started_at, signed_in_at, seen_at,
      idle_until, until_at)
    VALUES (${accessScope}, ${digest}, ${id}, ${account.id}, ${how}, ${browser}, ${at}, ${at}, ${at},
      ${toTimestamp(after(now, Math.min(idle, most)))}, ${toTimestamp(until)})`.execute(tx);
  await noteAccount(tx, account.id, { signedInAt: now });
  return { token, id, until };
}

type Row = {
  id: string;
  account: string;
  how: WayIn;
  browser: string;
  startedAt: Instant;
  signedInAt: Instant;
  seenAt: Instant;
  until: Instant;
};
const columns = sql`id, account, how, browser, started_at AS "startedAt", signed_in_at AS "signedInAt",
  seen_at AS "seenAt", until_at AS until`;

/**
 * Returns the session a token opens and puts down, at most once a minute, that it was seen; `undefined` when there is
 * none, it has ended, or its account is not open any more.
 */
export async function sessionOf(tx: Tx, token: string, now: Instant): Promise<LiveSession | undefined> {
  const { rows } = await sql<Row>`
    SELECT ${columns} FROM account_session
    WHERE digest = ${digestOf(token)} AND idle_until > ${toTimestamp(now)} AND until_at > ${toTimestamp(now)}`.execute(
    tx,
  );
  const [row] = rows;
  const account = row && (await accountById(tx, row.account));
  if (!row || !account || account.status !== 'active') return undefined;
  if (now >= after(row.seenAt, minute)) {
    const idle = Math.min(after(now, lifetimes(account.principal).idle), row.until) as Instant;
    await sql`UPDATE account_session SET seen_at = ${toTimestamp(now)}, idle_until = ${toTimestamp(idle)}
      WHERE digest = ${digestOf(token)}`.execute(tx);
  }
  return { ...row, account };
}

/** Returns the sessions of an account that go on, the one used last first. */
export async function sessionsOf(tx: Tx, account: string, now: Instant): Promise<Session[]> {
  const { rows } = await sql<Row>`
    SELECT ${columns} FROM account_session
    WHERE account = ${account} AND idle_until > ${toTimestamp(now)} AND until_at > ${toTimestamp(now)}
    ORDER BY seen_at DESC, id`.execute(tx);
  return rows;
}

/** Ends the session a token opens; nothing happens where there is none. */
export async function endSession(tx: Tx, token: string): Promise<void> {
  await sql`DELETE FROM account_session WHERE digest = ${digestOf(token)}`.execute(tx);
}

/** Ends one of the sessions of an account by the id that is shown. Returns whether there was one. */
export async function endSessionById(tx: Tx, account: string, id: string): Promise<boolean> {
  const { rows } =
    await sql`DELETE FROM account_session WHERE account = ${account} AND id = ${id} RETURNING id`.execute(tx);
  return rows.length > 0;
}

/** Ends all sessions of an account. */
export async function endAllSessions(tx: Tx, account: string): Promise<void> {
  await sql`DELETE FROM account_session WHERE account = ${account}`.execute(tx);
}

/** Ends all sessions of an account but one, by the id that is shown. */
export async function endOtherSessions(tx: Tx, account: string, id: string): Promise<void> {
  await sql`DELETE FROM account_session WHERE account = ${account} AND id <> ${id}`.execute(tx);
}

/** Removes sessions that are over. */
export async function dropEndedSessions(tx: Tx, now: Instant): Promise<void> {
  await sql`DELETE FROM account_session WHERE idle_until <= ${toTimestamp(now)} OR until_at <= ${toTimestamp(now)}`.execute(
    tx,
  );
}
