import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { readCustomer } from '#business/customers/customer.store.ts';
import { markDue } from '#business/findings/finding.store.ts';
import type { GivenOptions } from '#business/usage/import/formatOptions.ts';
import {
  decoderOf,
  type FormatName,
  formatNames,
  importFormats,
  optionsOf,
} from '#business/usage/import/formats.ts';
import { arrive, queueImport, readJob, requestCancel } from '#business/usage/importJob.store.ts';
import type { ImportStatus } from '#business/usage/importJob.ts';
import { listImports, readImport, readRejected } from '#business/usage/importList.store.ts';
import { readWithdrawals, undoWithdrawal, withdrawImport } from '#business/usage/withdrawal.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Problem } from '#platform/problem.ts';
import { writeCsv } from '#platform/table/writeTable.ts';
import { asStaff, asStaffOf, type ServerContext } from '../context.ts';
import { cutPage, isRowNumber, readCursor } from '../http/cursor.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { type PreviewAsk, previewOf } from './preview.ts';
import { cutOff, emptyFile, endedAlready, noRoom, nothingToUndo, notUndone, notWaiting } from './refusals.ts';
import { sha256, spoolFolder } from './runImport.ts';
import type { FormatView } from './schemas.ts';
import { dropSpooled, NoRoom, spoolFile } from './spool.ts';
import { detailView, itemView, rejectedView } from './view.ts';

/** Which import an address names. */
export type ImportPlace = { readonly customer: string; readonly import: string };
type Paging = { readonly cursor?: string | undefined; readonly limit: number };

/** Takes a file as it comes, in pieces, and makes an import of it that waits. */
export async function upload(
  c: Context,
  context: ServerContext,
  customer: string,
  file: string,
): Promise<Response> {
  const known = await asStaffOf(context, customer, (tx) => readCustomer(tx, customer));
  if (!known) return problemAnswer(c, [notFound('such customer')]);
  const folder = spoolFolder(context);
  const bytes = (c.req.raw.body ?? new Blob([]).stream()) as unknown as AsyncIterable<Uint8Array>;
  const spooled = await spoolFile(folder, bytes).catch((error: unknown) => {
    if (error instanceof NoRoom) return noRoom;
    if (c.req.raw.signal.aborted || isCutOff(error)) return cutOff;
    throw error;
  });
  if ('code' in spooled) return problemAnswer(c, [spooled]);
  if (spooled.size === 0) {
    await dropSpooled(folder, spooled.spool);
    return problemAnswer(c, [emptyFile]);
  }
  const arrival = {
    customer,
    actor: context.actor,
    receivedAt: context.clock(),
    fileName: file,
    format: '',
    ...spooled,
  };
  // Crash before this commits: the copy is swept away by a later start.
  const detail = await asStaffOf(context, customer, async (tx) => {
    const id = await arrive(tx, { ...arrival, origin: 'upload' });
    return detailView(tx, customer, id!);
  });
  return c.json(detail, 201);
}

function isCutOff(error: unknown): boolean {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE' || name === 'AbortError';
}

type ListAsk = Paging & {
  readonly customer?: string | undefined;
  readonly status?: ImportStatus | undefined;
};

/** One page of the list, the latest first. */
export async function listPage(c: Context, context: ServerContext, ask: ListAsk): Promise<Response> {
  const cursor = readCursor(ask.cursor, 1);
  if (!cursor.ok) return problemAnswer(c, cursor.problems);
  const before = cursor.value === null ? undefined : String(cursor.value[0]);
  if (before !== undefined && !/^\d{1,18}$/.test(before))
    return problemAnswer(c, [notFound('such place in the list')]);
  const { customer, status, limit } = ask;
  const read = (tx: Tx) => listImports(tx, { customer, status, before, limit: limit + 1 });
  const rows = await (customer === undefined ? asStaff(context, read) : asStaffOf(context, customer, read));
  const page = cutPage(rows, limit, ({ id }) => [id]);
  return c.json({ items: page.items.map(itemView), next: page.next, total: null }, 200);
}

/** The formats usage can come in. */
export function usageFormats(): z.infer<typeof FormatView>[] {
  return formatNames.map((name) => ({
    name,
    title: importFormats[name].title,
    what: importFormats[name].what,
    options: optionsOf(name).map((option) => ({ ...option, choices: [...(option.choices ?? [])] })),
  }));
}

/** Shows one import. */
export function oneImport(c: Context, context: ServerContext, place: ImportPlace): Promise<Response> {
  return answer(c, context, place, async () => undefined);
}

/** Does something with an import and shows it as it is then; a problem undoes nothing, for nothing was done. */
async function answer(
  c: Context,
  context: ServerContext,
  { customer, import: id }: ImportPlace,
  work: (tx: Tx) => Promise<Problem | undefined>,
): Promise<Response> {
  const result = await asStaffOf(context, customer, async (tx) => {
    if (!(await readImport(tx, customer, id))) return notFound('such import');
    return (await work(tx)) ?? detailView(tx, customer, id);
  });
  if (result && 'code' in result) return problemAnswer(c, [result]);
  return c.json(result, 200);
}

