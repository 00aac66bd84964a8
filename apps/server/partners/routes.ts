import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { customerIds } from '#business/customers/customer.store.ts';
import { partners, partnerVersions, savePartners } from '#business/partners/partner.store.ts';
import type { Partner } from '#business/partners/partner.ts';
import { partnerFromFields } from '#business/partners/partnerFields.ts';
import type { Tx } from '#platform/database/scope.ts';
import { failure, type Problem, type Result, success } from '#platform/problem.ts';
import { asStaff, type ServerContext } from '../context.ts';
import { bodyOf, jsonOf, problemContent } from '../http/answers.ts';
import { changedMeanwhile, expectedVersion, setVersion, versionHeader } from '../http/etag.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { PartnerDocument, PartnerForm, PartnerList } from './schemas.ts';

const document = { description: 'The partner', content: jsonOf(PartnerDocument) };
const One = z.object({ partner: z.string() });
type Form = z.infer<typeof PartnerForm>;

const listRoute = createRoute({
  method: 'get',
  path: '/v1/partners',
  summary: 'All partners with the customers they sell to or speak for',
  responses: { 200: { description: 'Partners', content: jsonOf(PartnerList) } },
});
const createOne = createRoute({
  method: 'post',
  path: '/v1/partners',
  summary: 'Create a partner',
  request: { body: bodyOf(PartnerForm) },
  responses: { 201: document, 422: problemContent },
});
const readRoute = createRoute({
  method: 'get',
  path: '/v1/partners/{partner}',
  summary: 'One partner; its version is the ETag',
  request: { params: One },
  responses: { 200: document, 404: problemContent },
});
const changeRoute = createRoute({
  method: 'put',
  path: '/v1/partners/{partner}',
  summary: 'Change a partner (If-Match: the version that was seen); the id stays',
  request: { params: One, headers: versionHeader, body: bodyOf(PartnerForm) },
  responses: {
    200: document,
    404: problemContent,
    412: problemContent,
    422: problemContent,
    428: problemContent,
  },
});

/** Adds the routes by which partners are listed, created and edited. */
export function partnerRoutes(app: OpenAPIHono, context: ServerContext): void {
  const all = () =>
    asStaff(context, async (tx) => {
      const versions = await partnerVersions(tx);
      return (await partners(tx)).map((one) => view(one, versions.get(one.id) ?? 1));
    });
  const shown = async (c: Context, id: string, status: 200 | 201 = 200) => {
    const known = (await all()).find((one) => one.id === id);
    if (!known) return problemAnswer(c, [notFound('such partner')]) as never;
    setVersion(c, known.version);
    return c.json(known, status) as never;
  };
  /** Writes a partner where `seen` is its version; 0: where there is none of this id yet. */
  const save = (form: Form, seen: number) => asStaff(context, async (tx) => saved(tx, form, seen, context));

  app.openapi(listRoute, async (c) => {
    const items = await all();
    return c.json({ items, next: null, total: items.length }, 200);
  });
  app.openapi(readRoute, (c) => shown(c, c.req.valid('param').partner));
  app.openapi(createOne, async (c) => {
    const made = await save(c.req.valid('json'), 0);
    return made.ok ? shown(c, made.value, 201) : (problemAnswer(c, made.problems) as never);
  });
  app.openapi(changeRoute, async (c) => {
    const seen = expectedVersion(c);
    if (!seen.ok) return problemAnswer(c, seen.problems) as never;
    const { partner: id } = c.req.valid('param');
    const done = await save({ ...c.req.valid('json'), id }, Math.max(1, seen.value));
    return done.ok ? shown(c, id) : (problemAnswer(c, done.problems) as never);
  });
}

async function saved(tx: Tx, form: Form, seen: number, { clock }: ServerContext): Promise<Result<string>> {
  const version = (await partnerVersions(tx, form.id)).get(form.id);
  if (seen === 0 && version !== undefined) return failure(taken(form.id));
  if (seen > 0 && version === undefined) return failure(notFound('such partner'));
  if (seen > 0 && version !== seen) return failure(changedMeanwhile('partner', version!));
  const known = new Set<string>(await customerIds(tx));
  const { sellsTo, speaksFor, ...texts } = form;
  const fields = { ...texts, sellsTo: sellsTo.join(','), speaksFor: speaksFor.join(',') };
  const read = partnerFromFields(fields, (customer) => known.has(customer));
  if (!read.ok) return read;
  await savePartners(tx, [read.value], clock());
  return success(read.value.id);
}

function view({ id, name, contact, sellsTo, speaksFor }: Partner, version: number) {
  const person = { contactName: contact.name, contactEmail: contact.email, contactRole: contact.role };
  return { id, name, ...person, sellsTo: [...sellsTo], speaksFor: [...speaksFor], version };
}

function taken(id: string): Problem {
  return {
    code: 'partner_taken',
    title: 'Id in use',
    detail: `There is a partner ${id} already.`,
    todo: 'Choose another id, or edit that partner.',
    pointer: '/id',
  };
}
