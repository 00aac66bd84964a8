import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { readQuote } from '#business/settlement/quote.store.ts';
import { countQuotes, listQuotes } from '#business/settlement/quoteList.store.ts';
import { asStaff, type ServerContext } from '../context.ts';
import { jsonOf, problemContent } from '../http/answers.ts';
import { cutPage, readCursor, unknownCursor } from '../http/cursor.ts';
import { setVersion } from '../http/etag.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { customersWithConfirmed, type LinesFile, linesFile, trueUpsFile } from './lines.ts';
import { linesQuery, listQuery, QuoteList, QuoteView } from './schemas.ts';
import { quoteSummaries, quoteView } from './view.ts';

const file = { description: 'The file', content: { 'text/csv': { schema: z.string() } } };

const listRoute = createRoute({
  method: 'get',
  path: '/v1/quotes',
  summary: 'Quotes, the newest first: of a status, a customer, a finding',
  request: { query: listQuery },
  responses: { 200: { description: 'Quotes', content: jsonOf(QuoteList) }, 422: problemContent },
});
const linesRoute = createRoute({
  method: 'get',
  path: '/v1/quotes/lines.csv',
  summary: 'The lines of quotes as CSV; the file is named after the quotes in it',
  request: { query: linesQuery },
  responses: { 200: file },
});
const trueUpsRoute = createRoute({
  method: 'get',
  path: '/v1/quotes/true-ups.csv',
  summary: 'The true-up lines of all confirmed findings as CSV, as a quote of today would say',
  responses: { 200: file },
});
const oneRoute = createRoute({
  method: 'get',
  path: '/v1/quotes/{quote}',
  summary: 'One quote: its arithmetic, who agreed when, and what can be done with it',
  request: { params: z.object({ quote: z.string() }) },
  responses: { 200: { description: 'The quote', content: jsonOf(QuoteView) }, 404: problemContent },
});

/** Adds the routes that read quotes. */
export function quoteListRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(listRoute, async (c) => {
    const { cursor, limit, ...filter } = c.req.valid('query');
    const read = readCursor(cursor, 2);
    if (!read.ok) return problemAnswer(c, read.problems) as never;
    const after = read.value === null ? null : ([String(read.value[0]), String(read.value[1])] as const);
    // The list goes on behind a number; what is none, no list of ours gave out.
    if (after && !/^\d{1,16}$/.test(after[0])) return problemAnswer(c, [unknownCursor]) as never;
    const page = await asStaff(context, async (tx) => {
      const found = await listQuotes(tx, filter, { after, limit: limit + 1 });
      const { items, next } = cutPage(found, limit, ({ key }) => key);
      const total = after === null ? await countQuotes(tx, filter) : null;
      return { items: await quoteSummaries(tx, items), next, total };
    });
    return c.json(page, 200);
  });

  app.openapi(linesRoute, async (c) => {
    const filter = c.req.valid('query');
    return sent(c, await asStaff(context, (tx) => linesFile(tx, filter), 'repeatable read')) as never;
  });

  app.openapi(trueUpsRoute, async (c) => {
    const now = context.clock();
    const made = await asStaff(
      context,
      async (tx) => trueUpsFile(tx, await customersWithConfirmed(tx), now),
      'repeatable read',
    );
    return sent(c, made) as never;
  });

  app.openapi(oneRoute, async (c) => {
    const view = await asStaff(context, async (tx) => {
      const stored = await readQuote(tx, c.req.valid('param').quote);
      return stored && quoteView(tx, stored, Boolean(context.billing));
    });
    if (!view) return problemAnswer(c, [notFound('such quote')]) as never;
    setVersion(c, view.version);
    return c.json(view, 200);
  });
}

function sent(c: Context, { name, bytes }: LinesFile): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  });
}
