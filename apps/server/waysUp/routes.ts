import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { wayOf } from '#business/upgrades/compare.ts';
import { listOrders } from '#business/upgrades/order.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { exact } from '#platform/exact.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import { jsonOf, problemContent } from '../http/answers.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { readMatters, readRuling } from './matter.ts';
import { orderRoutes } from './orderRoutes.ts';
import { policyRoutes } from './policyRoutes.ts';
import { WaysUp, WaysUpList, WayUp } from './schemas.ts';
import { staffOrderRoutes } from './staffRoutes.ts';
import { orderKey, waysList, waysView, wayView } from './view.ts';

const customer = z.object({ customer: z.string() });
const place = customer.extend({ agreement: z.string(), clause: z.string() });
const path = '/v1/portal/{customer}/ways-up';

const listRoute = createRoute({
  method: 'get',
  path,
  summary: 'The clauses a customer can have more of, closest to their limit first',
  request: { params: customer },
  responses: { 200: { description: 'The clauses', content: jsonOf(WaysUpList) }, 404: problemContent },
});
const oneRoute = createRoute({
  method: 'get',
  path: `${path}/{agreement}/{clause}`,
  summary:
    'Quantities and editions compared on the customer’s own use, with their prices and why they are so',
  request: { params: place },
  responses: { 200: { description: 'The comparison', content: jsonOf(WaysUp) }, 404: problemContent },
});
const unitsRoute = createRoute({
  method: 'get',
  path: `${path}/{agreement}/{clause}/units/{units}`,
  summary: 'One quantity: what so many units more cost, and how they stand against use',
  request: {
    params: place.extend({ units: z.string().regex(/^(0|[1-9]\d{0,8})$/, 'Say how many whole units more.') }),
  },
  responses: {
    200: { description: 'The quantity', content: jsonOf(WayUp) },
    404: problemContent,
    422: problemContent,
  },
});

/** Adds the routes of ways up, of orders, and of the table that says who orders at once. */
export function wayUpRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(listRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const list = await asStaffOf(context, customer, async (tx) => {
      const found = await readMatters(tx, customer, context.clock());
      return found && waysList(found.papers, found.matters, await openOrders(tx, customer));
    });
    return list ? c.json(list, 200) : (problemAnswer(c, [notFound('such customer')]) as never);
  });

  app.openapi(oneRoute, async (c) => {
    const { customer, ...only } = c.req.valid('param');
    const view = await asStaffOf(context, customer, async (tx) => {
      const found = await readMatters(tx, customer, context.clock(), only);
      const [matter] = found?.matters ?? [];
      if (!found || !matter) return undefined;
      const open = (await openOrders(tx, customer)).get(orderKey(only.agreement, only.clause)) ?? null;
      return waysView(found.papers, matter, { ruling: await readRuling(tx, found.papers), openOrder: open });
    });
    return view ? c.json(view, 200) : (problemAnswer(c, [notFound('such clause')]) as never);
  });

  app.openapi(unitsRoute, async (c) => {
    const { customer, units, ...only } = c.req.valid('param');
    const view = await asStaffOf(context, customer, async (tx) => {
      const found = await readMatters(tx, customer, context.clock(), only);
      const [matter] = found?.matters ?? [];
      if (!found || !matter) return undefined;
      return wayView(await readRuling(tx, found.papers), matter, wayOf(matter, exact(units)));
    });
    return view ? c.json(view, 200) : (problemAnswer(c, [notFound('such clause')]) as never);
  });

  orderRoutes(app, context);
  staffOrderRoutes(app, context);
  policyRoutes(app, context);
}

const mostOpen = 500;

async function openOrders(tx: Tx, customer: string): Promise<ReadonlyMap<string, string>> {
  const orders = await listOrders(tx, { customer }, { after: null, limit: mostOpen });
  const isOpen = ({ state }: (typeof orders)[number]) =>
    ['prepared', 'requested', 'quoted'].includes(state.status);
  return new Map(
    orders
      .filter(isOpen)
      .map(({ state: { order } }) => [orderKey(order.agreement, order.clause), order.id] as const),
  );
}
