import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { after, type Instant, minute } from '#platform/instant.ts';

/** When who failed may be tried again; the marks are those of `readMarks`. */
export type BackOff = {
  readonly isReady: (id: string, mark: string | undefined, now: Instant) => boolean;
  readonly failed: (id: string, mark: string | undefined, now: Instant) => void;
  readonly succeeded: (id: string) => void;
  /** How many have to wait. */
  readonly size: () => number;
};

const longest = 60;

/**
 * Returns a memory of failures: who failed waits 1, 2, 4 … minutes, at most 60, and is ready at once when a new mark
 * was set meanwhile, as what came in may be what was wanting. Then, and after a success, the waits begin anew.
 */
export function makeBackOff(): BackOff {
  const waiting = new Map<string, { minutes: number; until: Instant; mark: string | undefined }>();
  return {
    isReady: (id, mark, now) => {
      const wait = waiting.get(id);
      if (!wait || wait.until <= now) return true;
      if (wait.mark === mark) return false;
      waiting.delete(id);
      return true;
    },
    failed: (id, mark, now) => {
      const before = waiting.get(id);
      const minutes = before?.mark === mark ? Math.min(longest, 2 * (before?.minutes ?? 0.5)) : 1;
      waiting.set(id, { minutes, until: after(now, minutes * minute), mark });
    },
    succeeded: (id) => {
      waiting.delete(id);
    },
    size: () => waiting.size,
  };
}

/**
 * Returns the due marks of customers as they now are: another text when a mark was set anew, whatever its time. It is
 * the transaction that wrote the row; a detection that fails leaves it as it was.
 */
export async function readMarks(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ customer_id: string; mark: string }>`
    SELECT customer_id, xmin::text AS mark FROM detection_due WHERE customer_id = ANY(${ids}::text[])`.execute(
    tx,
  );
  return new Map(rows.map(({ customer_id, mark }) => [customer_id, mark]));
}
