import { randomUUID } from 'node:crypto';
import { type SqlBool, sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import { after, type Instant, minute } from '#platform/instant.ts';

/** Somebody who is written to. */
export type Addressee = { readonly name: string; readonly address: string };

/** A letter to be sent. `kind` says what it is about, in one word for machines; it names nobody. */
export type Letter = {
  /** Whose it is; only who reads this customer's rows reads the letter. */
  readonly customer: string;
  readonly kind: string;
  readonly to: Addressee;
  readonly replyTo?: Addressee;
  readonly subject: string;
  readonly text: string;
  /** From then on it is no use and does not go out: a link in it has ended. */
  readonly usefulUntil?: Instant;
  readonly now: Instant;
};

/**
 * What became of a letter. `shown`: there is no mail server, and this installation shows its letters instead.
 * `failed`: given up after the last attempt. `outdated`: it was no use any more before it could go out.
 */
export type MailStatus = 'waiting' | 'sent' | 'shown' | 'failed' | 'outdated';

/** A letter as it was queued; without addressee and words once these were emptied. */
export type QueuedMail = {
  readonly id: string;
  readonly key: string;
  readonly customer: string;
  readonly kind: string;
  readonly to: Addressee | null;
  readonly replyTo: Addressee | null;
  readonly subject: string | null;
  readonly text: string | null;
  readonly status: MailStatus;
  readonly attempts: number;
  readonly nextAt: Instant;
  readonly usefulUntil: Instant | null;
  readonly detail: string | null;
  readonly recordedAt: Instant;
  readonly sentAt: Instant | null;
};

/** After so many attempts a letter is given up: with the waits of `waitAfter` that is after about a day. */
export const mostAttempts = 12;
/** So long a sender may take before another may try. */
const lease = 5 * minute;

/**
 * Queues a letter in the transaction of what it tells of: it goes out if that is committed, at least once, and never
 * otherwise. Crash after it was sent and before that is put down, and it goes out again under the same Message-ID.
 */
export async function queueMail(tx: Tx, letter: Letter): Promise<void> {
  const { customer, kind, to, replyTo, subject, text, usefulUntil, now } = letter;
  const at = toTimestamp(now);
  await sql`
    INSERT INTO mail_message (customer_id, key, kind, to_name, to_address, reply_name, reply_address, subject, body,
      status, next_at, useful_until, recorded_at)
    VALUES (${customer}, ${randomUUID()}, ${kind}, ${to.name}, ${to.address}, ${replyTo?.name ?? null},
      ${replyTo?.address ?? null}, ${subject}, ${text}, 'waiting', ${at},
      ${usefulUntil === undefined ? null : toTimestamp(usefulUntil)}, ${at})`.execute(tx);
}

type Row = Omit<QueuedMail, 'to' | 'replyTo'> & {
  readonly toName: string | null;
  readonly toAddress: string | null;
  readonly replyName: string | null;
  readonly replyAddress: string | null;
};
const columns = sql`id, key, customer_id AS customer, kind, to_name AS "toName", to_address AS "toAddress",
  reply_name AS "replyName", reply_address AS "replyAddress", subject, body AS text, status, attempts,
  next_at AS "nextAt", useful_until AS "usefulUntil", detail, recorded_at AS "recordedAt", sent_at AS "sentAt"`;

/** Takes the letter that has waited longest, so that nobody else sends it for five minutes; `undefined`: none is due. */
export async function takeMail(tx: Tx, now: Instant): Promise<QueuedMail | undefined> {
  const { rows } = await sql<Row>`
    UPDATE mail_message SET attempts = attempts + 1, next_at = ${toTimestamp(after(now, lease))}
    WHERE id = (SELECT id FROM mail_message WHERE status = 'waiting' AND next_at <= ${toTimestamp(now)}
      ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING ${columns}`.execute(tx);
  return rows[0] && mailOf(rows[0]);
}

/** Returns how long to wait after so many attempts: 1, 2, 4 … minutes, at most four hours. */
export function waitAfter(attempts: number): number {
  return Math.min(240, 2 ** (attempts - 1)) * minute;
}

/**
 * Puts down what became of a letter that was taken. Once it will not be sent again, addressee and words are emptied,
 * unless `keep` says that this installation shows its letters.
 */
export async function settleMail(
  tx: Tx,
  { id, attempts }: Pick<QueuedMail, 'id' | 'attempts'>,
  outcome: { readonly status: MailStatus; readonly detail?: string },
  { keep, now }: { readonly keep: boolean; readonly now: Instant },
): Promise<void> {
  const gaveUp = outcome.status === 'waiting' && attempts >= mostAttempts;
  const status = gaveUp ? 'failed' : outcome.status;
  const next = status === 'waiting' ? after(now, waitAfter(attempts)) : now;
  const emptied =
    status === 'waiting' || keep
      ? sql``
      : sql`, to_name = NULL, to_address = NULL, reply_name = NULL, reply_address = NULL, subject = NULL, body = NULL`;
  await sql`UPDATE mail_message SET status = ${status}, detail = ${outcome.detail ?? null},
    next_at = ${toTimestamp(next)}, sent_at = ${status === 'sent' ? toTimestamp(now) : null} ${emptied}
    WHERE id = ${id}::bigint`.execute(tx);
}

/** Returns letters in scope, the newest first, behind `before` (an id). */
export async function readMail(
  tx: Tx,
  { before, most }: { readonly before: string | null; readonly most: number },
): Promise<QueuedMail[]> {
  const behind = before === null ? sql<SqlBool>`true` : sql<SqlBool>`id < ${before}::bigint`;
  const { rows } = await sql<Row>`SELECT ${columns} FROM mail_message WHERE ${behind}
    ORDER BY id DESC LIMIT ${most}`.execute(tx);
  return rows.map(mailOf);
}

/** Returns how many letters are in scope. */
export async function countMail(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT count(*)::int AS count FROM mail_message`.execute(tx);
  return rows[0]?.count ?? 0;
}

function mailOf({ toName, toAddress, replyName, replyAddress, ...row }: Row): QueuedMail {
  const person = (name: string | null, address: string | null) =>
    address === null ? null : { name: name ?? '', address };
  return {
    ...row,
    id: String(row.id),
    to: person(toName, toAddress),
    replyTo: person(replyName, replyAddress),
  };
}
