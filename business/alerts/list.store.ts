import { sql } from 'kysely';
import type { PositionRow } from '#business/remediation/position.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { alertLifecycle, type StoredAlert } from './alert.store.ts';
import type { KnownAlert } from './alert.ts';

/** An alert with its row of the positions page, where there still is one. */
export type ListedAlert = StoredAlert & { readonly position: PositionRow | null };

/** Where a page goes on: behind the alert that changed at this instant and has this id. */
export type Behind = { readonly changedAt: number; readonly id: string };

type Question = {
  readonly statuses: readonly KnownAlert['status'][];
  readonly customer: string | null;
  readonly behind: Behind | null;
  readonly most: number;
};

/** Returns alerts in scope, what changed last first. */
export async function listAlerts(tx: Tx, question: Question): Promise<ListedAlert[]> {
  const { statuses, customer, behind, most } = question;
  const { rows } = await sql<{
    id: string;
    customer_id: string;
    version: number;
    state: KnownAlert;
    position: PositionRow | null;
  }>`
    WITH page AS (
      SELECT id, customer_id, version, state, (state->>'changedAt')::bigint AS changed_at
      FROM stream_state
      WHERE lifecycle = ${alertLifecycle.lifecycle}
        AND state->>'status' = ANY(${statuses}::text[])
        AND (${customer}::text IS NULL OR customer_id = ${customer})
        AND (${behind === null} OR ((state->>'changedAt')::bigint, id)
          < (${behind?.changedAt ?? 0}::bigint, ${behind?.id ?? ''}::text))
      ORDER BY changed_at DESC, id DESC
      LIMIT ${most}
    )
    SELECT page.id, page.customer_id, page.version, page.state, p.body AS position
    FROM page
    LEFT JOIN position p ON p.customer_id = page.customer_id AND p.agreement = page.state->>'agreement'
      AND p.clause = page.state->>'clause' AND p.group_key = page.state->>'group'
    ORDER BY page.changed_at DESC, page.id DESC`.execute(tx);
  return rows.map(({ id, customer_id, version, state, position }) => ({
    id,
    customer: customer_id,
    version,
    alert: state,
    position,
  }));
}

/** Returns how many alerts in scope have one of these states. */
export async function countAlerts(
  tx: Tx,
  { statuses, customer }: Pick<Question, 'statuses' | 'customer'>,
): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    SELECT count(*) AS count FROM stream_state
    WHERE lifecycle = ${alertLifecycle.lifecycle} AND state->>'status' = ANY(${statuses}::text[])
      AND (${customer}::text IS NULL OR customer_id = ${customer})`.execute(tx);
  return Number(rows[0]?.count ?? 0);
}

/** Returns rows of the positions page by customer, agreement, clause and group, for places that a list shows. */
export async function positionsFor(
  tx: Tx,
  places: readonly { customer: string; agreement: string; clause: string; group: string }[],
): Promise<
  (place: { customer: string; agreement: string; clause: string; group: string }) => PositionRow | null
> {
  const key = (...parts: string[]) => JSON.stringify(parts);
  if (places.length === 0) return () => null;
  const { rows } = await sql<{
    customer_id: string;
    agreement: string;
    clause: string;
    group_key: string;
    body: PositionRow;
  }>`
    SELECT customer_id, agreement, clause, group_key, body FROM position
    WHERE customer_id = ANY(${[...new Set(places.map(({ customer }) => customer))]}::text[])`.execute(tx);
  const known = new Map(
    rows.map((row) => [key(row.customer_id, row.agreement, row.clause, row.group_key), row.body]),
  );
  return ({ customer, agreement, clause, group }) =>
    known.get(key(customer, agreement, clause, group)) ?? null;
}
