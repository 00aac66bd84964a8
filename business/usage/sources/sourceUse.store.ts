import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import { readConflicts } from '../conflict.store.ts';
import { counting } from '../withdrawal.store.ts';
import { silentFrom } from './silence.ts';
import type { SourceUse } from './sourceUse.ts';

/** Replaces what is known of the sources of a customer: what each brought, and how much there is to look after. */
export async function saveSourceUse(tx: Tx, customer: string, uses: readonly SourceUse[]): Promise<void> {
  const known = new Map(uses.map((use) => [use.source, use]));
  const open = Map.groupBy(
    (await readConflicts(tx, customer)).filter(({ chosen }) => chosen === null),
    ({ source }) => source,
  );
  const rows = (await toLookAfter(tx, customer)).map(({ source, gaps, disagreeing }) => {
    const use = known.get(source);
    return {
      source,
      gaps,
      disagreeing,
      conflicts: open.get(source)?.length ?? 0,
      records: use?.records ?? 0,
      first: use ? toTimestamp(use.first) : null,
      last: use ? toTimestamp(use.last) : null,
      silent: use ? toTimestamp(silentFrom({ ...use, days: use.days.size })) : null,
      grades: use?.grades ?? {},
    };
  });
  await sql`DELETE FROM source_use WHERE customer_id = ${customer}`.execute(tx);
  await sql`
    INSERT INTO source_use (customer_id, source, records, first_at, last_at, silent_from, gaps, conflicts, disagreeing, grades)
    SELECT ${customer}, source, records, first, last, silent, gaps, conflicts, disagreeing, grades
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (source text, records bigint, first timestamptz,
      last timestamptz, silent timestamptz, gaps bigint, conflicts bigint, disagreeing bigint, grades jsonb)`.execute(
    tx,
  );
  await saveDays(tx, customer, uses);
}

/** Only days that changed are written: a source of years has thousands of them. */
async function saveDays(tx: Tx, customer: string, uses: readonly SourceUse[]): Promise<void> {
  const rows = uses.flatMap(({ source, days }) =>
    [...days].map(([day, records]) => ({ source, day, records })),
  );
  await sql`
    WITH given AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (source text, day date, records bigint)
    ), gone AS (
      DELETE FROM source_day WHERE customer_id = ${customer} AND (source, day) NOT IN (SELECT source, day FROM given)
    )
    INSERT INTO source_day (customer_id, source, day, records) SELECT ${customer}, source, day, records FROM given
    ON CONFLICT (customer_id, source, day) DO UPDATE SET records = excluded.records
    WHERE source_day.records <> excluded.records`.execute(tx);
}

type Counts = { readonly source: string; readonly gaps: number; readonly disagreeing: number };

async function toLookAfter(tx: Tx, customer: string): Promise<Counts[]> {
  const { rows } = await sql<Counts>`
    SELECT u.name AS source,
      (SELECT count(*) FROM (SELECT DISTINCT n.code, n.feature, n.at, n.detail FROM usage_note n
        WHERE n.customer_id = ${customer} AND n.source_id = u.id AND n.kind = 'gap'
          AND ${counting(customer, 'n.import_id')}) g)::float8 AS gaps,
      (SELECT count(*) FROM (SELECT DISTINCT t.feature, t.at, t.in_use, t.lines, t.reservations FROM source_total t
        WHERE t.customer_id = ${customer} AND t.source_id = u.id AND t.agrees = false
          AND ${counting(customer, 't.import_id')}) d)::float8 AS disagreeing
    FROM usage_source u WHERE u.customer_id = ${customer}`.execute(tx);
  return rows;
}
