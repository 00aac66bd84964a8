import { randomUUID } from 'node:crypto';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { readCustomer } from '#business/customers/customer.store.ts';
import type { FlagCommand } from '#business/customers/flag.ts';
import { commandFlags } from '#business/customers/flags.store.ts';
import { triageAll } from '#business/remediation/triage.store.ts';
import { parseInstant } from '#platform/instant.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import { ProblemView } from '../pages.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { notDone, onceHeader, ReasonOrder, type TextRef, withText } from '../reasoned.ts';
import { FlagOrder, FlagView } from './schemas.ts';
import { flagViews } from './view.ts';

const Customer = z.object({ customer: z.string() });
const json = <S extends z.ZodType>(schema: S) => ({ 'application/json': { schema } });
const problems = {
  description: 'What was wrong',
  content: { 'application/problem+json': { schema: ProblemView } },
};
const List = z.object({ items: z.array(FlagView), next: z.null(), total: z.number().int() }).openapi('Flags');
const answers = { 200: { description: 'Flags', content: json(List) }, 404: problems, 422: problems };

const listRoute = createRoute({
  method: 'get',
  path: '/v1/customers/{customer}/flags',
  summary:
    'The standing flags of a customer with their history: in renewal talks, do not contact, legal hold',
  request: { params: Customer },
  responses: answers,
});

const raiseRoute = createRoute({
  method: 'post',
  path: '/v1/customers/{customer}/flags',
  summary: 'Raise a flag on a customer, dated and with a reason',
  request: {
    params: Customer,
    headers: onceHeader,
    body: { required: true, content: json(FlagOrder) },
  },
  responses: answers,
});

const liftRoute = createRoute({
  method: 'post',
  path: '/v1/customers/{customer}/flags/{flag}/lift',
  summary: 'Lift a flag before its time, with a reason',
  request: {
    params: Customer.extend({ flag: z.string() }),
    headers: onceHeader,
    body: { required: true, content: json(ReasonOrder) },
  },
  responses: answers,
});

/** What a person asked for: the command that comes of it needs the reason's document. */
type Asked = {
  readonly customer: string;
  readonly reason: string;
  readonly key: string | undefined;
  readonly words: Json;
  readonly command: (reason: TextRef) => FlagCommand;
};

/** Adds the routes of the standing flags of customers. */
export function flagRoutes(app: OpenAPIHono, context: ServerContext): void {
  const list = async (customer: string) => {
    const items = await asStaffOf(context, customer, async (tx) =>
      (await readCustomer(tx, customer)) ? flagViews(tx, customer, context.clock()) : undefined,
    );
    return items && { items, next: null, total: items.length };
  };

  const carryOut = ({ customer, reason, key, words, command }: Asked) =>
    asStaffOf(context, customer, async (tx) => {
      if (!(await readCustomer(tx, customer))) return undefined;
      const now = context.clock();
      const done = await withText(tx, { customer, text: reason, key, now }, (ref) =>
        commandFlags(
          tx,
          customer,
          command(ref),
          { actor: context.actor, now },
          { asked: words, ...(key ? { idempotencyKey: key } : {}) },
        ),
      );
      // Flags are among what the triage table asks.
      if (done.kind === 'done') await triageAll(tx, now, customer);
      return done;
    });

  app.openapi(listRoute, async (c) => {
    const page = await list(c.req.valid('param').customer);
    return page ? c.json(page, 200) : (problemAnswer(c, [notFound('such customer')]) as never);
  });

  app.openapi(raiseRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const order = c.req.valid('json');
    const at = context.clock();
    const from = order.from === undefined ? at : parseInstant(order.from)!;
    const until = order.until === null ? null : parseInstant(order.until)!;
    const { actor: by } = context;
    const done = await carryOut({
      customer,
      reason: order.reason,
      key: c.req.valid('header')['idempotency-key'],
      words: { raise: order.kind, from: order.from ?? null, until: order.until, reason: order.reason },
      command: (reason) => ({
        kind: 'raise',
        id: randomUUID(),
        flag: order.kind,
        from,
        until,
        reason,
        by,
        at,
      }),
    });
    if (!done) return problemAnswer(c, [notFound('such customer')]) as never;
    return (notDone(c, done, 'flags of the customer') ?? c.json((await list(customer))!, 200)) as never;
  });

  app.openapi(liftRoute, async (c) => {
    const { customer, flag: id } = c.req.valid('param');
    const { reason: text } = c.req.valid('json');
    const done = await carryOut({
      customer,
      reason: text,
      key: c.req.valid('header')['idempotency-key'],
      words: { lift: id, reason: text },
      command: (reason) => ({ kind: 'lift', id, reason, by: context.actor, at: context.clock() }),
    });
    if (!done) return problemAnswer(c, [notFound('such customer')]) as never;
    return (notDone(c, done, 'flags of the customer') ?? c.json((await list(customer))!, 200)) as never;
  });
}
