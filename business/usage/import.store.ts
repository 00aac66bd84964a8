import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import type { Decoded, Ending, Rejection } from './import/decoded.ts';
import { usageLock } from './partial.store.ts';
import { type Counts, settle } from './settle.store.ts';
import { createStaging, type Staging, stage } from './staging.store.ts';
import { createStatementStaging, stageStatements, writeStatements } from './statement.store.ts';

/** How far an import is: records read and put aside, then records moved to where they count. */
export type ImportProgress = {
  readonly phase: 'reading' | 'storing';
  readonly entries: number;
  readonly staged: number;
  readonly stored: number;
};

/** What is imported, for whom, by whom. */
export type ImportRequest = {
  readonly customer: string;
  readonly actor: string;
  readonly receivedAt: Instant;
  readonly fileName: string;
  readonly format: string;
  readonly batches: Decoded;
  /** The row the import has already, where its file had to wait; without it, it gets one. */
  readonly id?: string;
  /** Told how far it is; what it throws ends the import, with nothing done. */
  readonly watch?: (progress: ImportProgress) => void;
};

/**
 * What became of an import. `accepted`: `added` records are new (or known only by an import that is withdrawn),
 * `duplicates` were known already (or stood twice in the file); `conflicts` of the new ones differ from what is known
 * under their id. `refused`: nothing was taken; `fault` says why.
 */
export type ImportOutcome = Ending &
  Counts & {
    readonly id: string;
    readonly status: 'accepted' | 'refused';
    readonly rejections: readonly Rejection[];
  };

type Gathered = { readonly rejections: readonly Rejection[]; readonly ending: Ending };
type Watch = NonNullable<ImportRequest['watch']>;

/**
 * Imports what a decoder yields, within the transaction: everything counts when it commits, or nothing when it rolls
 * back, also where the decoder throws in the middle. A file with a fault leaves only the note that it was refused.
 * Importing the same file again adds nothing and changes no reading. What is held in memory does not grow with the file.
 */
export async function importUsage(tx: Tx, request: ImportRequest): Promise<ImportOutcome> {
  const { customer, watch = () => undefined } = request;
  const staging = await createStaging(tx);
  await createStatementStaging(tx);
  const { ending, rejections } = await stageAll(tx, staging, request.batches, watch);
  const { fault, tally } = ending;
  // From here on one import of a customer waits for the other: both may bring the same record.
  await sql`SELECT pg_advisory_xact_lock(${usageLock(customer)})`.execute(tx);
  const id = await writeImport(tx, request, ending);
  let counts: Counts = { added: 0, duplicates: 0, conflicts: 0 };
  if (!fault) {
    await writeSources(tx, [...staging.sources.keys()], customer);
    const progress = { phase: 'storing', entries: tally.entries, staged: staging.count } as const;
    counts = await settle(tx, staging, customer, id, (stored) => watch({ ...progress, stored }));
    await writeStatements(tx, customer, id);
    await linkSources(tx, customer, id);
  }
  await writeCounts(tx, id, counts);
  await writeRejections(tx, customer, id, fault ? [...rejections, fault] : rejections);
  await sql`
    DROP TABLE IF EXISTS usage_staged, usage_staged_source, usage_staged_total, usage_staged_note`.execute(
    tx,
  );
  return { id, status: fault ? 'refused' : 'accepted', ...ending, ...counts, rejections };
}

/** Stages one batch while the decoder works on the next. */
async function stageAll(tx: Tx, staging: Staging, batches: Decoded, watch: Watch): Promise<Gathered> {
  const rejections: Rejection[] = [];
  let ending: Ending | null = null;
  let staged: Promise<unknown> = Promise.resolve();
  try {
    for await (const batch of batches) {
      await staged;
      staged = stage(tx, staging, batch.records).then(() => stageStatements(tx, staging, batch));
      // Whatever it fails with is thrown where it is awaited.
      staged.catch(() => undefined);
      rejections.push(...batch.rejections);
      ending = batch.ending;
      const entries = ending?.tally.entries ?? batch.entries ?? staging.count;
      watch({ phase: 'reading', entries, staged: staging.count, stored: 0 });
    }
  } finally {
    await staged;
  }
  if (!ending) throw new Error('the decoder yielded no ending');
  return { rejections, ending };
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

/** Says which sources the import spoke for. */
async function linkSources(tx: Tx, customer: string, id: string): Promise<void> {
  await sql`
    INSERT INTO usage_import_source (customer_id, import_id, source_id)
    SELECT ${customer}, ${id}::bigint, s.id FROM usage_staged_source s ON CONFLICT DO NOTHING`.execute(tx);
}

async function writeImport(tx: Tx, request: ImportRequest, { tally, fault }: Ending): Promise<string> {
  const { customer, actor, receivedAt, fileName, format } = request;
  const status = fault ? 'refused' : 'accepted';
  if (request.id !== undefined) {
    await sql`
      UPDATE usage_import SET status = ${status}, format = ${format}, entries = ${tally.entries},
        rejected = ${tally.rejected}, blank = ${tally.blank}, other = ${tally.other}
      WHERE customer_id = ${customer} AND id = ${request.id}::bigint`.execute(tx);
    return request.id;
  }
  const { rows } = await sql<{ id: string }>`
    INSERT INTO usage_import (customer_id, received_at, actor, file_name, format, status, entries, rejected, blank, other)
    VALUES (${customer}, ${toTimestamp(receivedAt)}, ${actor}, ${fileName}, ${format}, ${status},
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
