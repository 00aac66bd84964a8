import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import { after, type Instant, type Interval } from '#platform/instant.ts';
import { generationRead } from './generation.store.ts';
import { type KeptOnce, keptOnce } from './keptOnce.ts';
import { type RecordKind, recordKey, type UsageRecord } from './record.ts';
import { counting } from './withdrawal.store.ts';

/** Which records to read. */
export type RecordChoice = {
  /** Only what bears on these features. */
  readonly features?: readonly string[];
  /** Only what bears on this time. */
  readonly within?: Interval;
  /** `who` as the identity's id (when left out), which stays when a person is erased, or as the key in the source. */
  readonly people?: 'ids' | 'keys';
};

type Row = {
  readonly source_id: number;
  readonly id: string;
  readonly digest: string;
  readonly kind: RecordKind;
  readonly feature: string;
  readonly at: string;
  readonly until: string | null;
  readonly quantity: string;
  readonly who: string | null;
  readonly series: string | null;
  readonly attributes: string;
};

const rowsAtOnce = 20_000;

/**
 * Returns a customer's records as received and not withdrawn, all contents of each, in no particular order. `features` and `within` leave
 * out only what cannot change a reading of those features in that time: a record stays in where it may end, retract or
 * contradict another that does. An erased person's key reads as the id.
 */
export async function readRecords(
  tx: Tx,
  customer: string,
  choice: RecordChoice = {},
): Promise<UsageRecord[]> {
  await generationRead(tx, customer);
  const sources = await readSources(tx, customer);
  const names = choice.people === 'keys' ? await readNames(tx, customer) : undefined;
  const kept = keptOnce();
  const records: UsageRecord[] = [];
  await sql`
    DECLARE usage_records NO SCROLL CURSOR FOR
    SELECT source_id, id, encode(digest, 'hex') AS digest, kind, feature,
      (extract(epoch FROM at) * 1000000)::bigint AS at, (extract(epoch FROM until) * 1000000)::bigint AS until,
      quantity, who, series, attributes::text AS attributes
    FROM usage_record r WHERE customer_id = ${customer} AND ${counting(customer, 'r.import_id')}
      AND ${bearingOn(customer, choice)}`.execute(tx);
  const fetch = () => sql<Row>`FETCH ${sql.lit(rowsAtOnce)} FROM usage_records`.execute(tx);
  // The next rows are on their way while these are taken over; past the end a fetch is empty.
  let coming = fetch();
  for (;;) {
    const { rows } = await coming;
    if (rows.length === 0) break;
    coming = fetch();
    for (const row of rows) records.push(recordOf(row, sources, kept, names));
  }
  await sql`CLOSE usage_records`.execute(tx);
  return records;
}

/** Features, people, quantities and attributes repeat a million times: each is kept once. */
function recordOf(
  row: Row,
  sources: ReadonlyMap<number, string>,
  kept: KeptOnce,
  names: ReadonlyMap<string, string> | undefined,
): UsageRecord {
  return {
    source: sources.get(row.source_id)!,
    id: row.id,
    digest: row.digest,
    kind: row.kind,
    feature: kept.text(row.feature),
    at: Number(row.at) as Instant,
    until: row.until === null ? null : (Number(row.until) as Instant),
    quantity: kept.text(row.quantity),
    who: row.who === null ? null : (names?.get(row.who) ?? kept.text(row.who)),
    series: row.series,
    attributes: kept.attributes(row.attributes),
  };
}

/**
 * What may be left out: points outside of the time, and of other features; spans, returns and the like of other features
 * in no series that those features are in. Retractions and records with several contents always stay.
 */
function bearingOn(customer: string, { features, within }: RecordChoice): RawBuilder<unknown> {
  if (!features && !within) return sql`true`;
  const inTime = within
    ? sql`(kind <> 'occurrence' OR (at >= ${toTimestamp(within.from)} AND at < ${toTimestamp(within.until)}))`
    : sql`true`;
  const ofFeature = features
    ? sql`(feature = ANY(${features}::text[]) OR (kind <> 'occurrence' AND series IS NOT NULL AND (source_id, series) IN (
        SELECT source_id, series FROM usage_record WHERE customer_id = ${customer} AND feature = ANY(${features}::text[])
          AND kind <> 'occurrence' AND series IS NOT NULL)))`
    : sql`true`;
  return sql`((${inTime} AND ${ofFeature}) OR kind = 'retraction' OR (source_id, id) IN (
    SELECT source_id, record_id FROM usage_conflict WHERE customer_id = ${customer}))`;
}

