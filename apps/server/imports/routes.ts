import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { importStatuses } from '#business/usage/importJob.ts';
import { findCustomers } from '#business/usage/importList.store.ts';
import { asStaff, type ServerContext } from '../context.ts';
import { pageQuery } from '../http/cursor.ts';
import { ProblemView } from '../pages.ts';
import { ReasonOrder } from '../reasoned.ts';
import {
  cancelImport,
  listPage,
  oneImport,
  preview,
  rejectedCsv,
  rejectedPage,
  restore,
  start,
  upload,
  usageFormats,
  withdraw,
} from './handlers.ts';
import {
  CustomersFound,
  FormatList,
  ImportDetail,
  ImportsPage,
  PreviewOrder,
  PreviewView,
  RejectedPage,
  StartOrder,
} from './schemas.ts';

const Customer = z.object({ customer: z.string() });
const One = Customer.extend({ import: z.string().regex(/^\d{1,18}$/, 'Give the number of an import.') });
const json = <S extends z.ZodType>(schema: S) => ({ 'application/json': { schema } });
const problems = {
  description: 'What was wrong',
  content: { 'application/problem+json': { schema: ProblemView } },
};
const path = '/v1/customers/{customer}/usage-imports/{import}';
const body = <S extends z.ZodType>(schema: S) => ({ required: true, content: json(schema) });
const detail = { description: 'The import', content: json(ImportDetail) };

const uploadRoute = createRoute({
  method: 'post',
  path: '/v1/customers/{customer}/usage-imports',
  summary: 'Upload a file of usage, of any size; it waits to be looked at, then imported',
  request: {
    params: Customer,
    query: z.object({ file: z.string().min(1).max(200) }),
    body: { content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } },
  },
  responses: { 201: detail, 404: problems, 422: problems, 507: problems },
});
const listRoute = createRoute({
  method: 'get',
  path: '/v1/usage-imports',
  summary: 'Imports of usage, of all customers or one, the latest first',
  request: {
    query: pageQuery.extend({
      customer: z.string().optional(),
      status: z.enum(importStatuses).optional(),
    }),
  },
  responses: { 200: { description: 'Imports', content: json(ImportsPage) }, 422: problems },
});
const formatsRoute = createRoute({
  method: 'get',
  path: '/v1/usage-formats',
  summary: 'The formats usage can come in, with their options',
  responses: { 200: { description: 'Formats', content: json(FormatList) } },
});
const customersRoute = createRoute({
  method: 'get',
  path: '/v1/usage-imports/customers',
  summary: 'Customers a file may be imported for, by words of their name; at most 20',
  request: { query: z.object({ words: z.string().max(200).default('') }) },
  responses: {
    200: {
      description: 'Customers',
      content: json(CustomersFound),
    },
  },
});
const oneRoute = createRoute({
  method: 'get',
  path,
  summary: 'One import: how far it is, then what became of every entry',
  request: { params: One },
  responses: { 200: detail, 404: problems },
});
const previewRoute = createRoute({
  method: 'post',
  path: `${path}/preview`,
  summary: 'Try an import on the first lines of its file; nothing is taken',
  request: { params: One, body: body(PreviewOrder) },
  responses: {
    200: { description: 'What it would do', content: json(PreviewView) },
    404: problems,
    409: problems,
  },
});
const startRoute = createRoute({
  method: 'post',
  path: `${path}/start`,
  summary: 'Import a file that waits, with its format and options, which are remembered',
  request: { params: One, body: body(StartOrder) },
  responses: { 200: detail, 404: problems, 409: problems, 422: problems },
});
const cancelRoute = createRoute({
  method: 'post',
  path: `${path}/cancel`,
  summary: 'Cancel an import that has not ended; nothing of it is taken',
  request: { params: One },
  responses: { 200: detail, 404: problems, 409: problems },
});
const rejectedRoute = createRoute({
  method: 'get',
  path: `${path}/rejections`,
  summary: 'Entries that were not taken, with line and reason; at most 1,000 are kept of each import',
  request: { params: One, query: pageQuery },
  responses: {
    200: { description: 'Rejected', content: json(RejectedPage) },
    404: problems,
    422: problems,
  },
});
const csvRoute = createRoute({
  method: 'get',
  path: `${path}/rejections.csv`,
  summary: 'The same as a table (CSV); no cell is read as a formula',
  request: { params: One },
  responses: {
    200: { description: 'CSV', content: { 'text/csv': { schema: z.string() } } },
    404: problems,
  },
});
const withdrawRoute = createRoute({
  method: 'post',
  path: `${path}/withdraw`,
  summary: 'Undo a whole import: what only it brought counts no more',
  request: { params: One, body: body(ReasonOrder) },
  responses: { 200: detail, 404: problems, 409: problems, 422: problems },
});
const restoreRoute = createRoute({
  method: 'post',
  path: `${path}/restore`,
  summary: 'Take back the undoing of an import: it counts again',
  request: { params: One, body: body(ReasonOrder) },
  responses: { 200: detail, 404: problems, 409: problems, 422: problems },
});

/** Adds the routes of imports of usage: uploading, looking before taking, progress, report, undoing. */
export function usageImportRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(
    uploadRoute,
    (c) => upload(c, context, c.req.valid('param').customer, c.req.valid('query').file) as never,
  );
  app.openapi(listRoute, (c) => listPage(c, context, c.req.valid('query')) as never);
  app.openapi(formatsRoute, (c) => c.json({ items: usageFormats() }, 200));
  app.openapi(customersRoute, async (c) => {
    const { words } = c.req.valid('query');
    return c.json({ items: await asStaff(context, (tx) => findCustomers(tx, words)) }, 200);
  });
  app.openapi(csvRoute, (c) => rejectedCsv(c, context, c.req.valid('param')) as never);
  app.openapi(oneRoute, (c) => oneImport(c, context, c.req.valid('param')) as never);
  app.openapi(previewRoute, (c) => preview(c, context, c.req.valid('param'), c.req.valid('json')) as never);
  app.openapi(startRoute, (c) => start(c, context, c.req.valid('param'), c.req.valid('json')) as never);
  app.openapi(cancelRoute, (c) => cancelImport(c, context, c.req.valid('param')) as never);
  app.openapi(
    rejectedRoute,
    (c) => rejectedPage(c, context, c.req.valid('param'), c.req.valid('query')) as never,
  );
  app.openapi(
    withdrawRoute,
    (c) => withdraw(c, context, c.req.valid('param'), c.req.valid('json').reason) as never,
  );
  app.openapi(
    restoreRoute,
    (c) => restore(c, context, c.req.valid('param'), c.req.valid('json').reason) as never,
  );
}
