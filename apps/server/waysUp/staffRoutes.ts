import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { readCatalog } from '#business/catalog/catalog.store.ts';
import type { OrderNews } from '#business/correspondence/orderMail.ts';
import { type By, makeQuote, NotTaken } from '#business/settlement/quote.store.ts';
import {
  commandOrder,
  countOrders,
  listOrders,
  readOrder,
  type StoredOrder,
} from '#business/upgrades/order.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Problem } from '#platform/problem.ts';
import { principalNow } from '../access/current.ts';
import type { ServerContext } from '../context.ts';
import { bodyOf, jsonOf, problemContent } from '../http/answers.ts';
import { cutPage, pageOf, pageQuery, readCursor } from '../http/cursor.ts';
import { setVersion } from '../http/etag.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { withPeopleOf, withPeopleOfAll } from '../questions/scope.ts';
import { draftQuote } from '../quotes/make.ts';
import { ReasonOrder } from '../reasoned.ts';
import { productName } from '../views/agreementView.ts';
import { told } from './make.ts';
import { must, undone, withdrawQuote } from './orderRoutes.ts';
import { orderView } from './orderView.ts';
import { QuoteOrder, StaffOrderView } from './schemas.ts';
import { tellBuyer } from './tell.ts';

const one = z.object({ order: z.string() });
const answers = {
  200: { description: 'The order', content: jsonOf(StaffOrderView) },
  404: problemContent,
  409: problemContent,
  422: problemContent,
};
const listRoute = createRoute({
  method: 'get',
  path: '/v1/orders',
  summary: 'Orders that customers have sent, the newest first: of a status, of a customer',
  request: {
    query: pageQuery.extend({
      status: z.enum(['requested', 'quoted', 'agreed', 'declined', 'withdrawn']).optional(),
      customer: z.string().max(200).optional(),
    }),
  },
  responses: {
    200: { description: 'Orders', content: jsonOf(pageOf(StaffOrderView).openapi('CustomerOrders')) },
    422: problemContent,
  },
});
const readRoute = createRoute({
  method: 'get',
  path: '/v1/orders/{order}',
  summary: 'One order of a customer, with its quote and what can be done with it',
  request: { params: one },
  responses: { 200: answers[200], 404: problemContent },
});
const command = <S extends z.ZodType>(name: string, summary: string, body: S) =>
  createRoute({
    method: 'post',
    path: `/v1/orders/{order}/${name}`,
    summary,
    request: { params: one, body: bodyOf(body) },
    responses: answers,
  });
const quoteRoute = command(
  'quote',
  'Answer an order with a quote of its units at the prices of today',
  QuoteOrder,
);
const carryOutRoute = command(
  'carry-out',
  'Say that the agreement was amended as the order asks: another edition',
  z.strictObject({}).openapi('OrderCarriedOut'),
);
const declineRoute = command(
  'decline',
  'Decline an order, with a reason that the customer reads',
  ReasonOrder,
);

/** Adds what the vendor does with orders. */
export function staffOrderRoutes(app: OpenAPIHono, context: ServerContext): void {
  const viewOf = async (tx: Tx, stored: StoredOrder) => ({
    ...(await orderView(tx, stored, principalNow(), 'vendor')),
    policy: { ...stored.state.order.policy },
  });

  app.openapi(listRoute, async (c) => {
    const { cursor, limit, ...asked } = c.req.valid('query');
    const read = readCursor(cursor, 2, ([at, id]) => /^\d{1,16}$/.test(String(at)) && typeof id === 'string');
    if (!read.ok) return problemAnswer(c, read.problems) as never;
    const filter = { ...asked, sent: true };
    const after = read.value as readonly [string, string] | null;
    const page = await withPeopleOfAll(context, async (tx) => {
      const found = await listOrders(tx, filter, { after, limit: limit + 1 });
      const { items, next } = cutPage(found, limit, ({ key }) => key);
      const views = [];
      for (const order of items) views.push(await viewOf(tx, order));
      return { items: views, next, total: after === null ? await countOrders(tx, filter) : null };
    });
    return c.json(page, 200);
  });

  const answer = async (c: Context, id: string): Promise<Response> => {
    const view = await withPeopleOfAll(context, async (tx) => {
      const stored = await readOrder(tx, id);
      return stored && stored.state.status !== 'prepared' ? viewOf(tx, stored) : undefined;
    });
    if (!view) return problemAnswer(c, [notFound('such order')]);
    setVersion(c, view.version);
    return c.json(view, 200);
  };
  app.openapi(readRoute, async (c) => (await answer(c, c.req.valid('param').order)) as never);

  /** Carries `work` out on an order that was sent, and writes to whoever chose it. */
  const change = async (
    c: Context,
    id: string,
    news: OrderNews,
    work: (tx: Tx, stored: StoredOrder, by: By) => Promise<readonly Problem[] | undefined>,
  ): Promise<Response> => {
    const stored = await withPeopleOfAll(context, (tx) => readOrder(tx, id));
    if (!stored || stored.state.status === 'prepared') return problemAnswer(c, [notFound('such order')]);
    const { order } = stored.state;
    const by = { customer: order.customer, actor: context.actor, now: context.clock() };
    const result = await undone(c, () =>
      withPeopleOf(context, order.customer, async (tx) => {
        const problems = await work(tx, stored, by);
        if (problems) return problems;
        const named = productName(await readCatalog(tx), order.product);
        await tellBuyer(tx, context, news, { order, productName: named, now: by.now });
        return null;
      }),
    );
    if (result instanceof Response) return result;
    if (result) return problemAnswer(c, result);
    context.wake();
    return answer(c, id);
  };

  app.openapi(quoteRoute, async (c) => {
    const { validUntil } = c.req.valid('json');
    return (await change(c, c.req.valid('param').order, 'quoted', async (tx, { state }, by) => {
      const { agreement, clause, seen } = state.order;
      const order = { agreement, clause, units: seen.units, ...(validUntil ? { validUntil } : {}) };
      const made = await makeQuote<readonly Problem[]>(
        tx,
        async (id) => {
          const drafted = await draftQuote(tx, { customer: by.customer, order, now: by.now }, id);
          return drafted.ok ? { quote: drafted.value } : { not: drafted.problems };
        },
        by,
        {},
      );
      if ('not' in made) return made.not;
      if (made.done.kind === 'refused') throw new NotTaken(made.done.refusal);
      await must(commandOrder(tx, state.order.id, { kind: 'quote', quote: made.id, at: by.now }, by));
      return undefined;
    })) as never;
  });

  app.openapi(
    carryOutRoute,
    async (c) =>
      (await change(c, c.req.valid('param').order, 'carriedOut', async (tx, { state }, by) => {
        await must(commandOrder(tx, state.order.id, { kind: 'carryOut', at: by.now }, by));
        return undefined;
      })) as never,
  );

  app.openapi(declineRoute, async (c) => {
    const { reason: text } = c.req.valid('json');
    return (await change(c, c.req.valid('param').order, 'declined', async (tx, { state }, by) => {
      const reason = await told(tx, by.customer, text);
      const decline = { kind: 'decline', side: 'vendor', reason, at: by.now } as const;
      await must(commandOrder(tx, state.order.id, decline, by));
      if (state.quote !== null) await withdrawQuote(tx, state.quote, text, by);
      return undefined;
    })) as never;
  });
}
