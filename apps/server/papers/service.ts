import { createHash } from 'node:crypto';
import { customerIds } from '#business/customers/customer.store.ts';
import { markAllDue } from '#business/findings/finding.store.ts';
import type { PaperKind } from '#business/papers/paper.ts';
import {
  contentOf,
  findImport,
  keepFile,
  keepPreview,
  keptRows,
  markApplied,
  markUndone,
  type PaperImport,
  rememberedMap,
  rememberMap,
  setSettings,
} from '#business/papers/paperImport.store.ts';
import { undoRow } from '#business/papers/planRow.ts';
import { ChangedMeanwhile, loadPapers } from '#business/papers/state.store.ts';
import { type Tx, vendorWide, withScope } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import { failure, type Problem, type Result, success } from '#platform/problem.ts';
import { type ColumnMap, headerName } from '#platform/table/column.ts';
import type { Table, TableOptions } from '#platform/table/table.ts';
import { asStaff, type ServerContext } from '../context.ts';
import { notFound } from '../problems.ts';
import { each, firstIds, type Progress, planRows, readRows, type Tell } from './plan.ts';
import { changedMeanwhile, notIn, outdated, refusedRows, touched } from './refusals.ts';
import { fitted, guessedMap, settingsOf, tableOf } from './tables.ts';

/** How far each import that is worked on has come. Kept in memory: what ends with the server has changed nothing. */
const progress = new Map<number, Progress>();

/** Returns how far an import has come, `null` where nobody works on it. */
export function progressOf(id: number): Progress | null {
  return progress.get(id) ?? null;
}

async function telling<T>(id: number, work: (tell: Tell) => Promise<T>): Promise<T> {
  try {
    return await work((now) => progress.set(id, now));
  } finally {
    progress.delete(id);
  }
}

/** Takes a file: reads it, guesses or remembers what its columns are, and keeps it. Nothing of it counts yet. */
export async function receive(
  context: ServerContext,
  {
    kind,
    fileName,
    bytes,
  }: { readonly kind: PaperKind; readonly fileName: string; readonly bytes: Uint8Array },
): Promise<Result<number>> {
  const fileDigest = createHash('sha256').update(bytes).digest('hex');
  const table = tableOf(bytes, fileDigest, {});
  if (!table.ok) return table;
  const { actor } = context;
  const now = context.clock();
  return asStaff(context, async (tx) => {
    const known = await rememberedMap(tx, { kind, header: headerName(table.value.header) });
    const map = known ? fitted(known, table.value) : guessedMap(kind, table.value);
    const settings = settingsOf({}, map, known !== undefined);
    return success(
      await keepFile(tx, { kind, fileName, fileDigest, settings, content: bytes }, { actor, now }),
    );
  });
}

/** Sets how a file is read. Without a map it is guessed, or remembered, for the header that is then read. */
export async function setMap(
  context: ServerContext,
  id: number,
  { map, ...options }: TableOptions & { readonly map?: ColumnMap | undefined },
): Promise<Result<number>> {
  const now = context.clock();
  return asStaff(context, async (tx) => {
    const open = await openImport(tx, id);
    if (!open.ok) return open;
    const { kind, fileDigest } = open.value.file;
    const table = tableOf(open.value.content, fileDigest, options);
    if (!table.ok) return table;
    const place = { kind, header: headerName(table.value.header) };
    const known = map ? undefined : await rememberedMap(tx, place);
    const chosen = fitted(map ?? known ?? guessedMap(kind, table.value), table.value);
    if (map) await rememberMap(tx, place, chosen, now);
    await setSettings(tx, id, settingsOf(options, chosen, known !== undefined));
    return success(id);
  });
}

type Open = { readonly file: PaperImport; readonly content: Uint8Array };

async function openImport(tx: Tx, id: number): Promise<Result<Open>> {
  const file = await findImport(tx, id, true);
  if (!file) return failure(notFound('such import'));
  const content = await contentOf(tx, id);
  if (!content || (file.status !== 'read' && file.status !== 'previewed')) return failure(notIn(file.status));
  return success({ file, content });
}

/** Works out what a file would do and keeps it to be looked at. Nothing else is written. */
export function preview(context: ServerContext, id: number): Promise<Result<number>> {
  return telling(id, (tell) =>
    planned(context, id, tell, async (tx, { rows, counts, digest }) => {
      await keepPreview(tx, id, rows, { digest, counts });
      return success(id);
    }),
  );
}

type Planned = Awaited<ReturnType<typeof planRows>>;

