import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { AgreementCommand } from '#business/agreements/agreement.lifecycle.ts';
import { commandAgreement } from '#business/agreements/agreement.store.ts';
import type { Agreement, Clause } from '#business/agreements/agreement.ts';
import { findingsOf, markDue } from '#business/findings/finding.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { exact, plain } from '#platform/exact.ts';
import type { Instant } from '#platform/instant.ts';
import type { Refusal } from '#platform/journal/decider.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { answeredId, isAnswered } from '#platform/journal/idempotency.ts';
import { type Executed, execute, type Lifecycle } from '#platform/journal/journal.ts';
import { asJson, canonical } from '#platform/journal/json.ts';
import { missingUnits } from './draftQuote.ts';
import { commandOfAgreed, commandOfSettled } from './orderLinesOf.ts';
import { quoteDecider } from './quote.decide.ts';
import type { QuoteRefusal } from './quote.refusals.ts';
import type { Quote, QuoteCommand, QuoteEvent, QuoteState } from './quote.ts';

declare module '#platform/database/tables.ts' {
  interface Tables {
    quote_row: {
      customer_id: string;
      id: string;
      quoted_at: string;
      number: number;
      status: KnownQuote['status'];
      finding: string | null;
    };
  }
}

/** A quote that is there. */
export type KnownQuote = Exclude<QuoteState, { status: 'none' }>;

/** How quotes stand in the journal: an offer is the vendor's own until it is agreed; from then on both sides share it. */
export const quoteLifecycle: Lifecycle<QuoteState, QuoteCommand, QuoteEvent, QuoteRefusal> = {
  lifecycle: 'quote',
  decider: quoteDecider,
  describe: ({ kind, ...payload }) => ({
    type: `quote.${kind}`,
    schemaVersion: 1,
    visibility: kind === 'quoted' || kind === 'withdrawn' ? 'vendor' : 'shared',
    payload: payload as unknown as Json,
  }),
  revive: (type, payload) =>
    ({ kind: type.slice('quote.'.length), ...(payload as object) }) as unknown as QuoteEvent,
};

/** Who commands, when, and about which customer. */
export type By = { readonly customer: string; readonly actor: string; readonly now: Instant };
/** What makes sending twice harmless, and what the sender has seen. */
export type Once = {
  readonly idempotencyKey?: string;
  readonly asked?: Json;
  readonly expectedVersion?: number;
};
type Done = Executed<QuoteState, QuoteEvent, QuoteRefusal>;

/** The agreement would not take what the quote says: all of the transaction has to be undone. */
export class NotTaken extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.words);
    this.refusal = refusal;
  }
}

/** Returns the digest of a quote: sha-256 over its canonical JSON, in hex. */
export function digestOf(quote: Quote): string {
  return createHash('sha256')
    .update(canonical(asJson(quote)))
    .digest('hex');
}

/**
 * Makes a quote under the next number of its customer; `draft` is given its id. Two makers wait for each other. Sent
 * again under the same key, the first quote stays the only one.
 */
