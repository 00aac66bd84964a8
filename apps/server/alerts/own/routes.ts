import { randomUUID } from 'node:crypto';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  commandOwnAlert,
  lockOwnAlerts,
  ownAlertsOf,
  readOwnAlert,
} from '#business/alerts/ownAlert.store.ts';
import type { OwnAlertCommand, Watch } from '#business/alerts/ownAlert.ts';
import { readWish, saveWish } from '#business/alerts/wish.store.ts';
import { readCustomer } from '#business/customers/customer.store.ts';
import { markDue } from '#business/findings/finding.store.ts';
import { accountById, accountsOf } from '#business/identity/accounts.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Json } from '#platform/journal/envelope.ts';
import type { Problem } from '#platform/problem.ts';
import { whoAsks } from '../../access/whoAsks.ts';
import type { ServerContext } from '../../context.ts';
import { bodyOf, jsonOf, problemContent } from '../../http/answers.ts';
import { expectedVersion, versionHeader } from '../../http/etag.ts';
import { notFound, problemAnswer } from '../../problems.ts';
import { withPeopleOf } from '../../questions/scope.ts';
import { notDone, onceHeader } from '../../reasoned.ts';
import { OwnAlertOrder, OwnAlertsView, WishForm } from './schemas.ts';
import { ownAlertsView } from './view.ts';

const Customer = z.object({ customer: z.string() });
const OfAlert = Customer.extend({ alert: z.string() });
const path = '/v1/portal/{customer}/alerts' as const;
const answers = {
  200: { description: 'The alerts that the customer set', content: jsonOf(OwnAlertsView) },
  404: problemContent,
};
const changed = { ...answers, 409: problemContent, 422: problemContent };
const versioned = { ...changed, 412: problemContent, 428: problemContent };
const wish = { 200: { description: 'The wish', content: jsonOf(WishForm) }, 404: problemContent };

const listRoute = createRoute({
  method: 'get',
  path,
  summary: 'The alerts that a customer set for itself, the clauses it can watch, and who may hear of them',
  request: { params: Customer },
  responses: answers,
});
const setRoute = createRoute({
  method: 'post',
  path,
  summary: 'Set an alert of the customer’s own; it comes on top of what the vendor tells',
  request: { params: Customer, headers: onceHeader, body: bodyOf(OwnAlertOrder) },
  responses: changed,
});
const changeRoute = createRoute({
  method: 'put',
  path: `${path}/{alert}`,
  summary: 'Change what an alert of the customer’s own watches, or who hears of it; needs If-Match',
  request: { params: OfAlert, headers: versionHeader, body: bodyOf(OwnAlertOrder) },
  responses: versioned,
});
const removeRoute = createRoute({
  method: 'delete',
  path: `${path}/{alert}`,
  summary: 'Take an alert of the customer’s own away',
  request: { params: OfAlert },
  responses: changed,
});
const wishRoute = createRoute({
  method: 'get',
  path: '/v1/portal/{customer}/alert-wish',
  summary: 'What whoever asks wishes to hear of, and how',
  request: { params: Customer },
  responses: wish,
});
const setWishRoute = createRoute({
  method: 'put',
  path: '/v1/portal/{customer}/alert-wish',
  summary: 'Set what whoever asks wishes to hear of, and how',
  request: { params: Customer, body: bodyOf(WishForm) },
  responses: { ...wish, 422: problemContent },
});

/** So many alerts of its own a customer may have. */
const mostAlerts = 100;

/** Adds the routes of alerts that customers set for themselves, and of their people's own wishes. */
export function ownAlertRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(listRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const view = await withPeopleOf(context, customer, async (tx) =>
      (await readCustomer(tx, customer)) ? ownAlertsView(tx, customer) : undefined,
    );
    return view ? c.json(view, 200) : (problemAnswer(c, [notFound('such customer')]) as never);
  });
  settingRoutes(app, context);
  wishRoutes(app, context);
}

type Deed = {
  readonly id: string;
  readonly watch: Watch | null;
  readonly command: (at: OwnAlertCommand['at']) => OwnAlertCommand;
  readonly expected?: number;
  readonly asked: Json;
};

