import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { sql } from 'kysely';
import { usageLock } from '#business/usage/partial.store.ts';
import { withScope } from '#platform/database/scope.ts';
import type { ServerContext } from '../context.ts';
import { longestOrder } from '../requests.ts';
import { failureLimit, idOf, openedBy } from './access.ts';
import {
  createGroup,
  groupOf,
  groupsOf,
  groupView,
  patchGroup,
  removeGroup,
  replaceGroup,
} from './groups.ts';
import { discovery, filtered, type Kind, type Query, type Resource, ScimError, shown } from './protocol.ts';
import type { ScimSession } from './session.ts';
import { createUser, patchUser, removeUser, replaceUser, userOf, usersFor, userView } from './users.ts';

type Answer = { readonly status: 200 | 201 | 204 | 304; readonly body: Resource | null };
const folders: Readonly<Record<string, Kind>> = { Users: 'User', Groups: 'Group' };
const documents: ReadonlySet<string> = new Set(['ServiceProviderConfig', 'ResourceTypes', 'Schemas']);
const longestPage = 500;

/** Adds the door for directories (SCIM 2.0, RFC 7644): one for each customer, opened by a token of its own. */
export function scimRoutes(app: OpenAPIHono, context: ServerContext): void {
  const limit = failureLimit();
  const tooLong = bodyLimit({
    maxSize: longestOrder,
    onError: (c) => refused(c, new ScimError(413, null, 'The body is longer than 1 MB.')),
  });
  app.all('/scim/v2/:customer/*', tooLong, async (c) => {
    try {
      return await answer(c, context, limit);
    } catch (error) {
      const problem = scimErrorOf(error);
      if (!problem) throw error;
      return refused(c, problem);
    }
  });
  app.all('/scim/*', (c) => refused(c, new ScimError(404, null, 'There is nothing at this address.')));
}

async function answer(
  c: Context,
  context: ServerContext,
  limit: ReturnType<typeof failureLimit>,
): Promise<Response> {
  const customer = c.req.param('customer')!;
  const header = c.req.header('authorization');
  const now = context.clock();
  const door = JSON.stringify([customer, idOf(header)]);
  limit.check(door, now);
  const body = await bodyOf(c);
  const done = await withScope(context.pool, { customers: [customer], actor: 'scim' }, async (tx) => {
    const token = await openedBy(tx, customer, header, now);
    // As every import does, first of all locks: what two requests do to one user never overlaps.
    if (c.req.method !== 'GET') await sql`SELECT pg_advisory_xact_lock(${usageLock(customer)})`.execute(tx);
    const directory = { customer, source: token.source };
    const base = `${new URL(c.req.url).origin}/scim/v2/${encodeURIComponent(customer)}`;
    // Looked at again behind the lock: changes of one user follow each other.
    return carryOut(c, { tx, directory, token, base, now: context.clock() }, body);
  }).catch((error: unknown) => {
    if (error instanceof ScimError && error.status === 401) limit.failed(door, now);
    throw error;
  });
  if (c.req.method !== 'GET') context.wake();
  return written(c, done);
}

async function carryOut(c: Context, session: ScimSession, body: unknown): Promise<Answer> {
  const [, , , , name = '', id, ...more] = new URL(c.req.url).pathname.split('/').map(decodeURIComponent);
  const { method } = c.req;
  const kind = folders[name];
  if (more.length > 0 || (!kind && !documents.has(name)))
    throw new ScimError(404, null, 'There is nothing at this address.');
  if (!kind && method !== 'GET') throw notAllowed;
  if (!kind) return { status: 200, body: await discovery(name, id) };
  if (id === undefined || id === '') return collection(c, session, kind, body);
  return one(c, session, kind, id, body);
}

const notAllowed = new ScimError(405, null, 'This cannot be done here.');

async function collection(c: Context, session: ScimSession, kind: Kind, body: unknown): Promise<Answer> {
  const query = queryOf(c);
  if (c.req.method === 'POST') {
    const made =
      kind === 'User'
        ? userView(await createUser(session, body))
        : groupView(await createGroup(session, body));
    return { status: 201, body: shown(kind, made, placeOf(session, kind), query) };
  }
  if (c.req.method !== 'GET') throw notAllowed;
  const all = kind === 'User' ? await usersFor(session, query) : await groupsOf(session);
  const matching = filtered(kind, all, query);
  const startIndex = Math.max(1, wholeNumber(c, 'startIndex', 1));
  const count = Math.min(longestPage, Math.max(0, wholeNumber(c, 'count', 100)));
  const page = matching.slice(startIndex - 1, startIndex - 1 + count);
  const resources = page.map((resource) => shown(kind, resource, placeOf(session, kind), query));
  return {
    status: 200,
    body: {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: matching.length,
      startIndex,
      itemsPerPage: resources.length,
      Resources: resources,
    },
  };
}

