import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';
import { can } from '#business/identity/can.ts';
import type { Principal } from '#business/identity/principal.ts';
import type { Problem } from '#platform/problem.ts';
import type { ServerContext } from '../context.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { onBehalfOf, type Reach } from './current.ts';
import { operations } from './operations.ts';
import { reachOf } from './reach.ts';

/** Says who asks, by what the request carries; `null` for whoever has not signed in. */
export type Identify = (c: Context) => Promise<Principal | null>;

/**
 * Lets an operation happen only for those who may do it, and only where they may: whoever has not signed in is told so
 * (401), a role without the right too (403, whatever the address names), and a customer out of reach is one that does
 * not exist (404). An operation that `operations` does not list is refused to everybody.
 */
export function guardOperations(app: OpenAPIHono, context: ServerContext, identify: Identify): void {
  app.use('*', async (c, next) => {
    const operation = operationOf(c);
    if (operation === null) return next();
    const needed = operations[operation];
    if (needed === undefined) return problemAnswer(c, [notAllowed]);
    const principal = await identify(c);
    if (needed === 'public') return principal ? inReach(context, principal, next) : next();
    if (!principal) return problemAnswer(c, [signInNeeded]);
    if (!can(principal, needed)) return problemAnswer(c, [notAllowed]);
    const reach = await reachOf(context, principal);
    if (isBeyond(reach, c.req.path, operation)) return problemAnswer(c, [notFound('such customer')]);
    return onBehalfOf(principal, reach, next);
  });
}

async function inReach(
  context: ServerContext,
  principal: Principal,
  next: () => Promise<void>,
): Promise<void> {
  return onBehalfOf(principal, await reachOf(context, principal), next);
}

/** Returns the operation a request is for, as `GET /v1/customers/{customer}/page`; `null` for pages and addresses nothing is at. */
export function operationOf(c: Context): string | null {
  const method = c.req.method === 'HEAD' ? 'GET' : c.req.method;
  const route = matchedRoutes(c).find((one) => one.method === method && !one.path.includes('*'));
  return route ? `${method} ${route.path.replace(/:(\w+)(?:\{[^}]*\})?/g, '{$1}')}` : null;
}

/** Whether the address names a customer that whoever asks cannot reach. */
function isBeyond(reach: Reach, path: string, operation: string): boolean {
  if (reach === 'all') return false;
  const place = operation
    .slice(operation.indexOf(' ') + 1)
    .split('/')
    .indexOf('{customer}');
  const named = place < 0 ? undefined : path.split('/')[place];
  return named !== undefined && !reach.includes(decodeURIComponent(named));
}

const signInNeeded: Problem = {
  code: 'sign_in_needed',
  title: 'Please sign in',
  detail: 'Nobody is signed in, or the session is over.',
  todo: 'Sign in and try again.',
};

/** The same answer whatever the address names. */
export const notAllowed: Problem = {
  code: 'not_allowed',
  title: 'Not for your role',
  detail: 'Your role may not do this.',
  todo: 'Ask an administrator who may, or to be given a role that can.',
};
