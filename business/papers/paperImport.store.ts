import { type ColumnType, type Generated, sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import type { InstantColumn, JsonColumn } from '#platform/journal/rows.ts';
import type { Problem } from '#platform/problem.ts';
import type { ColumnMap, Fields } from '#platform/table/column.ts';
import type { TableOptions } from '#platform/table/table.ts';
import type { PaperKind } from './paper.ts';
import type { PlannedRow } from './planRow.ts';

export type ImportStatus = 'read' | 'previewed' | 'applied' | 'undone';

/** How a file is read; `remembered`: its map was kept from an earlier file. */
export type ImportSettings = TableOptions & { readonly map: ColumnMap; readonly remembered: boolean };

export type Outcome = PlannedRow['outcome'];
/** How many rows there are of each outcome, and values of choices that stand for none yet, by column. */
export type Counts = Readonly<Record<Outcome, number>> & {
  readonly unknown: Readonly<Record<string, readonly string[]>>;
};

/** One file on its way in. */
export type PaperImport = {
  readonly id: number;
  readonly kind: PaperKind;
  readonly fileName: string;
  readonly fileDigest: string;
  readonly settings: ImportSettings;
  readonly status: ImportStatus;
  readonly digest: string | null;
  readonly counts: Counts | null;
  readonly receivedAt: Instant;
  readonly receivedBy: string;
  readonly appliedAt: Instant | null;
  readonly undoneAt: Instant | null;
};

type Nullable<T> = ColumnType<T | null, T | undefined, T | null>;
type Moment = ColumnType<Instant | null, undefined, string>;

declare module '#platform/database/tables.ts' {
  interface Tables {
    paper_import: {
      id: Generated<string>;
      kind: string;
      file_name: string;
      file_digest: string;
      content: Nullable<Buffer>;
      settings: JsonColumn<ImportSettings>;
      status: ImportStatus;
      digest: Nullable<string>;
      counts: ColumnType<Counts | null, undefined, string | null>;
      received_at: InstantColumn;
      received_by: string;
      applied_at: Moment;
      applied_by: Nullable<string>;
      undone_at: Moment;
      undone_by: Nullable<string>;
    };
    paper_import_row: {
      import_id: string;
      line: number;
      name: string;
      subject: string | null;
      outcome: Outcome;
      before: JsonColumn<Fields | null>;
      after: JsonColumn<Fields | null>;
      problems: JsonColumn<readonly Problem[]>;
      undone: string | null;
    };
    paper_map: { kind: string; header: string; map: JsonColumn<ColumnMap>; saved_at: InstantColumn };
  }
}

const columns = [
  'id',
  'kind',
  'file_name',
  'file_digest',
  'settings',
  'status',
  'digest',
  'counts',
  'received_at',
  'received_by',
  'applied_at',
  'undone_at',
] as const;

/** Keeps a file that has just been read, and returns its number. Files nobody applied within a week are dropped. */
export async function keepFile(
  tx: Tx,
  file: Pick<PaperImport, 'kind' | 'fileName' | 'fileDigest' | 'settings'> & { readonly content: Uint8Array },
  { actor, now }: { readonly actor: string; readonly now: Instant },
): Promise<number> {
  await tx
    .deleteFrom('paper_import')
    .where('status', 'in', ['read', 'previewed'])
    .where(sql<boolean>`received_at < ${toTimestamp(now)}::timestamptz - interval '7 days'`)
    .execute();
  const { id } = await tx
    .insertInto('paper_import')
    .values({
      kind: file.kind,
      file_name: file.fileName,
      file_digest: file.fileDigest,
      content: Buffer.from(file.content),
      settings: JSON.stringify(file.settings),
      status: 'read',
      received_at: toTimestamp(now),
      received_by: actor,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return Number(id);
}

/** Returns an import; with `lock`, nobody else changes it until the transaction ends. */
export async function findImport(tx: Tx, id: number, lock = false): Promise<PaperImport | undefined> {
  const query = tx.selectFrom('paper_import').select(columns).where('id', '=', String(id));
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row && toImport(row as never);
}

/** Returns imports, the latest first, beginning behind the one of the number `after`. */
export async function listImports(tx: Tx, limit: number, after: number | null): Promise<PaperImport[]> {
  const query = tx.selectFrom('paper_import').select(columns).orderBy('id', 'desc').limit(limit);
  const rows = await (after === null ? query : query.where('id', '<', String(after))).execute();
  return rows.map((row) => toImport(row as never));
}

type Row = {
  id: string;
  kind: string;
  file_name: string;
  file_digest: string;
  settings: ImportSettings;
  status: ImportStatus;
  digest: string | null;
  counts: Counts | null;
  received_at: Instant;
  received_by: string;
  applied_at: Instant | null;
  undone_at: Instant | null;
};

function toImport(row: Row): PaperImport {
  return {
    id: Number(row.id),
    kind: row.kind as PaperKind,
    fileName: row.file_name,
    fileDigest: row.file_digest,
    settings: row.settings,
    status: row.status,
    digest: row.digest,
    counts: row.counts,
    receivedAt: row.received_at,
    receivedBy: row.received_by,
    appliedAt: row.applied_at,
    undoneAt: row.undone_at,
  };
}

/** Returns the bytes of a file that was not applied yet. */
export async function contentOf(tx: Tx, id: number): Promise<Uint8Array | undefined> {
  const row = await tx
    .selectFrom('paper_import')
    .select('content')
    .where('id', '=', String(id))
    .executeTakeFirst();
  return row?.content ?? undefined;
}

/** Sets how a file is read; what was previewed by another map counts no more. */
export async function setSettings(tx: Tx, id: number, settings: ImportSettings): Promise<void> {
  await tx.deleteFrom('paper_import_row').where('import_id', '=', String(id)).execute();
  await tx
    .updateTable('paper_import')
    .set({ settings: JSON.stringify(settings), status: 'read', digest: null, counts: null })
    .where('id', '=', String(id))
    .execute();
}

/** Keeps what was previewed in the place of what was before. */
export async function keepPreview(
  tx: Tx,
  id: number,
  rows: readonly PlannedRow[],
  preview: { readonly digest: string; readonly counts: Counts },
): Promise<void> {
  await tx.deleteFrom('paper_import_row').where('import_id', '=', String(id)).execute();
  for (let from = 0; from < rows.length; from += 2_000) {
    const part = rows.slice(from, from + 2_000);
    await sql`INSERT INTO paper_import_row (import_id, line, name, subject, outcome, before, after, problems)
      SELECT ${id}, line, name, subject, outcome, nullif(before, 'null'), nullif(after, 'null'), problems
        FROM jsonb_to_recordset(${JSON.stringify(part)}::jsonb)
          AS row (line integer, name text, subject text, outcome text, before jsonb, after jsonb, problems jsonb)`.execute(
      tx,
    );
  }
  await tx
    .updateTable('paper_import')
    .set({ status: 'previewed', digest: preview.digest, counts: JSON.stringify(preview.counts) })
    .where('id', '=', String(id))
    .execute();
}

/** Marks an import as applied; its bytes are needed no more. */
export async function markApplied(tx: Tx, id: number, actor: string, now: Instant): Promise<void> {
  await tx
    .updateTable('paper_import')
    .set({ status: 'applied', applied_at: toTimestamp(now), applied_by: actor, content: null })
    .where('id', '=', String(id))
    .execute();
}

/** Marks an import as undone; `left`: the rows that stayed as they are, each with the reason. */
export async function markUndone(
  tx: Tx,
  id: number,
  left: ReadonlyMap<number, string>,
  { actor, now }: { readonly actor: string; readonly now: Instant },
): Promise<void> {
  await sql`UPDATE paper_import_row SET undone = coalesce(${JSON.stringify(Object.fromEntries(left))}::jsonb ->> line::text, 'undone')
    WHERE import_id = ${id} AND outcome IN ('new', 'changed')`.execute(tx);
  await tx
    .updateTable('paper_import')
    .set({ status: 'undone', undone_at: toTimestamp(now), undone_by: actor })
    .where('id', '=', String(id))
    .execute();
}

/** A row as it is kept. */
export type KeptRow = PlannedRow & { readonly undone: string | null };

/** Returns rows of an import in the order of its lines, those of one outcome or all, behind the line `after`. */
export async function keptRows(
  tx: Tx,
  id: number,
  {
    outcome,
    after = 0,
    limit,
  }: { readonly outcome?: Outcome | undefined; readonly after?: number; readonly limit?: number },
): Promise<KeptRow[]> {
  let query = tx
    .selectFrom('paper_import_row')
    .select(['line', 'name', 'subject', 'outcome', 'before', 'after', 'problems', 'undone'])
    .where('import_id', '=', String(id))
    .where('line', '>', after)
    .orderBy('line');
  if (outcome) query = query.where('outcome', '=', outcome);
  if (limit !== undefined) query = query.limit(limit);
  return (await query.execute()) as KeptRow[];
}

/** Keeps how the columns of a header were read, for the next file that has it. */
export async function rememberMap(
  tx: Tx,
  place: { readonly kind: PaperKind; readonly header: string },
  map: ColumnMap,
  now: Instant,
): Promise<void> {
  const row = { map: JSON.stringify(map), saved_at: toTimestamp(now) };
  await tx
    .insertInto('paper_map')
    .values({ ...place, ...row })
    .onConflict((conflict) => conflict.columns(['kind', 'header']).doUpdateSet(row))
    .execute();
}

/** Returns how the columns of a header were read the last time. */
export async function rememberedMap(
  tx: Tx,
  place: { readonly kind: PaperKind; readonly header: string },
): Promise<ColumnMap | undefined> {
  const row = await tx
    .selectFrom('paper_map')
    .select('map')
    .where('kind', '=', place.kind)
    .where('header', '=', place.header)
    .executeTakeFirst();
  return row?.map;
}