async function one(c: Context, session: ScimSession, kind: Kind, id: string, body: unknown): Promise<Answer> {
  const view = (resource: Resource): Answer => ({
    status: 200,
    body: shown(kind, resource, placeOf(session, kind), queryOf(c)),
  });
  if (kind === 'User') {
    const user = await userOf(session, id);
    if (unchanged(c, user.version)) return { status: 304, body: null };
    if (c.req.method === 'GET') return view(userView(user));
    if (c.req.method === 'PUT') return view(userView(await replaceUser(session, user, body)));
    if (c.req.method === 'PATCH') return view(userView(await patchUser(session, user, body)));
    if (c.req.method === 'DELETE') return gone(removeUser(session, user));
  } else {
    const group = await groupOf(session, id);
    if (unchanged(c, group.version)) return { status: 304, body: null };
    if (c.req.method === 'GET') return view(groupView(group));
    if (c.req.method === 'PUT') return view(groupView(await replaceGroup(session, group, body)));
    if (c.req.method === 'PATCH') return view(groupView(await patchGroup(session, group, body)));
    if (c.req.method === 'DELETE') return gone(removeGroup(session, group));
  }
  throw notAllowed;
}

async function gone(removed: Promise<void>): Promise<Answer> {
  await removed;
  return { status: 204, body: null };
}

/** Whether whoever reads has this version already; refuses a change made from another one. */
function unchanged(c: Context, version: number): boolean {
  const names = (header: string | undefined) => header === '*' || (header ?? '').includes(`"${version}"`);
  if (c.req.method === 'GET') return names(c.req.header('if-none-match'));
  const expected = c.req.header('if-match');
  if (expected !== undefined && !names(expected))
    throw new ScimError(412, null, 'It has changed since you read it.');
  return false;
}

function queryOf(c: Context): Query {
  const { filter, attributes, excludedAttributes } = c.req.query();
  return {
    ...(filter !== undefined ? { filter } : {}),
    ...(attributes !== undefined ? { attributes } : {}),
    ...(excludedAttributes !== undefined ? { excludedAttributes } : {}),
  };
}

function wholeNumber(c: Context, name: string, usual: number): number {
  const text = c.req.query(name);
  if (text === undefined) return usual;
  if (!/^-?\d{1,9}$/.test(text))
    throw new ScimError(400, 'invalidValue', `${name} has to be a whole number.`);
  return Number(text);
}

function placeOf({ base }: ScimSession, kind: Kind): string {
  return `${base}/${kind}s`;
}

async function bodyOf(c: Context): Promise<unknown> {
  if (c.req.method === 'GET' || c.req.method === 'DELETE') return undefined;
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/(scim\+)?json\b/i.test(type))
    throw new ScimError(415, null, 'Send application/scim+json or application/json.');
  try {
    return JSON.parse(await c.req.text());
  } catch (error) {
    if (error instanceof SyntaxError) throw new ScimError(400, 'invalidSyntax', 'The body is no JSON.');
    throw error;
  }
}

/** PostgreSQL cannot keep NUL or half a surrogate pair: the sender's to correct. */
function scimErrorOf(error: unknown): ScimError | undefined {
  if (error instanceof ScimError) return error;
  const { code } = error as { code?: unknown };
  if (code !== '22021' && code !== '22P05' && code !== '22P02') return undefined;
  return new ScimError(400, 'invalidValue', 'A text holds a character that cannot be kept, such as NUL.');
}

function written(c: Context, { status, body }: Answer): Response {
  const meta = body?.meta as { version?: string; location?: string } | undefined;
  if (meta?.version) c.header('etag', meta.version);
  if (status === 201 && meta?.location) c.header('location', meta.location);
  return body === null ? c.body(null, status) : c.body(JSON.stringify(body), status as 200, scimType);
}

const scimType = { 'content-type': 'application/scim+json; charset=utf-8' };

function refused(c: Context, { status, scimType: kind, message }: ScimError): Response {
  if (status === 401) c.header('www-authenticate', 'Bearer');
  if (status === 429) c.header('retry-after', '60');
  const body = {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(status),
    ...(kind === null ? {} : { scimType: kind }),
    detail: message,
  };
  return c.body(JSON.stringify(body), status as 400, scimType);
}
