import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import { raiseGeneration } from './generation.store.ts';
import type { Batch, Decoded, Ending, Note, Rejection, SourceTotal } from './import/decoded.ts';
import { forgetPartials, usageLock } from './partial.store.ts';
import { createStaging, type Staging, stage } from './staging.store.ts';

/** What is imported, for whom, by whom. */
export type ImportRequest = {
  readonly customer: string;
  readonly actor: string;
  readonly receivedAt: Instant;
  readonly fileName: string;
  readonly format: string;
  readonly batches: Decoded;
};

/**
 * What became of an import. `accepted`: `added` records are new, `duplicates` were known already (or stood twice in the
 * file); `conflicts` of the new ones differ from what is known under their id. `refused`: nothing was taken; `fault`
 * says why.
 */
export type ImportOutcome = Ending & {
  readonly id: string;
  readonly status: 'accepted' | 'refused';
  readonly added: number;
  readonly duplicates: number;
  readonly conflicts: number;
  readonly rejections: readonly Rejection[];
};

type Gathered = { rejections: Rejection[]; totals: SourceTotal[]; notes: Note[]; ending: Ending };
type Counts = { added: number; duplicates: number; conflicts: number };

/**
 * Imports what a decoder yields, within the transaction: everything counts when it commits, or nothing when it rolls
 * back, also where the decoder throws in the middle. A file with a fault leaves only the note that it was refused.
 * Importing the same file again adds nothing and changes no reading.
 */
export async function importUsage(tx: Tx, request: ImportRequest): Promise<ImportOutcome> {
  const { customer } = request;
  const staging = await createStaging(tx);
  const { ending, rejections, totals, notes } = await stageAll(tx, staging, request.batches);
  const { fault } = ending;
  // From here on one import of a customer waits for the other: both may bring the same record.
  await sql`SELECT pg_advisory_xact_lock(${usageLock(customer)})`.execute(tx);
  const id = await writeImport(tx, request, ending);
  let counts: Counts = { added: 0, duplicates: 0, conflicts: 0 };
  if (!fault) {
    const names = new Set([...staging.sources.keys(), ...[...totals, ...notes].map(({ source }) => source)]);
    await writeSources(tx, [...names], customer);
    counts = await settle(tx, staging, customer, id);
  }
  await writeCounts(tx, id, counts);
  await writeRejections(tx, customer, id, fault ? [...rejections, fault] : rejections);
  if (!fault) await writeStatements(tx, customer, id, { totals, notes });
  await sql`DROP TABLE IF EXISTS usage_staged, usage_staged_source`.execute(tx);
  return { id, status: fault ? 'refused' : 'accepted', ...ending, ...counts, rejections };
}

/** Stages one batch while the decoder works on the next. */
async function stageAll(tx: Tx, staging: Staging, batches: Decoded): Promise<Gathered> {
  const gathered: Omit<Gathered, 'ending'> = { rejections: [], totals: [], notes: [] };
  let ending: Ending | null = null;
  let staged: Promise<unknown> = Promise.resolve();
  try {
    for await (const batch of batches) {
      await staged;
      staged = stage(tx, staging, batch.records);
      // Whatever it fails with is thrown where it is awaited.
      staged.catch(() => undefined);
      gather(gathered, batch);
      ending = batch.ending;
    }
  } finally {
    await staged;
  }
  if (!ending) throw new Error('the decoder yielded no ending');
  return { ...gathered, ending };
}

function gather({ rejections, totals, notes }: Omit<Gathered, 'ending'>, batch: Batch): void {
  rejections.push(...batch.rejections);
  totals.push(...batch.totals);
  notes.push(...batch.notes);
}

/** Makes sources, people and records out of what is staged; forgets the partial results it may touch. */
async function settle(tx: Tx, staging: Staging, customer: string, id: string): Promise<Counts> {
  await sql`ANALYZE usage_staged`.execute(tx);
  await writePeople(tx, customer);
  const { numAffectedRows } = await sql`
    INSERT INTO usage_record (customer_id, source_id, id, digest, kind, feature, at, until, quantity, who, series,
      attributes, import_id)
    SELECT ${customer}, u.id, s.id, s.digest, s.kind, s.feature, s.at, s.until, s.quantity, i.id, s.series,
      s.attributes, ${id}::bigint
    FROM usage_staged s JOIN usage_staged_source u ON u.number = s.source_number
    LEFT JOIN identity i ON i.customer_id = ${customer} AND i.value = s.who
    ON CONFLICT DO NOTHING`.execute(tx);
  const added = Number(numAffectedRows);
  const counts = { added, duplicates: staging.count - added, conflicts: 0 };
  if (added === 0) return counts;
  const conflicts = await writeConflicts(tx, customer, id);
  await forgetPartials(tx, customer, newRecords(customer, id));
  await raiseGeneration(tx, customer);
  return { ...counts, conflicts };
}

/** Gives each source of the file its row, and a temporary table from our number to it. */
async function writeSources(tx: Tx, names: readonly string[], customer: string): Promise<void> {
  await sql`
    INSERT INTO usage_source (customer_id, name) SELECT ${customer}, unnest(${names}::text[])
    ON CONFLICT DO NOTHING`.execute(tx);
  await sql`
    CREATE TEMPORARY TABLE usage_staged_source ON COMMIT DROP AS
    SELECT n.number::integer, n.name, u.id FROM unnest(${names}::text[]) WITH ORDINALITY AS n (name, number)
    JOIN usage_source u ON u.customer_id = ${customer} AND u.name = n.name`.execute(tx);
}

