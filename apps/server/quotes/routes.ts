import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { readCustomer } from '#business/customers/customer.store.ts';
import {
  type By,
  commandQuote,
  makeQuote,
  NotTaken,
  type Once,
  readQuote,
  type StoredQuote,
} from '#business/settlement/quote.store.ts';
import type { QuoteCommand } from '#business/settlement/quote.ts';
import { orderOfQuote } from '#business/upgrades/order.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { type CalendarDate, dateIn } from '#platform/instant.ts';
import type { Json } from '#platform/journal/envelope.ts';
import type { Problem } from '#platform/problem.ts';
import { asStaff, asStaffOf, type ServerContext } from '../context.ts';
import { bodyOf, jsonOf, problemContent } from '../http/answers.ts';
import { setVersion } from '../http/etag.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { notDone, onceHeader, refusedProblem, withText } from '../reasoned.ts';
import { followQuote } from '../waysUp/make.ts';
import { accountRoutes } from './accountRoutes.ts';
import { billedByFile, billQuote } from './bill.ts';
import { quoteListRoutes } from './listRoutes.ts';
import { draftQuote } from './make.ts';
import {
  AgreeOrder,
  BilledOrder,
  BilledView,
  BillOrder,
  MakeOrder,
  QuoteView,
  SettleOrder,
  WithdrawOrder,
} from './schemas.ts';
import { quoteView } from './view.ts';

const answers = {
  200: { description: 'The quote', content: jsonOf(QuoteView) },
  404: problemContent,
  409: problemContent,
  422: problemContent,
};
const Quote = z.object({ quote: z.string() });
const command = <S extends z.ZodType>(name: string, summary: string, body: S) =>
  createRoute({
    method: 'post',
    path: `/v1/quotes/{quote}/${name}`,
    summary,
    request: { params: Quote, headers: onceHeader, body: bodyOf(body) },
    responses: answers,
  });

const makeRoute = createRoute({
  method: 'post',
  path: '/v1/customers/{customer}/quotes',
  summary: 'Make a quote: for a confirmed finding, or for so many units more',
  request: { params: z.object({ customer: z.string() }), headers: onceHeader, body: bodyOf(MakeOrder) },
  responses: answers,
});
const agreeRoute = command(
  'agree',
  'Record that both sides said yes to exactly this; its units count',
  AgreeOrder,
);
const billRoute = command(
  'bill',
  'Give what was agreed to billing: a draft at Stripe, or by its file',
  BillOrder,
);
const settleRoute = command(
  'settle',
  'Record the invoice over what was agreed; past use is released',
  SettleOrder,
);
const withdrawRoute = command('withdraw', 'Withdraw a quote that nobody has agreed to', WithdrawOrder);
const billedRoute = createRoute({
  method: 'post',
  path: '/v1/quotes/billed',
  summary: 'Mark all quotes of a downloaded file as billed, or none',
  request: { body: bodyOf(BilledOrder) },
  responses: {
    200: {
      description: 'Done',
      content: jsonOf(BilledView),
    },
    404: problemContent,
    409: problemContent,
    422: problemContent,
  },
});

