import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import type { Refusal } from './decider.ts';
import type { Json } from './envelope.ts';
import { asJson, canonical } from './json.ts';
import type {} from './rows.ts';

/** An answer as kept with its key: a refusal in full, otherwise the versions between which the events lie. */
export type Answer =
  | { readonly kind: 'done'; readonly before: number; readonly after: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

type Request = {
  readonly key: string;
  readonly stream: string;
  readonly customer: string;
  readonly actor: string;
  readonly now: Instant;
  readonly effectiveAt?: Instant | undefined;
  readonly command: unknown;
  readonly asked?: Json | undefined;
};

/**
 * Returns the first answer to this key, a refusal when the key came with another command (or sender, or stream), or
 * `undefined` when it is new and now ours: a second sender of the same key waits here until our transaction has ended.
 */
export async function takeKey(tx: Tx, request: Request): Promise<Answer | undefined> {
  const { key, stream, customer, actor, now, effectiveAt, command } = request;
  const what = request.asked ?? asJson(command, '/command');
  const asked = { stream, actor, command: what, effectiveAt: effectiveAt ?? null };
  const command_digest = createHash('sha256').update(canonical(asked)).digest('hex');
  const taken = await tx
    .insertInto('idempotency')
    .values({ customer_id: customer, key, command_digest, stream, recorded_at: toTimestamp(now) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (taken.numInsertedOrUpdatedRows === 1n) return undefined;
  const first = await row(tx, customer, key);
  if (first.command_digest !== command_digest) return { kind: 'refused', refusal: reused };
  if (first.refusal !== null) return { kind: 'refused', refusal: first.refusal as Refusal };
  return { kind: 'done', before: first.version_before!, after: first.version_after! };
}

/**
 * Returns whether a key has been answered, for a sender that writes something of its own (a document) before `execute`
 * and would write it again. Who asks for the same key waits here until our transaction has ended; to be called before
 * any other lock is taken.
 */
export async function isAnswered(tx: Tx, customer: string, key: string | undefined): Promise<boolean> {
  if (key === undefined) return false;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${JSON.stringify(['key', customer, key])}, 0))`.execute(
    tx,
  );
  const taken = await tx
    .selectFrom('idempotency')
    .select('key')
    .where('customer_id', '=', customer)
    .where('key', '=', key)
    .executeTakeFirst();
  return taken !== undefined;
}

/** Returns the id of that of a lifecycle which a key was answered for; `null` where it was not, or for something else. */
export async function answeredId(
  tx: Tx,
  customer: string,
  key: string | undefined,
  lifecycle: string,
): Promise<string | null> {
  if (key === undefined || !(await isAnswered(tx, customer, key))) return null;
  const { stream } = await row(tx, customer, key);
  return stream.startsWith(`${lifecycle}/`) ? stream.slice(lifecycle.length + 1) : null;
}

/** Keeps the answer with its key; after a conflict the key is free again. */
export async function keepAnswer(
  tx: Tx,
  { customer }: { readonly customer: string },
  key: string,
  answer: Answer | { readonly kind: 'conflict' },
): Promise<void> {
  if (answer.kind === 'conflict') {
    await tx.deleteFrom('idempotency').where('customer_id', '=', customer).where('key', '=', key).execute();
    return;
  }
  const set =
    answer.kind === 'refused'
      ? { refusal: JSON.stringify(asJson(answer.refusal)) }
      : { version_before: answer.before, version_after: answer.after };
  await tx
    .updateTable('idempotency')
    .set(set)
    .where('customer_id', '=', customer)
    .where('key', '=', key)
    .execute();
}

const reused: Refusal<'idempotency_key_reused'> = {
  code: 'idempotency_key_reused',
  words: 'This key was already used for another request. Send a new key with a new request.',
};

function row(tx: Tx, customer: string, key: string) {
  return tx
    .selectFrom('idempotency')
    .selectAll()
    .where('customer_id', '=', customer)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
}
