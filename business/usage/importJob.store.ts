import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import type { Problem } from '#platform/problem.ts';
import type { Deed } from './conflict.store.ts';
import type { GivenOptions } from './import/formatOptions.ts';
import { type ImportJob, type ImportOrigin, type JobProgress, lastingOptions } from './importJob.ts';

/** A file that has arrived. `found`: where it lay and in which state; the same is taken once. */
export type Arrival = {
  readonly customer: string;
  readonly actor: string;
  readonly receivedAt: Instant;
  readonly fileName: string;
  readonly format: string;
  readonly spool: string;
  readonly size: number;
  readonly sha256: string;
  readonly origin: ImportOrigin;
  readonly found?: { readonly key: string; readonly version: string };
  /** Given, the import is queued at once; else it waits for somebody to look at it. */
  readonly options?: GivenOptions;
};

/** Writes that a file has arrived; returns its import's id. `undefined`: it was found before, and is taken already. */
export async function arrive(tx: Tx, arrival: Arrival): Promise<string | undefined> {
  const { customer, actor, receivedAt, fileName, format, spool, size, sha256, origin, found } = arrival;
  if (found && (await foundBefore(tx, customer, origin, found.key, found.version))) return undefined;
  const status = arrival.options ? 'queued' : 'waiting';
  const { rows } = await sql<{ id: string }>`
    INSERT INTO usage_import (customer_id, received_at, actor, file_name, format, status)
    VALUES (${customer}, ${toTimestamp(receivedAt)}, ${actor}, ${fileName}, ${format}, ${status}) RETURNING id`.execute(
    tx,
  );
  const { id } = rows[0]!;
  await sql`
    INSERT INTO usage_import_job (customer_id, import_id, origin, origin_key, origin_version, spool, size, sha256, options)
    VALUES (${customer}, ${id}::bigint, ${origin}, ${found?.key ?? null}, ${found?.version ?? null}, ${spool}, ${size},
      ${sha256}, ${arrival.options ? JSON.stringify(arrival.options) : null}::jsonb)`.execute(tx);
  return id;
}

/** Returns the import that a file found in this place and state was taken by, with what became of it. */
export async function foundBefore(
  tx: Tx,
  customer: string,
  origin: ImportOrigin,
  key: string,
  version: string,
): Promise<ImportJob | undefined> {
  const { rows } = await sql<{ id: string }>`
    SELECT import_id AS id FROM usage_import_job
    WHERE customer_id = ${customer} AND origin = ${origin} AND origin_key = ${key} AND origin_version = ${version}`.execute(
    tx,
  );
  return rows[0] && readJob(tx, customer, rows[0].id);
}

/** Returns a file's import as it is now. */
export async function readJob(tx: Tx, customer: string, id: string): Promise<ImportJob | undefined> {
  const { rows } = await sql<ImportJob>`
    SELECT i.customer_id AS customer, i.id, i.actor, i.received_at AS "receivedAt", i.file_name AS "fileName", i.format,
      i.status, j.origin, j.origin_key AS "originKey", j.spool, j.size::float8 AS size, j.sha256, j.options, j.phase,
      j.bytes_read::float8 AS "bytesRead", j.entries_read::float8 AS entries, j.records_staged::float8 AS staged,
      j.records_stored::float8 AS stored, j.attempts, j.started_at AS "startedAt", j.heard_at AS "heardAt",
      j.finished_at AS "finishedAt", j.problem
    FROM usage_import i JOIN usage_import_job j ON j.import_id = i.id
    WHERE i.customer_id = ${customer} AND i.id = ${id}::bigint`.execute(tx);
  return rows[0];
}

