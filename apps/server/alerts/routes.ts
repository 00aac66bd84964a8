import type { OpenAPIHono } from '@hono/zod-openapi';
import { commandAlert } from '#business/alerts/alert.store.ts';
import { eraseWish, type Person, readWish, saveWish } from '#business/alerts/wish.store.ts';
import { readCustomer } from '#business/customers/customer.store.ts';
import { markDue } from '#business/findings/finding.store.ts';
import { type Tx, vendorWide } from '#platform/database/scope.ts';
import { parseInstant } from '#platform/instant.ts';
import { asStaff, asStaffOf, type ServerContext } from '../context.ts';
import { isRowNumber, readCursor } from '../http/cursor.ts';
import { expectedVersion, setVersion } from '../http/etag.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { notDone, withText } from '../reasoned.ts';
import { alertsPage, deliveriesPage, oneAlert } from './listing.ts';
import {
  acknowledgeRoute,
  deliveriesRoute,
  eraseWishRoute,
  listAlertsRoute,
  setWishRoute,
  wishesRoute,
} from './operations.ts';
import { alertRuleRoutes } from './rulesRoutes.ts';

/** Adds the routes of alerts: the list, acknowledging, rules, wishes, deliveries. */
export function alertRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(listAlertsRoute, async (c) => {
    const { cursor, limit, show, customer = null } = c.req.valid('query');
    const key = readCursor(cursor, 2, ([changedAt]) => Number.isSafeInteger(changedAt));
    if (!key.ok) return problemAnswer(c, key.problems) as never;
    const page = await asStaff(context, (tx) => alertsPage(tx, { show, customer, key: key.value, limit }));
    return c.json(page, 200);
  });

  app.openapi(deliveriesRoute, async (c) => {
    const { cursor, limit, status } = c.req.valid('query');
    const key = readCursor(cursor, 1, ([id]) => isRowNumber(id));
    if (!key.ok) return problemAnswer(c, key.problems) as never;
    const page = await asStaff(context, (tx) => deliveriesPage(tx, { key: key.value, limit, status }));
    return c.json(page, 200);
  });

  acknowledging(app, context);
  wishing(app, context);
  alertRuleRoutes(app, context);
}

function acknowledging(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(acknowledgeRoute, async (c) => {
    const { customer, alert } = c.req.valid('param');
    const { reason: text, until: end } = c.req.valid('json');
    const key = c.req.valid('header')['idempotency-key'];
    const expected = expectedVersion(c);
    if (!expected.ok) return problemAnswer(c, expected.problems) as never;
    const { actor } = context;
    const now = context.clock();
    const until = end === null ? null : parseInstant(end)!;
    const done = await asStaffOf(context, customer, async (tx) => {
      if (!(await oneAlert(tx, customer, alert))) return undefined;
      // Before the alert itself is locked, as detection does it. When the silence ends, somebody has to look again.
      await markDue(tx, customer, now);
      return withText(tx, { customer, text, key, now }, (reason) =>
        commandAlert(
          tx,
          alert,
          { kind: 'acknowledge', at: now, until, reason, by: actor },
          { customer, actor, now },
          {
            asked: { acknowledge: alert, until: end, reason: text },
            expectedVersion: expected.value,
            ...(key ? { idempotencyKey: key } : {}),
          },
        ),
      );
    });
    if (!done) return problemAnswer(c, [notFound('such alert')]) as never;
    const refused = notDone(c, done, 'alert');
    if (refused) return refused as never;
    context.wake();
    const view = await asStaffOf(context, customer, (tx) => oneAlert(tx, customer, alert));
    setVersion(c, view!.version);
    return c.json(view!, 200);
  });
}

type Who = 'contact' | 'owner';

function wishing(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(wishesRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const view = await asStaffOf(context, customer, (tx) => wishesOf(tx, customer));
    return view ? c.json(view, 200) : (problemAnswer(c, [notFound('such customer')]) as never);
  });

  /** Does something with what is kept of a person, and returns how it stands then. */
  const change = (customer: string, who: Who, work: (tx: Tx, person: Person) => Promise<void>) =>
    asStaffOf(context, customer, async (tx) => {
      const found = (await peopleOf(tx, customer))?.find((one) => one.who === who);
      if (!found) return undefined;
      await work(tx, found.person);
      return wishesOf(tx, customer);
    });

  app.openapi(setWishRoute, async (c) => {
    const { customer, who } = c.req.valid('param');
    const wish = c.req.valid('json');
    const view = await change(customer, who, (tx, person) => saveWish(tx, person, wish, context.clock()));
    return view ? c.json(view, 200) : (problemAnswer(c, [notFound('such customer')]) as never);
  });

  app.openapi(eraseWishRoute, async (c) => {
    const { customer, who } = c.req.valid('param');
    const view = await change(customer, who, eraseWish);
    return view ? c.json(view, 200) : (problemAnswer(c, [notFound('such customer')]) as never);
  });
}

async function peopleOf(
  tx: Tx,
  id: string,
): Promise<{ who: Who; name: string; person: Person }[] | undefined> {
  const customer = await readCustomer(tx, id);
  if (!customer) return undefined;
  const { contact, owner } = customer;
  return [
    { who: 'contact', name: contact.name, person: { customer: id, address: contact.email } },
    { who: 'owner', name: owner.name, person: { customer: vendorWide, address: owner.email } },
  ];
}

async function wishesOf(tx: Tx, id: string) {
  const people = await peopleOf(tx, id);
  if (!people) return undefined;
  const items = [];
  for (const { who, name, person } of people) {
    const { channel, kinds } = await readWish(tx, person);
    items.push({ who, name, address: person.address, channel, kinds: [...kinds] });
  }
  return { items };
}
