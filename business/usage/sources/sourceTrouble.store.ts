import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import { counting } from '../withdrawal.store.ts';

/** How many of each list a page shows; the lists are in order of time, the latest first. */
const shown = 50;

/** A moment at which a source could not say what was in use; `feature: null` is all of it. */
export type SourceGap = {
  readonly at: Instant | null;
  readonly feature: string | null;
  readonly code: string;
  readonly detail: string;
};

/** Returns the latest gaps of a source, each once whatever import told it. */
export async function readSourceGaps(tx: Tx, customer: string, source: string): Promise<SourceGap[]> {
  const { rows } = await sql<SourceGap>`
    SELECT DISTINCT n.at, n.feature, n.code, n.detail FROM usage_note n JOIN usage_source u ON u.id = n.source_id
    WHERE n.customer_id = ${customer} AND u.customer_id = ${customer} AND u.name = ${source} AND n.kind = 'gap'
      AND ${counting(customer, 'n.import_id')} ORDER BY n.at DESC NULLS LAST, n.feature LIMIT ${shown}`.execute(
    tx,
  );
  return rows;
}

/** A total that a source stated and its own lines do not add up to; decimals. */
export type Disagreement = {
  readonly at: Instant | null;
  readonly feature: string;
  readonly stated: string;
  readonly lines: string;
  readonly difference: string;
};

/** Returns the latest totals of a source that do not agree with its lines. */
export async function readDisagreements(tx: Tx, customer: string, source: string): Promise<Disagreement[]> {
  const { rows } = await sql<Disagreement>`
    SELECT DISTINCT t.at, t.feature, t.in_use::text AS stated, (t.lines + t.reservations)::text AS lines,
      (t.in_use - t.lines - t.reservations)::text AS difference
    FROM source_total t JOIN usage_source u ON u.id = t.source_id
    WHERE t.customer_id = ${customer} AND u.customer_id = ${customer} AND u.name = ${source} AND t.agrees = false
      AND ${counting(customer, 't.import_id')} ORDER BY t.at DESC NULLS LAST, t.feature LIMIT ${shown}`.execute(
    tx,
  );
  return rows;
}

/** A line that was not taken, of an import that spoke for the source. */
export type SourceRejection = {
  readonly import: string;
  readonly file: string;
  readonly receivedAt: Instant;
  readonly line: number | null;
  readonly pointer: string | null;
  readonly code: string;
  readonly detail: string;
};

/** Returns the latest rejected lines, and how many there are in all imports that spoke for the source. */
export async function readSourceRejections(
  tx: Tx,
  customer: string,
  source: string,
): Promise<{ readonly items: SourceRejection[]; readonly total: number }> {
  const imports = sql`
    SELECT i.id, i.file_name, i.received_at, i.rejected FROM usage_import_source l
    JOIN usage_source u ON u.id = l.source_id JOIN usage_import i ON i.id = l.import_id
    WHERE l.customer_id = ${customer} AND u.customer_id = ${customer} AND u.name = ${source}
      AND i.status = 'accepted' AND ${counting(customer, 'l.import_id')} AND i.rejected > 0`;
  const { rows: items } = await sql<SourceRejection>`
    SELECT i.id AS import, i.file_name AS file, i.received_at AS "receivedAt", r.line::float8 AS line, r.pointer, r.code,
      r.detail
    FROM (${imports} ORDER BY i.id DESC LIMIT ${shown}) i JOIN usage_rejection r ON r.import_id = i.id
    ORDER BY i.id DESC, r.number LIMIT ${shown}`.execute(tx);
  const { rows } = await sql<{ total: number }>`
    SELECT coalesce(sum(rejected), 0)::float8 AS total FROM (${imports}) i`.execute(tx);
  return { items, total: rows[0]!.total };
}
