import { randomUUID } from 'node:crypto';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { inAccess } from '#business/identity/accessScope.store.ts';
import { changeMember, moveMember } from '#business/identity/member.store.ts';
import { readStaff, saveStaff } from '#business/identity/staff.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { ServerContext } from '../context.ts';
import { bodyOf, jsonOf, problemContent } from '../http/answers.ts';
import { expectedVersion, versionHeader } from '../http/etag.ts';
import { problemAnswer } from '../problems.ts';
import { notDone } from '../reasoned.ts';
import { StaffOrder, Team } from './schemas.ts';

const answers = { 200: { description: 'The team', content: jsonOf(Team) }, 422: problemContent };
const versioned = { 404: problemContent, 412: problemContent, 428: problemContent };

const listRoute = createRoute({
  method: 'get',
  path: '/v1/team',
  summary: 'The people of the vendor, by name; those who left too',
  responses: { 200: answers[200] },
});
const addRoute = createRoute({
  method: 'post',
  path: '/v1/team',
  summary: 'Add a person to the team',
  request: { body: bodyOf(StaffOrder) },
  responses: answers,
});
const changeRoute = createRoute({
  method: 'put',
  path: '/v1/team/{person}',
  summary: 'Change name, address or role of a person (If-Match: the version that was seen)',
  request: { params: z.object({ person: z.string() }), headers: versionHeader, body: bodyOf(StaffOrder) },
  responses: { ...answers, ...versioned },
});
const moveRoute = createRoute({
  method: 'post',
  path: '/v1/team/{person}/{step}',
  summary: 'Retire a person, take one back, or erase name and address of one who left (If-Match)',
  request: {
    params: z.object({ person: z.string(), step: z.enum(['retire', 'take-back', 'erase']) }),
    headers: versionHeader,
  },
  responses: { ...answers, ...versioned },
});

/** Adds the routes of the team. */
export function teamRoutes(app: OpenAPIHono, context: ServerContext): void {
  const { pool } = context;
  const inVendor = <T>(work: (tx: Tx) => Promise<T>) => inAccess(pool, context.actor, work);
  const team = async () => {
    const items = await inVendor(readStaff);
    return { items, next: null, total: items.length };
  };
  const by = () => ({ actor: context.actor, now: context.clock() });

  app.openapi(listRoute, async (c) => c.json(await team(), 200));

  app.openapi(addRoute, async (c) => {
    const done = await inVendor((tx) => saveStaff(tx, randomUUID(), c.req.valid('json'), by(), 0));
    return (notDone(c, done, 'team') ?? c.json(await team(), 200)) as never;
  });

  app.openapi(changeRoute, async (c) => {
    const version = expectedVersion(c);
    if (!version.ok) return problemAnswer(c, version.problems) as never;
    const { person } = c.req.valid('param');
    const details = c.req.valid('json');
    // Version 0 would add somebody under an id that a stranger chose.
    const done = await inVendor((tx) => changeMember(tx, person, details, by(), Math.max(1, version.value)));
    return (notDone(c, done, 'person') ?? c.json(await team(), 200)) as never;
  });

  app.openapi(moveRoute, async (c) => {
    const version = expectedVersion(c);
    if (!version.ok) return problemAnswer(c, version.problems) as never;
    const { person, step } = c.req.valid('param');
    const kind = step === 'take-back' ? 'takeBack' : step;
    const done = await inVendor((tx) => moveMember(tx, person, kind, by(), version.value));
    return (notDone(c, done, 'person') ?? c.json(await team(), 200)) as never;
  });
}
