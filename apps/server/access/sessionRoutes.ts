import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { inAccess } from '#business/identity/accessScope.store.ts';
import { renameAccount } from '#business/identity/account.store.ts';
import { accountById, type KnownAccount, noteAccount } from '#business/identity/accounts.store.ts';
import { actions, can } from '#business/identity/can.ts';
import { credentialsOf } from '#business/identity/credential.store.ts';
import { readMode } from '#business/identity/installation.store.ts';
import { roleOf } from '#business/identity/principal.ts';
import {
  endAllSessions,
  endSession,
  endSessionById,
  type LiveSession,
  sessionsOf,
} from '#business/identity/session.store.ts';
import { isFresh } from '#business/identity/session.ts';
import { readStaff, saveStaff } from '#business/identity/staff.store.ts';
import { formatInstant } from '#platform/instant.ts';
import { bodyOf, jsonOf, problemContent } from '../http/answers.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { takeTokenBack, tokenOf } from './cookie.ts';
import { type Access, lacksSecondFactor, sessionOfRequest } from './identify.ts';
import { forgiven, limited, limits, networkOf } from './limits.ts';
import { passedAll } from './passed.ts';
import { isPassword } from './passwords.ts';
import { codeWrong, sessionNeeded, signInFailed } from './refusals.ts';
import { AgainOrder, Ended, OwnSessions, SessionOrder, SessionView, SignInNext } from './schemas.ts';
import { passesSecondFactor } from './secondFactor.ts';
import { whereOf } from './whereOf.ts';
import { whoAsks } from './whoAsks.ts';

const path = '/v1/session';
const shown = { description: 'The session', content: jsonOf(SessionView) };
const ended = { 200: { description: 'Ended', content: jsonOf(Ended) }, 422: problemContent };
const readRoute = createRoute({
  method: 'get',
  path,
  summary: 'Who I am here, and what I may do',
  responses: { 200: shown, 401: problemContent },
});
const changeRoute = createRoute({
  method: 'put',
  path,
  summary: 'Say how I am called, and in which language and time zone I read',
  request: { body: bodyOf(SessionOrder) },
  responses: { 200: shown, 422: problemContent },
});
const endRoute = createRoute({ method: 'delete', path, summary: 'Sign out here', responses: ended });
const everywhereRoute = createRoute({
  method: 'post',
  path: `${path}/everywhere`,
  summary: 'Sign out everywhere',
  responses: ended,
});
const againRoute = createRoute({
  method: 'post',
  path: `${path}/again`,
  summary: 'Prove once more who I am, for something sensitive; the session gets a new token',
  request: { body: bodyOf(AgainOrder) },
  responses: {
    200: { description: 'Done', content: jsonOf(SignInNext) },
    422: problemContent,
    429: problemContent,
  },
});
const listRoute = createRoute({
  method: 'get',
  path: '/v1/account/sessions',
  summary: 'Where I am signed in, the one used last first',
  responses: { 200: { description: 'Sessions', content: jsonOf(OwnSessions) }, 422: problemContent },
});
const endOneRoute = createRoute({
  method: 'delete',
  path: '/v1/account/sessions/{session}',
  summary: 'Sign out in one of these places',
  request: { params: z.object({ session: z.string() }) },
  responses: { ...ended, 404: problemContent },
});

