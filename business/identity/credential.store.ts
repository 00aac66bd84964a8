import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import { accessScope } from './accessScope.store.ts';
import { digestOf } from './session.store.ts';

/** What an account proves itself by; `secondFactor` is a secret of RFC 6238, and asked for once it is confirmed. */
export type Credentials = {
  readonly password: string | null;
  readonly secondFactor: Buffer | null;
  readonly confirmedAt: Instant | null;
  readonly lastStep: number;
};

const none: Credentials = { password: null, secondFactor: null, confirmedAt: null, lastStep: 0 };

/** Returns what an account proves itself by. With `lock`, nobody else reads it so until the transaction ends. */
export async function credentialsOf(tx: Tx, account: string, lock?: 'lock'): Promise<Credentials> {
  const { rows } = await sql<Credentials>`
    SELECT password, second_factor AS "secondFactor", confirmed_at AS "confirmedAt", last_step::int AS "lastStep"
    FROM account_credential WHERE account = ${account} ${lock ? sql`FOR UPDATE` : sql``}`.execute(tx);
  return rows[0] ?? none;
}

/** Keeps what `keptPassword` made of a password; null: the account has none. */
export async function savePassword(tx: Tx, account: string, password: string | null): Promise<void> {
  await sql`INSERT INTO account_credential (customer_id, account, password)
    VALUES (${accessScope}, ${account}, ${password})
    ON CONFLICT (account) DO UPDATE SET password = excluded.password`.execute(tx);
}

/** Begins to set up a second factor. Returns whether it was done: not where one works, which would stop being asked for. */
export async function beginSecondFactor(tx: Tx, account: string, secret: Buffer): Promise<boolean> {
  const { rows } = await sql`INSERT INTO account_credential (customer_id, account, second_factor)
    VALUES (${accessScope}, ${account}, ${secret})
    ON CONFLICT (account) DO UPDATE SET second_factor = excluded.second_factor, last_step = 0
      WHERE account_credential.confirmed_at IS NULL RETURNING 1`.execute(tx);
  return rows.length > 0;
}

/** The second factor works: from now on it is asked for. Its recovery codes are kept as digests, those before it end. */
export async function confirmSecondFactor(
  tx: Tx,
  account: string,
  confirmed: { readonly step: number; readonly codes: readonly string[]; readonly now: Instant },
): Promise<void> {
  await sql`UPDATE account_credential SET confirmed_at = ${toTimestamp(confirmed.now)}, last_step = ${confirmed.step}
    WHERE account = ${account}`.execute(tx);
  await sql`DELETE FROM recovery_code WHERE account = ${account}`.execute(tx);
  for (const code of confirmed.codes)
    await sql`INSERT INTO recovery_code (customer_id, account, digest)
      VALUES (${accessScope}, ${account}, ${digestOf(code)})`.execute(tx);
}

/** Puts down that the code of a step was used. */
export async function noteStep(tx: Tx, account: string, step: number): Promise<void> {
  await sql`UPDATE account_credential SET last_step = ${step} WHERE account = ${account}`.execute(tx);
}

/** Takes the second factor and its recovery codes away. */
export async function dropSecondFactor(tx: Tx, account: string): Promise<void> {
  await sql`UPDATE account_credential SET second_factor = NULL, confirmed_at = NULL, last_step = 0
    WHERE account = ${account}`.execute(tx);
  await sql`DELETE FROM recovery_code WHERE account = ${account}`.execute(tx);
}

/** Uses a recovery code up. Returns whether it was one that had not been used. */
export async function takeRecoveryCode(
  tx: Tx,
  account: string,
  code: string,
  now: Instant,
): Promise<boolean> {
  const { rows } = await sql`UPDATE recovery_code SET used_at = ${toTimestamp(now)}
    WHERE account = ${account} AND digest = ${digestOf(code)} AND used_at IS NULL RETURNING 1`.execute(tx);
  return rows.length > 0;
}

/** Returns how many recovery codes are left. */
export async function recoveryCodesLeft(tx: Tx, account: string): Promise<number> {
  const { rows } = await sql<{ left: number }>`
    SELECT count(*)::int AS left FROM recovery_code WHERE account = ${account} AND used_at IS NULL`.execute(
    tx,
  );
  return rows[0]?.left ?? 0;
}

/** Takes everything away that an account proves itself by. */
export async function dropCredentials(tx: Tx, account: string): Promise<void> {
  await sql`DELETE FROM recovery_code WHERE account = ${account}`.execute(tx);
  await sql`DELETE FROM account_credential WHERE account = ${account}`.execute(tx);
}
