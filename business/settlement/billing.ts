import type { PricedLine } from '#business/catalog/priced.ts';
import { dateIn, type Instant } from '#platform/instant.ts';
import type { Result } from '#platform/problem.ts';
import type { Written } from '#platform/table/writeTable.ts';
import type { Billing, Quote } from './quote.ts';

/**
 * The way to whoever invoices. `bill` gives over exactly what was agreed, under the account the other side knows the
 * customer by; `digest` is that of the quote. Billing the same quote again gives the same reference and bills nothing
 * twice.
 */
export type BillingPort = {
  readonly name: Billing['port'];
  readonly bill: (
    quote: Quote,
    account: string,
    digest: string,
  ) => Promise<Result<{ readonly reference: string }>>;
};

/** A quote for a table; `digest` and `status` are empty for what is not offered yet. */
export type Listed = { readonly quote: Quote; readonly digest: string; readonly status: string };

type Column = readonly [heading: string, cell: (listed: Listed, line: PricedLine | null) => Written];

const columns: readonly Column[] = [
  ['Quote', ({ quote }) => quote.id],
  ['Status', ({ status }) => status],
  ['Customer', ({ quote }) => quote.customer],
  ['Agreement', ({ quote }) => quote.agreement],
  ['Clause', ({ quote }) => quote.clause],
  ['Product', ({ quote }) => quote.product],
  ['Finding', ({ quote }) => quote.finding ?? ''],
  ['Price component', ({ quote }, line) => line?.component ?? quote.price],
  ['First day', ({ quote }) => ({ day: dateIn(quote.from, quote.zone) })],
  ['Last day', ({ quote }) => ({ day: dateIn((quote.until - 1) as Instant, quote.zone) })],
  ['Kind', (_, line) => line?.kind ?? ''],
  ['Line', (_, line) => line?.label ?? 'Nothing is charged'],
  ['Quantity', (_, line) => numberOr(line?.quantity)],
  ['Unit price', (_, line) => numberOr(line?.unitPrice)],
  ['Share', (_, line) => (line?.share ?? []).map(({ part, of, by }) => `${part} of ${of} ${by}s`).join('; ')],
  ['Amount', ({ quote }, line) => ({ number: line?.shown ?? quote.priced.total })],
  ['Currency', ({ quote }) => quote.priced.currency],
  ['Total of the quote', ({ quote }) => ({ number: quote.priced.total })],
  ['Digest', ({ digest }) => digest],
];

/** Exact numbers that are no decimal stay texts: `1/3`. */
function numberOr(value: string | null | undefined): Written {
  if (value === null || value === undefined) return '';
  return /^-?\d+(\.\d+)?$/.test(value) ? { number: value } : value;
}

/**
 * Returns quotes as the rows of a table under their headings, one row a line of arithmetic as shown; the amounts of one
 * quote add up to its total. A quote that charges nothing has one row that says so.
 */
export function rowsOf(quotes: readonly Listed[]): readonly (readonly Written[])[] {
  const rows = quotes.flatMap((listed) => {
    const { lines } = listed.quote.priced;
    return (lines.length > 0 ? lines : [null]).map((line) => columns.map(([, cell]) => cell(listed, line)));
  });
  return [columns.map(([heading]) => heading), ...rows];
}
