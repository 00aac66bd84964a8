import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { readCustomer } from '#business/customers/customer.store.ts';
import { parseInstant } from '#platform/instant.ts';
import type { Problem } from '#platform/problem.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import { bodyOf, jsonOf, problemContent } from '../http/answers.ts';
import { expectedVersion, setVersion, versionHeader } from '../http/etag.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { readText, revoke, saveText, standing } from './edit.ts';
import {
  AgreementDocument,
  AgreementList,
  AgreementPreview,
  AgreementText,
  PreviewOrder,
  RevokeOrder,
} from './schemas.ts';
import { agreementEntries, documentView, previewView } from './view.ts';

const Customer = z.object({ customer: z.string() });
const One = Customer.extend({ agreement: z.string() });
const document = { description: 'The agreement', content: jsonOf(AgreementDocument) };
const changed = {
  200: document,
  404: problemContent,
  412: problemContent,
  422: problemContent,
  428: problemContent,
};
const path = '/v1/customers/{customer}/agreements';

const listRoute = createRoute({
  method: 'get',
  path,
  summary: 'The agreements of a customer',
  request: { params: Customer },
  responses: {
    200: { description: 'Agreements', content: jsonOf(AgreementList) },
    404: problemContent,
  },
});
const readRoute = createRoute({
  method: 'get',
  path: `${path}/{agreement}`,
  summary: 'One agreement as it is edited: its YAML, and the same as a form; its version is the ETag',
  request: { params: One },
  responses: { 200: document, 404: problemContent },
});
const previewRoute = createRoute({
  method: 'post',
  path: `${path}/preview`,
  summary: 'What saving a text would change, and from when to when; nothing is saved',
  request: { params: Customer, body: bodyOf(PreviewOrder) },
  responses: {
    200: { description: 'What would change', content: jsonOf(AgreementPreview) },
    404: problemContent,
    422: problemContent,
  },
});
const createOne = createRoute({
  method: 'post',
  path,
  summary: 'Create an agreement from its text (YAML or JSON of the form agreement/1)',
  request: { params: Customer, body: bodyOf(AgreementText) },
  responses: { 201: document, 404: problemContent, 422: problemContent },
});
const saveRoute = createRoute({
  method: 'put',
  path: `${path}/{agreement}`,
  summary:
    'Save an edited text (If-Match): what is new is recorded, a changed text corrected, an amendment taken out withdrawn',
  request: { params: One, headers: versionHeader, body: bodyOf(AgreementText) },
  responses: changed,
});
const revokeRoute = createRoute({
  method: 'post',
  path: `${path}/{agreement}/variations/{variation}/revoke`,
  summary: 'End a permit or forbearance early (If-Match), never before now',
  request: {
    params: One.extend({ variation: z.string() }),
    headers: versionHeader,
    body: bodyOf(RevokeOrder),
  },
  responses: changed,
});

/** Adds the routes by which agreements are created and edited. */
export function agreementRoutes(app: OpenAPIHono, context: ServerContext): void {
  const shown = async (c: Context, customer: string, id: string, status: 200 | 201 = 200) => {
    const known = await asStaffOf(context, customer, (tx) => standing(tx, customer, id));
    if (!known) return problemAnswer(c, [notFound('such agreement')]) as never;
    setVersion(c, known.version);
    return c.json(documentView(known), status) as never;
  };
  const refused = (c: Context, problems: readonly Problem[]) => problemAnswer(c, problems) as never;

  app.openapi(listRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const items = await asStaffOf(context, customer, async (tx) =>
      (await readCustomer(tx, customer)) ? agreementEntries(tx, customer) : undefined,
    );
    if (!items) return refused(c, [notFound('such customer')]);
    return c.json({ items, next: null, total: items.length }, 200);
  });

  app.openapi(readRoute, (c) => {
    const { customer, agreement } = c.req.valid('param');
    return shown(c, customer, agreement);
  });

  app.openapi(previewRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const { text, agreement: id } = c.req.valid('json');
    const file = readText(text, customer, id);
    if (!file.ok) return refused(c, file.problems);
    const preview = await asStaffOf(context, customer, async (tx) =>
      (await readCustomer(tx, customer))
        ? previewView(file.value, await standing(tx, customer, id ?? ''), context.clock())
        : undefined,
    );
    if (!preview) return refused(c, [notFound('such customer')]);
    return preview.ok ? c.json(preview.value, 200) : refused(c, preview.problems);
  });

  app.openapi(createOne, async (c) => {
    const { customer } = c.req.valid('param');
    const file = readText(c.req.valid('json').text, customer);
    if (!file.ok) return refused(c, file.problems);
    const saved = await saveText(context, { customer, file: file.value, seen: 0 });
    return saved.ok ? shown(c, customer, saved.value, 201) : refused(c, saved.problems);
  });

  app.openapi(saveRoute, async (c) => {
    const seen = expectedVersion(c);
    if (!seen.ok) return refused(c, seen.problems);
    const { customer, agreement } = c.req.valid('param');
    const file = readText(c.req.valid('json').text, customer, agreement);
    if (!file.ok) return refused(c, file.problems);
    // Version 0 would create an agreement where one was to be changed.
    const wish = { customer, file: file.value, seen: Math.max(1, seen.value) };
    const saved = await saveText(context, wish);
    return saved.ok ? shown(c, customer, agreement) : refused(c, saved.problems);
  });

  app.openapi(revokeRoute, async (c) => {
    const seen = expectedVersion(c);
    if (!seen.ok) return refused(c, seen.problems);
    const { customer, agreement: id, variation } = c.req.valid('param');
    const { at } = c.req.valid('json');
    const of = { customer, id, variation, seen: seen.value };
    const saved = await revoke(context, of, at === undefined ? undefined : parseInstant(at));
    return saved.ok ? shown(c, customer, id) : refused(c, saved.problems);
  });
}
