import type { OpenAPIHono } from '@hono/zod-openapi';
import { readCustomer } from '#business/customers/customer.store.ts';
import { saveSeen } from '#business/portal/seen.store.ts';
import { formatInstant, type Instant, parseInstant } from '#platform/instant.ts';
import { principalNow } from '../access/current.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { portalChanges } from './changes.ts';
import { portalOnboarding, putAway } from './onboarding.ts';
import { changesRoute, lessonsRoute, onboardingRoute, seenRoute } from './readerOperations.ts';

/** Adds the routes of what changed since the reader last looked, and of the rules explained. */
export function changeRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(changesRoute, async (c) => {
    const { since } = c.req.valid('query');
    const from = since === undefined ? null : parseInstant(since)!;
    const changes = await portalChanges(context, c.req.valid('param').customer, from);
    return changes ? c.json(changes, 200) : (problemAnswer(c, [notFound('such customer')]) as never);
  });

  app.openapi(seenRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const account = principalNow()?.account ?? context.actor;
    const asked = parseInstant(c.req.valid('json').until)!;
    const seen = await asStaffOf(context, customer, async (tx) => {
      if (!(await readCustomer(tx, customer))) return undefined;
      const at = Math.min(asked, context.clock()) as Instant;
      return saveSeen(tx, { customer, account }, at);
    });
    if (seen === undefined) return problemAnswer(c, [notFound('such customer')]) as never;
    return c.json({ seenAt: formatInstant(seen) }, 200);
  });

  app.openapi(onboardingRoute, async (c) => {
    const onboarding = await portalOnboarding(context, c.req.valid('param').customer);
    return onboarding ? c.json(onboarding, 200) : (problemAnswer(c, [notFound('such customer')]) as never);
  });

  app.openapi(lessonsRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const done = await putAway(context, customer, c.req.valid('json').lessons);
    if (!done.ok) return problemAnswer(c, done.problems) as never;
    const onboarding = await portalOnboarding(context, customer);
    return c.json(onboarding!, 200);
  });
}
