import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import type { Problem } from '#platform/problem.ts';
import type { ImportOrigin, ImportStatus } from './importJob.ts';

/** One import as a list shows it, with what became of its entries. What belongs to a file is null where none was kept. */
export type ImportRow = {
  readonly customer: string;
  readonly customerName: string;
  readonly id: string;
  readonly receivedAt: Instant;
  readonly actor: string;
  readonly fileName: string;
  readonly format: string;
  readonly status: ImportStatus;
  readonly entries: number;
  readonly rejected: number;
  readonly blank: number;
  readonly other: number;
  readonly added: number;
  readonly duplicates: number;
  readonly conflicts: number;
  readonly withdrawn: boolean;
  readonly origin: ImportOrigin | null;
  readonly size: number | null;
  readonly finishedAt: Instant | null;
  readonly problem: Problem | null;
};

/** Which imports to list: those before the import with the id `before`, the latest first, at most `limit`. */
export type ImportChoice = {
  readonly customer?: string | undefined;
  readonly status?: ImportStatus | undefined;
  readonly before?: string | undefined;
  readonly limit: number;
};

/** Returns imports of all customers in scope, the latest first. */
export async function listImports(
  tx: Tx,
  { customer, status, before, limit }: ImportChoice,
): Promise<ImportRow[]> {
  // The page first, then what belongs to its few rows.
  const { rows } = await sql<ImportRow>`
    WITH page AS MATERIALIZED (
      SELECT * FROM usage_import i
      WHERE ${customer === undefined ? sql`true` : sql`i.customer_id = ${customer}`}
        AND ${status === undefined ? sql`true` : sql`i.status = ${status}`}
        AND ${before === undefined ? sql`true` : sql`i.id < ${before}::bigint`}
      ORDER BY i.id DESC LIMIT ${limit}
    )
    SELECT i.customer_id AS customer, coalesce(c.body ->> 'name', i.customer_id) AS "customerName", i.id,
      i.received_at AS "receivedAt", i.actor, i.file_name AS "fileName", i.format, i.status,
      i.entries::float8 AS entries, i.rejected::float8 AS rejected, i.blank::float8 AS blank, i.other::float8 AS other,
      i.added::float8 AS added, i.duplicates::float8 AS duplicates, i.conflicts::float8 AS conflicts,
      w.import_id IS NOT NULL AS withdrawn,
      j.origin, j.size::float8 AS size, j.finished_at AS "finishedAt", j.problem
    FROM page i
    LEFT JOIN usage_import_job j ON j.import_id = i.id
    LEFT JOIN customer c ON c.customer_id = i.customer_id
    LEFT JOIN import_withdrawal w ON w.customer_id = i.customer_id AND w.import_id = i.id AND w.undone_at IS NULL
    ORDER BY i.id DESC`.execute(tx);
  return rows;
}

/** Returns one import, or `undefined` where this customer has none of that id. */
export async function readImport(tx: Tx, customer: string, id: string): Promise<ImportRow | undefined> {
  const before = (BigInt(id) + 1n).toString();
  const [row] = await listImports(tx, { customer, before, limit: 1 });
  return row?.id === id ? row : undefined;
}

/** What was not taken of an import, and why; `number` counts from 1. */
export type RejectedEntry = {
  readonly number: number;
  readonly line: number | null;
  readonly pointer: string | null;
  readonly code: string;
  readonly detail: string;
};

/** Returns rejected entries of an import in the order of the file, those after `after`. */
export async function readRejected(
  tx: Tx,
  customer: string,
  id: string,
  after: number,
  limit: number,
): Promise<RejectedEntry[]> {
  const { rows } = await sql<RejectedEntry>`
    SELECT number, line::float8 AS line, pointer, code, detail FROM usage_rejection
    WHERE customer_id = ${customer} AND import_id = ${id}::bigint AND number > ${after}
    ORDER BY number LIMIT ${limit}`.execute(tx);
  return rows;
}

/** What the source told beside its records; how many such notes there are under one code, and one of them. */
export type ImportNote = {
  readonly kind: 'note' | 'gap';
  readonly code: string;
  readonly count: number;
  readonly example: string;
};

/** Returns the notes of an import by code. */
export async function readNotes(tx: Tx, customer: string, id: string): Promise<ImportNote[]> {
  const { rows } = await sql<ImportNote>`
    SELECT kind, code, count(*)::float8 AS count, min(detail) AS example FROM usage_note
    WHERE customer_id = ${customer} AND import_id = ${id}::bigint GROUP BY kind, code ORDER BY kind, code`.execute(
    tx,
  );
  return rows;
}

/** Returns customers whose name or id holds the words, by name, at most 20. */
export async function findCustomers(tx: Tx, words: string): Promise<{ id: string; name: string }[]> {
  const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<{ id: string; name: string }>`
    SELECT customer_id AS id, body ->> 'name' AS name FROM customer
    WHERE body ->> 'name' ILIKE ${pattern} OR customer_id ILIKE ${pattern}
    ORDER BY body ->> 'name', customer_id LIMIT 20`.execute(tx);
  return rows;
}