/** Only for records that are new: a file imported again brings nobody back who was erased. */
async function writePeople(tx: Tx, customer: string): Promise<void> {
  await sql`
    INSERT INTO identity (customer_id, value)
    SELECT DISTINCT ${customer}, s.who
    FROM usage_staged s JOIN usage_staged_source u ON u.number = s.source_number
    WHERE s.who IS NOT NULL
      AND NOT EXISTS (SELECT FROM identity i WHERE i.customer_id = ${customer} AND i.value = s.who)
      AND NOT EXISTS (SELECT FROM usage_record r WHERE r.customer_id = ${customer}
        AND r.source_id = u.id AND r.id = s.id AND r.digest = s.digest)`.execute(tx);
}

/** Marks the identities that now have several contents; returns how many of the new records are in conflict. */
async function writeConflicts(tx: Tx, customer: string, id: string): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    WITH contrary AS (
      SELECT DISTINCT u.id AS source_id, s.id AS record_id, s.digest
      FROM usage_staged s JOIN usage_staged_source u ON u.number = s.source_number
      JOIN usage_record r ON r.customer_id = ${customer} AND r.source_id = u.id AND r.id = s.id AND r.digest <> s.digest
    ), marked AS (
      INSERT INTO usage_conflict (customer_id, source_id, record_id)
      SELECT DISTINCT ${customer}, source_id, record_id FROM contrary ON CONFLICT DO NOTHING
    )
    SELECT count(*) FROM contrary c JOIN usage_record r
      ON r.customer_id = ${customer} AND r.source_id = c.source_id AND r.id = c.record_id AND r.digest = c.digest
    WHERE r.import_id = ${id}::bigint`.execute(tx);
  return Number(rows[0]!.count);
}

function newRecords(customer: string, id: string) {
  return sql`
    SELECT DISTINCT r.source_id, r.id FROM usage_staged s JOIN usage_staged_source u ON u.number = s.source_number
    JOIN usage_record r ON r.customer_id = ${customer} AND r.source_id = u.id AND r.id = s.id AND r.digest = s.digest
    WHERE r.import_id = ${id}::bigint`;
}

async function writeImport(
  tx: Tx,
  { customer, actor, receivedAt, fileName, format }: ImportRequest,
  { tally, fault }: Ending,
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    INSERT INTO usage_import (customer_id, received_at, actor, file_name, format, status, entries, rejected, blank, other)
    VALUES (${customer}, ${toTimestamp(receivedAt)}, ${actor}, ${fileName}, ${format}, ${fault ? 'refused' : 'accepted'},
      ${tally.entries}, ${tally.rejected}, ${tally.blank}, ${tally.other})
    RETURNING id`.execute(tx);
  return rows[0]!.id;
}

async function writeCounts(tx: Tx, id: string, { added, duplicates, conflicts }: Counts): Promise<void> {
  await sql`
    UPDATE usage_import SET added = ${added}, duplicates = ${duplicates}, conflicts = ${conflicts}
    WHERE id = ${id}::bigint`.execute(tx);
}

async function writeRejections(
  tx: Tx,
  customer: string,
  id: string,
  rejections: readonly Rejection[],
): Promise<void> {
  if (rejections.length === 0) return;
  const rows = rejections.map(({ line, pointer, code, detail }, i) => ({
    number: i + 1,
    line,
    pointer,
    code,
    detail,
  }));
  await sql`
    INSERT INTO usage_rejection (customer_id, import_id, number, line, pointer, code, detail)
    SELECT ${customer}, ${id}::bigint, t.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS t (number integer, line bigint, pointer text, code text, detail text)`.execute(tx);
}

/** Writes what the source says beside its records; what it has said before in the same words is there already. */
async function writeStatements(
  tx: Tx,
  customer: string,
  id: string,
  { totals, notes }: Pick<Gathered, 'totals' | 'notes'>,
): Promise<void> {
  const time = (at: Instant | null): string | null => (at === null ? null : toTimestamp(at));
  const totalRows = totals.map((total) => ({ ...total, at: time(total.at), in_use: total.inUse }));
  await sql`
    INSERT INTO source_total (customer_id, source_id, feature, at, issued, in_use, lines, reservations, queued, agrees,
      import_id)
    SELECT ${customer}, u.id, t.feature, t.at, t.issued, t.in_use, t.lines, t.reservations, t.queued, t.agrees, ${id}::bigint
    FROM jsonb_to_recordset(${JSON.stringify(totalRows)}::jsonb) AS t (source text, feature text, at timestamptz,
      issued numeric, in_use numeric, lines numeric, reservations numeric, queued numeric, agrees boolean)
    JOIN usage_staged_source u ON u.name = t.source ON CONFLICT DO NOTHING`.execute(tx);
  const noteRows = notes.map((note) => ({ ...note, at: time(note.at) }));
  await sql`
    INSERT INTO usage_note (customer_id, source_id, kind, code, feature, at, detail, import_id)
    SELECT ${customer}, u.id, t.kind, t.code, t.feature, t.at, t.detail, ${id}::bigint
    FROM jsonb_to_recordset(${JSON.stringify(noteRows)}::jsonb) AS t (source text, kind text, code text, feature text,
      at timestamptz, detail text)
    JOIN usage_staged_source u ON u.name = t.source ON CONFLICT DO NOTHING`.execute(tx);
}
