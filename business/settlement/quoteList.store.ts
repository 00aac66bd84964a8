import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
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
  let query = passing(tx, filter).select(['quote_row.id', 'quote_row.quoted_at']);
  if (after) {
    const [quotedAt, id] = after;
    query = query.where(sql<boolean>`(quote_row.quoted_at, quote_row.id) < (${quotedAt}::bigint, ${id})`);
  }
  const rows = await query
    .orderBy('quote_row.quoted_at', 'desc')
    .orderBy('quote_row.id', 'desc')
    .limit(limit)
    .execute();
  if (rows.length === 0) return [];
  // Read by themselves: joined, the states of all quotes would be read for the few that are shown.
  const states = await tx
    .selectFrom('stream_state')
    .select(['id', 'state', 'version'])
    .where(
      'stream',
      'in',
      rows.map(({ id }) => `quote/${id}`),
    )
    .execute();
  const known = new Map(states.map((state) => [state.id, state]));
  return rows.flatMap(({ id, quoted_at }) => {
    const found = known.get(id);
    if (!found) return [];
    const { state, version } = found;
    return [{ state: state as unknown as KnownQuote, version, key: [quoted_at, id] as const }];
  });
}

/** Returns how many quotes pass. */
export async function countQuotes(tx: Tx, filter: QuoteFilter): Promise<number> {
  const { many } = await passing(tx, filter)
    .select(({ fn }) => fn.countAll<string>().as('many'))
    .executeTakeFirstOrThrow();
  return Number(many);
}

/**
 * Returns the quote that stands in the way of another one for a finding: offered, agreed or with billing, or settled
 * and made since the finding was confirmed as it is; `undefined` without one.
 */
export async function quoteInTheWay(
  tx: Tx,
  customer: string,
  { key, confirmedAt }: { readonly key: string; readonly confirmedAt: Instant | null },
): Promise<{ readonly id: string; readonly settled: boolean } | undefined> {
  const rows = await passing(tx, { customer, finding: key })
    .where('quote_row.status', '<>', 'withdrawn')
    .select(['quote_row.id', 'quote_row.status', 'quote_row.quoted_at'])
    .orderBy('quote_row.number', 'desc')
    .execute();
  const found = rows.find(
    ({ status, quoted_at }) =>
      status !== 'settled' || (confirmedAt !== null && Number(quoted_at) >= confirmedAt),
  );
  return found && { id: found.id, settled: found.status === 'settled' };
}

/** Returns the findings of a customer for which a quote is agreed, or with billing. */
export async function findingsAgreed(tx: Tx, customer: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('quote_row')
    .select('finding')
    .where('customer_id', '=', customer)
    .where('finding', 'is not', null)
    .where('status', 'in', ['agreed', 'billed'])
    .execute();
  return new Set(rows.map(({ finding }) => finding!));
}

function passing(tx: Tx, { status, customer, finding }: QuoteFilter) {
  let query = tx.selectFrom('quote_row');
  if (status) query = query.where('quote_row.status', '=', status);
  if (customer !== undefined) query = query.where('quote_row.customer_id', '=', customer);
  if (finding !== undefined) query = query.where('quote_row.finding', '=', finding);
  return query;
}