/** Queues an import that waits, and remembers its options. Returns whether it waited. */
export async function queueImport(
  tx: Tx,
  customer: string,
  id: string,
  { format, options, at }: { readonly format: string; readonly options: GivenOptions; readonly at: Instant },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    UPDATE usage_import SET status = 'queued', format = ${format}
    WHERE customer_id = ${customer} AND id = ${id}::bigint AND status = 'waiting'`.execute(tx);
  if (numAffectedRows === 0n) return false;
  await sql`
    UPDATE usage_import_job SET options = ${JSON.stringify(options)}::jsonb
    WHERE customer_id = ${customer} AND import_id = ${id}::bigint`.execute(tx);
  await sql`
    INSERT INTO usage_import_setup (customer_id, format, source, options, used_at)
    VALUES (${customer}, ${format}, ${options.source ?? ''}, ${JSON.stringify(lastingOptions(options))}::jsonb,
      ${toTimestamp(at)})
    ON CONFLICT (customer_id, format, source)
    DO UPDATE SET options = excluded.options, used_at = excluded.used_at`.execute(tx);
  return true;
}

/** Options that were used before, the latest first. */
export type RememberedSetup = {
  readonly format: string;
  readonly source: string;
  readonly options: GivenOptions;
};

/** Returns how files of this customer were read before, the latest first. */
export async function readSetups(tx: Tx, customer: string): Promise<RememberedSetup[]> {
  const { rows } = await sql<RememberedSetup>`
    SELECT format, source, options FROM usage_import_setup WHERE customer_id = ${customer}
    ORDER BY used_at DESC, format, source LIMIT 50`.execute(tx);
  return rows;
}

/** Returns the imports whose turn it is, the longest waiting first: those queued, and those whose run was cut off. */
export async function importsToRun(tx: Tx, most: number): Promise<{ customer: string; id: string }[]> {
  const { rows } = await sql<{ customer: string; id: string }>`
    SELECT j.customer_id AS customer, j.import_id AS id FROM usage_import_job j JOIN usage_import i ON i.id = j.import_id
    WHERE j.finished_at IS NULL AND i.status IN ('queued', 'running') ORDER BY j.import_id LIMIT ${most}`.execute(
    tx,
  );
  return rows;
}

/** Takes the right to run an import until the transaction ends; `false`: another has it, so it is not cut off. */
export async function holdImport(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`usage import ${id}`}, 0)) AS held`.execute(tx);
  return rows[0]!.held;
}

/** Marks an import as running, from its beginning; returns it, or `undefined` where it is no longer to be run. */
export async function beginRun(
  tx: Tx,
  customer: string,
  id: string,
  at: Instant,
): Promise<ImportJob | undefined> {
  const { numAffectedRows } = await sql`
    UPDATE usage_import SET status = 'running'
    WHERE customer_id = ${customer} AND id = ${id}::bigint AND status IN ('queued', 'running')`.execute(tx);
  if (numAffectedRows === 0n) return undefined;
  await sql`
    UPDATE usage_import_job SET attempts = attempts + 1, started_at = ${toTimestamp(at)}, heard_at = ${toTimestamp(at)},
      phase = 'reading', bytes_read = 0, entries_read = 0, records_staged = 0, records_stored = 0
    WHERE customer_id = ${customer} AND import_id = ${id}::bigint`.execute(tx);
  return readJob(tx, customer, id);
}

/** Writes how far a run is; returns whether somebody wants it canceled. */
export async function tellProgress(
  tx: Tx,
  customer: string,
  id: string,
  progress: JobProgress & { readonly at: Instant },
): Promise<boolean> {
  const { phase, bytesRead, entries, staged, stored, at } = progress;
  const { rows } = await sql<{ wanted: boolean }>`
    UPDATE usage_import_job SET phase = ${phase}, bytes_read = ${bytesRead}, entries_read = ${entries},
      records_staged = ${staged}, records_stored = ${stored}, heard_at = ${toTimestamp(at)}
    WHERE customer_id = ${customer} AND import_id = ${id}::bigint
    RETURNING cancel_requested_at IS NOT NULL AS wanted`.execute(tx);
  return rows[0]?.wanted ?? true;
}

/** What ends a run; `queued` gives it back for another one. */
export type RunEnd = {
  readonly status: 'accepted' | 'refused' | 'canceled' | 'failed' | 'queued';
  readonly at: Instant;
  readonly problem?: Problem;
  /** Of one given back in good order: this run does not count as an attempt. */
  readonly forgiven?: boolean;
};

