import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ServerContext } from '../context.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { portalLine } from './line.ts';
import { lineRoute } from './operations.ts';

/** Adds the routes of one clause: its use over time, its groups, and who and what was counted. */
export function lineRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(lineRoute, async (c) => {
    const line = await portalLine(context, c.req.valid('param'), c.req.valid('query').group);
    return line ? c.json(line, 200) : (problemAnswer(c, [notFound('such line')]) as never);
  });
}
