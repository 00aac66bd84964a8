import { sql } from 'kysely';
import type { Clause, SignedAgreement } from '#business/agreements/agreement.ts';
import type { Catalog } from '#business/catalog/priceBook.ts';
import type { Customer } from '#business/customers/customer.ts';
import type { Tx } from '#platform/database/scope.ts';
import { exact, grouped } from '#platform/exact.ts';
import type { JsonColumn } from '#platform/journal/rows.ts';
import type { Standing } from './position.ts';

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
  const rows = standings.map(({ signed, clause, standing }) => ({
    agreement: signed.id,
    clause: clause.id,
    group_key: standing.group,
    beyond: standing.status === 'beyond',
    at_stake: standing.atStake?.total ?? '0',
    currency: signed.currency,
    body: rowOf(customer, catalog, signed, clause, standing),
  }));
  // One parameter for all rows: PostgreSQL takes no more than 65,535, and a clause may have more groups than that.
  await sql`
    INSERT INTO position (customer_id, agreement, clause, group_key, beyond, at_stake, currency, body)
    SELECT ${customer.id}, agreement, clause, group_key, beyond, at_stake, currency, body
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (
      agreement text, clause text, group_key text, beyond boolean, at_stake numeric, currency text, body jsonb
    )`.execute(tx);
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
  };
}

/** Returns all positions in scope, worst first: beyond before within, most money first, then by customer. */
export async function readPositions(tx: Tx): Promise<PositionRow[]> {
  const rows = await tx
    .selectFrom('position')
    .select('body')
    .orderBy('beyond', 'desc')
    .orderBy('at_stake', 'desc')
    .orderBy('customer_id')
    .orderBy('agreement')
    .orderBy('clause')
    .execute();
  return rows.map(({ body }) => body);
}
