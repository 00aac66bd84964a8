import { z } from '@hono/zod-openapi';
import type { Problem, Result } from '#platform/problem.ts';
import { failure, success } from '#platform/problem.ts';

/** How many items a page of a list holds when nobody says, and at most. */
export const usualPage = 50;
const longestPage = 500;

/** The query of every list: where to go on, and how many items at most. */
export const pageQuery = z.object({
  cursor: z.string().max(2000).optional(),
  limit: z.coerce.number().int().min(1).max(longestPage).default(usualPage),
});

/** Returns the schema of one page of a list: its items, where the next page begins, and how many there are in all. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    /** To be sent as `cursor` for the page after this one; `null` on the last. */
    next: z.string().nullable(),
    total: z.number().int().nullable(),
  });
}

/** Returns the cursor behind which a list goes on: the sort key of the last item shown, opaque to whoever keeps it. */
export function cursorAfter(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** Returns the sort key a cursor stands for; `null` without one. Refuses what this list has not given out (`cursor_unknown`). */
export function readCursor(
  cursor: string | undefined,
  length: number,
): Result<readonly (string | number | null)[] | null> {
  if (cursor === undefined) return success(null);
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const isKey = Array.isArray(key) && key.length === length && key.every(isPart);
    return isKey ? success(key as (string | number | null)[]) : failure(unknownCursor);
  } catch {
    return failure(unknownCursor);
  }
}

function isPart(part: unknown): boolean {
  return part === null || typeof part === 'string' || typeof part === 'number';
}

/** What is said of a cursor that no list gave out. */
export const unknownCursor: Problem = {
  code: 'cursor_unknown',
  title: 'No such place in the list',
  detail: 'The cursor is none that this list gave out.',
  todo: 'Leave the cursor out to begin at the start, or send `next` of the page before as it is.',
  pointer: '/cursor',
};

/** Cuts one item too many off a list that was read with `limit + 1`, and says where the next page begins. */
export function cutPage<T>(
  rows: readonly T[],
  limit: number,
  keyOf: (row: T) => readonly (string | number | null)[],
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? cursorAfter(keyOf(last)) : null };
}
