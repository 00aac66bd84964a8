import type { KnownQuote } from '#business/settlement/quote.store.ts';
import { readQuote } from '#business/settlement/quote.store.ts';
import { listQuotes } from '#business/settlement/quoteList.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { dateIn, formatInstant } from '#platform/instant.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import { productName } from '../views/agreementView.ts';
import { readPapers } from '../world.ts';
import { agreementPaper, agreementYaml, daysOf } from './agreementPaper.ts';
import { decimal } from './allowedFacts.ts';
import { placedGroups } from './clauseView.ts';
import type {
  PortalAgreementText,
  PortalDocument,
  PortalDocuments,
  PortalQuoteText,
} from './documentSchemas.ts';
import { type PortalMatter, readingKey, readMatter } from './overview.ts';
import { windowId } from './useView.ts';

/** A quote both sides said yes to: before that, an offer is the vendor's own. */
type Agreed = KnownQuote & { readonly status: 'agreed' | 'billed' | 'settled' };

const mostQuotes = 500;

/** Returns the papers a customer shares with the vendor, or `undefined` when there is no such customer. */
export function portalDocuments(
  context: ServerContext,
  customer: string,
): Promise<PortalDocuments | undefined> {
  return asStaffOf(context, customer, async (tx) => {
    const matter = await readMatter(tx, customer, context.clock());
    if (!matter) return undefined;
    const quotes = (await agreedQuotes(tx, customer)).map((quote) => quoteEntry(customer, quote));
    const items = [...agreementEntries(matter), ...quotes, ...countedEntries(matter)];
    return { asOf: formatInstant(matter.now), items };
  });
}

const addressOf = (customer: string, ...parts: readonly string[]) =>
  `/v1/portal/${[customer, ...parts].map(encodeURIComponent).join('/')}`;

function agreementEntries({ papers }: PortalMatter): PortalDocument[] {
  const { customer, agreements } = papers;
  return agreements.map(({ signed: { id, title, signedOn } }) => {
    const address = addressOf(customer.id, 'documents', 'agreements', id);
    return {
      ...{ id: `agreement/${id}`, kind: 'agreement', title, on: signedOn, agreement: id, clause: null },
      files: [
        { format: 'json', address },
        { format: 'yaml', address: `${address}/yaml` },
      ],
    };
  });
}

function quoteEntry(customer: string, { quote, agreed }: Agreed): PortalDocument {
  const { id, agreement, clause, units, unitName } = quote;
  const title = `${id}: ${decimal(units)} ${decimal(units) === '1' ? unitName.one : unitName.many}`;
  const address = addressOf(customer, 'documents', 'quotes', id);
  const place = { agreement, clause, on: agreed!.on };
  return { id: `quote/${id}`, kind: 'quote', title, ...place, files: [{ format: 'json', address }] };
}

/** Of each clause what was counted in the window that tells where use stands. */
function countedEntries({ papers, readings, now }: PortalMatter): PortalDocument[] {
  return papers.agreements.flatMap((known) =>
    known.signed.clauses.flatMap((clause) => {
      const { id: agreement, zone } = known.signed;
      const reading = readings.get(readingKey(agreement, clause.id));
      const [first] = placedGroups(known, clause, reading, now);
      const window = first?.use.window;
      if (!reading || !first || !window) return [];
      const address = addressOf(papers.customer.id, 'lines', agreement, clause.id, 'evidence', 'export');
      const of = new URLSearchParams({ window: windowId(window, reading.countedAt), group: first.group });
      const files = (['xlsx', 'csv'] as const).map((format) => ({
        format,
        address: `${address}?${of}&format=${format}`,
      }));
      const on = dateIn(reading.countedAt, zone);
      const place = { title: clause.plain, on, agreement, clause: clause.id };
      return [{ id: `counted/${agreement}/${clause.id}`, kind: 'counted' as const, ...place, files }];
    }),
  );
}

async function agreedQuotes(tx: Tx, customer: string): Promise<Agreed[]> {
  const quotes = await listQuotes(tx, { customer }, { after: null, limit: mostQuotes });
  return quotes.map(({ state }) => state).filter(isAgreed);
}

function isAgreed(state: KnownQuote): state is Agreed {
  return state.agreed !== null && state.status !== 'quoted' && state.status !== 'withdrawn';
}

/** An agreement as text and as YAML. */
export type AgreementPapers = { readonly text: PortalAgreementText; readonly yaml: string };

/** Returns an agreement of the customer's, or `undefined` when there is none of this id. */
export function portalAgreement(
  context: ServerContext,
  customer: string,
  agreement: string,
): Promise<AgreementPapers | undefined> {
  return asStaffOf(context, customer, async (tx) => {
    const papers = await readPapers(tx, customer, context.clock());
    const known = papers?.agreements.find(({ signed }) => signed.id === agreement);
    if (!papers || !known) return undefined;
    return { text: agreementPaper(known, papers), yaml: agreementYaml(known) };
  });
}

/** Returns a quote that both sides agreed on, or `undefined` when the customer shares none of this id. */
export function portalQuote(
  context: ServerContext,
  customer: string,
  id: string,
): Promise<PortalQuoteText | undefined> {
  return asStaffOf(context, customer, async (tx) => {
    const papers = await readPapers(tx, customer, context.clock());
    const state = papers && (await readQuote(tx, id))?.state;
    if (!state || state.quote.customer !== customer || !isAgreed(state)) return undefined;
    const { quote, status, agreed, payment } = state;
    const { agreement, clause, product, units, unitName, zone, priced, release } = quote;
    return {
      ...{ id, status, agreement, clause, zone, unit: unitName, units: decimal(units) },
      product: { id: product, name: productName(papers.catalog, product) },
      ...daysOf(quote, zone),
      currency: priced.currency,
      lines: priced.lines.map(({ kind, label, shown }) => ({ kind, label, amount: decimal(shown) })),
      total: priced.total,
      agreedOn: agreed!.on,
      release: release && { units: decimal(release.units), ...daysOf(release, zone) },
      invoice: payment && { number: payment.invoice, amount: payment.amount, on: payment.on },
    };
  });
}