/** Adds the routes of quotes and billing accounts. */
export function quoteRoutes(app: OpenAPIHono, context: ServerContext): void {
  quoteListRoutes(app, context);
  accountRoutes(app, context);

  type Doing = { readonly stored: StoredQuote; readonly by: By; readonly once: Once };
  type Did = Awaited<ReturnType<typeof commandQuote>>;

  /** Carries `work` out on a quote and answers with the quote as it is then. */
  async function change(
    c: Context,
    id: string,
    asked: Json,
    work: (tx: Tx, doing: Doing) => Promise<Did>,
  ): Promise<Response> {
    const stored = await asStaff(context, (tx) => readQuote(tx, id));
    if (!stored) return problemAnswer(c, [notFound('such quote')]);
    const { customer } = stored.state.quote;
    const key = c.req.header('idempotency-key');
    const by = { customer, actor: context.actor, now: context.clock() };
    const once = { asked, ...(key ? { idempotencyKey: key } : {}) };
    try {
      const { done, view } = await asStaffOf(context, customer, async (tx) => {
        const result = await work(tx, { stored, by, once });
        return { done: result, view: await viewOf(tx, id) };
      });
      const refused = notDone(c, done, 'quote');
      if (refused) return refused;
      context.wake();
      setVersion(c, view.version);
      return c.json(view, 200);
    } catch (error) {
      if (error instanceof NotTaken) return problemAnswer(c, [refusedProblem(error.refusal)]);
      throw error;
    }
  }
  const viewOf = async (tx: Tx, id: string) =>
    quoteView(tx, (await readQuote(tx, id))!, Boolean(context.billing));

  app.openapi(makeRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const order = c.req.valid('json');
    const key = c.req.valid('header')['idempotency-key'];
    const by = { customer, actor: context.actor, now: context.clock() };
    const once = { asked: order as Json, ...(key ? { idempotencyKey: key } : {}) };
    const made = await asStaffOf(context, customer, async (tx) => {
      if (!(await readCustomer(tx, customer))) return { not: [notFound('such customer')] };
      const result = await makeQuote<readonly Problem[]>(
        tx,
        async (id) => {
          const drafted = await draftQuote(tx, { customer, order, now: by.now }, id);
          return drafted.ok ? { quote: drafted.value } : { not: drafted.problems };
        },
        by,
        once,
      );
      if ('not' in result || result.done.kind !== 'done') return result;
      return { ...result, view: await viewOf(tx, result.id) };
    });
    if ('not' in made) return problemAnswer(c, made.not) as never;
    const refused = notDone(c, made.done, 'quote');
    if (refused || !('view' in made)) return refused as never;
    setVersion(c, made.view.version);
    return c.json(made.view, 200);
  });

  app.openapi(agreeRoute, async (c) => {
    const { by: words, ...order } = c.req.valid('json');
    const asked = { agree: order.digest, on: order.on, by: words };
    return (await change(c, c.req.valid('param').quote, asked, (tx, { stored, by, once }) => {
      const { customer, now } = by;
      const today = dateIn(now, stored.state.quote.zone);
      const text = { customer, text: words, key: once.idempotencyKey, now };
      return withText(tx, text, async (ref) => {
        const on = order.on as CalendarDate;
        const agree = { kind: 'agree', digest: order.digest, on, today, by: ref, at: now } as const;
        return followed(tx, 'agree', by, await commandQuote(tx, stored.state.quote.id, agree, by, once));
      });
    })) as never;
  });

  app.openapi(billRoute, async (c) => {
    const { port } = c.req.valid('json');
    const id = c.req.valid('param').quote;
    const billed = await billQuote(context, id, port);
    if (!billed.ok) return problemAnswer(c, billed.problems) as never;
    return (await change(c, id, { bill: port }, (tx, { by, once }) => {
      const bill: QuoteCommand = { kind: 'bill', port, reference: billed.value.reference, at: by.now };
      return commandQuote(tx, id, bill, by, once);
    })) as never;
  });

  app.openapi(billedRoute, async (c) => {
    const done = await billedByFile(context, c.req.valid('json'));
    return done.ok ? c.json(done.value, 200) : (problemAnswer(c, done.problems) as never);
  });

  app.openapi(settleRoute, async (c) => {
    const { currency, ...payment } = c.req.valid('json');
    const id = c.req.valid('param').quote;
    return (await change(c, id, { settle: { ...payment, currency } }, (tx, { by, once }) => {
      const paid = { ...payment, on: payment.on as CalendarDate };
      return commandQuote(tx, id, { kind: 'settle', payment: paid, currency, at: by.now }, by, once);
    })) as never;
  });

  app.openapi(withdrawRoute, async (c) => {
    const { reason: text } = c.req.valid('json');
    const id = c.req.valid('param').quote;
    return (await change(c, id, { withdraw: text }, (tx, { by, once }) => {
      const { customer, now } = by;
      return withText(tx, { customer, text, key: once.idempotencyKey, now }, async (reason) => {
        const withdraw = { kind: 'withdraw', reason, at: now } as const;
        return followed(tx, 'withdraw', by, await commandQuote(tx, id, withdraw, by, once));
      });
    })) as never;
  });
}

/** An order of the customer's goes the way of its quote. */
async function followed<D extends Awaited<ReturnType<typeof commandQuote>>>(
  tx: Tx,
  kind: 'agree' | 'withdraw',
  by: By,
  done: D,
): Promise<D> {
  if (done.kind === 'done' && done.state.status !== 'none')
    await followQuote(tx, (await orderOfQuote(tx, done.state.quote.id))?.state, kind, by);
  return done;
}
