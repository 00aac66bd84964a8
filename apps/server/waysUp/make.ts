import { accountById } from '#business/identity/accounts.store.ts';
import { quoteOfUnits } from '#business/settlement/draftQuote.ts';
import { type By, commandQuote, digestOf, makeQuote, NotTaken } from '#business/settlement/quote.store.ts';
import { wayOf } from '#business/upgrades/compare.ts';
import { orderRefusals } from '#business/upgrades/order.refusals.ts';
import {
  commandOrder,
  nextOrder,
  openOrder,
  orderDigest,
  readOrder,
  takeOrders,
} from '#business/upgrades/order.store.ts';
import {
  type Difference,
  differences,
  type KnownOrder,
  type Order,
  type Seen,
} from '#business/upgrades/order.ts';
import type { Tx } from '#platform/database/scope.ts';
import { exact } from '#platform/exact.ts';
import { type CalendarDate, dateIn } from '#platform/instant.ts';
import { writeDocument } from '#platform/journal/documents.ts';
import type { Json } from '#platform/journal/envelope.ts';
import type { Problem } from '#platform/problem.ts';
import { notFound } from '../problems.ts';
import { refusedProblem } from '../reasoned.ts';
import { type Ruling, readMatters, readRuling, type WayMatter } from './matter.ts';
import type { MakeOrder } from './schemas.ts';
import { ruled, seenNow } from './seen.ts';

export type How = 'place' | 'request' | 'prepare';

type Asked = {
  readonly how: How;
  readonly order: MakeOrder;
  readonly key: string | undefined;
  readonly customer: string;
  readonly by: By;
};

/** As asked: who and when is looked up once it is the order's turn. */
type Wanted = Omit<Asked, 'by'> & { readonly by: () => By };

/** Something changed since it was seen: in what, and how it looks now (`null`: it cannot be had any more). */
export type Changed = { readonly differs: readonly Difference[]; readonly now: Seen | null };

/** What became of an order: its id (`first`: not an answer given before), or why nothing did. */
export type Made =
  | { readonly id: string; readonly first: boolean }
  | { readonly not: readonly Problem[] }
  | { readonly changed: Changed };

/**
 * Makes an order of exactly what was seen: ordered at once, asked for, or prepared. Where any of it is another by now,
 * nothing happens but to say so. Orders of a customer come one after another; the same key orders once. Throws
 * `NotTaken` where quote or agreement refuse, so that all of it is undone.
 */
export async function makeOrder(tx: Tx, wanted: Wanted): Promise<Made> {
  const { order, how, key, customer } = wanted;
  const place = { agreement: order.agreement, clause: order.clause };
  const again = await takeOrders(tx, customer, key);
  // Not before: what an order made meanwhile has changed is known from its own moment on.
  const by = wanted.by();
  const { now } = by;
  const asked: Asked = { ...wanted, by };
  if (again !== undefined) return answered(tx, again, asked);
  const found = await readMatters(tx, customer, now, place);
  const matter = found?.matters[0];
  if (!found || !matter) return { not: [notFound('such clause')] };
  const open = await openOrder(tx, { customer, ...place });
  if (open !== undefined && open !== order.prepared) return { not: [openAlready(open)] };
  const ruling = await readRuling(tx, found.papers);
  const seen = order.seen as Seen;
  const today = seenNow(ruling, matter, seen);
  const differs: Difference[] = today === null ? ['price'] : differences(seen, today);
  if (differs.length > 0) return { changed: { differs, now: today } };
  if (now >= matter.signed.until) return { not: [termOver] };
  const isPrepared = open !== undefined;
  const next = isPrepared ? { id: open, number: undefined } : await nextOrder(tx, customer);
  const made: Order = orderOf(next.id, asked, matter, ruling);
  const note = order.note === undefined ? null : await told(tx, customer, order.note);
  const whole = { order: made, digest: orderDigest(made), note, at: now };
  const command =
    how === 'place'
      ? ({ kind: 'place', quote: await placedQuote(tx, matter, made, by), ...whole } as const)
      : ({ kind: how, ...whole } as const);
  const once = { asked: order as unknown as Json, ...(key === undefined ? {} : { idempotencyKey: key }) };
  const done = await commandOrder(tx, next.id, command, by, {
    ...once,
    ...(next.number === undefined ? {} : { number: next.number }),
  });
  if (done.kind !== 'done') throw new NotTaken(done.kind === 'refused' ? done.refusal : openRefusal);
  return { id: next.id, first: true };
}

