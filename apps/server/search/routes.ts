import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { can } from '#business/identity/can.ts';
import { whoAsks } from '../access/whoAsks.ts';
import { asStaff, type ServerContext } from '../context.ts';
import { jsonOf, problemContent } from '../http/answers.ts';
import { type Hit, searches } from './kinds.ts';
import { Hits, searchQuery } from './schemas.ts';

/** Of each sort at most so many: whoever wants more writes another letter. */
const mostOfKind = 6;

const searchRoute = createRoute({
  method: 'get',
  path: '/v1/search',
  summary:
    'Customers, agreements, findings, quotes, products, partners and people of the team, by part of a name',
  request: { query: searchQuery },
  responses: { 200: { description: 'What was found', content: jsonOf(Hits) }, 422: problemContent },
});

/** Adds the route of the search: what whoever asks may see, of customers in their reach. */
export function searchRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(searchRoute, async (c) => {
    const asked = c.req.valid('query').q;
    const principal = whoAsks();
    const items = await asStaff(context, async (tx) => {
      const hits: Hit[] = [];
      for (const { needs, find } of searches)
        if (can(principal, needs)) hits.push(...(await find(tx, asked, mostOfKind)));
      return hits;
    });
    return c.json({ items, next: null, total: null }, 200);
  });
}
