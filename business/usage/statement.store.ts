import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import type { Batch, Note, SourceTotal } from './import/decoded.ts';
import { numberOf, type Staging } from './staging.store.ts';

/** What a source says beside its records. */
type Statements = Pick<Batch, 'totals' | 'notes'>;

/** Makes the empty temporary tables of statements, which the end of the transaction removes. */
export async function createStatementStaging(tx: Tx): Promise<void> {
  await sql`
    CREATE TEMPORARY TABLE usage_staged_total (
      source_number integer, feature text, at timestamptz, issued numeric, in_use numeric, lines numeric,
      reservations numeric, queued numeric, agrees boolean
    ) ON COMMIT DROP`.execute(tx);
  await sql`
    CREATE TEMPORARY TABLE usage_staged_note (
      source_number integer, kind text, code text, feature text, at timestamptz, detail text
    ) ON COMMIT DROP`.execute(tx);
}

/** Adds totals and notes of a batch. */
export async function stageStatements(
  tx: Tx,
  staging: Staging,
  { totals, notes }: Statements,
): Promise<void> {
  if (totals.length > 0)
    await sql`
      INSERT INTO usage_staged_total
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(totals.map((total) => totalRow(staging, total)))}::jsonb)
        AS t (source_number integer, feature text, at timestamptz, issued numeric, in_use numeric, lines numeric,
          reservations numeric, queued numeric, agrees boolean)`.execute(tx);
  if (notes.length > 0)
    await sql`
      INSERT INTO usage_staged_note
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(notes.map((note) => noteRow(staging, note)))}::jsonb)
        AS t (source_number integer, kind text, code text, feature text, at timestamptz, detail text)`.execute(
      tx,
    );
}

function totalRow(staging: Staging, { source, at, inUse, ...total }: SourceTotal) {
  return { ...total, source_number: numberOf(staging, source), at: time(at), in_use: inUse };
}

function noteRow(staging: Staging, { source, at, ...note }: Note) {
  return { ...note, source_number: numberOf(staging, source), at: time(at) };
}

function time(at: Instant | null): string | null {
  return at === null ? null : toTimestamp(at);
}

/** Writes what was staged for an import, each statement of the file once. */
export async function writeStatements(tx: Tx, customer: string, id: string): Promise<void> {
  await sql`
    INSERT INTO source_total (customer_id, source_id, feature, at, issued, in_use, lines, reservations, queued, agrees,
      import_id)
    SELECT ${customer}, u.id, t.feature, t.at, t.issued, t.in_use, t.lines, t.reservations, t.queued, t.agrees, ${id}::bigint
    FROM usage_staged_total t JOIN usage_staged_source u ON u.number = t.source_number
    ON CONFLICT DO NOTHING`.execute(tx);
  await sql`
    INSERT INTO usage_note (customer_id, source_id, kind, code, feature, at, detail, import_id)
    SELECT ${customer}, u.id, t.kind, t.code, t.feature, t.at, t.detail, ${id}::bigint
    FROM usage_staged_note t JOIN usage_staged_source u ON u.number = t.source_number
    ON CONFLICT DO NOTHING`.execute(tx);
}
