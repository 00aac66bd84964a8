import { sql } from 'kysely';
import { type Tx, vendorWide } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import type { InstantColumn, JsonColumn } from '#platform/journal/rows.ts';
import type { By } from './alert.store.ts';
import { type AlertRules, firstRules } from './rule.ts';

declare module '#platform/database/tables.ts' {
  interface Tables {
    alert_rules: {
      customer_id: string;
      agreement: string;
      clause: string;
      version: number;
      body: JsonColumn<AlertRules | null> | null;
      actor: string;
      recorded_at: InstantColumn;
    };
  }
}

/** Whose rules: of one clause, or of the vendor for all that have none of their own. */
export type RulesPlace = { readonly customer: string; readonly agreement: string; readonly clause: string };

/** Where the vendor's own rules stand. */
export const vendorRules: RulesPlace = { customer: vendorWide, agreement: '', clause: '' };

/** Rules as kept; version 0: nobody has said anything yet. `null`: the vendor's rules hold. */
export type StoredRules = { readonly rules: AlertRules | null; readonly version: number };

/** Returns the latest rules of a place; of the vendor, where nobody has set any, those we begin with. */
export async function readRules(tx: Tx, place: RulesPlace): Promise<StoredRules> {
  const row = await tx
    .selectFrom('alert_rules')
    .select(['body', 'version'])
    .where('customer_id', '=', place.customer)
    .where('agreement', '=', place.agreement)
    .where('clause', '=', place.clause)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  const none = place.customer === vendorWide ? firstRules : null;
  return row ? { rules: row.body ?? none, version: row.version } : { rules: none, version: 0 };
}

/**
 * Writes rules as the next version of their place. Returns it, or the version there is when that is not `expected`; two
 * writers at once: the second waits and finds the first's.
 */
export async function saveRules(
  tx: Tx,
  place: RulesPlace,
  rules: AlertRules | null,
  { expected, actor, now }: { readonly expected: number } & Pick<By, 'actor' | 'now'>,
): Promise<{ readonly saved: boolean; readonly version: number }> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`alert rules ${JSON.stringify(place)}`}, 0))`.execute(
    tx,
  );
  const { version } = await readRules(tx, place);
  if (version !== expected) return { saved: false, version };
  await tx
    .insertInto('alert_rules')
    .values({
      customer_id: place.customer,
      agreement: place.agreement,
      clause: place.clause,
      version: version + 1,
      body: rules === null ? null : JSON.stringify(rules),
      actor,
      recorded_at: toTimestamp(now),
    })
    .execute();
  return { saved: true, version: version + 1 };
}

/** Returns which rules hold for each clause of the customers in scope: a function of customer, agreement and clause. */
export async function rulesInForce(tx: Tx): Promise<(place: RulesPlace) => AlertRules> {
  const ownRules = await ownRulesOf(tx);
  const usual = ownRules(vendorRules) ?? firstRules;
  return (place) => ownRules(place) ?? usual;
}

/** Returns the rules that clauses in scope have of their own: `null` for one where the vendor's hold. */
export async function ownRulesOf(tx: Tx): Promise<(place: RulesPlace) => AlertRules | null> {
  const { rows } = await sql<{
    customer_id: string;
    agreement: string;
    clause: string;
    body: AlertRules | null;
  }>`
    SELECT DISTINCT ON (customer_id, agreement, clause) customer_id, agreement, clause, body
    FROM alert_rules ORDER BY customer_id, agreement, clause, version DESC`.execute(tx);
  const keyOf = (...parts: string[]) => JSON.stringify(parts);
  const known = new Map(rows.map((row) => [keyOf(row.customer_id, row.agreement, row.clause), row.body]));
  return ({ customer, agreement, clause }) => known.get(keyOf(customer, agreement, clause)) ?? null;
}

/** Puts down that every customer in scope has to be examined by `now`: the vendor's rules have changed for all of them. */
export async function markAllDue(tx: Tx, now: Instant): Promise<void> {
  await sql`
    INSERT INTO detection_due (customer_id, due_at)
    SELECT customer_id, ${toTimestamp(now)}::timestamptz FROM alert_sight GROUP BY customer_id
    ON CONFLICT (customer_id) DO UPDATE SET due_at = least(detection_due.due_at, excluded.due_at)`.execute(
    tx,
  );
}
