import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import { raiseGeneration } from './generation.store.ts';
import { forgetPartials, usageLock } from './partial.store.ts';
import type { RecordKey, RecordKind } from './record.ts';
import { counting } from './withdrawal.store.ts';

/** Who did something, and when. */
export type Deed = { readonly by: string; readonly at: Instant };

/** A record that came with several contents, and which of them counts: `null` while nobody has chosen. */
export type Conflict = RecordKey & { readonly digests: readonly string[]; readonly chosen: string | null };

/** Returns the conflicts of a customer (of one source where it is named), by source and id; digests in order. Contents that are withdrawn are left out. */
export async function readConflicts(tx: Tx, customer: string, source?: string): Promise<Conflict[]> {
  // OFFSET 0: each conflict is looked up by its id. Joined, all records of the source are read anew for every conflict.
  const { rows } = await sql<Conflict>`
    SELECT u.name AS source, c.record_id AS id,
      array_agg(encode(r.digest, 'hex') ORDER BY r.digest) AS digests,
      (SELECT encode(d.digest, 'hex') FROM conflict_choice d WHERE d.customer_id = c.customer_id
        AND d.source_id = c.source_id AND d.record_id = c.record_id AND d.undone_at IS NULL
        AND d.digest = ANY (array_agg(r.digest)) ORDER BY d.id DESC LIMIT 1) AS chosen
    FROM usage_conflict c JOIN usage_source u ON u.id = c.source_id
    CROSS JOIN LATERAL (
      SELECT digest FROM usage_record r
      WHERE r.customer_id = c.customer_id AND r.source_id = c.source_id AND r.id = c.record_id
        AND ${counting(customer, 'r.import_id')} OFFSET 0
    ) AS r
    WHERE c.customer_id = ${customer} AND ${source === undefined ? sql`true` : sql`u.name = ${source}`}
    GROUP BY u.name, c.customer_id, c.source_id, c.record_id HAVING count(*) > 1 ORDER BY 1, 2`.execute(tx);
  return rows;
}

/** One content of a record in conflict, and how it came in; `who` is the id of a person. */
export type ConflictContent = {
  readonly source: string;
  readonly id: string;
  readonly digest: string;
  readonly kind: RecordKind;
  readonly feature: string;
  readonly at: Instant;
  readonly until: Instant | null;
  readonly quantity: string;
  readonly who: string | null;
  readonly series: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly receivedAt: Instant;
  readonly file: string;
};

/** A choice as it stands on record; `undoneAt` and what follows are null while it has not been taken back. */
export type ConflictChoice = RecordKey & {
  readonly choice: string;
  readonly digest: string;
  readonly at: Instant;
  readonly by: string;
  readonly reason: string;
  readonly undoneAt: Instant | null;
  readonly undoneBy: string | null;
  readonly undoneReason: string | null;
};

/** Returns all contents of the records of these ids, in order of their digests. */
export async function readContents(tx: Tx, customer: string, ids: readonly string[]) {
  const { rows } = await sql<ConflictContent>`
    SELECT u.name AS source, r.id, encode(r.digest, 'hex') AS digest, r.kind, r.feature, r.at, r.until, r.quantity, r.who,
      r.series, r.attributes, i.received_at AS "receivedAt", i.file_name AS file
    FROM usage_conflict c JOIN usage_source u ON u.id = c.source_id
    JOIN usage_record r ON r.customer_id = c.customer_id AND r.source_id = c.source_id AND r.id = c.record_id
    JOIN usage_import i ON i.customer_id = r.customer_id AND i.id = r.import_id
    WHERE c.customer_id = ${customer} AND c.record_id = ANY(${ids}::text[])
      AND ${counting(customer, 'r.import_id')} ORDER BY r.digest`.execute(tx);
  return rows;
}

/** Returns what was ever chosen for the records of these ids, in order of time. */
export async function readChoices(tx: Tx, customer: string, ids: readonly string[]) {
  const { rows } = await sql<ConflictChoice>`
    SELECT u.name AS source, c.record_id AS id, c.id AS choice, encode(c.digest, 'hex') AS digest, c.chosen_at AS at,
      c.chosen_by AS by, c.reason, c.undone_at AS "undoneAt", c.undone_by AS "undoneBy", c.undone_reason AS "undoneReason"
    FROM conflict_choice c JOIN usage_source u ON u.id = c.source_id
    WHERE c.customer_id = ${customer} AND c.record_id = ANY(${ids}::text[]) ORDER BY c.id`.execute(tx);
  return rows;
}

/**
 * Records that a person settles a conflict: the content with `digest` counts from now on. Returns the choice's id, or
 * `undefined` where there is no such conflict or content. An earlier choice stays on record and counts again when this
 * one is undone.
 */
export async function chooseContent(
  tx: Tx,
  customer: string,
  { source, id }: RecordKey,
  choice: Deed & { readonly digest: string; readonly reason: string },
): Promise<string | undefined> {
  await sql`SELECT pg_advisory_xact_lock(${usageLock(customer)})`.execute(tx);
  const { rows } = await sql<{ id: string }>`
    INSERT INTO conflict_choice (customer_id, source_id, record_id, digest, chosen_at, chosen_by, reason)
    SELECT ${customer}, c.source_id, c.record_id, r.digest, ${toTimestamp(choice.at)}, ${choice.by}, ${choice.reason}
    FROM usage_conflict c JOIN usage_source u ON u.id = c.source_id
    JOIN usage_record r ON r.customer_id = c.customer_id AND r.source_id = c.source_id AND r.id = c.record_id
    WHERE c.customer_id = ${customer} AND u.name = ${source} AND c.record_id = ${id}
      AND encode(r.digest, 'hex') = ${choice.digest} AND ${counting(customer, 'r.import_id')}
    RETURNING id`.execute(tx);
  const made = rows[0]?.id;
  if (made !== undefined) await choicesChanged(tx, customer, [made]);
  return made;
}

/** Records that a choice is taken back, and why. Returns whether there was one to take back. */
export async function undoChoice(
  tx: Tx,
  customer: string,
  choice: string,
  { by, at, reason }: Deed & { readonly reason?: string },
): Promise<boolean> {
  await sql`SELECT pg_advisory_xact_lock(${usageLock(customer)})`.execute(tx);
  const { numAffectedRows } = await sql`
    UPDATE conflict_choice SET undone_at = ${toTimestamp(at)}, undone_by = ${by}, undone_reason = ${reason ?? null}
    WHERE customer_id = ${customer} AND id = ${choice}::bigint AND undone_at IS NULL`.execute(tx);
  if (numAffectedRows === 0n) return false;
  await choicesChanged(tx, customer, [choice]);
  return true;
}

/** Forgets what was worked out from the records that these choices are about. */
export async function choicesChanged(tx: Tx, customer: string, choices: readonly string[]): Promise<void> {
  await forgetPartials(
    tx,
    customer,
    sql`SELECT source_id, record_id AS id FROM conflict_choice
      WHERE customer_id = ${customer} AND id = ANY(${[...choices]}::bigint[])`,
  );
  await raiseGeneration(tx, customer);
}
