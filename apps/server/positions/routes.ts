import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ServerContext } from '../context.ts';
import { ProblemView } from '../pages.ts';
import { problemAnswer } from '../problems.ts';
import { choicesPage, positionsFile, positionsPage } from './page.ts';
import { exportQuery, listQuery, PositionChoices, PositionsPage } from './schemas.ts';

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;
const problems = {
  description: 'What was wrong',
  content: { 'application/problem+json': { schema: ProblemView } },
};

const listRoute = createRoute({
  method: 'get',
  path: '/v1/positions',
  summary:
    'Where customers stand on each clause: filtered, searched, ordered, page by page; money at stake first',
  request: { query: listQuery },
  responses: {
    200: { description: 'Positions', content: { 'application/json': { schema: PositionsPage } } },
    422: problems,
  },
});

const exportRoute = createRoute({
  method: 'get',
  path: '/v1/positions/export',
  summary: 'All positions that pass the filter as a file: an Excel workbook or CSV',
  request: { query: exportQuery },
  responses: {
    200: {
      description: 'The file',
      content: {
        [types.xlsx]: { schema: z.string().openapi({ format: 'binary' }) },
        'text/csv': { schema: z.string() },
      },
    },
    422: problems,
  },
});

const choicesRoute = createRoute({
  method: 'get',
  path: '/v1/positions/choices',
  summary: 'What there is to choose from in the filters of the positions',
  responses: {
    200: { description: 'Choices', content: { 'application/json': { schema: PositionChoices } } },
  },
});

/** Adds the routes of the list of positions. */
export function positionRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(exportRoute, async (c) => {
    const asked = c.req.valid('query');
    const file = await positionsFile(context, asked);
    if (!file.ok) return problemAnswer(c, file.problems) as never;
    return c.body(new Uint8Array(file.value), 200, {
      'content-type': types[asked.format],
      'content-disposition': `attachment; filename="positions.${asked.format}"`,
    }) as never;
  });
  app.openapi(choicesRoute, async (c) => c.json(await choicesPage(context), 200));
  app.openapi(listRoute, async (c) => {
    const page = await positionsPage(context, c.req.valid('query'));
    return page.ok ? c.json(page.value, 200) : (problemAnswer(c, page.problems) as never);
  });
}
