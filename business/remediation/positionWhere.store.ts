import { type RawBuilder, sql } from 'kysely';
import { textArray } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import { type PositionFilter, type PositionQuery, wordsOf } from './positionFilter.ts';

/** A person of the vendor as lists know them: by id, and by the address customers' owners are named with. */
export type OwnerKey = { readonly id: string; readonly email: string | null };

/** Types of the columns behind every order, by which no two positions are equal. */
const placeTypes = ['text', 'text', 'text', 'text', 'text'];

/** What a list is ordered by: its expressions, and their types for the cursor. */
export type Ordering = { readonly keys: RawBuilder<unknown>[]; readonly types: readonly string[] };

/**
 * Returns the order of a list. By money: what has money at stake first; amounts of different currencies are compared
 * where the vendor gives rates for both, and stand apart by currency where not.
 */
export function orderingOf({ order, rates }: PositionQuery): Ordering {
  const tail = [sql`p.customer_sort`, sql`p.customer_id`, sql`p.agreement`, sql`p.clause`, sql`p.group_key`];
  const of = (keys: RawBuilder<unknown>[], types: readonly string[]): Ordering => ({
    keys: [...keys, ...tail],
    types: [...types, ...placeTypes],
  });
  switch (order) {
    case 'customer':
      return of([], []);
    case 'renews':
      return of([sql`coalesce(p.renews_on, 'infinity')`], ['date']);
    case 'severity':
      return of(
        [
          sql`coalesce(t.severity_rank, 9)`,
          sql`coalesce(t.sequence, 2147483647)`,
          sql`coalesce(t.due_on, 'infinity')`,
        ],
        ['smallint', 'integer', 'date'],
      );
    case 'due':
      return of(
        [sql`coalesce(t.due_on, 'infinity')`, sql`coalesce(t.severity_rank, 9)`],
        ['date', 'smallint'],
      );
    case 'status':
      return of(
        [sql`p.status_rank`, sql`p.stake_currency`, sql`p.stake_down`],
        ['smallint', 'text', 'numeric'],
      );
    case 'money':
      return rates.size === 0
        ? of(
            [sql`p.stake_rank`, sql`p.stake_currency`, sql`p.stake_down`, sql`p.status_rank`],
            ['smallint', 'text', 'numeric', 'smallint'],
          )
        : of(
            [sql`p.stake_rank`, unrated(rates), sql`p.stake_down * ${rate(rates)}`, sql`p.status_rank`],
            ['smallint', 'text', 'numeric', 'smallint'],
          );
  }
}

function rate(rates: PositionQuery['rates']): RawBuilder<unknown> {
  const cases = [...rates].map(([currency, value]) => sql`WHEN ${currency} THEN ${value}::numeric`);
  return sql`(CASE p.stake_currency ${sql.join(cases, sql` `)} ELSE 1 END)`;
}

/** Currencies without a rate stand apart, behind those that can be compared. */
function unrated(rates: PositionQuery['rates']): RawBuilder<unknown> {
  const known = textArray([...rates.keys()]);
  return sql`(CASE WHEN p.stake_currency = ANY (${known}::text[]) THEN '' ELSE p.stake_currency END)`;
}

/** Returns the condition of a filter, or of a filter without its statuses: what the counts beside them are of. */
export function whereOf(
  filter: PositionFilter,
  owner: OwnerKey | null,
  now: Instant,
  statuses: 'with statuses' | 'any status' = 'with statuses',
): RawBuilder<boolean> {
  const all: RawBuilder<unknown>[] = [];
  const oneOf = (column: RawBuilder<unknown>, values: readonly string[] | undefined) => {
    if (values && values.length > 0) all.push(sql`${column} = ANY (${textArray(values)}::text[])`);
  };
  for (const word of wordsOf(filter.words ?? '')) all.push(sql`position(${word} in p.search) > 0`);
  if (statuses === 'with statuses') oneOf(sql`p.status`, filter.statuses);
  oneOf(sql`p.product`, filter.products);
  oneOf(sql`p.segment`, filter.segments);
  oneOf(sql`p.size`, filter.sizes);
  oneOf(sql`t.severity`, filter.severities);
  if (filter.customer !== undefined) all.push(sql`p.customer_id = ${filter.customer}`);
  if (filter.renewsFrom !== undefined) all.push(sql`p.renews_on >= ${filter.renewsFrom}`);
  if (filter.renewsUntil !== undefined) all.push(sql`p.renews_on <= ${filter.renewsUntil}`);
  if (filter.currency !== undefined) all.push(sql`p.currency = ${filter.currency}`);
  if (filter.least !== undefined) all.push(sql`p.at_stake >= ${filter.least}::numeric`);
  if (filter.owner !== undefined) all.push(ownedBy(filter.owner, owner));
  if (filter.flags && filter.flags.length > 0) all.push(flagged(filter.flags, now));
  return all.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(all, sql` AND `)})`;
}

/** Read where it stands: a row of the list names nobody. */
export const ownerEmail = sql<string | null>`lower(c.body #>> '{owner,email}')`;

/** Who was assigned comes before whom the table names, and both before the owner of the customer. */
function ownedBy(id: string, owner: OwnerKey | null): RawBuilder<unknown> {
  const named = sql`coalesce(a.staff, t.owner)`;
  if (id === 'none') return sql`${named} IS NULL`;
  const email = owner?.email?.toLowerCase() ?? null;
  return sql`(${named} = ${id} OR ${named} IS NULL AND ${ownerEmail} = ${email})`;
}

function flagged(flags: readonly string[], now: Instant): RawBuilder<unknown> {
  const inForce = (
    kinds: RawBuilder<unknown>,
  ) => sql`p.customer_id IN (SELECT f.customer_id FROM customer_flag f
    WHERE f.from_at <= ${toTimestamp(now)} AND (f.until_at IS NULL OR f.until_at > ${toTimestamp(now)}) ${kinds})`;
  const kinds = flags.filter((flag) => flag !== 'none');
  const parts = [
    ...(flags.includes('none') ? [sql`NOT ${inForce(sql``)}`] : []),
    ...(kinds.length > 0 ? [inForce(sql`AND f.kind = ANY (${textArray(kinds)}::text[])`)] : []),
  ];
  return sql`(${sql.join(parts, sql` OR `)})`;
}

/** What is known of positions elsewhere, as far as a question needs it. */
export type Needs = { readonly assignment: boolean; readonly triage: boolean; readonly customer: boolean };

/** Returns positions with what is known of them elsewhere, as far as the question needs it. */
export function fromPositions(needs: Needs): RawBuilder<unknown> {
  return sql`FROM position p ${beside('p', needs)}`;
}

/** Returns the joins to what is known of rows elsewhere; `rows`: their name in the statement. */
export function beside(rows: 'p' | 'page', needs: Needs): RawBuilder<unknown> {
  const same = (other: string, keys: readonly string[]) =>
    sql.raw(keys.map((key) => `${other}.${key} = ${rows}.${key}`).join(' AND '));
  const place = ['customer_id', 'agreement', 'clause', 'group_key'];
  return sql`
    ${needs.customer ? sql`LEFT JOIN customer c ON ${same('c', ['customer_id'])}` : sql``}
    ${needs.assignment ? sql`LEFT JOIN assignment a ON ${same('a', place)}` : sql``}
    ${needs.triage ? sql`LEFT JOIN finding_triage t ON ${same('t', ['customer_id', 'finding'])}` : sql``}`;
}
