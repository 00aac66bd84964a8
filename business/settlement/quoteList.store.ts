import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import type { KnownQuote, StoredQuote } from './quote.store.ts';

/** Which quotes are asked for; what is left out is not asked. */
export type QuoteFilter = {
  readonly status?: KnownQuote['status'] | undefined;
  readonly customer?: string | undefined;
  readonly finding?: string | undefined;
};

/** A quote of a list, and the key behind which the list goes on. */
export type ListedQuote = StoredQuote & { readonly key: readonly [quotedAt: string, id: string] };

/** Returns the quotes that pass, the newest first, behind `after` where it is given. */
export async function listQuotes(
  tx: Tx,
  filter: QuoteFilter,
  { after, limit }: { readonly after: readonly [string, string] | null; readonly limit: number },
): Promise<ListedQuote[]> {
  let query = passing(tx, filter)
    .innerJoin('stream_state', (join) =>
      join.on(sql`stream_state.stream`, '=', sql`'quote/' || quote_row.id`),
    )
    .select(['quote_row.id', 'quote_row.quoted_at', 'stream_state.state', 'stream_state.version']);
  if (after) {
    const [quotedAt, id] = after;
    query = query.where(sql<boolean>`(quote_row.quoted_at, quote_row.id) < (${quotedAt}::bigint, ${id})`);
  }
  const rows = await query
    .orderBy('quote_row.quoted_at', 'desc')
    .orderBy('quote_row.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id, quoted_at, state, version }) => ({
    state: state as unknown as KnownQuote,
    version,
    key: [quoted_at, id],
  }));
}

/** Returns how many quotes pass. */
export async function countQuotes(tx: Tx, filter: QuoteFilter): Promise<number> {
  const { many } = await passing(tx, filter)
    .select(({ fn }) => fn.countAll<string>().as('many'))
    .executeTakeFirstOrThrow();
  return Number(many);
}

/** Returns the id of the quote of a finding that is offered, agreed or with billing; `undefined` without one. */
export async function runningQuoteOf(tx: Tx, customer: string, finding: string): Promise<string | undefined> {
  const row = await passing(tx, { customer, finding })
    .where('quote_row.status', 'in', ['quoted', 'agreed', 'billed'])
    .select('quote_row.id')
    .executeTakeFirst();
  return row?.id;
}

function passing(tx: Tx, { status, customer, finding }: QuoteFilter) {
  let query = tx.selectFrom('quote_row');
  if (status) query = query.where('quote_row.status', '=', status);
  if (customer !== undefined) query = query.where('quote_row.customer_id', '=', customer);
  if (finding !== undefined) query = query.where('quote_row.finding', '=', finding);
  return query;
}
