import { readCatalog } from '#business/catalog/catalog.store.ts';
import { money } from '#business/catalog/money.ts';
import type { Catalog } from '#business/catalog/priceBook.ts';
import { componentAt } from '#business/catalog/priceBookAt.ts';
import { tierWords } from '#business/catalog/tierWords.ts';
import { customersById } from '#business/customers/customer.store.ts';
import { readBillingAccount } from '#business/settlement/billingAccount.store.ts';
import { can } from '#business/settlement/quote.can.ts';
import type { StoredQuote } from '#business/settlement/quote.store.ts';
import type { Quote } from '#business/settlement/quote.ts';
import type { Tx } from '#platform/database/scope.ts';
import { exact, grouped } from '#platform/exact.ts';
import { dateIn, formatInstant, type Instant, type Interval } from '#platform/instant.ts';
import { readDocument } from '#platform/journal/documents.ts';
import { productName } from '../views/agreementView.ts';
import { pricedView } from '../views/findingView.ts';
import type { QuoteSummary, QuoteView } from './schemas.ts';

const commands = ['agree', 'bill', 'settle', 'withdraw'] as const;

/** Returns quotes as a list shows them, in their order. */
export async function quoteSummaries(tx: Tx, quotes: readonly StoredQuote[]): Promise<QuoteSummary[]> {
  const customers = await customersById(tx, [...new Set(quotes.map(({ state }) => state.quote.customer))]);
  const names = new Map<string, string>(customers.map(({ id, name }) => [id, name]));
  const catalog = await readCatalog(tx);
  return quotes.map(({ state, version }) => {
    const { quote, digest, status } = state;
    const { id, customer, agreement, clause, product, finding, unitName, priced, validUntil } = quote;
    return {
      ...{ id, status, agreement, clause, finding, validUntil, digest, version },
      customer: { id: customer, name: names.get(customer) ?? customer },
      product: { id: product, name: productName(catalog, product) },
      units: grouped(exact(quote.units)),
      unit: unitName,
      ...daysOf(quote, quote.zone),
      total: priced.total,
      amount: money(exact(priced.total), priced.currency),
      currency: priced.currency,
      quotedAt: formatInstant(state.quotedAt),
    };
  });
}

/** Returns one quote with its arithmetic, its story, and what can be done; `stripe`: whether a key is set. */
export async function quoteView(tx: Tx, stored: StoredQuote, stripe: boolean): Promise<QuoteView> {
  const { state } = stored;
  const { quote, agreed, billing, payment, withdrawn } = state;
  const [summary] = await quoteSummaries(tx, [stored]);
  const words = async (document: string) => (await readDocument(tx, document)) ?? null;
  return {
    ...summary!,
    zone: quote.zone,
    priced: pricedView(quote.priced),
    explained: explanation(quote, await readCatalog(tx)),
    release: quote.release && {
      units: grouped(exact(quote.release.units)),
      ...daysOf(quote.release, quote.zone),
    },
    agreed: agreed && { at: formatInstant(agreed.at), on: agreed.on, by: await words(agreed.by.document) },
    billing: billing && { ...billing, at: formatInstant(billing.at) },
    payment,
    withdrawn: withdrawn && {
      at: formatInstant(withdrawn.at),
      reason: await words(withdrawn.reason.document),
    },
    commands: commands.map((command) => {
      const possible = can[command][state.status];
      return { command, possible: possible === true, why: possible === true ? null : possible };
    }),
    ports: await portsOf(tx, quote.customer, stripe),
  };
}

async function portsOf(tx: Tx, customer: string, stripe: boolean): Promise<QuoteView['ports']> {
  const account = stripe ? await readBillingAccount(tx, customer, 'stripe') : null;
  const why = !stripe
    ? 'No key to Stripe is set (GOODTERMS_STRIPE_KEY).'
    : account === null
      ? 'Nobody has entered under which account Stripe knows this customer.'
      : null;
  return [
    { port: 'csv', possible: true, why: null },
    { port: 'stripe', possible: why === null, why },
  ];
}

/** A price of a day that has come stays as it is, so the words of today explain the quote of then. */
function explanation(quote: Quote, catalog: Catalog): string[] {
  const day = dateIn(quote.from, quote.zone);
  const found = componentAt(catalog, quote.price, quote.priced.currency, day);
  return found.ok ? tierWords(found.value, day, quote.priced) : [];
}

function daysOf({ from, until }: Interval, zone: string) {
  return { firstDay: dateIn(from, zone), lastDay: dateIn((until - 1) as Instant, zone) };
}
