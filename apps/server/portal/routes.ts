import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ServerContext } from '../context.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { changeRoutes } from './changeRoutes.ts';
import { calendarOf, portalDates } from './dates.ts';
import { documentRoutes } from './documentRoutes.ts';
import { portalEntries } from './entries.ts';
import { lineRoutes } from './lineRoutes.ts';
import { calendarRoute, datesRoute, entriesRoute, overviewRoute } from './operations.ts';
import { portalOverview } from './overview.ts';

/** Adds the routes of the portal's reading side. */
export function portalRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(entriesRoute, async (c) => {
    const page = await portalEntries(context, c.req.valid('query'));
    return page.ok ? c.json(page.value, 200) : (problemAnswer(c, page.problems) as never);
  });

  app.openapi(overviewRoute, async (c) => {
    const overview = await portalOverview(context, c.req.valid('param').customer);
    return overview ? c.json(overview, 200) : (problemAnswer(c, [notFound('such customer')]) as never);
  });

  app.openapi(datesRoute, async (c) => {
    const dates = await portalDates(context, c.req.valid('param').customer);
    return dates ? c.json(dates, 200) : (problemAnswer(c, [notFound('such customer')]) as never);
  });

  app.openapi(calendarRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const dates = await portalDates(context, customer);
    if (!dates) return problemAnswer(c, [notFound('such customer')]) as never;
    return c.body(calendarOf(customer, dates), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="dates.ics"',
    }) as never;
  });

  lineRoutes(app, context);
  changeRoutes(app, context);
  documentRoutes(app, context);
}
