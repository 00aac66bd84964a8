import { sql } from 'kysely';
import { commandAgreement } from '#business/agreements/agreement.store.ts';
import type { Agreement } from '#business/agreements/agreement.ts';
import { currentText } from '#business/agreements/orderLineFields.ts';
import { importCatalog, readCatalog } from '#business/catalog/catalog.store.ts';
import {
  claimCustomers,
  customerIds,
  customersById,
  removeCustomers,
  saveCustomers,
} from '#business/customers/customer.store.ts';
import type { Customer } from '#business/customers/customer.ts';
import { partners, removePartners, savePartners } from '#business/partners/partner.store.ts';
import type { Partner } from '#business/partners/partner.ts';
import { type Tx, textArray } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import {
  type CustomersState,
  contactsPaper,
  customersPaper,
  mistakesPaper,
  openOrdersPaper,
} from './customerPapers.ts';
import { commandsFor, type OrderLinesState, orderLinesPaper, orderLinesState } from './orderLinesPaper.ts';
import type { Paper, PaperKind } from './paper.ts';
import { type PartnersState, partnersPaper } from './partnerPaper.ts';
import { type PricesState, pricesPaper } from './pricesPaper.ts';
import { productsPaper } from './productsPaper.ts';

/** Who brings papers in, and when. `tag` begins the ids of what is made on the way; `undoing`: to take an import back. */
export type BringIn = {
  readonly actor: string;
  readonly now: Instant;
  readonly tag: string;
  readonly undoing: boolean;
};

/**
 * What is known of a kind, loaded once, with the rules of its rows over it, and the way to save what became of it.
 * `save` returns the customers whose terms or findings may change by it.
 */
export type Loaded = {
  readonly paper: Paper<unknown>;
  readonly state: unknown;
  readonly save: () => Promise<readonly string[]>;
};

/** Whose rows to load: those of some names (the first word of each), or all there are. */
export type Wanted = readonly string[] | 'all';

/** Loads what is known of the things that rows name. The scope must hold all customers, those named, and the vendor's own rows. */
export async function loadPapers(tx: Tx, kind: PaperKind, wanted: Wanted, by: BringIn): Promise<Loaded> {
  switch (kind) {
    case 'customers':
      return customers(tx, customersPaper, wanted, by);
    case 'contacts':
      return customers(tx, contactsPaper, wanted, by);
    case 'mistakes':
      return customers(tx, mistakesPaper, wanted, by);
    case 'openOrders':
      return customers(tx, openOrdersPaper, wanted, by);
    case 'partners':
      return partnersOf(tx, by);
    case 'orderLines':
      return orderLines(tx, wanted, by);
    case 'products':
      return catalogOf(tx, productsPaper, by);
    case 'prices':
      return catalogOf(tx, pricesPaper, by);
  }
}

/** A loaded kind forgets the type of its state: rules and state always go together. */
function loaded<State>(paper: Paper<State>, state: State, save: Loaded['save']): Loaded {
  return { paper: paper as unknown as Paper<unknown>, state, save };
}

async function customers(
  tx: Tx,
  paper: Paper<CustomersState>,
  wanted: Wanted,
  { now, undoing }: BringIn,
): Promise<Loaded> {
  const before = new Map((await customersById(tx, wanted)).map((one): [string, Customer] => [one.id, one]));
  const inUse = undoing && wanted !== 'all' ? await customersInUse(tx, wanted) : new Set<string>();
  const state: CustomersState = { customers: new Map(before), inUse };
  return loaded(paper, state, async () => {
    const changed = [...state.customers.values()].filter((one) => before.get(one.id) !== one);
    const removed = [...before.keys()].filter((id) => !state.customers.has(id));
    const made = changed.filter(({ id }) => !before.has(id)).map(({ id }) => id);
    if (!(await claimCustomers(tx, made))) throw new ChangedMeanwhile();
    await saveCustomers(tx, changed, now);
    if (removed.length > 0) {
      await tx.deleteFrom('detection_due').where('customer_id', '=', anyOf(removed)).execute();
      await removeCustomers(tx, removed);
    }
    return changed.map(({ id }) => id);
  });
}

const anyOf = (ids: readonly string[]) => sql<string>`ANY (${textArray(ids)}::text[])`;

/** What is made anew by each detection, or says that one is due, is no reason to keep a customer. */
const passing = ['customer', 'detection_due'];

/** Returns those of some customers that any other table names, whichever tables there are. */
async function customersInUse(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const { rows: tables } = await sql<{ name: string }>`
    SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'customer_id'
     WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' ORDER BY 1`.execute(tx);
  const used = new Set<string>();
  for (const { name } of tables.filter((table) => !passing.includes(table.name))) {
    const { rows } = await sql<{ id: string }>`
      SELECT DISTINCT customer_id AS id FROM ${sql.table(name)} WHERE customer_id = ${anyOf(ids)}`.execute(
      tx,
    );
    for (const { id } of rows) used.add(id);
  }
  return used;
}

async function partnersOf(tx: Tx, { now }: BringIn): Promise<Loaded> {
  const before = new Map((await partners(tx)).map((one): [string, Partner] => [one.id, one]));
  const state: PartnersState = { partners: new Map(before), known: new Set(await customerIds(tx)) };
  return loaded(partnersPaper, state, async () => {
    const changed = [...state.partners.values()].filter((one) => before.get(one.id) !== one);
    await savePartners(tx, changed, now);
    await removePartners(
      tx,
      [...before.keys()].filter((id) => !state.partners.has(id)),
    );
    return [];
  });
}

async function orderLines(tx: Tx, wanted: Wanted, { actor, now, tag, undoing }: BringIn): Promise<Loaded> {
  const rows = tx
    .selectFrom('stream_state')
    .select('state')
    .where('lifecycle', '=', 'agreement')
    .orderBy('id');
  const found = await (wanted === 'all' ? rows : rows.where('id', '=', anyOf(wanted)).forUpdate()).execute();
  const state: OrderLinesState = orderLinesState(
    found.map((row) => row.state as unknown as Agreement),
    tag,
  );
  return loaded(orderLinesPaper, state, async () => {
    const touched: string[] = [];
    for (const id of state.targets.keys()) {
      const { customer } = currentText(state.agreements.get(id)!);
      for (const command of commandsFor(state, id, { now, undoing })) {
        const done = await commandAgreement(tx, id, command, { customer, actor, now });
        if (done.kind !== 'done') throw new ChangedMeanwhile();
      }
      touched.push(customer);
    }
    return touched;
  });
}

async function catalogOf(
  tx: Tx,
  paper: Paper<PricesState>,
  { actor, now, undoing }: BringIn,
): Promise<Loaded> {
  await tx
    .selectFrom('stream_state')
    .select('version')
    .where('stream', '=', 'catalog/vendor')
    .forUpdate()
    .execute();
  const catalog = await readCatalog(tx);
  const state: PricesState = { before: catalog, catalog };
  return loaded(paper, state, async () => {
    if (state.catalog === catalog) return [];
    const by = { actor, now, zone: 'UTC' };
    const done = await importCatalog(tx, state.catalog, by, undoing ? 'withdraw' : 'import');
    if (done.kind !== 'done') throw new ChangedMeanwhile();
    return done.events.length > 0 ? customerIds(tx) : [];
  });
}

/** Thrown where somebody changed the same thing between our reading and our writing; nothing of ours then stays. */
export class ChangedMeanwhile extends Error {}
