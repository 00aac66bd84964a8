import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { readCatalog } from '#business/catalog/catalog.store.ts';
import { type By, commandQuote, NotTaken, readQuote } from '#business/settlement/quote.store.ts';
import {
  commandOrder,
  countOrders,
  listOrders,
  readOrder,
  type StoredOrder,
} from '#business/upgrades/order.store.ts';
import type { Order } from '#business/upgrades/order.ts';
import type { Tx } from '#platform/database/scope.ts';
import { dateIn } from '#platform/instant.ts';
import { principalNow } from '../access/current.ts';
import type { ServerContext } from '../context.ts';
import { bodyOf, jsonOf, problemContent } from '../http/answers.ts';
import { cutPage, pageOf, pageQuery, readCursor } from '../http/cursor.ts';
import { setVersion } from '../http/etag.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { withPeopleOf } from '../questions/scope.ts';
import { onceHeader, refusedProblem } from '../reasoned.ts';
import { productName } from '../views/agreementView.ts';
import { type Changed, type How, makeOrder, told } from './make.ts';
import { commandsOf, orderView } from './orderView.ts';
import { AgreeQuoteOrder, EndOrder, MakeOrder, OrderView } from './schemas.ts';
import { tellAdministrators, tellBuyer, tellVendor } from './tell.ts';

const customer = z.object({ customer: z.string() });
const one = customer.extend({ order: z.string() });
const answers = {
  200: { description: 'The order', content: jsonOf(OrderView) },
  404: problemContent,
  409: problemContent,
  422: problemContent,
};
const listRoute = createRoute({
  method: 'get',
  path: '/v1/portal/{customer}/orders',
  summary: 'The orders of a customer, the newest first',
  request: { params: customer, query: pageQuery },
  responses: {
    200: { description: 'Orders', content: jsonOf(pageOf(OrderView).openapi('Orders')) },
    422: problemContent,
  },
});
const readRoute = createRoute({
  method: 'get',
  path: '/v1/portal/{customer}/orders/{order}',
  summary: 'One order, with its quote and what can be done with it',
  request: { params: one },
  responses: { 200: answers[200], 404: problemContent },
});
const made = (path: string, summary: string) =>
  createRoute({
    method: 'post',
    path: `/v1/portal/{customer}/orders${path}`,
    summary,
    request: { params: customer, headers: onceHeader, body: bodyOf(MakeOrder) },
    responses: answers,
  });
const command = <S extends z.ZodType>(name: string, summary: string, body: S) =>
  createRoute({
    method: 'post',
    path: `/v1/portal/{customer}/orders/{order}/${name}`,
    summary,
    request: { params: one, body: bodyOf(body) },
    responses: answers,
  });

const routes = {
  place: made('', 'Order at once exactly what was seen; its units count'),
  request: made('/request', 'Ask for an offer of exactly what was seen'),
  prepare: made('/prepare', 'Choose something for an administrator of the customer to order'),
} as const;
const agreeRoute = command('agree', 'Agree to the quote of an order; its units count', AgreeQuoteOrder);
const declineRoute = command('decline', 'Say no to a quote, or to what a colleague prepared', EndOrder);
const withdrawRoute = command('withdraw', 'Take an order back that nobody has agreed to', EndOrder);

