import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { knownCustomer } from '#business/customers/customer.store.ts';
import { customerToForm } from '#business/customers/customerForm.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import { FlagKind } from '../flags/schemas.ts';
import { bodyOf, jsonOf, problemContent } from '../http/answers.ts';
import { pageQuery, readCursor } from '../http/cursor.ts';
import { expectedVersion, setVersion, versionHeader } from '../http/etag.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { customersPage } from './page.ts';
import { changeCustomer, createCustomer } from './save.ts';
import { CustomerDocument, CustomerFormView, CustomerList } from './schemas.ts';

const word = z.string().max(200).optional();
const document = { description: 'The customer', content: jsonOf(CustomerDocument) };
const Customer = z.object({ customer: z.string() });

const listRoute = createRoute({
  method: 'get',
  path: '/v1/customers',
  summary: 'Customers by name; to be narrowed by words, segment, size, owner (e-mail) and flag in force',
  request: {
    query: pageQuery.extend({
      words: word,
      segment: word,
      size: word,
      owner: word,
      flag: FlagKind.optional(),
    }),
  },
  responses: { 200: { description: 'Customers', content: jsonOf(CustomerList) }, 422: problemContent },
});
const createOne = createRoute({
  method: 'post',
  path: '/v1/customers',
  summary: 'Create a customer',
  request: { body: bodyOf(CustomerFormView) },
  responses: { 201: document, 422: problemContent },
});
const readRoute = createRoute({
  method: 'get',
  path: '/v1/customers/{customer}',
  summary: 'One customer as it is edited; its version is the ETag',
  request: { params: Customer },
  responses: { 200: document, 404: problemContent },
});
const changeRoute = createRoute({
  method: 'put',
  path: '/v1/customers/{customer}',
  summary: 'Change a customer (If-Match: the version that was seen); the id stays',
  request: { params: Customer, headers: versionHeader, body: bodyOf(CustomerFormView) },
  responses: {
    200: document,
    404: problemContent,
    412: problemContent,
    422: problemContent,
    428: problemContent,
  },
});

/** Adds the routes by which customers are listed, created and edited. */
export function customerRoutes(app: OpenAPIHono, context: ServerContext): void {
  const shown = async (c: Context, id: string, status: 200 | 201 = 200) => {
    const known = await asStaffOf(context, id, (tx) => knownCustomer(tx, id));
    if (!known) return problemAnswer(c, [notFound('such customer')]) as never;
    setVersion(c, known.version);
    return c.json({ version: known.version, form: customerToForm(known.customer) }, status) as never;
  };

  app.openapi(listRoute, async (c) => {
    const { cursor, limit, ...filter } = c.req.valid('query');
    const after = readCursor(cursor, 2);
    if (!after.ok) return problemAnswer(c, after.problems) as never;
    return c.json(await customersPage(context, filter, after.value, limit), 200);
  });

  app.openapi(createOne, async (c) => {
    const made = await createCustomer(context, c.req.valid('json'));
    return made.ok ? shown(c, made.value, 201) : (problemAnswer(c, made.problems) as never);
  });

  app.openapi(readRoute, (c) => shown(c, c.req.valid('param').customer));

  app.openapi(changeRoute, async (c) => {
    const seen = expectedVersion(c);
    if (!seen.ok) return problemAnswer(c, seen.problems) as never;
    const { customer } = c.req.valid('param');
    const done = await changeCustomer(context, customer, c.req.valid('json'), seen.value);
    return done.ok ? shown(c, customer) : (problemAnswer(c, done.problems) as never);
  });
}
