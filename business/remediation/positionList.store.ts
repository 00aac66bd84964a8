import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import type { CalendarDate, Instant } from '#platform/instant.ts';
import { sumsByCurrency } from './atStake.ts';
import type { PositionRow } from './position.store.ts';
import type { Status } from './position.ts';
import type { PositionQuery } from './positionFilter.ts';
import {
  beside,
  fromPositions,
  type Needs,
  type OwnerKey,
  orderingOf,
  ownerEmail,
  whereOf,
} from './positionWhere.store.ts';

/** What the vendor's table made of the finding of a position. `row` counts from 1; `problem`: why it could not say. */
export type TriageRow = {
  readonly severity: string | null;
  readonly sequence: number | null;
  readonly owner: string | null;
  readonly dueOn: CalendarDate | null;
  readonly row: number | null;
  readonly version: number;
  readonly problem: string | null;
};

/** A position of a list: its row as kept, who works on it, what the table says, and its place for the cursor. */
export type ListedPosition = {
  readonly body: PositionRow;
  readonly assignee: string | null;
  readonly ownerEmail: string | null;
  readonly triage: TriageRow | null;
  readonly key: readonly string[];
};

/** Who asks, when, and after which place of the list. */
export type ListPlace = {
  readonly now: Instant;
  readonly owner: OwnerKey | null;
  readonly after: readonly (string | number | null)[] | null;
  readonly limit: number;
};

type Found = {
  readonly body: PositionRow;
  readonly assignee: string | null;
  readonly owner_email: string | null;
  readonly table_version: number | null;
  readonly severity: string | null;
  readonly sequence: number | null;
  readonly owner: string | null;
  readonly due_on: CalendarDate | null;
  readonly table_row: number | null;
  readonly problem: string | null;
  readonly key: readonly string[];
};

/** Returns the positions of a list behind a place, at most `limit` of them. */
export async function listPositions(
  tx: Tx,
  query: PositionQuery,
  { now, owner, after, limit }: ListPlace,
): Promise<ListedPosition[]> {
  const { keys, types } = orderingOf(query);
  const behind = after
    ? sql`AND (${sql.join(keys)}) ${query.backwards ? sql`<` : sql`>`} (${sql.join(after.map((part, i) => sql`${part}::${sql.raw(types[i]!)}`))})`
    : sql``;
  const direction = query.backwards ? sql`DESC` : sql`ASC`;
  // Cut to the page before anything is looked up beside its rows: else it would be for all that pass.
  const { rows } = await sql<Found>`
    SELECT page.body, ${ownerEmail} AS owner_email, a.staff AS assignee, t.table_version, t.severity, t.sequence, t.owner,
      t.due_on, t.table_row, t.problem, page.key
    FROM (SELECT p.*, row_number() OVER () AS place FROM (
      SELECT p.customer_id, p.agreement, p.clause, p.group_key, p.finding, p.body,
        ARRAY[${sql.join(keys.map((key) => sql`(${key})::text`))}] AS key
      ${fromPositions(needsOf(query))}
      WHERE ${whereOf(query.filter, owner, now)} ${behind}
      ORDER BY ${sql.join(keys.map((key) => sql`${key} ${direction}`))}
      LIMIT ${limit}) AS p) AS page
    ${beside('page', { assignment: true, triage: true, customer: true })}
    ORDER BY page.place`.execute(tx);
  return rows.map(listed);
}

function listed(found: Found): ListedPosition {
  const { body, key, assignee, owner_email, severity, sequence, owner, problem } = found;
  const version = found.table_version;
  const triage =
    version === null
      ? null
      : { severity, sequence, owner, dueOn: found.due_on, row: found.table_row, version, problem };
  return { body, key, assignee, ownerEmail: owner_email, triage };
}

/** What a filtered list comes to. Sums are exact decimals, one for each currency. */
export type PositionTotals = {
  /** All positions there are, whatever the filter. */
  readonly all: number;
  /** Those that pass the filter, and the customers they are of. */
  readonly found: number;
  readonly customers: number;
  /** By status, of those that pass the rest of the filter. */
  readonly statuses: ReadonlyMap<Status, number>;
  /** Of those that pass the whole filter. */
  readonly money: readonly {
    readonly currency: string;
    readonly amount: string;
    readonly positions: number;
  }[];
};

type Tally = {
  readonly status: Status;
  readonly currency: string;
  readonly all: string;
  readonly found: string;
  readonly priced: string;
  readonly amount: string | null;
};