/** Tries an import on its first lines. */
export async function preview(
  c: Context,
  context: ServerContext,
  place: ImportPlace,
  ask: PreviewAsk,
): Promise<Response> {
  const { customer, import: id } = place;
  const result = await asStaffOf(context, customer, async (tx) => {
    const job = await readJob(tx, customer, id);
    if (!job) return notFound('such import');
    const { spool } = job;
    return job.status === 'waiting' && spool ? previewOf(context, tx, { ...job, spool }, ask) : notWaiting;
  });
  if ('code' in result) return problemAnswer(c, [result]);
  return c.json(result, 200);
}

/** Queues an import with its options; what cannot be used is refused at once. */
export async function start(
  c: Context,
  context: ServerContext,
  place: ImportPlace,
  { format, options }: { readonly format: string; readonly options: GivenOptions },
): Promise<Response> {
  const at = context.clock();
  const usable = decoderOf(format as FormatName, options, { receivedAt: at, digest: sha256 });
  if (!usable.ok) return problemAnswer(c, usable.problems);
  const response = await answer(c, context, place, async (tx) => {
    const queued = await queueImport(tx, place.customer, place.import, { format, options, at });
    return queued ? undefined : notWaiting;
  });
  context.wake();
  return response;
}

/** Cancels an import; one that runs ends within moments. */
export async function cancelImport(
  c: Context,
  context: ServerContext,
  place: ImportPlace,
): Promise<Response> {
  const { customer, import: id } = place;
  const deed = { at: context.clock(), by: context.actor };
  const spool = await asStaffOf(context, customer, async (tx) => (await readJob(tx, customer, id))?.spool);
  const response = await answer(c, context, place, async (tx) =>
    (await requestCancel(tx, customer, id, deed)) ? undefined : endedAlready,
  );
  const job = await asStaffOf(context, customer, (tx) => readJob(tx, customer, id));
  if (spool && job?.finishedAt) await dropSpooled(spoolFolder(context), spool);
  return response;
}

/** One page of what was not taken. */
export async function rejectedPage(
  c: Context,
  context: ServerContext,
  place: ImportPlace,
  ask: Paging,
): Promise<Response> {
  const cursor = readCursor(ask.cursor, 1, ([number]) => isRowNumber(number));
  if (!cursor.ok) return problemAnswer(c, cursor.problems);
  const { customer, import: id } = place;
  const after = Number(cursor.value?.[0] ?? 0);
  const rows = await asStaffOf(context, customer, async (tx) =>
    (await readImport(tx, customer, id)) ? readRejected(tx, customer, id, after, ask.limit + 1) : undefined,
  );
  if (!rows) return problemAnswer(c, [notFound('such import')]);
  const page = cutPage(rows, ask.limit, ({ number }) => [number]);
  return c.json({ items: page.items.map(rejectedView), next: page.next, total: null }, 200);
}

const mostKept = 1001;

/** All of what was not taken and is kept, as a table. */
export async function rejectedCsv(c: Context, context: ServerContext, place: ImportPlace): Promise<Response> {
  const { customer, import: id } = place;
  const rows = await asStaffOf(context, customer, async (tx) =>
    (await readImport(tx, customer, id)) ? readRejected(tx, customer, id, 0, mostKept) : undefined,
  );
  if (!rows) return problemAnswer(c, [notFound('such import')]);
  const lines = rows
    .map(rejectedView)
    .map(({ line, pointer, code, detail, todo }) => [
      line === null ? '' : { number: String(line) },
      pointer ?? '',
      code,
      detail,
      todo,
    ]);
  const csv = writeCsv([['line', 'part', 'code', 'what was wrong', 'what to do'], ...lines]);
  return c.body(new Uint8Array(csv), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="rejected-${id}.csv"`,
  });
}

/** Undoes a whole import. */
export async function withdraw(
  c: Context,
  context: ServerContext,
  place: ImportPlace,
  reason: string,
): Promise<Response> {
  const { customer, import: id } = place;
  const deed = { at: context.clock(), by: context.actor, reason };
  const response = await answer(c, context, place, async (tx) => {
    if (!(await withdrawImport(tx, customer, id, deed))) return nothingToUndo;
    await markDue(tx, customer, deed.at);
    return undefined;
  });
  context.wake();
  return response;
}

/** Lets an import count again that was undone. */
export async function restore(
  c: Context,
  context: ServerContext,
  place: ImportPlace,
  reason: string,
): Promise<Response> {
  const { customer, import: id } = place;
  const deed = { at: context.clock(), by: context.actor, reason };
  const response = await answer(c, context, place, async (tx) => {
    const standing = (await readWithdrawals(tx, customer, id)).find(({ undoneAt }) => undoneAt === null);
    if (!standing || (await undoWithdrawal(tx, customer, standing.id, deed)) === undefined) return notUndone;
    await markDue(tx, customer, deed.at);
    return undefined;
  });
  context.wake();
  return response;
}