/**
 * Writes the end of a run. In the import's own transaction it is one with what the import did: returns `false` where
 * somebody canceled it first, so that the transaction must be rolled back.
 */
export async function endRun(tx: Tx, customer: string, id: string, end: RunEnd): Promise<boolean> {
  const over = end.status !== 'queued';
  const { numAffectedRows } = await sql`
    UPDATE usage_import_job SET finished_at = ${over ? toTimestamp(end.at) : null},
      problem = ${end.problem ? JSON.stringify(end.problem) : null}::jsonb,
      attempts = attempts - ${end.forgiven ? 1 : 0}
    WHERE customer_id = ${customer} AND import_id = ${id}::bigint AND finished_at IS NULL
      AND (cancel_requested_at IS NULL OR ${end.status === 'canceled'})`.execute(tx);
  if (numAffectedRows === 0n) return false;
  await sql`
    UPDATE usage_import SET status = ${end.status} WHERE customer_id = ${customer} AND id = ${id}::bigint`.execute(
    tx,
  );
  return true;
}

/**
 * Records that somebody wants an import canceled: one that waits is canceled at once, a running one as soon as it
 * notices. Returns `undefined` where it has ended already, or is none of a file's.
 */
export async function requestCancel(
  tx: Tx,
  customer: string,
  id: string,
  { at, by }: Deed,
): Promise<'canceled' | 'requested' | undefined> {
  const { rows } = await sql<{ status: string }>`
    UPDATE usage_import_job j SET cancel_requested_at = coalesce(cancel_requested_at, ${toTimestamp(at)}),
      cancel_requested_by = coalesce(cancel_requested_by, ${by})
    FROM usage_import i WHERE i.id = j.import_id AND j.customer_id = ${customer} AND j.import_id = ${id}::bigint
      AND j.finished_at IS NULL RETURNING i.status`.execute(tx);
  const [job] = rows;
  if (!job) return undefined;
  if (job.status === 'running') return 'requested';
  await endRun(tx, customer, id, { status: 'canceled', at });
  return 'canceled';
}

/** Returns an earlier accepted import of the same bytes that counts, or `undefined`. */
export async function sameFile(
  tx: Tx,
  { customer, id, sha256 }: ImportJob,
): Promise<{ id: string; receivedAt: Instant } | undefined> {
  const { rows } = await sql<{ id: string; receivedAt: Instant }>`
    SELECT i.id, i.received_at AS "receivedAt" FROM usage_import_job j JOIN usage_import i ON i.id = j.import_id
    WHERE j.customer_id = ${customer} AND j.sha256 = ${sha256} AND i.id < ${id}::bigint AND i.status = 'accepted'
      AND NOT EXISTS (SELECT FROM import_withdrawal w
        WHERE w.customer_id = ${customer} AND w.import_id = i.id AND w.undone_at IS NULL)
    ORDER BY i.id DESC LIMIT 1`.execute(tx);
  return rows[0];
}

/** Forgets the copies of imports that have ended; returns the names of all copies that are still needed. */
export async function neededSpools(tx: Tx): Promise<Set<string>> {
  await sql`UPDATE usage_import_job SET spool = NULL WHERE finished_at IS NOT NULL AND spool IS NOT NULL`.execute(
    tx,
  );
  const { rows } = await sql<{ spool: string }>`
    SELECT spool FROM usage_import_job WHERE spool IS NOT NULL`.execute(tx);
  return new Set(rows.map(({ spool }) => spool));
}

/** Returns the imports that have waited since before `at` for somebody to look at them. */
export async function waitingSince(tx: Tx, at: Instant): Promise<{ customer: string; id: string }[]> {
  const { rows } = await sql<{ customer: string; id: string }>`
    SELECT customer_id AS customer, id FROM usage_import WHERE status = 'waiting' AND received_at < ${toTimestamp(at)}`.execute(
    tx,
  );
  return rows;
}
