import { z } from '@hono/zod-openapi';
import { parseDate } from '#platform/instant.ts';
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

/** The sort key of an item, as a cursor holds it. */
export type CursorKey = readonly (string | number | null)[];

/**
 * Returns the sort key a cursor stands for; `null` without one. Refuses what this list has not given out
 * (`cursor_unknown`): `fits` tells where parts of the key are more than texts.
 */
export function readCursor(
  cursor: string | undefined,
  length: number,
  fits: (key: CursorKey) => boolean = () => true,
): Result<CursorKey | null> {
  if (cursor === undefined) return success(null);
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const isKey = Array.isArray(key) && key.length === length && key.every(isPart);
    return isKey && fits(key) ? success(key) : failure(unknownCursor);
  } catch {
    return failure(unknownCursor);
  }
}

function isPart(part: unknown): boolean {
  return part === null || typeof part === 'string' || typeof part === 'number';
}

/** Whether part of a key is the number of a row. */
export function isRowNumber(part: CursorKey[number] | undefined): boolean {
  return /^\d{1,18}$/.test(String(part));
}

/** Whether part of a key is a day, such as `2026-03-31`. */
export function isDay(part: CursorKey[number] | undefined): boolean {
  return typeof part === 'string' && parseDate(part) !== undefined;
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