/** Plans in the scope of all customers and of those the file names, whom nobody may know yet. */
async function planned<T>(
  context: ServerContext,
  id: number,
  tell: Tell,
  work: (tx: Tx, plan: Planned, now: Instant, file: PaperImport) => Promise<Result<T>>,
): Promise<Result<T>> {
  const { actor, pool } = context;
  const read = await asStaff(context, (tx) => readImport(tx, id, tell));
  if (!read.ok) return read;
  const { rows, kind } = read.value;
  const named = kind === 'orderLines' ? [] : firstIds(kind, rows);
  const all = await withScope(pool, { customers: [], actor }, customerIds);
  const scope = { customers: [...new Set([...all, ...named, vendorWide])], actor };
  return withScope(pool, scope, async (tx) => {
    const open = await openImport(tx, id);
    if (!open.ok) return open;
    const now = context.clock();
    const by = { actor, now, tag: `IMPORT-${id}`, undoing: false };
    const { file } = open.value;
    return work(tx, await planRows(tx, file, rows, by, tell), now, file);
  });
}

async function readImport(tx: Tx, id: number, tell: Tell) {
  const open = await openImport(tx, id);
  if (!open.ok) return open;
  const { file, content } = open.value;
  const table: Result<Table> = tableOf(content, file.fileDigest, file.settings);
  if (!table.ok) return table;
  return success({ kind: file.kind, rows: await readRows(table.value, file, tell) });
}

/** Thrown in a transaction so that nothing of it stays. */
class Refused extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super('refused');
    this.problems = problems;
  }
}

async function whole<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return failure(...error.problems);
    if (error instanceof ChangedMeanwhile) return failure(changedMeanwhile);
    throw error;
  }
}

/**
 * Applies what was previewed, and nothing else: the file is compared anew with what is known now, in the transaction that
 * writes it, and refused (409) where that comes to another digest than the one that was seen; a new preview is then kept.
 */
export async function apply(
  context: ServerContext,
  id: number,
  order: { readonly digest: string; readonly rows: 'all' | 'good' },
): Promise<Result<number>> {
  const { actor } = context;
  let isOutdated = false;
  const result = await whole(() =>
    telling(id, (tell) =>
      planned(context, id, tell, async (tx, plan, now, file) => {
        if (plan.digest !== order.digest) {
          isOutdated = true;
          await keepPreview(tx, id, plan.rows, plan);
          return success(id);
        }
        if (order.rows === 'all' && plan.counts.refused > 0)
          throw new Refused([refusedRows(plan.counts.refused)]);
        tell({ phase: 'saving', done: 0, total: plan.rows.length });
        const touchedCustomers = await plan.loaded.save();
        if (file.digest !== plan.digest) await keepPreview(tx, id, plan.rows, plan);
        await markApplied(tx, id, actor, now);
        await markAllDue(tx, touchedCustomers, now);
        return success(id);
      }),
    ),
  );
  if (isOutdated) return failure(outdated);
  if (result.ok) context.wake();
  return result;
}

/** What an undo left as it is, and how many rows it took back. */
export type Undone = {
  readonly undone: number;
  readonly left: readonly { readonly line: number; readonly name: string; readonly reason: string }[];
};

/**
 * Takes a whole import back. Rows changed since are named and, as `leaveChanged` says, left while the others are taken
 * back, or the undo is refused (409) and nothing happens.
 */
export async function undo(
  context: ServerContext,
  id: number,
  leaveChanged: boolean,
): Promise<Result<Undone>> {
  const { actor } = context;
  const result = await whole(() =>
    telling(id, (tell) =>
      asStaff(context, async (tx): Promise<Result<Undone>> => {
        const file = await findImport(tx, id, true);
        if (!file) return failure(notFound('such import'));
        if (file.status !== 'applied') return failure(notIn(file.status));
        const now = context.clock();
        const rows = (await keptRows(tx, id, {})).filter(
          ({ outcome }) => outcome === 'new' || outcome === 'changed',
        );
        const by = { actor, now, tag: `IMPORT-${id}-UNDO`, undoing: true };
        const wanted = [...new Set(rows.map(({ name }) => name.split(' ')[0]!))];
        const { paper, state, save } = await loadPapers(tx, file.kind, wanted, by);
        const left = new Map<number, string>();
        await each(rows.toReversed(), 'undoing', tell, (row) => {
          const taken = undoRow(paper, row, state, by);
          if (!taken.ok) left.set(row.line, taken.problems[0]!.detail);
        });
        const late = paper.settle(state, by);
        for (const { line, name } of rows) {
          const problem = late.get(name);
          if (problem && !left.has(line)) left.set(line, problem.detail);
        }
        const named = rows.flatMap(({ line, name }) => {
          const reason = left.get(line);
          return reason === undefined ? [] : [{ line, name, reason }];
        });
        if (named.length > 0 && !leaveChanged) throw new Refused(touched(named));
        await markAllDue(tx, await save(), now);
        await markUndone(tx, id, left, { actor, now });
        return success({ undone: rows.length - left.size, left: named });
      }),
    ),
  );
  if (result.ok) context.wake();
  return result;
}
