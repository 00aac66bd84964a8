import { type Generated, sql } from 'kysely';
import type { CustomerId } from '#business/customers/customer.ts';
import { type Tx, textArray } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import type { InstantColumn, JsonColumn } from '#platform/journal/rows.ts';
import { customersOf, type Partner } from './partner.ts';

type PartnerBody = Pick<Partner, 'id' | 'name' | 'contact'>;

declare module '#platform/database/tables.ts' {
  interface Tables {
    partner: {
      id: string;
      body: JsonColumn<PartnerBody>;
      recorded_at: InstantColumn;
      version: Generated<number>;
    };
    partner_customer: { customer_id: string; partner_id: string; sells: boolean; speaks: boolean };
  }
}

/** Returns all partners in order of their ids, each with those of its customers that are in scope. The scope must hold the vendor's own rows. */
export async function partners(tx: Tx): Promise<Partner[]> {
  const rows = await tx.selectFrom('partner').select('body').orderBy('id').execute();
  const links = await tx.selectFrom('partner_customer').selectAll().orderBy('customer_id').execute();
  const byPartner = Map.groupBy(links, ({ partner_id }) => partner_id);
  return rows.map(({ body }) => {
    const own = byPartner.get(body.id) ?? [];
    const ids = (of: 'sells' | 'speaks') =>
      own.filter((link) => link[of]).map(({ customer_id }) => customer_id as CustomerId);
    return { ...body, sellsTo: ids('sells'), speaksFor: ids('speaks') };
  });
}

/** Returns the customers in scope that a partner sells to or speaks for, by id. */
export async function customersOfPartner(tx: Tx, partner: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('partner_customer')
    .select('customer_id')
    .where('partner_id', '=', partner)
    .orderBy('customer_id')
    .execute();
  return rows.map(({ customer_id }) => customer_id);
}

/** Writes partners, new or anew, with their customers, all of which must be in scope. */
export async function savePartners(tx: Tx, list: readonly Partner[], now: Instant): Promise<void> {
  for (const { sellsTo, speaksFor, ...body } of list) {
    const row = { body: JSON.stringify(body), recorded_at: toTimestamp(now) };
    await tx
      .insertInto('partner')
      .values({ id: body.id, ...row })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
      .execute();
    await tx.deleteFrom('partner_customer').where('partner_id', '=', body.id).execute();
    const links = customersOf({ sellsTo, speaksFor }).map((customer_id) => ({
      customer_id,
      partner_id: body.id,
      sells: sellsTo.includes(customer_id),
      speaks: speaksFor.includes(customer_id),
    }));
    if (links.length > 0) await tx.insertInto('partner_customer').values(links).execute();
  }
}

/** Removes partners; their customers stay. */
export async function removePartners(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .deleteFrom('partner')
    .where('id', '=', sql<string>`ANY (${textArray(ids)}::text[])`)
    .execute();
}

/** Returns how often each partner was written, by id; with `lock` nobody else makes or changes this one until the transaction ends. */
export async function partnerVersions(tx: Tx, lock?: string): Promise<ReadonlyMap<string, number>> {
  if (lock !== undefined) {
    // Of a partner who is to be made there is no row yet; of another an import may be writing it.
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`partner ${lock}`}, 0))`.execute(tx);
    await tx.selectFrom('partner').select('id').where('id', '=', lock).forUpdate().execute();
  }
  const rows = await tx.selectFrom('partner').select(['id', 'version']).execute();
  return new Map(rows.map(({ id, version }) => [id, version]));
}