async function readSources(tx: Tx, customer: string): Promise<Map<number, string>> {
  const { rows } = await sql<{ id: number; name: string }>`
    SELECT id, name FROM usage_source WHERE customer_id = ${customer}`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Returns each person's key by identity id, without those erased. */
async function readNames(tx: Tx, customer: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; value: string }>`
    SELECT id, value FROM identity WHERE customer_id = ${customer} AND value IS NOT NULL`.execute(tx);
  return new Map(rows.map(({ id, value }) => [id, value]));
}

/** A moment at which a source could not say what was in use. */
export type UsageGap = Interval & { readonly source: string };

/** What a source stated at a moment, and what its own lines add up to: decimals. */
export type StatedTotal = {
  readonly source: string;
  readonly feature: string;
  readonly at: Instant;
  readonly stated: string;
  readonly lines: string;
};

/** Everything known of one customer's usage. `nameOf` gives a person's key by identity id. */
export type UsageKnown = {
  readonly records: readonly UsageRecord[];
  readonly chosen: ReadonlyMap<string, string>;
  readonly gaps: readonly UsageGap[];
  readonly totals: readonly StatedTotal[];
  readonly nameOf: (who: string) => string;
  /** The id of the person with this key; nobody's key reads as one that no record names. */
  readonly idOf: (key: string) => string;
};

/** What stands for a person whose key was erased. */
export const erasedName = 'a person whose name was erased';

/** Returns what gives a person's key by identity id. */
export async function readNameOf(tx: Tx, customer: string): Promise<UsageKnown['nameOf']> {
  const names = await readNames(tx, customer);
  return (who) => names.get(who) ?? erasedName;
}

/** Returns all records of a customer, people by id, with the choices, gaps and totals that belong to them. */
export async function readSurroundings(tx: Tx, customer: string): Promise<UsageKnown> {
  const records = await readRecords(tx, customer);
  const names = await readNames(tx, customer);
  const ids = new Map([...names].map(([id, key]) => [key, id]));
  return {
    records,
    chosen: await readChosen(tx, customer),
    gaps: await readGaps(tx, customer),
    totals: await readTotals(tx, customer),
    nameOf: (who) => names.get(who) ?? erasedName,
    idOf: (key) => ids.get(key) ?? '',
  };
}

/** Returns the settled conflicts: record key to the digest that counts, the latest choice not undone of a content that is not
 * withdrawn. */
export async function readChosen(tx: Tx, customer: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ source: string; id: string; digest: string }>`
    SELECT u.name AS source, c.record_id AS id, encode(c.digest, 'hex') AS digest
    FROM conflict_choice c JOIN usage_source u ON u.id = c.source_id
    JOIN usage_record r ON r.customer_id = c.customer_id AND r.source_id = c.source_id AND r.id = c.record_id
      AND r.digest = c.digest
    WHERE c.customer_id = ${customer} AND c.undone_at IS NULL AND ${counting(customer, 'r.import_id')}
    ORDER BY c.id`.execute(tx);
  return new Map(rows.map((row) => [recordKey(row), row.digest]));
}

async function readGaps(tx: Tx, customer: string): Promise<UsageGap[]> {
  const { rows } = await sql<{ source: string; at: Instant }>`
    SELECT DISTINCT u.name AS source, n.at FROM usage_note n JOIN usage_source u ON u.id = n.source_id
    WHERE n.customer_id = ${customer} AND n.kind = 'gap' AND n.at IS NOT NULL
      AND ${counting(customer, 'n.import_id')} ORDER BY n.at, u.name`.execute(tx);
  return rows.map(({ source, at }) => ({ source, from: at, until: after(at, 1) }));
}

async function readTotals(tx: Tx, customer: string): Promise<StatedTotal[]> {
  const { rows } = await sql<StatedTotal>`
    SELECT DISTINCT u.name AS source, t.feature, t.at, t.in_use::text AS stated, (t.lines + t.reservations)::text AS lines
    FROM source_total t JOIN usage_source u ON u.id = t.source_id
    WHERE t.customer_id = ${customer} AND t.in_use IS NOT NULL AND t.at IS NOT NULL
      AND ${counting(customer, 't.import_id')} ORDER BY t.at, u.name, t.feature`.execute(tx);
  return rows;
}