/** The same key again: the first answer, or a refusal where it came with another wish. */
async function answered(tx: Tx, id: string, { order, key, by }: Asked): Promise<Made> {
  const known = (await readOrder(tx, id))!.state;
  const command = {
    kind: 'request',
    order: known.order,
    digest: known.digest,
    note: null,
    at: by.now,
  } as const;
  const once = { idempotencyKey: key!, asked: order as unknown as Json };
  const done = await commandOrder(tx, id, command, by, once);
  return done.kind === 'refused' ? { not: [refusedProblem(done.refusal)] } : { id, first: false };
}

function orderOf(id: string, { order, by }: Asked, matter: WayMatter, ruling: Ruling): Order {
  const { signed, clause } = matter;
  const seen = order.seen as Seen;
  const row = seen.edition === null ? ruled(ruling, matter, wayOf(matter, exact(seen.units))).row : null;
  return {
    id,
    customer: by.customer,
    ...{ agreement: signed.id, clause: clause.id, product: clause.product },
    unitName: { one: clause.unitName.one, many: clause.unitName.many },
    zone: signed.zone,
    seen,
    policy: { version: ruling.version, row },
    by: by.actor,
  };
}

/** What is ordered at once is quoted and agreed in one: the units count by the same doors as those of any quote. */
async function placedQuote(tx: Tx, matter: WayMatter, { seen }: Order, by: By): Promise<string> {
  const { signed } = matter;
  if (!seen.atOnce) throw new NotTaken({ code: 'order_not_at_once', words: orderRefusals.order_not_at_once });
  const today = dateIn(by.now, signed.zone);
  const made = await makeQuote<readonly Problem[]>(
    tx,
    async (id) => {
      const quote = quoteOfUnits(
        { ...matter, id, validUntil: today },
        { units: seen.units, from: seen.firstDay as CalendarDate, now: by.now },
      );
      return quote.ok ? { quote: quote.value } : { not: quote.problems };
    },
    by,
    {},
  );
  if ('not' in made) throw new NotTaken({ code: made.not[0]!.code, words: made.not[0]!.detail });
  if (made.done.kind !== 'done' || made.done.state.status === 'none') throw new Error('not quoted');
  const { quote } = made.done.state;
  if (quote.priced.total !== seen.total) throw new Error(`${quote.id} costs another sum than was shown`);
  const name = (await accountById(tx, by.actor))?.name ?? '';
  const words = await told(
    tx,
    by.customer,
    `Ordered at once in the portal${name === '' ? '' : ` by ${name}`}`,
  );
  const agree = { kind: 'agree', digest: digestOf(quote), on: today, today, by: words, at: by.now } as const;
  const done = await commandQuote(tx, made.id, agree, by);
  if (done.kind === 'refused') throw new NotTaken(done.refusal);
  return made.id;
}

/** Keeps words in an erasable document. */
export async function told(tx: Tx, customer: string, text: string) {
  const { id, digest } = await writeDocument(tx, customer, text);
  return { document: id, digest };
}

/**
 * Brings the order of a quote to where the quote is: agreed or withdrawn by the doors of quotes, as by those of orders.
 * Nothing where the quote was made for no order.
 */
export async function followQuote(
  tx: Tx,
  order: KnownOrder | undefined,
  kind: 'agree' | 'withdraw',
  by: By,
): Promise<void> {
  if (order?.status !== 'quoted') return;
  const command =
    kind === 'agree'
      ? ({ kind, at: by.now } as const)
      : ({ kind, side: 'vendor', reason: null, at: by.now } as const);
  const done = await commandOrder(tx, order.order.id, command, by);
  if (done.kind === 'refused') throw new NotTaken(done.refusal);
}

const openRefusal = { code: 'order_open_already', words: orderRefusals.order_open_already };

function openAlready(id: string): Problem {
  return { ...refusedProblem(openRefusal), todo: `Open the order ${id}.` };
}

const termOver: Problem = {
  code: 'term_over',
  title: 'Nothing of the term is left',
  detail: 'The agreement has ended, and units would end with it.',
  todo: 'Ask for an agreement that follows.',
};
