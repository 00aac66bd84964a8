import { createHash } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant, Interval } from '#platform/instant.ts';
import { touchedBy } from './counts/one/buckets.ts';
import type { PartialStore } from './counts/one/partials.ts';
import { generationRead, readGeneration } from './generation.store.ts';
import type { RecordKind, UsageRecord } from './record.ts';

/**
 * Returns the stored partial results of a customer; `save` stores what was put, without what ends at the moment of
 * reading, `asOf`: that is cut short by it, and nobody would ask for it again. Where usage has changed since the
 * transaction first read it, nothing is found and nothing is stored: a partial result must be of the records at hand.
 */
export async function partialsOf(
  tx: Tx,
  customer: string,
): Promise<PartialStore & { readonly save: (asOf?: Instant) => Promise<void> }> {
  const generation = await generationRead(tx, customer);
  const { rows } = await sql<{ key: string; value: string }>`
    SELECT key, value FROM usage_partial WHERE customer_id = ${customer}`.execute(tx);
  // The rows are read after the number: only while it still stands are they of the same records.
  const current = generation === (await readGeneration(tx, customer));
  const known = new Map(current ? rows.map(({ key, value }) => [key, value]) : []);
  const put = new Map<string, string>();
  return {
    get: (key) => put.get(key) ?? known.get(key),
    put: (key, value) => void put.set(key, value),
    save: async (asOf) => {
      const lasting = [...put].filter(([key]) => bucketOf(key)[1] !== asOf);
      put.clear();
      if (lasting.length === 0) return;
      // Shared with other readers; an import waits, so that it sees and can drop what is stored here.
      await sql`SELECT pg_advisory_xact_lock_shared(${usageLock(customer)})`.execute(tx);
      if (generation === (await readGeneration(tx, customer))) await insert(tx, customer, lasting);
    },
  };
}

/** The lock that imports of one customer take, and whoever stores what was worked out from its records. */
export function usageLock(customer: string): RawBuilder<unknown> {
  return sql`hashtextextended(${`usage ${customer}`}, 0)`;
}

async function insert(tx: Tx, customer: string, entries: readonly [string, string][]): Promise<void> {
  const buckets = entries.map(([key]) => bucketOf(key));
  const digests = entries.map(([key]) => createHash('sha256').update(key).digest('hex'));
  await sql`
    INSERT INTO usage_partial (customer_id, key_digest, key, bucket_from, bucket_until, value)
    SELECT ${customer}, decode(digest, 'hex'), key, bucket_from, bucket_until, value
    FROM unnest(${digests}::text[], ${entries.map(([key]) => key)}::text[],
      ${buckets.map(([from]) => toTimestamp(from))}::timestamptz[],
      ${buckets.map(([, until]) => toTimestamp(until))}::timestamptz[],
      ${entries.map(([, value]) => value)}::text[]) AS t (digest, key, bucket_from, bucket_until, value)
    ON CONFLICT (customer_id, key_digest) DO NOTHING`.execute(tx);
}

function bucketOf(key: string): readonly [Instant, Instant] {
  return (JSON.parse(key) as { bucket: [Instant, Instant] }).bucket;
}

type Reach = {
  readonly kind: RecordKind;
  readonly tied: boolean;
  readonly open: boolean;
  readonly first: Instant;
  readonly last: Instant;
  readonly until: Instant | null;
};

/**
 * Forgets the stored partial results that the coming, going or choosing of some records may change: by `touchedBy`, of
 * these, all contents of their identities, what any of those retracts, and the series of sightings. `some` is a query
 * for their `source_id` and `id`. Alike records of one hour are taken together, which forgets rather more than less.
 */
export async function forgetPartials(tx: Tx, customer: string, some: RawBuilder<unknown>): Promise<void> {
  const any = await sql`SELECT FROM usage_partial WHERE customer_id = ${customer} LIMIT 1`.execute(tx);
  if (any.rows.length === 0) return;
  const columns = sql`r.source_id, r.id, r.kind, r.series, r.at, r.until`;
  const own = sql`r.customer_id = ${customer}`;
  const { rows } = await sql<Reach>`
    WITH variants AS (
      SELECT ${columns} FROM usage_record r JOIN (${some}) s USING (source_id, id) WHERE ${own}
    ), retracted AS (
      SELECT * FROM variants UNION ALL
      SELECT ${columns} FROM variants v JOIN usage_record r ON ${own} AND r.source_id = v.source_id AND r.id = v.series
      WHERE v.kind = 'retraction'
    ), related AS (
      SELECT * FROM retracted UNION ALL
      SELECT ${columns} FROM retracted v
      JOIN usage_record r ON ${own} AND r.source_id = v.source_id AND r.series = v.series AND r.kind = v.kind
      WHERE v.kind IN ('sighting', 'reservation') AND v.series IS NOT NULL
    )
    SELECT kind, series IS NOT NULL AS tied, until IS NULL AS open, min(at) AS first, max(at) AS last, max(until) AS until
    FROM related GROUP BY 1, 2, 3, date_trunc('hour', at)`.execute(tx);
  const reaches = merged(rows.map(reachOf));
  if (reaches.length === 0) return;
  await sql`
    DELETE FROM usage_partial p
    USING unnest(${reaches.map(({ from }) => toTimestamp(from))}::timestamptz[],
      ${reaches.map(({ until }) => toTimestamp(until))}::timestamptz[]) AS t (touched_from, touched_until)
    WHERE p.customer_id = ${customer} AND p.bucket_from < t.touched_until AND t.touched_from < p.bucket_until`.execute(
    tx,
  );
}

/** One stretch around all that the alike records reach. */
function reachOf({ kind, tied, first, last, until }: Reach): Interval {
  const record = { kind, until, series: tied ? 'some' : null } as UsageRecord;
  return {
    from: touchedBy({ ...record, at: first }, []).from,
    until: touchedBy({ ...record, at: last }, []).until,
  };
}

/** The same time in as few stretches as hold it, without empty ones. */
function merged(intervals: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  const inOrder = intervals.filter(({ from, until }) => from < until).sort((a, b) => a.from - b.from);
  for (const next of inOrder) {
    const last = result.at(-1);
    if (last && next.from <= last.until)
      result[result.length - 1] = { from: last.from, until: Math.max(last.until, next.until) as Instant };
    else result.push(next);
  }
  return result;
}
