import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import type {} from './rows.ts';

/** What an event holds instead of a text: where the text is, and proof that it is the same. */
export type DocumentReference = { readonly id: string; readonly digest: string };

/**
 * Keeps a text that may have to be erased one day (a reason, a note, a name). The digest is
 * sha-256(salt bytes, then the text in UTF-8), in hex; the random salt keeps short texts from being guessed from it.
 */
export async function writeDocument(tx: Tx, customer: string, text: string): Promise<DocumentReference> {
  const salt = randomBytes(16).toString('hex');
  const document = { id: randomUUID(), digest: digestOf(salt, text) };
  await tx
    .insertInto('document')
    .values({ ...document, customer_id: customer, salt, content: text })
    .execute();
  return document;
}

/** Returns the text, or `undefined` when it was erased or is not in scope. Throws when text and digest disagree. */
export async function readDocument(tx: Tx, id: string): Promise<string | undefined> {
  const row = await tx.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row || row.content === null || row.salt === null) return undefined;
  if (digestOf(row.salt, row.content) !== row.digest) throw new Error(`the document ${id} was altered`);
  return row.content;
}

/** Erases text and salt for ever; the digest stays. Returns whether there was something to erase. */
export async function eraseDocument(tx: Tx, id: string, now: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('document')
    .set({ content: null, salt: null, erased_at: toTimestamp(now) })
    .where('id', '=', id)
    .where('content', 'is not', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function digestOf(salt: string, text: string): string {
  return createHash('sha256').update(Buffer.from(salt, 'hex')).update(text, 'utf8').digest('hex');
}
