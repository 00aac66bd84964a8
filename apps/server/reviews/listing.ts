import type { StoredReview } from '#business/reviews/review.store.ts';
import { countReviews, listReviews, type ReviewFilter } from '#business/reviews/reviewList.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Result } from '#platform/problem.ts';
import { success } from '#platform/problem.ts';
import { cutPage, isRowNumber, readCursor } from '../http/cursor.ts';
import type { ReviewSummary } from './schemas.ts';
import { reviewSummaries } from './view.ts';

type Page = { items: ReviewSummary[]; next: string | null; total: number | null };

/** Returns how to read one page of a list of reviews; refuses a cursor that none gave out. */
export function reviewsPage(
  filter: ReviewFilter,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Result<(tx: Tx) => Promise<Page>> {
  const key = readCursor(cursor, 2, ([order]) => isRowNumber(order));
  if (!key.ok) return key;
  const behind = key.value === null ? null : ([Number(key.value[0]), String(key.value[1])] as const);
  return success(async (tx) => {
    const rows = await listReviews(tx, filter, { behind, limit: limit + 1 });
    const { items, next } = cutPage(rows, limit, (row) => row.key);
    const total = behind === null ? await countReviews(tx, filter) : null;
    return { items: await reviewSummaries(tx, items as StoredReview[]), next, total };
  });
}