/** Adds who one is, signing out, and the list of one's own sessions. */
export function sessionRoutes(app: OpenAPIHono, access: Access): void {
  const { context, settings } = access;
  const { pool, clock } = context;

  app.openapi(readRoute, async (c) => {
    const live = await sessionOfRequest(access, c);
    c.header('cache-control', 'no-store');
    return c.json(await sessionView(access, live), 200);
  });

  app.openapi(changeRoute, async (c) => {
    const live = await sessionOfRequest(access, c);
    if (!live) return problemAnswer(c, [sessionNeeded]) as never;
    const { name, language, zone } = c.req.valid('json');
    await inAccess(pool, live.account.id, async (tx) => {
      const set = {
        ...(language === undefined ? {} : { language }),
        ...(zone === undefined ? {} : { zone }),
      };
      await noteAccount(tx, live.account.id, set);
      if (name !== undefined && name !== live.account.name) await rename(tx, live.account, name, clock());
    });
    return c.json(await sessionView(access, await sessionOfRequest(access, c)), 200);
  });

  app.openapi(endRoute, async (c) => {
    const token = tokenOf(c, settings);
    if (token !== undefined) await inAccess(pool, 'sign-in', (tx) => endSession(tx, token));
    takeTokenBack(c, settings);
    return c.json({ ended: true as const }, 200);
  });

  app.openapi(everywhereRoute, async (c) => {
    const live = await sessionOfRequest(access, c);
    if (!live) return problemAnswer(c, [sessionNeeded]) as never;
    await inAccess(pool, live.account.id, (tx) => endAllSessions(tx, live.account.id));
    takeTokenBack(c, settings);
    return c.json({ ended: true as const }, 200);
  });

  app.openapi(listRoute, async (c) => {
    const live = await sessionOfRequest(access, c);
    if (!live) return problemAnswer(c, [sessionNeeded]) as never;
    const all = await inAccess(pool, live.account.id, (tx) => sessionsOf(tx, live.account.id, clock()));
    const items = all.map(({ id, how, browser, startedAt, seenAt }) => ({
      ...{ id, how, browser, current: id === live.id },
      ...{ startedAt: formatInstant(startedAt), seenAt: formatInstant(seenAt) },
    }));
    return c.json({ items, next: null, total: items.length }, 200);
  });

  app.openapi(endOneRoute, async (c) => {
    const { account } = whoAsks();
    const { session } = c.req.valid('param');
    const done = await inAccess(pool, account, (tx) => endSessionById(tx, account, session));
    return (
      done ? c.json({ ended: true as const }, 200) : problemAnswer(c, [notFound('such session')])
    ) as never;
  });

  provingAgain(app, access);
}

function provingAgain(app: OpenAPIHono, access: Access): void {
  const { context, settings } = access;
  app.openapi(againRoute, async (c) => {
    const live = await sessionOfRequest(access, c);
    if (!live) return problemAnswer(c, [sessionNeeded]) as never;
    const { password, code } = c.req.valid('json');
    const { id } = live.account;
    const mine = [limits.code, id] as const;
    const refused = await limited(access, c, [[limits.passwordFrom, networkOf(c, settings)], mine]);
    if (refused) return refused as never;
    const kept = (await inAccess(context.pool, id, (tx) => credentialsOf(tx, id))).password;
    if (!(await isPassword(password, kept))) return problemAnswer(c, [signInFailed]) as never;
    const answer = await inAccess(context.pool, id, async (tx) => {
      const account = await accountById(tx, id);
      if (account?.status !== 'active') return undefined;
      const needed = account.hasSecondFactor;
      if (needed && !(await passesSecondFactor(tx, id, code ?? '', context.clock()))) return undefined;
      const how = needed ? 'password-and-code' : 'password';
      return passedAll(access, tx, c, { account, how, to: null });
    });
    if (!answer) return problemAnswer(c, [codeWrong]) as never;
    await forgiven(access, [mine]);
    return c.json(answer, 200);
  });
}

/** Of somebody of the vendor the name is the team's. */
async function rename(
  tx: Parameters<typeof renameAccount>[0],
  { id, principal }: KnownAccount,
  name: string,
  now: Parameters<typeof sessionsOf>[2],
): Promise<void> {
  const by = { actor: id, now };
  if (principal.kind !== 'staff') {
    await renameAccount(tx, id, name, by);
    return;
  }
  const member = (await readStaff(tx)).find((one) => one.id === id);
  if (member) await saveStaff(tx, id, { name, email: member.email, role: member.role }, by, member.version);
}

/** Returns who asks, as pages show it; of a program with a token what its role may do. */
async function sessionView(
  access: Access,
  live: LiveSession | undefined,
): Promise<z.infer<typeof SessionView>> {
  const { context, settings } = access;
  const principal = live?.account.principal ?? whoAsks();
  const demo = (await inAccess(context.pool, 'sign-in', readMode)) === 'demo';
  const name = (await whereOf(access, [principal]))(principal) ?? '';
  return {
    account: principal.account,
    name: live?.account.name ?? '',
    email: live?.account.email ?? '',
    kind: principal.kind,
    role: roleOf(principal),
    customer: principal.kind === 'customer' ? { id: principal.customer, name } : null,
    partner: principal.kind === 'partner' ? { id: principal.partner, name } : null,
    can: actions.filter((action) => can(principal, action)),
    language: (live?.account.language ?? null) as 'en' | null,
    zone: live?.account.zone ?? null,
    demo,
    how: live?.how ?? null,
    fresh: live !== undefined && isFresh(live, context.clock()),
    needs: live && lacksSecondFactor(settings.secondFactor, live.account, live.how) ? 'second-factor' : null,
    hasPassword: live?.account.hasPassword ?? false,
    hasSecondFactor: live?.account.hasSecondFactor ?? false,
  };
}
