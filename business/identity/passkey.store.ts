import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import { after, type Instant, minute } from '#platform/instant.ts';
import { accessScope } from './accessScope.store.ts';
import { digestOf, newSecret } from './session.store.ts';

/** A passkey of an account. `id` is what the device calls it, in base64url. */
export type Passkey = {
  readonly id: string;
  readonly account: string;
  readonly publicKey: Uint8Array<ArrayBuffer>;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly synced: boolean;
  readonly name: string;
  readonly createdAt: Instant;
  readonly usedAt: Instant | null;
};

/** How many an account may have. */
export const mostPasskeys = 20;
/** How long a device may take. */
export const challengeLasts = 5 * minute;

// 32 bits without a sign: exact as a double, too much for int4.
const columns = sql`id, account, public_key AS "publicKey", counter::float8 AS counter, transports, synced, name,
  created_at AS "createdAt", used_at AS "usedAt"`;

/** Returns the passkeys of an account, the oldest first. */
export async function passkeysOf(tx: Tx, account: string): Promise<Passkey[]> {
  const { rows } = await sql<Passkey>`
    SELECT ${columns} FROM passkey WHERE account = ${account} ORDER BY created_at, id`.execute(tx);
  return rows;
}

/** Returns a passkey by what its device calls it. With nobody else reading it so until the transaction ends. */
export async function passkeyById(tx: Tx, id: string): Promise<Passkey | undefined> {
  const { rows } = await sql<Passkey>`SELECT ${columns} FROM passkey WHERE id = ${id} FOR UPDATE`.execute(tx);
  return rows[0];
}

/** Keeps a new passkey. Returns whether it was done: not where a passkey of this id is known. */
export async function addPasskey(tx: Tx, passkey: Omit<Passkey, 'usedAt'>): Promise<boolean> {
  const { id, account, publicKey, counter, transports, synced, name, createdAt } = passkey;
  const { rows } = await sql`
    INSERT INTO passkey (customer_id, id, account, public_key, counter, transports, synced, name, created_at)
    VALUES (${accessScope}, ${id}, ${account}, ${Buffer.from(publicKey)}, ${counter}, ${transports}, ${synced},
      ${name}, ${toTimestamp(createdAt)})
    ON CONFLICT (id) DO NOTHING RETURNING 1`.execute(tx);
  return rows.length > 0;
}

/** Puts down that a passkey was used, and how often its device says that it has signed. */
export async function notePasskeyUse(
  tx: Tx,
  id: string,
  used: { readonly counter: number; readonly synced: boolean; readonly now: Instant },
): Promise<void> {
  await sql`UPDATE passkey SET counter = ${used.counter}, synced = ${used.synced}, used_at = ${toTimestamp(used.now)}
    WHERE id = ${id}`.execute(tx);
}

/** Says how a passkey is called. Returns whether the account has it. */
export async function namePasskey(tx: Tx, account: string, id: string, name: string): Promise<boolean> {
  const { rows } = await sql`
    UPDATE passkey SET name = ${name} WHERE account = ${account} AND id = ${id} RETURNING 1`.execute(tx);
  return rows.length > 0;
}

/** Removes a passkey. Returns whether the account had it. */
export async function dropPasskey(tx: Tx, account: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    DELETE FROM passkey WHERE account = ${account} AND id = ${id} RETURNING 1`.execute(tx);
  return rows.length > 0;
}

/** Keeps a challenge for one use; returns the secret that the browser has to bring back. Those that are over are removed. */
export async function beginChallenge(
  tx: Tx,
  { challenge, account }: { readonly challenge: string; readonly account: string | null },
  now: Instant,
): Promise<string> {
  const { token, digest } = newSecret();
  await sql`DELETE FROM passkey_challenge WHERE until_at <= ${toTimestamp(now)}`.execute(tx);
  await sql`
    INSERT INTO passkey_challenge (customer_id, digest, challenge, account, until_at)
    VALUES (${accessScope}, ${digest}, ${challenge}, ${account}, ${toTimestamp(after(now, challengeLasts))})`.execute(
    tx,
  );
  return token;
}

/** Takes a challenge out and returns it: it is over with the first answer, right or wrong. */
export async function endChallenge(
  tx: Tx,
  token: string,
  account: string | null,
  now: Instant,
): Promise<string | undefined> {
  const { rows } = await sql<{ challenge: string; account: string | null; live: boolean }>`
    DELETE FROM passkey_challenge WHERE digest = ${digestOf(token)}
    RETURNING challenge, account, until_at > ${toTimestamp(now)} AS live`.execute(tx);
  const [row] = rows;
  return row?.live && row.account === account ? row.challenge : undefined;
}
