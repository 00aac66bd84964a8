import { createHash } from 'node:crypto';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import { asJson, canonical } from '#platform/journal/json.ts';
import type { InstantColumn, JsonColumn } from '#platform/journal/rows.ts';

declare module '#platform/database/tables.ts' {
  interface Tables {
    review_page: {
      customer_id: string;
      review: string;
      digest: string;
      body: JsonColumn<unknown>;
      as_of: InstantColumn;
    };
  }
}

/** Returns the digest of a page: sha-256 over its canonical JSON, in hex. */
export function pageDigest(page: unknown): string {
  return createHash('sha256')
    .update(canonical(asJson(page)))
    .digest('hex');
}

/** Keeps the page of a review as it stood at a moment; it is never written again. */
export async function freezePage(
  tx: Tx,
  { customer, review, page, now }: { customer: string; review: string; page: unknown; now: Instant },
): Promise<void> {
  await tx
    .insertInto('review_page')
    .values({
      ...{ customer_id: customer, review, digest: pageDigest(page) },
      ...{ body: JSON.stringify(page), as_of: toTimestamp(now) },
    })
    .execute();
}

/** Returns the page of a review as it was frozen, with its digest; `undefined` while it was not held. */
export async function frozenPage(
  tx: Tx,
  review: string,
): Promise<{ readonly page: unknown; readonly digest: string; readonly asOf: Instant } | undefined> {
  const row = await tx
    .selectFrom('review_page')
    .select(['body', 'digest', 'as_of'])
    .where('review', '=', review)
    .executeTakeFirst();
  return row && { page: row.body, digest: row.digest, asOf: row.as_of };
}
