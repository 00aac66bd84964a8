import type { z } from '@hono/zod-openapi';
import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import type { EffectView } from './schemas.ts';

const said: Readonly<Record<string, string>> = {
  'finding.detected': 'appeared; its evidence is being checked',
  'finding.verified': 'stands, verified',
  'finding.recounted': 'was counted again and has other numbers',
  'finding.cleared': 'is cleared: the use is within the agreement',
  'finding.correctionDue': 'needs a correction: what was confirmed was too high',
  'finding.merged': 'became part of another finding',
};

/** Returns what findings of a customer became since `since`, the last word on each, and whether counting goes on. */
export async function effectSince(
  tx: Tx,
  customer: string,
  since: Instant,
  now: Instant,
): Promise<z.infer<typeof EffectView>> {
  const due = await sql`
    SELECT FROM detection_due WHERE customer_id = ${customer} AND due_at <= ${toTimestamp(now)}`.execute(tx);
  const { rows } = await sql<{ finding: string; agreement: string; clause: string; type: string }>`
    SELECT DISTINCT ON (e.stream) s.id AS finding, s.state ->> 'agreement' AS agreement, s.state ->> 'clause' AS clause,
      e.type
    FROM event e JOIN stream_state s ON s.stream = e.stream
    WHERE e.customer_id = ${customer} AND e.recorded_at > ${toTimestamp(since)} AND s.lifecycle = 'finding'
      AND e.type = ANY(${Object.keys(said)}::text[])
    ORDER BY e.stream, e.version DESC`.execute(tx);
  return {
    counting: due.rows.length > 0,
    changes: rows.map(({ type, ...finding }) => ({ ...finding, words: said[type]! })),
  };
}
