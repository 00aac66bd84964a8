import type { z } from '@hono/zod-openapi';
import { type RejectionCode, todos } from '#business/usage/import/rejections.ts';
import { readJob, sameFile } from '#business/usage/importJob.store.ts';
import { paceOf } from '#business/usage/importJob.ts';
import {
  type ImportRow,
  type RejectedEntry,
  readImport,
  readNotes,
} from '#business/usage/importList.store.ts';
import { readWithdrawals, type Withdrawal } from '#business/usage/withdrawal.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { formatInstant, type Instant } from '#platform/instant.ts';
import type { ImportDetail, ImportItem, ProgressView, RejectedView, WithdrawalView } from './schemas.ts';

/** Returns an import as a list shows it. */
export function itemView(row: ImportRow): z.infer<typeof ImportItem> {
  return {
    id: row.id,
    customer: { id: row.customer, name: row.customerName },
    file: row.fileName,
    format: row.format,
    status: row.status,
    words: wordsOf(row),
    withdrawn: row.withdrawn,
    receivedAt: formatInstant(row.receivedAt),
    by: row.actor,
    origin: row.origin ?? 'request',
  };
}

const number = (value: number): string => value.toLocaleString('en-US');
const many = (value: number, one: string, more: string): string =>
  `${number(value)} ${value === 1 ? one : more}`;

/** What became of an import, in one sentence; a file that came again says that it changed nothing. */
export function wordsOf(row: ImportRow): string {
  switch (row.status) {
    case 'waiting':
      return 'Waits for you to look at it.';
    case 'queued':
      return 'Waits for its turn.';
    case 'running':
      return 'Is being imported.';
    case 'canceled':
      return 'Canceled. Nothing of it was taken.';
    case 'refused':
    case 'failed':
      return `Nothing was taken. ${row.problem?.detail ?? ''}`.trim();
    case 'accepted':
      return acceptedWords(row);
  }
}

function acceptedWords({ added, duplicates, conflicts, rejected, withdrawn }: ImportRow): string {
  const taken =
    added === 0 && duplicates > 0
      ? `${duplicates === 1 ? 'The one record was' : `All ${number(duplicates)} were`} known already: nothing changed`
      : `${many(added, 'new record', 'new records')}${duplicates > 0 ? `, ${number(duplicates)} known already` : ''}`;
  const against = conflicts > 0 ? `, ${number(conflicts)} in conflict` : '';
  const refused = rejected > 0 ? `, ${many(rejected, 'entry', 'entries')} rejected` : '';
  return `${taken}${against}${refused}.${withdrawn ? ' Undone: it does not count.' : ''}`;
}

/** Returns everything a page shows of one import; `undefined` where there is none. */
export async function detailView(
  tx: Tx,
  customer: string,
  id: string,
): Promise<z.infer<typeof ImportDetail> | undefined> {
  const row = await readImport(tx, customer, id);
  if (!row) return undefined;
  const job = await readJob(tx, customer, id);
  const same = job && (await sameFile(tx, job));
  const { entries, added, duplicates, conflicts, rejected, blank, other } = row;
  return {
    ...itemView(row),
    size: row.size,
    finishedAt: textOf(row.finishedAt),
    progress: job?.status === 'running' ? progressView(job) : null,
    counts: { entries, added, duplicates, conflicts, rejected, blank, other },
    options: (job?.options ?? {}) as Record<string, string>,
    notes: await readNotes(tx, customer, id),
    problem: row.problem,
    sameAs: same ? { id: same.id, receivedAt: formatInstant(same.receivedAt) } : null,
    withdrawals: (await readWithdrawals(tx, customer, id)).map(withdrawalView),
  };
}

function textOf(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at);
}

function progressView(job: NonNullable<Awaited<ReturnType<typeof readJob>>>): z.infer<typeof ProgressView> {
  const { phase, bytesRead, entries, stored, attempts } = job;
  return { phase, bytesRead, entries, stored, ...paceOf(job), attempt: attempts };
}

function withdrawalView(one: Withdrawal): z.infer<typeof WithdrawalView> {
  const { id, at, by, reason, undoneAt, undoneBy, undoneReason } = one;
  const undone =
    undoneAt === null ? null : { at: formatInstant(undoneAt), by: undoneBy!, reason: undoneReason! };
  return { id, at: formatInstant(at), by, reason, undone };
}

/** Returns a rejected entry with what its sender can do. */
export function rejectedView(entry: RejectedEntry): z.infer<typeof RejectedView> {
  return { ...entry, todo: todos[entry.code as RejectionCode] ?? '' };
}
