import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { readCustomer } from '#business/customers/customer.store.ts';
import { markDue } from '#business/findings/finding.store.ts';
import {
  countIdentities,
  eraseIdentity,
  listIdentities,
  lockPeople,
  namedIdentities,
} from '#business/usage/people/people.store.ts';
import { readDecisions } from '#business/usage/people/peopleDecision.store.ts';
import { suggestions } from '#business/usage/people/suggestions.ts';
import type { Tx } from '#platform/database/scope.ts';
import { type Instant, parseInstant } from '#platform/instant.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import { cutPage, isRowNumber, readCursor } from '../http/cursor.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { notDone } from '../reasoned.ts';
import { decide, undo } from './carryOut.ts';
import * as route from './operations.ts';
import { decisionViews, identityViews, suggestionView } from './view.ts';

/** How many suggestions are shown at once: the first ones are decided before anybody gets to the others. */
const mostSuggestions = 100;

/** Adds the routes of people and machines: the list, suggestions, decisions, and erasing a person. */
export function peopleRoutes(app: OpenAPIHono, context: ServerContext): void {
  readingRoutes(app, context);
  decidingRoutes(app, context);
}

function readingRoutes(app: OpenAPIHono, context: ServerContext): void {
  const ofCustomer = <T>(customer: string, work: (tx: Tx) => Promise<T>) =>
    asStaffOf(context, customer, async (tx) => ((await readCustomer(tx, customer)) ? work(tx) : undefined));

  app.openapi(route.list, async (c) => {
    const { customer } = c.req.valid('param');
    const { search, cursor, limit } = c.req.valid('query');
    const place = readCursor(cursor, 2, ([, id]) => isRowNumber(id));
    if (!place.ok) return problemAnswer(c, place.problems) as never;
    const after = place.value && { key: place.value[0] as string | null, id: String(place.value[1]) };
    const page = await ofCustomer(customer, async (tx) => {
      const rows = await listIdentities(tx, customer, { search, after, limit: limit + 1 });
      const { items, next } = cutPage(rows, limit, ({ key, id }) => [key, id]);
      const total = await countIdentities(tx, customer, search);
      return { items: await identityViews(tx, customer, items), next, total };
    });
    return page ? c.json(page, 200) : (problemAnswer(c, [noCustomer]) as never);
  });

  app.openapi(route.suggested, async (c) => {
    const { customer } = c.req.valid('param');
    const page = await ofCustomer(customer, async (tx) => {
      const people = await namedIdentities(tx, customer);
      const all = suggestions(people, await readDecisions(tx, customer));
      const keys = new Map(people.map(({ id, key }) => [id, key]));
      const items = all.slice(0, mostSuggestions).map((one) => suggestionView(one, keys));
      return { items, next: null, total: all.length };
    });
    return page ? c.json(page, 200) : (problemAnswer(c, [noCustomer]) as never);
  });

  app.openapi(route.decisions, async (c) => {
    const { customer } = c.req.valid('param');
    const items = await ofCustomer(customer, (tx) => decisionViews(tx, customer));
    return items
      ? c.json({ items, next: null, total: items.length }, 200)
      : (problemAnswer(c, [noCustomer]) as never);
  });
}

function decidingRoutes(app: OpenAPIHono, context: ServerContext): void {
  const answer = (c: Context, done: Awaited<ReturnType<typeof decide>>) => {
    if (!done) return problemAnswer(c, [notFound('such customer, identity or decision')]) as never;
    const refused = notDone(c, done, 'decisions about people');
    if (refused || done.kind !== 'done') return refused as never;
    context.wake();
    const [event] = done.events;
    const id = event?.kind === 'decided' ? event.decision.id : (event?.id ?? '');
    return c.json({ decision: id, version: done.version }, 200) as never;
  };

  app.openapi(route.merge, async (c) => {
    const { identity, into, from, until, reason } = c.req.valid('json');
    const subject = { kind: 'merge' as const, identity, into };
    return answer(c, await decide(context, { ...asked(c), reason, subject, span: spanOf(from, until) }));
  });

  app.openapi(route.leaveOut, async (c) => {
    const { identity, from, until, reason } = c.req.valid('json');
    const subject = { kind: 'leaveOut' as const, identity };
    return answer(c, await decide(context, { ...asked(c), reason, subject, span: spanOf(from, until) }));
  });

  app.openapi(route.takeBack, async (c) => {
    const { decision } = c.req.valid('param');
    return answer(c, await undo(context, { ...asked(c), decision, reason: c.req.valid('json').reason }));
  });

  app.openapi(route.erase, async (c) => {
    const { customer, identity } = c.req.valid('param');
    const now = context.clock();
    const done = await asStaffOf(context, customer, async (tx) => {
      await lockPeople(tx, customer);
      const erased = await eraseIdentity(tx, customer, identity, now);
      // A measure may filter by an attribute that is gone now.
      if (erased) await markDue(tx, customer, now);
      return erased;
    });
    if (!done) return problemAnswer(c, [notFound('such identity with a name')]) as never;
    context.wake();
    return c.json({ erased: true as const }, 200);
  });
}

const noCustomer = notFound('such customer');

function asked(c: Context) {
  return { customer: c.req.param('customer')!, key: c.req.header('idempotency-key') };
}

function spanOf(from: string | undefined, until: string | undefined) {
  const instant = (text: string | undefined): Instant | null =>
    text === undefined ? null : parseInstant(text)!;
  return { from: instant(from), until: instant(until) };
}
