import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ServerContext } from '../context.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { lineRoutes } from './lineRoutes.ts';
import { overviewRoute } from './operations.ts';
import { portalOverview } from './overview.ts';

/** Adds the routes of the portal's reading side. */
export function portalRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(overviewRoute, async (c) => {
    const overview = await portalOverview(context, c.req.valid('param').customer);
    return overview ? c.json(overview, 200) : (problemAnswer(c, [notFound('such customer')]) as never);
  });
  lineRoutes(app, context);
}
