import {
  countQuestions,
  listQuestions,
  type QuestionFilter,
} from '#business/questions/questionList.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Result } from '#platform/problem.ts';
import { success } from '#platform/problem.ts';
import { cutPage, isRowNumber, readCursor } from '../http/cursor.ts';
import { summaries } from './view.ts';

type Page = {
  readonly items: Awaited<ReturnType<typeof summaries>>;
  readonly next: string | null;
  readonly total: number | null;
};

/** Returns how to read one page of a list of questions; refuses a cursor that none gave out. */
export function questionsPage(
  filter: QuestionFilter,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Result<(tx: Tx) => Promise<Page>> {
  const key = readCursor(cursor, 2, ([order]) => isRowNumber(order));
  if (!key.ok) return key;
  const behind = key.value === null ? null : ([Number(key.value[0]), String(key.value[1])] as const);
  return success(async (tx) => {
    const rows = await listQuestions(tx, filter, { behind, limit: limit + 1 });
    const { items, next } = cutPage(rows, limit, (row) => row.key);
    const total = behind === null ? await countQuestions(tx, filter) : null;
    return { items: await summaries(tx, items), next, total };
  });
}
