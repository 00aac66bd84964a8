import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import type { UsageRecord } from './record.ts';

/** Records on their way in: in a temporary table, sources as numbers of our own until they have theirs. */
export type Staging = { readonly sources: Map<string, number>; count: number };

/** Makes an empty temporary table `usage_staged`, which the end of the transaction removes. */
export async function createStaging(tx: Tx): Promise<Staging> {
  await sql`
    CREATE TEMPORARY TABLE usage_staged (
      source_number integer, id text, digest bytea, kind text, feature text, at timestamptz, until timestamptz,
      quantity numeric, who text, series text, attributes jsonb
    ) ON COMMIT DROP`.execute(tx);
  return { sources: new Map(), count: 0 };
}

/**
 * Adds records. Each column travels as one text with a line per record: no field holds a line break (the decoders
 * refuse them, and JSON escapes them), and taking such a text apart is what PostgreSQL does fastest here.
 */
export async function stage(tx: Tx, staging: Staging, records: readonly UsageRecord[]): Promise<void> {
  if (records.length === 0) return;
  staging.count += records.length;
  const column = (of: (record: UsageRecord) => string | number): string => records.map(of).join('\n');
  const source = column(({ source }) => numberOf(staging, source));
  await sql`
    INSERT INTO usage_staged
    SELECT source, id, decode(digest, 'hex'), kind, feature, ${at('at')}, ${at('until')}, quantity, who, series, attributes
    FROM unnest(
      ${list(source)}::integer[], ${list(column(({ id }) => id))}, ${list(column(({ digest }) => digest))},
      ${list(column(({ kind }) => kind))}, ${list(column(({ feature }) => feature))},
      ${list(column((record) => record.at))}::bigint[],
      ${list(column(({ until }) => until ?? ''))}::bigint[],
      ${list(column(({ quantity }) => quantity))}::numeric[],
      ${list(column(({ who }) => who ?? ''))},
      ${list(column(({ series }) => series ?? ''))},
      ${list(column(({ attributes }) => JSON.stringify(attributes)))}::jsonb[]
    ) AS t (source, id, digest, kind, feature, at, until, quantity, who, series, attributes)`.execute(tx);
}

/** Returns our number of a source; a name that is new gets the next. */
export function numberOf({ sources }: Staging, name: string): number {
  const known = sources.get(name);
  if (known !== undefined) return known;
  sources.set(name, sources.size + 1);
  return sources.size;
}

/** A text taken apart at its line ends; nothing between two of them is no value. */
function list(text: string) {
  return sql`string_to_array(${text}, E'\\n', '')`;
}

/** Whole microseconds since 1970 as a time: below 2^53 the product is exact. */
function at(column: string) {
  return sql`timestamptz 'epoch' + ${sql.ref(column)} * interval '1 microsecond'`;
}