/** Adds what a customer does with orders. */
export function orderRoutes(app: OpenAPIHono, context: ServerContext): void {
  const byOf = (customer: string): By => ({ customer, actor: context.actor, now: context.clock() });
  const newsOf = async (tx: Tx, order: Order, { now }: By) => ({
    order,
    productName: productName(await readCatalog(tx), order.product),
    now,
  });

  app.openapi(listRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const { cursor, limit } = c.req.valid('query');
    const read = readCursor(cursor, 2, ([at, id]) => /^\d{1,16}$/.test(String(at)) && typeof id === 'string');
    if (!read.ok) return problemAnswer(c, read.problems) as never;
    const principal = principalNow();
    const filter = { customer, sent: principal?.kind !== 'customer' };
    const after = read.value as readonly [string, string] | null;
    const page = await withPeopleOf(context, customer, async (tx) => {
      const found = await listOrders(tx, filter, { after, limit: limit + 1 });
      const { items, next } = cutPage(found, limit, ({ key }) => key);
      const views: OrderView[] = [];
      for (const order of items) views.push(await orderView(tx, order, principal, 'customer'));
      return { items: views, next, total: after === null ? await countOrders(tx, filter) : null };
    });
    return c.json(page, 200);
  });

  const found = async (tx: Tx, customer: string, id: string): Promise<StoredOrder | undefined> => {
    const stored = await readOrder(tx, id);
    if (stored?.state.order.customer !== customer) return undefined;
    const isOwn = principalNow()?.kind === 'customer';
    return isOwn || stored.state.status !== 'prepared' ? stored : undefined;
  };
  const answer = async (c: Context, customer: string, id: string): Promise<Response> => {
    const view = await withPeopleOf(context, customer, async (tx) => {
      const stored = await found(tx, customer, id);
      return stored && orderView(tx, stored, principalNow(), 'customer');
    });
    if (!view) return problemAnswer(c, [notFound('such order')]);
    setVersion(c, view.version);
    return c.json(view, 200);
  };

  app.openapi(readRoute, async (c) => {
    const { customer, order } = c.req.valid('param');
    return (await answer(c, customer, order)) as never;
  });

  const make = async (c: Context, how: How, customer: string, order: MakeOrder): Promise<Response> => {
    const result = await undone(c, () =>
      withPeopleOf(context, customer, async (tx) => {
        const key = c.req.header('idempotency-key');
        const done = await makeOrder(tx, { how, order, key, customer, by: () => byOf(customer) });
        if ('first' in done && done.first) {
          const { state } = (await readOrder(tx, done.id))!;
          const by = byOf(customer);
          const news = await newsOf(tx, state.order, by);
          if (how === 'prepare') await tellAdministrators(tx, context, news);
          else {
            await tellVendor(tx, how === 'place' ? 'order.placed' : 'order.requested', state.order, by.now);
            await tellBuyer(tx, context, how === 'place' ? 'placed' : 'requested', news);
          }
        }
        return done;
      }),
    );
    if (result instanceof Response) return result;
    if ('not' in result) return problemAnswer(c, result.not);
    if ('changed' in result) return changedAnswer(c, result.changed);
    context.wake();
    return answer(c, customer, result.id);
  };
  for (const how of ['place', 'request', 'prepare'] as const)
    app.openapi(routes[how], async (c) => {
      const { customer } = c.req.valid('param');
      return (await make(c, how, customer, c.req.valid('json'))) as never;
    });

  /** Carries out one command on an order that whoever asks may carry out. */
  const change = async (
    c: Context,
    { customer, order }: z.infer<typeof one>,
    kind: 'agree' | 'decline' | 'withdraw',
    work: (tx: Tx, stored: StoredOrder, by: By) => Promise<void>,
  ): Promise<Response> => {
    const by = byOf(customer);
    const result = await undone(c, () =>
      withPeopleOf(context, customer, async (tx) => {
        const stored = await found(tx, customer, order);
        const principal = principalNow();
        if (!stored || !principal) return notFound('such order');
        if (!commandsOf(stored.state, principal, 'customer').includes(kind)) return notNow;
        await work(tx, stored, by);
        return null;
      }),
    );
    if (result instanceof Response) return result;
    if (result) return problemAnswer(c, [result]);
    context.wake();
    return answer(c, customer, order);
  };

  app.openapi(agreeRoute, async (c) => {
    const { digest } = c.req.valid('json');
    return (await change(c, c.req.valid('param'), 'agree', async (tx, { state }, by) => {
      const quote = await readQuote(tx, state.quote!);
      const today = dateIn(by.now, state.order.zone);
      const words = await told(tx, by.customer, 'Agreed in the portal');
      const agree = { kind: 'agree', digest, on: today, today, by: words, at: by.now } as const;
      const done = await commandQuote(tx, quote!.state.quote.id, agree, by);
      if (done.kind === 'refused') throw new NotTaken(done.refusal);
      await must(commandOrder(tx, state.order.id, { kind: 'agree', at: by.now }, by));
      await tellVendor(tx, 'quote.decided', state.order, by.now);
      await tellBuyer(tx, context, 'agreed', await newsOf(tx, state.order, by));
    })) as never;
  });

  const end = async (c: Context, params: z.infer<typeof one>, kind: 'decline' | 'withdraw', text?: string) =>
    change(c, params, kind, async (tx, { state }, by) => {
      const reason = text === undefined ? null : await told(tx, by.customer, text);
      const command = { kind, side: 'customer', reason, at: by.now } as const;
      await must(commandOrder(tx, state.order.id, command, by));
      if (state.quote !== null) await withdrawQuote(tx, state.quote, 'Declined by the customer', by);
      if (state.status !== 'prepared') await tellVendor(tx, 'quote.decided', state.order, by.now);
    });
  app.openapi(
    declineRoute,
    async (c) => (await end(c, c.req.valid('param'), 'decline', c.req.valid('json').reason)) as never,
  );
  app.openapi(
    withdrawRoute,
    async (c) => (await end(c, c.req.valid('param'), 'withdraw', c.req.valid('json').reason)) as never,
  );
}

/** Withdraws the quote of an order that came to nothing. */
export async function withdrawQuote(tx: Tx, id: string, words: string, by: By): Promise<void> {
  const reason = await told(tx, by.customer, words);
  await must(commandQuote(tx, id, { kind: 'withdraw', reason, at: by.now }, by));
}

/** What was not carried out undoes the transaction. */
export async function must(done: ReturnType<typeof commandOrder> | ReturnType<typeof commandQuote>) {
  const result = await done;
  if (result.kind === 'refused') throw new NotTaken(result.refusal);
}

/** Returns what the work returns, or the answer to what undid it. */
export async function undone<T>(c: Context, work: () => Promise<T>): Promise<T | Response> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NotTaken) return problemAnswer(c, [refusedProblem(error.refusal)]);
    throw error;
  }
}

/** The figures as they are now stand beside the problem: the reader need not ask for them again. */
function changedAnswer(c: Context, { differs, now }: Changed): Response {
  const problem = {
    type: '/docs/problems#order_changed',
    status: 409,
    code: 'order_changed',
    title: 'Something has changed',
    detail: `Since you looked, this is another: ${differs.map((one) => differenceWords[one]).join(', ')}.`,
    todo: 'Look at the new figures, and order again if you like them.',
    differs,
    now,
  };
  return c.body(JSON.stringify(problem), 409, { 'content-type': 'application/problem+json' });
}

const differenceWords = {
  day: 'the first day',
  terms: 'what your agreement allows',
  price: 'the price',
  use: 'how it stands against your use',
  policy: 'whether it is ordered at once',
} as const;

const notNow = refusedProblem({
  code: 'not_possible_now',
  words: 'This cannot be done to the order as it stands.',
});
