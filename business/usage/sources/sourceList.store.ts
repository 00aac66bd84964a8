import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import { counting } from '../withdrawal.store.ts';
import type { SourceDay } from './bars.ts';
import { soonest } from './silence.ts';

/** One source of a customer as it was when the customer was last examined; `lastImport` is as of now. */
export type SourceRow = {
  readonly customer: string;
  readonly customerName: string;
  readonly source: string;
  readonly records: number;
  /** On so many days something came. */
  readonly days: number;
  readonly first: Instant | null;
  readonly last: Instant | null;
  readonly silentFrom: Instant | null;
  readonly lastImport: Instant | null;
  readonly gaps: number;
  readonly conflicts: number;
  readonly disagreeing: number;
  readonly unmatched: number;
  readonly grades: Readonly<Record<string, number>>;
};

/** What a source may need somebody to look after. */
export const sourceTroubles = ['silent', 'gaps', 'conflicts', 'unmatched', 'totals'] as const;
export type SourceTrouble = (typeof sourceTroubles)[number];

/** Which sources: with one of the troubles, of one customer, with words in the name of customer or source; behind a place. */
export type SourceChoice = {
  readonly customer?: string | undefined;
  readonly source?: string | undefined;
  readonly trouble?: SourceTrouble | undefined;
  readonly search?: string | undefined;
  readonly now: Instant;
};

type Place = { readonly customerName: string; readonly customer: string; readonly source: string };

/** Returns sources by name of the customer, then name of the source, at most `limit` of those behind `after`. */
export async function listSources(
  tx: Tx,
  choice: SourceChoice,
  { after, limit }: { readonly after: Place | null; readonly limit: number },
): Promise<SourceRow[]> {
  const behind = after
    ? sql`(coalesce(c.body ->> 'name', s.customer_id), s.customer_id, s.name)
        > (${after.customerName}, ${after.customer}, ${after.source})`
    : sql`true`;
  const { rows } = await sql<SourceRow>`
    WITH page AS MATERIALIZED (
      SELECT s.customer_id AS customer, coalesce(c.body ->> 'name', s.customer_id) AS "customerName", s.name AS source,
        s.id AS source_id, coalesce(u.records, 0)::float8 AS records,
        (SELECT count(*) FROM source_day d WHERE d.customer_id = s.customer_id AND d.source = s.name)::float8 AS days, u.first_at AS first, u.last_at AS last,
        ${silentSince} AS "silentFrom", coalesce(u.gaps, 0)::float8 AS gaps, coalesce(u.conflicts, 0)::float8 AS conflicts,
        coalesce(u.disagreeing, 0)::float8 AS disagreeing, coalesce(u.grades, '{}') AS grades
      FROM ${chosen(choice)} AND ${behind} ORDER BY 2, 1, 3 LIMIT ${limit}
    )
    SELECT p.*, (SELECT max(i.received_at) FROM usage_import_source l JOIN usage_import i ON i.id = l.import_id
        WHERE l.customer_id = p.customer AND l.source_id = p.source_id AND i.status = 'accepted' AND NOT EXISTS (
          SELECT FROM import_withdrawal w WHERE w.import_id = l.import_id AND w.undone_at IS NULL)) AS "lastImport",
      (SELECT count(*) FROM unmatched_use m WHERE m.customer_id = p.customer AND m.source = p.source)::float8 AS unmatched
    FROM page p ORDER BY 2, 1, 3`.execute(tx);
  return rows;
}

/** Returns how many sources there are to list. */
export async function countSources(tx: Tx, choice: SourceChoice): Promise<number> {
  const { rows } = await sql<{ count: string }>`SELECT count(*) FROM ${chosen(choice)}`.execute(tx);
  return Number(rows[0]!.count);
}

function chosen({ customer, source, trouble, search = '', now }: SourceChoice): RawBuilder<unknown> {
  const words = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const named = sql`(s.name ILIKE ${words} OR s.customer_id ILIKE ${words} OR c.body ->> 'name' ILIKE ${words})`;
  return sql`usage_source s LEFT JOIN customer c ON c.customer_id = s.customer_id
    LEFT JOIN source_use u ON u.customer_id = s.customer_id AND u.source = s.name
    WHERE ${customer === undefined ? sql`true` : sql`s.customer_id = ${customer}`}
      AND ${source === undefined ? sql`true` : sql`s.name = ${source}`}
      AND ${search === '' ? sql`true` : named} AND ${trouble === undefined ? sql`true` : troubled(trouble, now)}`;
}

/** The moment after which a source `u` (of `s`) is silent. A directory calls though nothing changed: as long as it does, it is not. */
export const silentSince = sql`greatest(u.silent_from, CASE WHEN u.silent_from IS NOT NULL THEN (SELECT max(t.used_at)
  + ${sql.lit(soonest)} * interval '1 microsecond' FROM scim_token t
  WHERE t.customer_id = s.customer_id AND t.source = s.name AND t.revoked_at IS NULL) END)`;

function troubled(trouble: SourceTrouble, now: Instant): RawBuilder<unknown> {
  switch (trouble) {
    case 'silent':
      return sql`${silentSince} < ${toTimestamp(now)}`;
    case 'gaps':
      return sql`u.gaps > 0`;
    case 'conflicts':
      return sql`u.conflicts > 0`;
    case 'totals':
      return sql`u.disagreeing > 0`;
    case 'unmatched':
      return sql`(s.customer_id, s.name) IN (SELECT customer_id, source FROM unmatched_use)`;
  }
}

/** Returns the days from `from` on on which a source brought records or an import came, in order. */
export async function readDays(tx: Tx, customer: string, source: string, from: string): Promise<SourceDay[]> {
  const { rows } = await sql<SourceDay>`
    SELECT day, coalesce(sum(records), 0)::float8 AS records, coalesce(sum(imports), 0)::float8 AS imports FROM (
      SELECT day, records, 0 AS imports FROM source_day
      WHERE customer_id = ${customer} AND source = ${source} AND day >= ${from}::date
      UNION ALL
      SELECT i.received_at::date, 0, 1 FROM usage_import_source l JOIN usage_source u ON u.id = l.source_id
      JOIN usage_import i ON i.id = l.import_id
      WHERE l.customer_id = ${customer} AND u.name = ${source} AND u.customer_id = ${customer}
        AND i.status = 'accepted' AND i.received_at >= ${from}::date AND ${counting(customer, 'l.import_id')}
    ) both_kinds GROUP BY day ORDER BY day`.execute(tx);
  return rows;
}
