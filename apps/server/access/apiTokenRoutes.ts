import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { inAccess } from '#business/identity/accessScope.store.ts';
import {
  type ApiToken,
  makeApiToken,
  readApiTokens,
  revokeApiToken,
} from '#business/identity/apiToken.store.ts';
import { staffRoles } from '#business/identity/roles.ts';
import { isFresh } from '#business/identity/session.ts';
import { after, day, formatInstant } from '#platform/instant.ts';
import { bodyOf, jsonOf, problemContent } from '../http/answers.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { type Access, sessionOfRequest } from './identify.ts';
import { sessionNeeded, signInAgain } from './refusals.ts';
import { nameField } from './schemas.ts';
import { whoAsks } from './whoAsks.ts';

/** A program never runs the installation: it makes no people and no tokens. */
const roles = staffRoles.filter((role) => role !== 'administrator');
const TokenRole = z.enum(roles as [string, ...string[]]);

const TokenView = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.string(),
    createdAt: z.string(),
    createdBy: z.string(),
    until: z.string(),
    /** When it was used the last time, to the minute. */
    usedAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
  })
  .openapi('ApiToken');
const Tokens = z
  .object({ items: z.array(TokenView), next: z.null(), total: z.number().int() })
  .openapi('ApiTokens');
const NewToken = TokenView.extend({
  /** Shown this once: only a digest of it is kept. */
  token: z.string(),
}).openapi('NewApiToken');
const TokenOrder = z
  .strictObject({
    name: nameField,
    role: TokenRole,
    /** After how many days it ends. */
    days: z.number().int().min(1).max(366),
  })
  .openapi('ApiTokenOrder');
const path = '/v1/api-tokens';

const listRoute = createRoute({
  method: 'get',
  path,
  summary: 'The tokens of programs that work here, without what opens the door',
  responses: { 200: { description: 'Tokens', content: jsonOf(Tokens) } },
});
const makeRoute = createRoute({
  method: 'post',
  path,
  summary: 'Make a token for a program; it is shown this once',
  request: { body: bodyOf(TokenOrder) },
  responses: {
    200: { description: 'The token', content: jsonOf(NewToken) },
    403: problemContent,
    422: problemContent,
  },
});
const revokeRoute = createRoute({
  method: 'post',
  path: `${path}/{token}/revoke`,
  summary: 'Revoke a token for good',
  request: { params: z.object({ token: z.string() }) },
  responses: { 200: { description: 'Tokens', content: jsonOf(Tokens) }, 404: problemContent },
});

/** Adds the tokens of programs: an administrator makes them, freshly signed in. */
export function apiTokenRoutes(app: OpenAPIHono, access: Access): void {
  const { pool, clock } = access.context;
  const list = async () => {
    const items = (await inAccess(pool, whoAsks().account, readApiTokens)).map(tokenView);
    return { items, next: null, total: items.length };
  };

  app.openapi(listRoute, async (c) => c.json(await list(), 200));

  app.openapi(makeRoute, async (c) => {
    const live = await sessionOfRequest(access, c);
    if (!live) return problemAnswer(c, [sessionNeeded]) as never;
    const now = clock();
    if (!isFresh(live, now)) return problemAnswer(c, [signInAgain]) as never;
    const { name, role, days } = c.req.valid('json');
    const createdBy = live.account.id;
    const until = after(now, days * day);
    const made = await inAccess(pool, createdBy, (tx) =>
      makeApiToken(tx, { name, role: role as ApiToken['role'], until, createdBy, now }),
    );
    c.header('cache-control', 'no-store');
    return c.json({ ...tokenView(made), token: made.token }, 200);
  });

  app.openapi(revokeRoute, async (c) => {
    const by = { actor: whoAsks().account, now: clock() };
    const revoked = await inAccess(pool, by.actor, (tx) =>
      revokeApiToken(tx, c.req.valid('param').token, by),
    );
    return (
      revoked ? c.json(await list(), 200) : problemAnswer(c, [notFound('such token in force')])
    ) as never;
  });
}

function tokenView({ id, name, role, createdBy, ...token }: ApiToken): z.infer<typeof TokenView> {
  const text = (at: ApiToken['usedAt']) => (at === null ? null : formatInstant(at));
  return {
    ...{ id, name, role, createdBy, createdAt: formatInstant(token.createdAt) },
    ...{ until: formatInstant(token.until), usedAt: text(token.usedAt), revokedAt: text(token.revokedAt) },
  };
}
