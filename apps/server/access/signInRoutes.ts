import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { inAccess } from '#business/identity/accessScope.store.ts';
import { accountById, hasAdministrator, personas, staffByEmail } from '#business/identity/accounts.store.ts';
import { credentialsOf } from '#business/identity/credential.store.ts';
import { readMode } from '#business/identity/installation.store.ts';
import { readLink, takeLink } from '#business/identity/link.store.ts';
import { roleOf } from '#business/identity/principal.ts';
import { ownPath } from '#platform/ownPath.ts';
import { bodyOf, jsonOf, problemContent } from '../http/answers.ts';
import { notFound, problemAnswer } from '../problems.ts';
import type { Access } from './identify.ts';
import { forgiven, limited, limits, networkOf } from './limits.ts';
import { howWithCode, passed, passedAll } from './passed.ts';
import { isPassword } from './passwords.ts';
import { codeWrong, linkOver, signInFailed } from './refusals.ts';
import { CodeOrder, DemoOrder, PasswordOrder, SignInNext, SignInWays } from './schemas.ts';
import { passesSecondFactor } from './secondFactor.ts';
import { whereOf } from './whereOf.ts';

const next = {
  200: { description: 'What comes next', content: jsonOf(SignInNext) },
  422: problemContent,
  429: problemContent,
};
const waysRoute = createRoute({
  method: 'get',
  path: '/v1/sign-in',
  summary: 'By which ways people sign in here',
  responses: { 200: { description: 'Ways', content: jsonOf(SignInWays) } },
});
const passwordRoute = createRoute({
  method: 'post',
  path: '/v1/sign-in/password',
  summary: 'Sign in as somebody of the vendor by e-mail address and password',
  request: { body: bodyOf(PasswordOrder) },
  responses: next,
});
const codeRoute = createRoute({
  method: 'post',
  path: '/v1/sign-in/second-factor',
  summary: 'Go on with a code of the second factor, or a recovery code',
  request: { body: bodyOf(CodeOrder) },
  responses: next,
});
const demoRoute = createRoute({
  method: 'post',
  path: '/v1/sign-in/demo',
  summary: 'Sign in as one of the people of the demo; only where it runs',
  request: { body: bodyOf(DemoOrder) },
  responses: { 200: next[200], 404: problemContent },
});

/** Adds the ways to sign in that need no letter: password, second factor, the people of the demo. */
export function signInRoutes(app: OpenAPIHono, access: Access): void {
  const { context, settings } = access;
  const { pool, clock } = context;

  app.openapi(waysRoute, async (c) => {
    const found = await inAccess(pool, 'sign-in', async (tx) => ({
      first: !(await hasAdministrator(tx)),
      demo: (await readMode(tx)) === 'demo' ? await personas(tx) : null,
    }));
    const where = await whereOf(
      access,
      (found.demo ?? []).map(({ principal }) => principal),
    );
    const demo = found.demo?.map(({ id, name, principal }) => ({
      ...{ account: id, name, kind: principal.kind, role: roleOf(principal), where: where(principal) },
    }));
    return c.json(
      { mail: settings.mail || found.demo !== null, first: found.first, demo: demo ?? null },
      200,
    );
  });

  app.openapi(passwordRoute, async (c) => {
    const { email, password, to } = c.req.valid('json');
    const network = networkOf(c, settings);
    const here = [limits.passwordFor, JSON.stringify([email, network])] as const;
    const address = [limits.passwordAnywhere, email] as const;
    const refused = await limited(access, c, [[limits.passwordFrom, network], here, address]);
    if (refused) return refused as never;
    // Whoever it is, known or not, the same is read and the same is calculated.
    const found = await inAccess(pool, 'sign-in', async (tx) => {
      const account = await staffByEmail(tx, email);
      return { account, ...(await credentialsOf(tx, account?.id ?? 'nobody')) };
    });
    const right = await isPassword(password, found.password);
    if (!right || !found.account) return problemAnswer(c, [signInFailed]) as never;
    const { id } = found.account;
    const answer = await inAccess(pool, id, async (tx) => {
      const account = await accountById(tx, id);
      const same = (await credentialsOf(tx, id)).password === found.password;
      if (account?.status !== 'active' || !same) return undefined;
      return passed(access, tx, c, { account, how: 'password', to: ownPath(to) });
    });
    if (!answer) return problemAnswer(c, [signInFailed]) as never;
    await forgiven(access, [here, address]);
    return c.json(answer, 200);
  });

  app.openapi(codeRoute, async (c) => {
    const { step, code } = c.req.valid('json');
    const now = clock();
    const link = await inAccess(pool, 'sign-in', (tx) => readLink(tx, step, ['second-factor'], now));
    const refused = await limited(access, c, [
      [limits.presented, networkOf(c, settings)],
      [limits.code, link?.account ?? 'nobody'],
    ]);
    if (refused) return refused as never;
    if (!link?.account || !link.how) return problemAnswer(c, [linkOver]) as never;
    const { account: id, how, place } = link;
    const answer = await inAccess(pool, id, async (tx) => {
      const account = await accountById(tx, id);
      if (account?.status !== 'active') return linkOver;
      if (!(await passesSecondFactor(tx, id, code, now))) return codeWrong;
      if (!(await takeLink(tx, step, ['second-factor'], now))) return linkOver;
      return passedAll(access, tx, c, { account, how: howWithCode(how), to: place });
    });
    if ('code' in answer) return problemAnswer(c, [answer]) as never;
    await forgiven(access, [[limits.code, id]]);
    return c.json(answer, 200);
  });

  app.openapi(demoRoute, async (c) => {
    const { account: id, to } = c.req.valid('json');
    const answer = await inAccess(pool, id, async (tx) => {
      if ((await readMode(tx)) !== 'demo') return undefined;
      const account = await accountById(tx, id);
      if (!account?.persona || account.status !== 'active') return undefined;
      return passedAll(access, tx, c, { account, how: 'demo', to: ownPath(to) });
    });
    return answer ? c.json(answer, 200) : (problemAnswer(c, [notFound('such person')]) as never);
  });
}