export async function makeQuote<Problems>(
  tx: Tx,
  draft: (id: string) => Promise<{ readonly quote: Quote } | { readonly not: Problems }>,
  by: By,
  once: Once,
): Promise<{ readonly id: string; readonly done: Done } | { readonly not: Problems }> {
  const { customer, now: at } = by;
  const first = await answeredId(tx, customer, once.idempotencyKey, 'quote');
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${JSON.stringify(['quotes', customer])}, 0))`.execute(
    tx,
  );
  const number = await nextNumber(tx, customer);
  const id = first ?? `Q-${customer}-${number}`;
  const drafted = first ? { quote: (await readQuote(tx, first))!.state.quote } : await draft(id);
  if ('not' in drafted) return drafted;
  const { quote } = drafted;
  const command = { kind: 'quote', quote, digest: digestOf(quote), at } as const;
  const done = await execute(tx, { ...quoteLifecycle, id, command, ...by, ...once });
  if (done.kind === 'done' && !first) {
    const row = { customer_id: customer, id, number, status: 'quoted', finding: quote.finding } as const;
    await tx
      .insertInto('quote_row')
      .values({ ...row, quoted_at: String(at) })
      .execute();
  }
  return { id, done };
}

async function nextNumber(tx: Tx, customer: string): Promise<number> {
  const { last } = await tx
    .selectFrom('quote_row')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('customer_id', '=', customer)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/**
 * Carries out one command on a quote that is there. What is agreed or settled changes the agreement in the same
 * transaction, and its customer is due; throws `NotTaken` where the agreement refuses that, and `counted_lower` where
 * fewer units are missing by now than a finding's quote says.
 */
export async function commandQuote(
  tx: Tx,
  id: string,
  command: Exclude<QuoteCommand, { kind: 'quote' }>,
  by: By,
  once: Once = {},
): Promise<Done> {
  const { customer } = by;
  const { idempotencyKey: key } = once;
  const again = await isAnswered(tx, customer, key);
  const done = await execute(tx, { ...quoteLifecycle, id, command, ...by, ...once });
  if (done.kind !== 'done' || done.state.status === 'none' || again) return done;
  await tx
    .updateTable('quote_row')
    .set({ status: done.state.status })
    .where('customer_id', '=', customer)
    .where('id', '=', id)
    .execute();
  const { quote } = done.state;
  if (command.kind === 'agree') {
    await requireMissing(tx, quote);
    const moment = { on: command.on, now: by.now };
    await change(tx, quote, (clause) => commandOfAgreed(quote, clause, moment), by);
  }
  if (command.kind === 'settle') {
    const moment = { on: command.payment.on, now: by.now };
    await change(tx, quote, (clause) => commandOfSettled(quote, clause, moment), by);
  }
  return done;
}

/** Nobody pays for units that are missing no more: what was counted lower since the quote was made needs another one. */
async function requireMissing(tx: Tx, quote: Quote): Promise<void> {
  const { customer, finding, units } = quote;
  if (finding === null) return;
  await requireCounted(tx, quote);
  const found = (await findingsOf(tx, customer)).find((one) => one.finding.key === finding);
  if (!found || missingUnits(found.finding).gte(exact(units))) return;
  const missing = plain(missingUnits(found.finding));
  const words = `Counted again, ${missing} units are missing and not ${plain(exact(units))}. Withdraw the quote, and make a new one of what is left.`;
  throw new NotTaken({ code: 'counted_lower', words });
}

/** Units that were agreed for the clause since it was last counted are not in what is missing: it is counted first. */
async function requireCounted(tx: Tx, { id, customer, agreement, clause }: Quote): Promise<void> {
  const others = await tx
    .selectFrom('quote_row')
    .innerJoin('stream_state', (join) => join.on('stream_state.stream', '=', sql`'quote/' || quote_row.id`))
    .select('stream_state.state')
    .where('quote_row.customer_id', '=', customer)
    .where('quote_row.id', '<>', id)
    .where('quote_row.status', 'in', ['agreed', 'billed', 'settled'])
    .execute();
  const agreedAt = others
    .map(({ state }) => state as unknown as KnownQuote)
    .filter(({ quote }) => quote.agreement === agreement && quote.clause === clause)
    .map(({ agreed }) => agreed?.at ?? 0);
  const counted = await tx
    .selectFrom('clause_reading')
    .select('as_of')
    .where('customer_id', '=', customer)
    .where('agreement', '=', agreement)
    .where('clause', '=', clause)
    .executeTakeFirst();
  if (agreedAt.some((at) => at >= Number(counted?.as_of ?? 0)))
    throw new NotTaken({
      code: 'recount_pending',
      words: 'Another quote for this clause has just been agreed, and use is being counted anew.',
    });
}

async function change(
  tx: Tx,
  quote: Quote,
  toDo: (clause: Clause) => AgreementCommand | null,
  by: By,
): Promise<void> {
  const row = await tx
    .selectFrom('stream_state')
    .select('state')
    .where('stream', '=', `agreement/${quote.agreement}`)
    .executeTakeFirst();
  const signed = (row?.state as unknown as Agreement | undefined)?.texts.at(-1)?.signed;
  const clause = signed?.clauses.find(({ id }) => id === quote.clause);
  if (!clause)
    throw new NotTaken({ code: 'clause_gone', words: `The clause ${quote.clause} is no longer there.` });
  const command = toDo(clause);
  if (!command) return;
  const done = await commandAgreement(tx, quote.agreement, command, by);
  if (done.kind === 'refused') throw new NotTaken(done.refusal);
  if (done.kind === 'conflict') throw new Error('no version was expected');
  await markDue(tx, by.customer, by.now);
}

/** A quote as kept, and the version of its stream. */
export type StoredQuote = { readonly state: KnownQuote; readonly version: number };

/** Returns a quote, or `undefined` when there is none in scope. */
export async function readQuote(tx: Tx, id: string): Promise<StoredQuote | undefined> {
  const row = await tx
    .selectFrom('stream_state')
    .select(['state', 'version'])
    .where('stream', '=', `quote/${id}`)
    .executeTakeFirst();
  return row && { state: row.state as unknown as KnownQuote, version: row.version };
}
