import { sql } from 'kysely';
import type { Clause, SignedAgreement } from '#business/agreements/agreement.ts';
import type { Catalog } from '#business/catalog/priceBook.ts';
import type { Customer } from '#business/customers/customer.ts';
import type { Tx } from '#platform/database/scope.ts';
import { exact, grouped } from '#platform/exact.ts';
import { formatInstant } from '#platform/instant.ts';
import type { JsonColumn } from '#platform/journal/rows.ts';
import type { Standing, Status } from './position.ts';
import { searchable } from './positionFilter.ts';

/** A line of the positions page, as kept. Numbers as people read them. */
export type PositionRow = {
  readonly customer: { readonly id: string; readonly name: string };
  readonly agreement: string;
  readonly product: { readonly id: string; readonly name: string };
  readonly clause: { readonly id: string; readonly plain: string };
  readonly group: string;
  readonly unit: { readonly one: string; readonly many: string };
  readonly entitled: string;
  readonly used: string;
  readonly balance: string;
  readonly status: Standing['status'];
  readonly atStake: string | null;
  readonly currency: string;
  readonly renewsOn: string;
  readonly finding: string | null;
  /** Which time the number is of: RFC 3339, half-open; `until` is `null` while it runs; `peak`: the worst of several. */
  readonly period: {
    readonly from: string;
    readonly until: string | null;
    readonly peak: boolean;
  } | null;
  readonly zone: string;
};

declare module '#platform/database/tables.ts' {
  interface Tables {
    position: {
      customer_id: string;
      agreement: string;
      clause: string;
      group_key: string;
      beyond: boolean;
      at_stake: string;
      currency: string;
      customer_sort: string;
      search: string;
      product: string;
      segment: string;
      size: string;
      status: Status;
      renews_on: string | null;
      finding: string | null;
      body: JsonColumn<PositionRow>;
    };
  }
}

/** Replaces the positions of a customer. */
export async function savePositions(
  tx: Tx,
  customer: Customer,
  catalog: Catalog,
  standings: readonly {
    readonly signed: SignedAgreement;
    readonly clause: Clause;
    readonly standing: Standing;
  }[],
): Promise<void> {
  await tx.deleteFrom('position').where('customer_id', '=', customer.id).execute();
  if (standings.length === 0) return;
  const rows = standings.map(({ signed, clause, standing }) => {
    const body = rowOf(customer, catalog, signed, clause, standing);
    return {
      agreement: signed.id,
      clause: clause.id,
      group_key: standing.group,
      beyond: standing.status === 'beyond',
      at_stake: standing.atStake?.total ?? '0',
      currency: signed.currency,
      ...listColumns(customer, body),
      body,
    };
  });
  // One parameter for all rows: PostgreSQL takes no more than 65,535, and a clause may have more groups than that.
  await sql`
    INSERT INTO position (customer_id, agreement, clause, group_key, beyond, at_stake, currency, customer_sort, search,
      product, segment, size, status, renews_on, finding, body)
    SELECT ${customer.id}, agreement, clause, group_key, beyond, at_stake, currency, customer_sort, search,
      product, segment, size, status, renews_on, finding, body
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (
      agreement text, clause text, group_key text, beyond boolean, at_stake numeric, currency text, customer_sort text,
      search text, product text, segment text, size text, status text, renews_on date, finding text,
      body jsonb
    )`.execute(tx);
}

/** What a list is filtered and ordered by. */
function listColumns(customer: Customer, row: PositionRow) {
  const words = [customer.name, customer.id, row.product.name, row.clause.plain, row.agreement, row.group];
  return {
    customer_sort: searchable(customer.name),
    search: searchable(words.join(' ')),
    product: row.product.id,
    segment: customer.segment ?? '',
    size: customer.size ?? '',
    status: row.status,
    renews_on: row.renewsOn,
    finding: row.finding,
  };
}

function rowOf(
  customer: Customer,
  catalog: Catalog,
  signed: SignedAgreement,
  clause: Clause,
  standing: Standing,
): PositionRow {
  return {
    customer: { id: customer.id, name: customer.name },
    agreement: signed.id,
    product: {
      id: clause.product,
      name: catalog.products.find(({ id }) => id === clause.product)?.name ?? clause.product,
    },
    clause: { id: clause.id, plain: clause.plain },
    group: standing.group,
    unit: clause.unitName,
    entitled: grouped(exact(standing.entitled), 2),
    used: grouped(exact(standing.used), 2),
    balance: grouped(exact(standing.balance), 2),
    status: standing.status,
    atStake: standing.atStake?.total ?? null,
    currency: signed.currency,
    renewsOn: signed.renewsOn,
    finding: standing.finding,
    period: standing.period && {
      from: formatInstant(standing.period.from),
      until: standing.period.open ? null : formatInstant(standing.period.until),
      peak: standing.period.peak,
    },
    zone: signed.zone,
  };
}

/** Returns the positions of one customer, worst first: beyond before within, most money first. */
export async function readPositions(tx: Tx, customer: string): Promise<PositionRow[]> {
  const rows = await tx
    .selectFrom('position')
    .select('body')
    .where('customer_id', '=', customer)
    .orderBy('beyond', 'desc')
    .orderBy('at_stake', 'desc')
    .orderBy('agreement')
    .orderBy('clause')
    .execute();
  return rows.map(({ body }) => body);
}
