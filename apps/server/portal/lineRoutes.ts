import type { OpenAPIHono } from '@hono/zod-openapi';
import type { ServerContext } from '../context.ts';
import { cursorAfter, readCursor } from '../http/cursor.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { countedWindow, evidencePage } from './evidence.ts';
import { evidenceFile } from './evidenceFile.ts';
import { portalGroups } from './groups.ts';
import { portalLine } from './line.ts';
import { evidenceFileRoute, evidenceRoute, fileTypes, groupsRoute, lineRoute } from './operations.ts';

/** Adds the routes of one clause: its use over time, its groups, and who and what was counted. */
export function lineRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(lineRoute, async (c) => {
    const line = await portalLine(context, c.req.valid('param'), c.req.valid('query').group);
    return line ? c.json(line, 200) : (problemAnswer(c, [notFound('such line')]) as never);
  });

  app.openapi(groupsRoute, async (c) => {
    const page = await portalGroups(context, c.req.valid('param'), c.req.valid('query'));
    return page.ok ? c.json(page.value, 200) : (problemAnswer(c, page.problems) as never);
  });

  app.openapi(evidenceRoute, async (c) => {
    const { cursor, limit, ...asked } = c.req.valid('query');
    const key = readCursor(cursor, 1, ([skip]) => Number.isSafeInteger(skip) && Number(skip) >= 0);
    if (!key.ok) return problemAnswer(c, key.problems) as never;
    const skip = Number(key.value?.[0] ?? 0);
    const place = { ...c.req.valid('param'), ...asked };
    const counted = await countedWindow(context, place);
    if (!counted) return problemAnswer(c, [notFound('such window')]) as never;
    const page = evidencePage(place, counted, { skip, limit });
    const next = skip + limit < counted.rows.length ? cursorAfter([skip + limit]) : null;
    return c.json({ ...page, next }, 200);
  });

  app.openapi(evidenceFileRoute, async (c) => {
    const { format, ...asked } = c.req.valid('query');
    const place = { ...c.req.valid('param'), ...asked };
    const counted = await countedWindow(context, place);
    if (!counted) return problemAnswer(c, [notFound('such window')]) as never;
    const name = `counted-${place.agreement}-${place.clause}`.replace(/[^A-Za-z0-9.-]+/g, '-');
    return c.body(new Uint8Array(evidenceFile(counted, format)), 200, {
      'content-type': fileTypes[format],
      'content-disposition': `attachment; filename="${name}.${format}"`,
    }) as never;
  });
}
