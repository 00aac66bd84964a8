import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { readCustomer } from '#business/customers/customer.store.ts';
import { countSources, listSources, sourceTroubles } from '#business/usage/sources/sourceList.store.ts';
import { parseInstant } from '#platform/instant.ts';
import { asStaff, asStaffOf, type ServerContext } from '../context.ts';
import { jsonOf, problemContent } from '../http/answers.ts';
import { cutPage, pageOf, pageQuery, readCursor } from '../http/cursor.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { instantField } from '../reasoned.ts';
import { effectSince } from './effect.ts';
import { EffectView, SourceItem, SourcePage } from './schemas.ts';
import { sourceItem, sourcePage } from './view.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/v1/sources',
  summary: 'Sources of all customers by name of the customer, all or those with one kind of trouble',
  request: {
    query: pageQuery.extend({
      show: z.enum(['all', ...sourceTroubles]).default('all'),
      customer: z.string().max(200).optional(),
      search: z.string().max(200).default(''),
    }),
  },
  responses: {
    200: { description: 'Sources', content: jsonOf(pageOf(SourceItem).openapi('Sources')) },
    422: problemContent,
  },
});

const oneRoute = createRoute({
  method: 'get',
  path: '/v1/customers/{customer}/sources/{source}',
  summary:
    'One source: when it was heard, its pace, gaps, rejected lines, unmatched features, totals that disagree',
  request: { params: z.object({ customer: z.string(), source: z.string() }) },
  responses: { 200: { description: 'The source', content: jsonOf(SourcePage) }, 404: problemContent },
});

const effectRoute = createRoute({
  method: 'get',
  path: '/v1/customers/{customer}/effect',
  summary: 'What findings of a customer became since a moment, and whether counting still goes on',
  request: { params: z.object({ customer: z.string() }), query: z.object({ since: instantField }) },
  responses: { 200: { description: 'Effect', content: jsonOf(EffectView) }, 404: problemContent },
});

/** Adds the routes of sources: the list, one source, and what a change has come to. */
export function sourceRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(listRoute, async (c) => {
    const { cursor, limit, show, customer, search } = c.req.valid('query');
    const key = readCursor(cursor, 3);
    if (!key.ok) return problemAnswer(c, key.problems) as never;
    const [customerName, of, source] = (key.value ?? []).map(String);
    const after = key.value && { customerName: customerName!, customer: of!, source: source! };
    const now = context.clock();
    const choice = { customer, search, now, trouble: show === 'all' ? undefined : show };
    const page = await asStaff(context, async (tx) => {
      const rows = await listSources(tx, choice, { after, limit: limit + 1 });
      const { items, next } = cutPage(rows, limit, (row) => [row.customerName, row.customer, row.source]);
      return { items: items.map((row) => sourceItem(row, now)), next, total: await countSources(tx, choice) };
    });
    return c.json(page, 200);
  });

  app.openapi(oneRoute, async (c) => {
    const { customer, source } = c.req.valid('param');
    const page = await asStaffOf(context, customer, (tx) =>
      sourcePage(tx, customer, source, context.clock()),
    );
    return page ? c.json(page, 200) : (problemAnswer(c, [notFound('such source of this customer')]) as never);
  });

  app.openapi(effectRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const since = parseInstant(c.req.valid('query').since)!;
    const view = await asStaffOf(context, customer, async (tx) =>
      (await readCustomer(tx, customer)) ? effectSince(tx, customer, since, context.clock()) : undefined,
    );
    return view ? c.json(view, 200) : (problemAnswer(c, [notFound('such customer')]) as never);
  });
}