/** Returns what the whole filtered list comes to, whichever page of it is shown. */
export async function totalPositions(
  tx: Tx,
  { filter }: PositionQuery,
  { now, owner }: Pick<ListPlace, 'now' | 'owner'>,
): Promise<PositionTotals> {
  const from = fromPositions(needsOf({ filter, order: 'money' }));
  const { rows } = await sql<Tally>`
    SELECT status, currency, count(*) AS all, count(*) FILTER (WHERE ok) AS found,
      count(*) FILTER (WHERE ok AND at_stake > 0) AS priced, sum(at_stake) FILTER (WHERE ok AND at_stake > 0) AS amount
    FROM (SELECT p.status, p.currency, p.at_stake, ${whereOf(filter, owner, now, 'any status')} AS ok ${from}) AS one
    GROUP BY status, currency ORDER BY currency`.execute(tx);
  const wanted = rows.filter(({ status }) => !filter.statuses?.length || filter.statuses.includes(status));
  const sum = (list: readonly Tally[], of: 'all' | 'found') =>
    list.reduce((total, row) => total + Number(row[of]), 0);
  const statuses = new Map<Status, number>();
  for (const { status, found } of rows) statuses.set(status, (statuses.get(status) ?? 0) + Number(found));
  return {
    all: sum(rows, 'all'),
    found: sum(wanted, 'found'),
    customers: await countCustomers(tx, from, whereOf(filter, owner, now)),
    statuses,
    money: moneyOf(wanted),
  };
}

/** Returns how many positions pass each of some filters, in their order, by one look at all rows. */
export async function countEach(
  tx: Tx,
  asked: readonly { readonly filter: PositionQuery['filter']; readonly owner: OwnerKey | null }[],
  now: Instant,
): Promise<number[]> {
  if (asked.length === 0) return [];
  const needs = asked.map(({ filter }) => needsOf({ filter, order: 'money' }));
  const from = fromPositions({
    assignment: needs.some(({ assignment }) => assignment),
    triage: needs.some(({ triage }) => triage),
    customer: needs.some(({ customer }) => customer),
  });
  const counts = asked.map(
    ({ filter, owner }) => sql`count(*) FILTER (WHERE ${whereOf(filter, owner, now)})`,
  );
  const { rows } = await sql<{
    counts: string[];
  }>`SELECT ARRAY[${sql.join(counts)}] AS counts ${from}`.execute(tx);
  return rows[0]!.counts.map(Number);
}

function needsOf({ filter, order }: Pick<PositionQuery, 'filter' | 'order'>): Needs {
  const owner = filter.owner !== undefined;
  const triage = order === 'severity' || order === 'due' || (filter.severities?.length ?? 0) > 0;
  return { assignment: owner, triage: owner || triage, customer: owner };
}

async function countCustomers(
  tx: Tx,
  from: RawBuilder<unknown>,
  where: RawBuilder<boolean>,
): Promise<number> {
  const { rows } = await sql<{ n: string }>`
    SELECT count(*) AS n FROM (SELECT p.customer_id ${from} WHERE ${where} GROUP BY p.customer_id) AS one`.execute(
    tx,
  );
  return Number(rows[0]!.n);
}

function moneyOf(rows: readonly Tally[]): PositionTotals['money'] {
  const sums = sumsByCurrency(rows.map(({ currency, amount }) => ({ currency, atStake: amount })));
  return sums.map(({ currency, amount }) => {
    const priced = rows.filter((row) => row.currency === currency).map((row) => Number(row.priced));
    return { currency, amount, positions: priced.reduce((a, b) => a + b, 0) };
  });
}

/** What can be chosen in the filters, besides what is fixed: as customers and positions have it now. */
export type PositionChoices = {
  readonly products: { readonly id: string; readonly name: string }[];
  readonly segments: string[];
  readonly currencies: string[];
};

/** Returns what there is to choose from. */
export async function positionChoices(tx: Tx): Promise<PositionChoices> {
  const { rows } = await sql<{ kind: string; id: string; name: string }>`
    SELECT 'product' AS kind, product AS id, min(body #>> '{product,name}') AS name FROM position GROUP BY product
    UNION ALL SELECT 'segment', segment, segment FROM position WHERE segment <> '' GROUP BY segment
    UNION ALL SELECT 'currency', currency, currency FROM position GROUP BY currency ORDER BY 1, 3 LIMIT 2000`.execute(
    tx,
  );
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  return {
    products: of('product').map(({ id, name }) => ({ id, name })),
    segments: of('segment').map(({ id }) => id),
    currencies: of('currency').map(({ id }) => id),
  };
}
