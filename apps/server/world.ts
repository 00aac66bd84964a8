import type { Agreement, Clause, SignedAgreement } from '#business/agreements/agreement.ts';
import { termsTimeline } from '#business/agreements/effectiveTerms.ts';
import { knownAgreement } from '#business/agreements/knownAgreement.ts';
import { readCatalog } from '#business/catalog/catalog.store.ts';
import type { Catalog } from '#business/catalog/priceBook.ts';
import { readCustomer } from '#business/customers/customer.store.ts';
import type { Customer } from '#business/customers/customer.ts';
import type { Surroundings } from '#business/findings/examine.ts';
import type { JudgeInput } from '#business/findings/judge.ts';
import { clauseFeatures } from '#business/usage/clauseFeatures.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import { readSurroundings } from '#business/usage/usage.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';

/** An agreement of a customer, as known now. */
export type KnownToday = { readonly agreement: Agreement; readonly signed: SignedAgreement };

/** All that is needed to say where one customer stands; read in one transaction, so all of one moment. */
export type World = {
  readonly customer: Customer;
  readonly catalog: Catalog;
  readonly agreements: readonly KnownToday[];
  readonly records: readonly UsageRecord[];
  readonly chosen: ReadonlyMap<string, string>;
  readonly around: Surroundings;
  readonly now: Instant;
};

/** Returns the world of a customer at `now`, or `undefined` when there is no such customer in scope. */
export async function readWorld(tx: Tx, id: string, now: Instant): Promise<World | undefined> {
  const customer = await readCustomer(tx, id);
  if (!customer) return undefined;
  const { records, chosen, gaps, totals, nameOf } = await readSurroundings(tx, id);
  return {
    customer,
    catalog: await readCatalog(tx),
    agreements: await readAgreements(tx, id, now),
    records,
    chosen,
    around: { customer: customer.id, relationship: customer.relationship, gaps, totals, nameOf },
    now,
  };
}

async function readAgreements(tx: Tx, customer: string, now: Instant): Promise<KnownToday[]> {
  const rows = await tx
    .selectFrom('stream_state')
    .select('state')
    .where('customer_id', '=', customer)
    .where('lifecycle', '=', 'agreement')
    .orderBy('id')
    .execute();
  return rows.flatMap(({ state }) => {
    const agreement = state as unknown as Agreement;
    const known = knownAgreement(agreement, now);
    return known ? [{ agreement, signed: known.signed }] : [];
  });
}

/** Returns what judging one clause of this world needs. */
export function judgeInput(world: World, { agreement, signed }: KnownToday, clause: Clause): JudgeInput {
  const term = { from: signed.from, until: signed.until };
  const elapsed = { from: signed.from, until: Math.min(signed.until, world.now) as Instant };
  const orderLines = world.agreements.flatMap((one) => one.signed.orderLines);
  const sources = [...new Set(world.records.map((record) => record.source))];
  const features = clauseFeatures(clause, {
    mappings: world.catalog.features,
    orderLines,
    sources,
    within: term,
    zone: signed.zone,
  });
  return {
    agreement: signed,
    clause,
    timeline: termsTimeline(agreement, clause.id, elapsed, world.now),
    records: world.records,
    chosen: world.chosen,
    features,
    asOf: world.now,
  };
}
