import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { readCustomer } from '#business/customers/customer.store.ts';
import { checkText } from '#business/usage/import/limits.ts';
import {
  addScimToken,
  readScimTokens,
  revokeScimToken,
  type ScimToken,
} from '#business/usage/scim/scimToken.store.ts';
import { formatInstant } from '#platform/instant.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import { bodyOf, jsonOf, problemContent } from '../http/answers.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { newToken } from './access.ts';

const key = (name: string) =>
  z
    .string()
    .trim()
    .refine(
      (text) => !('detail' in checkText(name, text)),
      `Give a ${name} of one line, at most 512 characters.`,
    );

const TokenView = z
  .object({
    id: z.string(),
    source: z.string(),
    feature: z.string(),
    createdAt: z.string(),
    createdBy: z.string(),
    /** When it opened the door the last time, to the minute. */
    usedAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
  })
  .openapi('ScimToken');
const NewToken = TokenView.extend({
  /** Shown this once: only a digest of it is kept. */
  token: z.string(),
  /** The path the directory is to be given, after the address of this server. */
  path: z.string(),
}).openapi('NewScimToken');
const TokenOrder = z.object({ source: key('source'), feature: key('feature') }).openapi('ScimTokenOrder');
const params = z.object({ customer: z.string() });
const path = '/v1/customers/{customer}/scim-tokens';

const listRoute = createRoute({
  method: 'get',
  path,
  summary: 'The doors for directories of a customer (SCIM 2.0), without what opens them',
  request: { params },
  responses: {
    200: {
      description: 'Tokens',
      content: jsonOf(z.object({ path: z.string(), items: z.array(TokenView) }).openapi('ScimTokens')),
    },
    404: problemContent,
  },
});
const createTokenRoute = createRoute({
  method: 'post',
  path,
  summary: 'Make a token for the directory of a customer; it is shown this once',
  request: { params, body: bodyOf(TokenOrder) },
  responses: {
    200: { description: 'The token', content: jsonOf(NewToken) },
    404: problemContent,
    409: problemContent,
  },
});
const revokeRoute = createRoute({
  method: 'post',
  path: `${path}/{token}/revoke`,
  summary: 'Revoke a token for good; the users it brought stay as they are',
  request: { params: params.extend({ token: z.string() }) },
  responses: {
    200: {
      description: 'Revoked',
      content: jsonOf(z.object({ revoked: z.literal(true) }).openapi('ScimTokenRevoked')),
    },
    404: problemContent,
  },
});

/** Adds the routes by which staff make and revoke the tokens of directories. */
export function scimTokenRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(listRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const tokens = await asStaffOf(context, customer, async (tx) =>
      (await readCustomer(tx, customer)) ? readScimTokens(tx, customer) : undefined,
    );
    if (!tokens) return problemAnswer(c, [notFound('such customer')]) as never;
    return c.json({ path: doorOf(customer), items: tokens.map(tokenView) }, 200);
  });

  app.openapi(createTokenRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const { id, token, digest } = newToken();
    const made = { id, digest, ...c.req.valid('json'), createdAt: context.clock(), createdBy: context.actor };
    const done = await asStaffOf(context, customer, async (tx) =>
      (await readCustomer(tx, customer)) ? { taken: await addScimToken(tx, customer, made) } : undefined,
    );
    if (!done) return problemAnswer(c, [notFound('such customer')]) as never;
    if (done.taken !== undefined) return problemAnswer(c, [otherFeature(done.taken)]) as never;
    const view = tokenView({ ...made, usedAt: null, revokedAt: null, revokedBy: null });
    c.header('cache-control', 'no-store');
    return c.json({ ...view, token, path: doorOf(customer) }, 200);
  });

  app.openapi(revokeRoute, async (c) => {
    const { customer, token } = c.req.valid('param');
    const deed = { at: context.clock(), by: context.actor };
    const revoked = await asStaffOf(context, customer, (tx) => revokeScimToken(tx, customer, token, deed));
    return revoked
      ? c.json({ revoked: true as const }, 200)
      : (problemAnswer(c, [notFound('such token in force')]) as never);
  });
}

function doorOf(customer: string): string {
  return `/scim/v2/${encodeURIComponent(customer)}`;
}

function tokenView({ id, source, feature, createdBy, ...token }: ScimToken): z.infer<typeof TokenView> {
  const text = (at: ScimToken['usedAt']) => (at === null ? null : formatInstant(at));
  return {
    ...{ id, source, feature, createdBy, createdAt: formatInstant(token.createdAt) },
    usedAt: text(token.usedAt),
    revokedAt: text(token.revokedAt),
  };
}

function otherFeature(feature: string) {
  return {
    code: 'scim_source_taken',
    title: 'This source has another feature',
    detail: `Users of this source hold seats of ${feature}.`,
    todo: 'Give the directory a source name of its own, or the same feature.',
    pointer: '/source',
  };
}
