import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { readCustomer } from '#business/customers/customer.store.ts';
import { markDue } from '#business/findings/finding.store.ts';
import { readConflicts } from '#business/usage/conflict.store.ts';
import { chooseMany, proposeMany } from '#business/usage/conflictMany.store.ts';
import { formatInstant } from '#platform/instant.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import { bodyOf, jsonOf, problemContent } from '../http/answers.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { reasonField } from '../reasoned.ts';

const Side = z.enum(['latest', 'earliest']);
const params = z.object({ customer: z.string() });

const previewRoute = createRoute({
  method: 'get',
  path: '/v1/customers/{customer}/conflicts/choose-many',
  summary:
    'What settling all open conflicts of a source to the latest or earliest import would choose; changes nothing',
  request: { params, query: z.object({ source: z.string(), side: Side }) },
  responses: {
    200: {
      description: 'What would be chosen',
      content: jsonOf(
        z
          .object({
            count: z.number().int(),
            /** Conflicts that stay open: contents of one import contradict each other. */
            left: z.number().int(),
            /** The first twenty records. */
            records: z.array(z.object({ id: z.string(), digest: z.string() })),
          })
          .openapi('ManyChoices'),
      ),
    },
    404: problemContent,
  },
});

const chooseRoute = createRoute({
  method: 'post',
  path: '/v1/customers/{customer}/conflicts/choose-many',
  summary: 'Settle all open conflicts of a source to the latest or earliest import, one choice each',
  request: {
    params,
    body: bodyOf(
      z
        .object({ source: z.string(), side: Side, expected: z.number().int().min(1), reason: reasonField })
        .openapi('ManyChoicesOrder'),
    ),
  },
  responses: {
    200: {
      description: 'Chosen',
      content: jsonOf(z.object({ chosen: z.number().int(), at: z.string() }).openapi('ManyChosen')),
    },
    404: problemContent,
    409: problemContent,
  },
});

/** Adds the routes that settle many conflicts at once: what it would choose, and doing it. */
export function conflictsManyRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(previewRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const { source, side } = c.req.valid('query');
    const view = await asStaffOf(context, customer, async (tx) => {
      if (!(await readCustomer(tx, customer))) return undefined;
      const proposed = await proposeMany(tx, customer, source, side);
      const open = (await readConflicts(tx, customer, source)).filter(({ chosen }) => chosen === null);
      const records = proposed.slice(0, 20).map(({ id, digest }) => ({ id, digest }));
      return { count: proposed.length, left: open.length - proposed.length, records };
    });
    return view ? c.json(view, 200) : (problemAnswer(c, [notFound('such customer')]) as never);
  });

  app.openapi(chooseRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const { source, side, expected, reason } = c.req.valid('json');
    const deed = { by: context.actor, at: context.clock(), reason };
    const done = await asStaffOf(context, customer, async (tx) => {
      if (!(await readCustomer(tx, customer))) return undefined;
      const chosen = await chooseMany(tx, customer, { source, side, expected }, deed);
      if (chosen === undefined) return 'outdated';
      await markDue(tx, customer, deed.at);
      return { chosen, at: formatInstant(deed.at) };
    });
    if (done === undefined) return problemAnswer(c, [notFound('such customer')]) as never;
    if (done === 'outdated') return problemAnswer(c, [outdated]) as never;
    context.wake();
    return c.json(done, 200);
  });
}

const outdated = {
  code: 'preview_outdated',
  title: 'Something changed meanwhile',
  detail: 'Other conflicts are open than when you looked.',
  todo: 'Look at what would be chosen again, then decide.',
};
