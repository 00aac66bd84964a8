import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type Result, success } from '#platform/problem.ts';
import type { TableOptions } from '#platform/table/table.ts';
import { tableLimits } from '#platform/table/table.ts';
import type { ServerContext } from '../context.ts';
import { pageQuery, readCursor } from '../http/cursor.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { type Download, exported, type FileFormat, template } from './files.ts';
import {
  ApplyOrder,
  fileQuery,
  ImportsPage,
  ImportView,
  KindName,
  KindsView,
  MapOrder,
  problems,
  RowsPage,
  rowsQuery,
  UndoneView,
  UndoOrder,
} from './schemas.ts';
import { apply, preview, receive, setMap, undo } from './service.ts';
import { importsView, importView, kindsView, rowsView } from './views.ts';

const idParam = z.object({
  id: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 50),
});
const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
});
const body = <T extends z.ZodType>(schema: T) => ({
  content: { 'application/json': { schema } },
  required: true,
});
const refusals = { 404: problems, 409: problems, 422: problems };

const kindsRoute = createRoute({
  method: 'get',
  path: '/v1/paper-kinds',
  summary: 'What can be brought in as a table, each kind with its columns explained',
  responses: { 200: json(KindsView, 'Kinds') },
});
const uploadRoute = createRoute({
  method: 'post',
  path: '/v1/paper-imports',
  summary: 'Send a CSV or .xlsx file as the body; it is read, and nothing of it counts yet',
  request: {
    query: fileQuery,
    body: {
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
  responses: {
    201: json(ImportView, 'The file as a table, and what its columns most likely are'),
    422: problems,
  },
});
const listRoute = createRoute({
  method: 'get',
  path: '/v1/paper-imports',
  summary: 'Files that were brought in, the latest first',
  request: { query: pageQuery },
  responses: { 200: json(ImportsPage, 'Imports'), 422: problems },
});
const oneRoute = createRoute({
  method: 'get',
  path: '/v1/paper-imports/{id}',
  summary: 'One import: its table, its map, and how far it has come',
  request: { params: idParam },
  responses: { 200: json(ImportView, 'Import'), 404: problems },
});
const mapRoute = createRoute({
  method: 'put',
  path: '/v1/paper-imports/{id}/map',
  summary:
    'Say which sheet and header to read, what the columns are, and how values are written; it is remembered',
  request: { params: idParam, body: body(MapOrder) },
  responses: { 200: json(ImportView, 'Import'), ...refusals },
});
const previewRoute = createRoute({
  method: 'post',
  path: '/v1/paper-imports/{id}/preview',
  summary: 'Work out what each row would change; nothing is written but the preview',
  request: { params: idParam },
  responses: { 200: json(ImportView, 'Import with its counts and the digest to apply'), ...refusals },
});
const rowsRoute = createRoute({
  method: 'get',
  path: '/v1/paper-imports/{id}/rows',
  summary: 'The rows of an import: what each changes, field by field, or why it is refused',
  request: { params: idParam, query: rowsQuery },
  responses: { 200: json(RowsPage, 'Rows'), 404: problems, 422: problems },
});
const applyRoute = createRoute({
  method: 'post',
  path: '/v1/paper-imports/{id}/apply',
  summary:
    'Take exactly what was previewed; where something changed meanwhile nothing is taken (409 preview_outdated)',
  request: { params: idParam, body: body(ApplyOrder) },
  responses: { 200: json(ImportView, 'Import'), ...refusals },
});
const undoRoute = createRoute({
  method: 'post',
  path: '/v1/paper-imports/{id}/undo',
  summary: 'Take a whole import back; rows changed since are named (409 undo_touched) or left',
  request: { params: idParam, body: body(UndoOrder) },
  responses: { 200: json(UndoneView, 'What was undone, and what was left'), ...refusals },
});

/** Adds the routes by which papers come in as tables, and go out again. */
export function paperRoutes(app: OpenAPIHono, context: ServerContext): void {
  const shown = async (c: Context, done: Result<number>, status: 200 | 201 = 200) => {
    if (!done.ok) return problemAnswer(c, done.problems) as never;
    const view = await importView(context, done.value);
    return view ? (c.json(view, status) as never) : (problemAnswer(c, [notFound('such import')]) as never);
  };
  app.openapi(kindsRoute, (c) => c.json(kindsView(), 200));
  app.openapi(uploadRoute, async (c) => {
    const { kind, file } = c.req.valid('query');
    const bytes = await bodyBytes(c);
    return shown(c, await receive(context, { kind, fileName: file, bytes }), 201);
  });
  app.openapi(listRoute, async (c) => {
    const { cursor, limit } = c.req.valid('query');
    const after = readCursor(cursor, 1);
    if (!after.ok) return problemAnswer(c, after.problems) as never;
    return c.json(await importsView(context, limit, numberIn(after.value)), 200);
  });
  app.openapi(oneRoute, async (c) => shown(c, success(c.req.valid('param').id)));
  app.openapi(mapRoute, async (c) => {
    const { map, ...options } = c.req.valid('json');
    const order = { ...(options as TableOptions), map };
    return shown(c, await setMap(context, c.req.valid('param').id, order));
  });
  app.openapi(previewRoute, async (c) => shown(c, await preview(context, c.req.valid('param').id)));
  app.openapi(rowsRoute, async (c) => {
    const { cursor, limit, outcome } = c.req.valid('query');
    const after = readCursor(cursor, 1);
    if (!after.ok) return problemAnswer(c, after.problems) as never;
    const page = { outcome, limit, after: numberIn(after.value) ?? 0 };
    const rows = await rowsView(context, c.req.valid('param').id, page);
    return rows ? c.json(rows, 200) : (problemAnswer(c, [notFound('such import')]) as never);
  });
  app.openapi(applyRoute, async (c) =>
    shown(c, await apply(context, c.req.valid('param').id, c.req.valid('json'))),
  );
  app.openapi(undoRoute, async (c) => {
    const done = await undo(context, c.req.valid('param').id, c.req.valid('json').leaveChanged);
    if (!done.ok) return problemAnswer(c, done.problems) as never;
    return c.json({ ...done.value, left: [...done.value.left] }, 200);
  });
  downloads(app, context);
}

function numberIn(key: readonly (string | number | null)[] | null): number | null {
  const [first] = key ?? [];
  return typeof first === 'number' && Number.isSafeInteger(first) ? first : null;
}

/** Reads at most what a table may hold and a byte more, so that a body without end does not fill the memory. */
async function bodyBytes(c: Context): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of (c.req.raw.body ?? []) as AsyncIterable<Uint8Array>) {
    parts.push(part);
    length += part.length;
    if (length > tableLimits.bytes) break;
  }
  return new Uint8Array(Buffer.concat(parts));
}

const fileParam = z.object({ kind: KindName, format: z.enum(['csv', 'xlsx']) });
const download = {
  200: {
    description: 'The file',
    content: {
      'text/csv': { schema: z.string() },
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
        schema: z.string().openapi({ format: 'binary' }),
      },
    },
  },
};

function downloads(app: OpenAPIHono, context: ServerContext): void {
  const route = (path: '/v1/paper-templates' | '/v1/paper-exports', summary: string) =>
    createRoute({
      method: 'get',
      path: `${path}/{kind}/{format}`,
      summary,
      request: { params: fileParam },
      responses: download,
    });
  const empty = route(
    '/v1/paper-templates',
    'An empty table of a kind, with one example row and its columns explained',
  );
  app.openapi(empty, (c) => {
    const { kind, format } = c.req.valid('param');
    return sent(c, template(kind, format as FileFormat)) as never;
  });
  const full = route(
    '/v1/paper-exports',
    'All that is known of a kind as a table; brought in again it changes nothing',
  );
  app.openapi(full, async (c) => {
    const { kind, format } = c.req.valid('param');
    return sent(c, await exported(context, kind, format as FileFormat)) as never;
  });
}

function sent(c: Context, { name, type, bytes }: Download): Response {
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${name}"`,
  });
}
