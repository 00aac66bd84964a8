import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import type { Customer } from './customer.ts';
import type { FlagKind } from './flag.ts';

/** Which customers to list; what is left out does not matter. `words` are looked for in name and id. */
export type CustomerFilter = {
  readonly words?: string | undefined;
  readonly segment?: string | undefined;
  readonly size?: string | undefined;
  /** The owner's e-mail address. */
  readonly owner?: string | undefined;
  /** A flag in force at `now`. */
  readonly flag?: FlagKind | undefined;
};

/** One customer of a list. */
export type ListedCustomer = {
  readonly customer: Customer;
  readonly version: number;
  readonly agreements: number;
  /** The name it is sorted by. */
  readonly sortName: string;
};

const sortName = sql<string>`lower(c.body->>'name') COLLATE "C"`;

/** Returns customers in scope by name, then id: at most `limit` of those behind `after` (sort name and id). */
export async function listCustomers(
  tx: Tx,
  filter: CustomerFilter,
  page: { readonly after: readonly [string, string] | null; readonly limit: number; readonly now: Instant },
): Promise<ListedCustomer[]> {
  const { after, limit, now } = page;
  const behind = after
    ? sql`(${sortName}, c.customer_id COLLATE "C") > (${after[0]}, ${after[1]})`
    : sql`true`;
  const { rows } = await sql<{ body: Customer; version: number; name: string; agreements: string }>`
    SELECT c.body, c.version, ${sortName} AS name,
           (SELECT count(*) FROM stream_state s WHERE s.customer_id = c.customer_id AND s.lifecycle = 'agreement') AS agreements
      FROM customer c WHERE ${where(filter, now)} AND ${behind}
     ORDER BY ${sortName}, c.customer_id COLLATE "C" LIMIT ${limit}`.execute(tx);
  return rows.map(({ body, version, name, agreements }) => ({
    ...{ customer: body, version, sortName: name },
    agreements: Number(agreements),
  }));
}

/** Returns how many customers in scope a filter lets through. */
export async function countCustomers(tx: Tx, filter: CustomerFilter, now: Instant): Promise<number> {
  const { rows } = await sql<{ n: string }>`
    SELECT count(*) AS n FROM customer c WHERE ${where(filter, now)}`.execute(tx);
  return Number(rows[0]!.n);
}

/** What there is to filter by. */
export type Choices = {
  readonly segments: readonly string[];
  readonly owners: readonly { readonly name: string; readonly email: string }[];
};

/** Returns the segments and owners of the customers in scope, in order, at most 500 of each. */
export async function customerChoices(tx: Tx): Promise<Choices> {
  const segments = await sql<{ segment: string }>`
    SELECT DISTINCT body->>'segment' AS segment FROM customer ORDER BY 1 LIMIT 500`.execute(tx);
  const owners = await sql<{ name: string; email: string }>`
    SELECT min(body#>>'{owner,name}') AS name, body#>>'{owner,email}' AS email
      FROM customer GROUP BY 2 ORDER BY 1, 2 LIMIT 500`.execute(tx);
  return { segments: segments.rows.map(({ segment }) => segment), owners: owners.rows };
}

function where({ words, segment, size, owner, flag }: CustomerFilter, now: Instant): RawBuilder<unknown> {
  const found: RawBuilder<unknown>[] = [sql`true`];
  if (words) found.push(sql`strpos(lower(c.body->>'name' || ' ' || c.customer_id), lower(${words})) > 0`);
  if (segment) found.push(sql`c.body->>'segment' = ${segment}`);
  if (size) found.push(sql`c.body->>'size' = ${size}`);
  if (owner) found.push(sql`c.body#>>'{owner,email}' = ${owner}`);
  if (flag)
    found.push(sql`EXISTS (SELECT FROM customer_flag f WHERE f.customer_id = c.customer_id AND f.kind = ${flag}
      AND f.from_at <= ${toTimestamp(now)} AND (f.until_at IS NULL OR f.until_at > ${toTimestamp(now)}))`);
  return sql.join(found, sql` AND `);
}