function settingRoutes(app: OpenAPIHono, context: ServerContext): void {
  /** Carries out a command on an alert; a new one has no row yet. */
  async function carryOut(c: Context, { id, watch, command, expected, asked }: Deed): Promise<Response> {
    const customer = c.req.param('customer')!;
    const key = c.req.header('idempotency-key');
    const done = await withPeopleOf(context, customer, async (tx) => {
      if (!(await readCustomer(tx, customer))) return { not: [notFound('such customer')] };
      const now = context.clock();
      await markDue(tx, customer, now);
      await lockOwnAlerts(tx, customer);
      const isNew = command(now).kind === 'set';
      if (!isNew && !(await readOwnAlert(tx, customer, id))) return { not: [notFound('such alert')] };
      if (isNew && (await ownAlertsOf(tx, customer)).length >= mostAlerts) return { not: [tooMany] };
      const wrong = watch ? await check(tx, customer, watch) : null;
      if (wrong) return { not: [wrong] };
      const by = { customer, actor: context.actor, now };
      const once = {
        asked,
        ...(key ? { idempotencyKey: key } : {}),
        ...(expected === undefined ? {} : { expectedVersion: expected }),
      };
      const result = await commandOwnAlert(tx, id, command(now), by, once);
      return { result, view: await ownAlertsView(tx, customer) };
    });
    if ('not' in done) return problemAnswer(c, done.not);
    const refused = notDone(c, done.result, 'alert');
    if (refused) return refused;
    context.wake();
    return c.json(done.view, 200);
  }

  app.openapi(setRoute, async (c) => {
    const watch = c.req.valid('json') as Watch;
    const key = c.req.valid('header')['idempotency-key'];
    // The same key names the same alert: sent again, it is not set twice.
    const id = `OWN-${c.req.valid('param').customer}-${key === undefined ? randomUUID() : idOf(key)}`;
    const command = (at: OwnAlertCommand['at']) => ({ kind: 'set' as const, watch, by: context.actor, at });
    return (await carryOut(c, { id, watch, command, asked: { set: watch } as unknown as Json })) as never;
  });

  app.openapi(changeRoute, async (c) => {
    const expected = expectedVersion(c);
    if (!expected.ok) return problemAnswer(c, expected.problems) as never;
    const watch = c.req.valid('json') as Watch;
    const { alert: id } = c.req.valid('param');
    const command = (at: OwnAlertCommand['at']) => ({
      kind: 'change' as const,
      watch,
      by: context.actor,
      at,
    });
    const asked = { change: watch } as unknown as Json;
    return (await carryOut(c, { id, watch, command, expected: expected.value, asked })) as never;
  });

  app.openapi(removeRoute, async (c) => {
    const { alert: id } = c.req.valid('param');
    const command = (at: OwnAlertCommand['at']) => ({ kind: 'remove' as const, by: context.actor, at });
    return (await carryOut(c, { id, watch: null, command, asked: { remove: id } })) as never;
  });
}

function idOf(key: string): string {
  return Buffer.from(key).toString('base64url').slice(0, 120);
}

async function check(tx: Tx, customer: string, { agreement, clause, hears }: Watch): Promise<Problem | null> {
  const { lines } = await ownAlertsView(tx, customer);
  if (!lines.some((one) => one.agreement === agreement && one.clause === clause)) return unknownLine;
  const accounts = await accountsOf(tx, { customer });
  const open = new Set(accounts.filter(({ status }) => status === 'active').map(({ id }) => id));
  return hears.every((id) => open.has(id)) ? null : unknownHearer;
}

const unknownLine: Problem = {
  code: 'not_watchable',
  title: 'This cannot be watched',
  detail: 'There is no such clause with a limit, or nothing of it is counted yet.',
  todo: 'Choose one of the lines that the page names.',
  pointer: '/clause',
};
const unknownHearer: Problem = {
  code: 'hearer_unknown',
  title: 'Nobody to tell',
  detail: 'One of those who shall hear of it has no open account here.',
  todo: 'Choose among your colleagues, or have them invited first.',
  pointer: '/hears',
};
const tooMany: Problem = {
  code: 'too_many_alerts',
  title: 'Many alerts',
  detail: `More than ${mostAlerts} alerts of your own would tell nobody anything.`,
  todo: 'Change one of those that are there, or take one away.',
};

function wishRoutes(app: OpenAPIHono, context: ServerContext): void {
  /** Does something with the wish of whoever asks, who is known by the address of their account. */
  const own = (customer: string, work: (tx: Tx, address: string) => Promise<void>) =>
    withPeopleOf(context, customer, async (tx) => {
      const account = await accountById(tx, whoAsks().account);
      if (!account || account.email === '' || !(await readCustomer(tx, customer))) return undefined;
      await work(tx, account.email);
      const { channel, kinds } = await readWish(tx, { customer, address: account.email });
      return { channel, kinds: [...kinds] };
    });

  app.openapi(wishRoute, async (c) => {
    const view = await own(c.req.valid('param').customer, async () => undefined);
    return view ? c.json(view, 200) : (problemAnswer(c, [notFound('wish of yours')]) as never);
  });

  app.openapi(setWishRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const wanted = c.req.valid('json');
    const view = await own(customer, (tx, address) =>
      saveWish(tx, { customer, address }, wanted, context.clock()),
    );
    return view ? c.json(view, 200) : (problemAnswer(c, [notFound('wish of yours')]) as never);
  });
}
