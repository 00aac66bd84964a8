import { readCatalog } from '#business/catalog/catalog.store.ts';
import { readCustomer } from '#business/customers/customer.store.ts';
import { accountById } from '#business/identity/accounts.store.ts';
import { can as mayDo } from '#business/identity/can.ts';
import type { Principal } from '#business/identity/principal.ts';
import { readQuote } from '#business/settlement/quote.store.ts';
import { can } from '#business/upgrades/order.can.ts';
import type { StoredOrder } from '#business/upgrades/order.store.ts';
import type { KnownOrder } from '#business/upgrades/order.ts';
import type { Tx } from '#platform/database/scope.ts';
import { dateIn, formatInstant, type Instant } from '#platform/instant.ts';
import { readDocument } from '#platform/journal/documents.ts';
import { clauseTexts } from './clauseTexts.ts';
import { decimal } from './matter.ts';
import type { OrderView } from './schemas.ts';
import { priceView } from './view.ts';

/** Returns an order with its quote, and what whoever asks may do with it. `side`: whose room it is read in. */
export async function orderView(
  tx: Tx,
  { state, version }: StoredOrder,
  principal: Principal | undefined,
  side: 'customer' | 'vendor',
): Promise<OrderView> {
  const { order, status, madeAt, note, agreedAt, ended } = state;
  const { id, customer, agreement, product, unitName, zone, seen } = order;
  const catalog = await readCatalog(tx);
  const known = catalog.products.find((one) => one.id === product);
  const edition = known?.editions.find((one) => one.id === seen.edition);
  const words = async (told: { readonly document: string } | null) =>
    told && ((await readDocument(tx, told.document)) ?? null);
  return {
    ...{ id, status, agreement, unit: unitName, zone, version },
    seen: { ...seen },
    customer: { id: customer, name: (await readCustomer(tx, customer))?.name ?? customer },
    clause: { id: order.clause, plain: await clauseTexts(tx, order) },
    product: { id: product, name: known?.name ?? product },
    edition: seen.edition === null ? null : { id: seen.edition, name: edition?.name ?? seen.edition },
    madeAt: formatInstant(madeAt),
    by: (await accountById(tx, order.by))?.name || null,
    note: await words(note),
    agreedAt: agreedAt && formatInstant(agreedAt),
    ended: ended && {
      at: formatInstant(ended.at),
      side: ended.side,
      reason: await words(ended.reason),
    },
    quote: await quoteOf(tx, state),
    commands: principal ? commandsOf(state, principal, side) : [],
  };
}

async function quoteOf(tx: Tx, { quote: id }: KnownOrder): Promise<OrderView['quote']> {
  const stored = id === null ? undefined : await readQuote(tx, id);
  if (!stored) return null;
  const { quote, digest, status } = stored.state;
  return {
    ...{ id: quote.id, status, digest, validUntil: quote.validUntil },
    firstDay: dateIn(quote.from, quote.zone),
    lastDay: dateIn((quote.until - 1) as Instant, quote.zone),
    units: decimal(quote.units),
    price: priceView(quote.priced),
  };
}

/** Who may do what with an order as it stands; the routes ask the same. */
export function commandsOf(
  state: KnownOrder,
  principal: Principal,
  side: 'customer' | 'vendor',
): OrderView['commands'] {
  const { status } = state;
  const possible = (command: keyof typeof can) => can[command][status] === true;
  if (side === 'vendor') {
    if (!mayDo(principal, 'orders.decide')) return [];
    const isUnits = state.order.seen.edition === null;
    return [
      ...(possible('quote') && isUnits ? (['quote'] as const) : []),
      ...(possible('carryOut') && !isUnits ? (['carryOut'] as const) : []),
      ...(status === 'requested' || status === 'quoted' ? (['decline'] as const) : []),
    ];
  }
  if (principal.kind !== 'customer') return [];
  const isOwn = state.order.by === principal.account;
  if (!mayDo(principal, 'portal.order')) return status === 'prepared' && isOwn ? ['withdraw'] : [];
  switch (status) {
    case 'prepared':
      return isOwn ? ['send', 'withdraw'] : ['send', 'decline'];
    case 'requested':
      return ['withdraw'];
    case 'quoted':
      return ['agree', 'decline'];
    default:
      return [];
  }
}
