import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { inAccess } from '#business/identity/accessScope.store.ts';
import { acceptAccount, renameAccount } from '#business/identity/account.store.ts';
import { signsInByLink } from '#business/identity/account.ts';
import { accountById } from '#business/identity/accounts.store.ts';
import { savePassword } from '#business/identity/credential.store.ts';
import { readLink, takeLink } from '#business/identity/link.store.ts';
import { whyNotPassword } from '#business/identity/password.ts';
import { roleOf } from '#business/identity/principal.ts';
import { formatInstant } from '#platform/instant.ts';
import type { Problem } from '#platform/problem.ts';
import { bodyOf, jsonOf, problemContent } from '../http/answers.ts';
import { problemAnswer } from '../problems.ts';
import { refusedProblem } from '../reasoned.ts';
import { makeFirstAdministrator } from './firstAdministrator.ts';
import type { Access } from './identify.ts';
import { limited, limits, networkOf } from './limits.ts';
import { passedAll } from './passed.ts';
import { keptPassword } from './passwords.ts';
import { linkOver } from './refusals.ts';
import { AcceptOrder, InvitationView, SignInNext, TokenOrder, WelcomeOrder } from './schemas.ts';
import { whereOf } from './whereOf.ts';

const next = {
  200: { description: 'What comes next', content: jsonOf(SignInNext) },
  422: problemContent,
  429: problemContent,
};
const lookRoute = createRoute({
  method: 'post',
  path: '/v1/sign-in/invitation',
  summary: 'What an invitation is to; looking does not use it up',
  request: { body: bodyOf(TokenOrder) },
  responses: {
    200: { description: 'The invitation', content: jsonOf(InvitationView) },
    422: problemContent,
    429: problemContent,
  },
});
const acceptRoute = createRoute({
  method: 'post',
  path: '/v1/sign-in/invitation/accept',
  summary: 'Accept an invitation and sign in; people of the vendor choose their password',
  request: { body: bodyOf(AcceptOrder) },
  responses: next,
});
const welcomeRoute = createRoute({
  method: 'post',
  path: '/v1/sign-in/welcome',
  summary: 'Become an administrator by the address that the start printed; works once',
  request: { body: bodyOf(WelcomeOrder) },
  responses: next,
});

/** Adds accepting an invitation, and the very first one, which the start of the program prints. */
export function invitationRoutes(app: OpenAPIHono, access: Access): void {
  const { context, settings } = access;
  const { pool, clock } = context;
  const presented = (c: Context) => limited(access, c, [[limits.presented, networkOf(c, settings)]]);
  const invited = (token: string) =>
    inAccess(pool, 'sign-in', async (tx) => {
      const link = await readLink(tx, token, ['invitation'], clock());
      const account = link?.account ? await accountById(tx, link.account) : undefined;
      return link && account?.status === 'invited' ? { link, account } : undefined;
    });

  app.openapi(lookRoute, async (c) => {
    const refused = await presented(c);
    if (refused) return refused as never;
    const found = await invited(c.req.valid('json').token);
    if (!found) return problemAnswer(c, [linkOver]) as never;
    const { name, email, principal } = found.account;
    const where = (await whereOf(access, [principal]))(principal);
    const until = formatInstant(found.link.until);
    const passwordNeeded = !signsInByLink(principal);
    return c.json(
      { kind: principal.kind, name, email, role: roleOf(principal), where, until, passwordNeeded },
      200,
    );
  });

  app.openapi(acceptRoute, async (c) => {
    const refused = await presented(c);
    if (refused) return refused as never;
    const { token, password, name } = c.req.valid('json');
    const found = await invited(token);
    if (!found) return problemAnswer(c, [linkOver]) as never;
    const { id, principal } = found.account;
    if (signsInByLink(principal) !== (password === undefined))
      return problemAnswer(c, [password === undefined ? passwordMissing : passwordUnneeded]) as never;
    const why = password === undefined ? null : whyNotPassword(password, found.account);
    if (why) return problemAnswer(c, [{ ...refusedProblem(why), pointer: '/password' }]) as never;
    const kept = password === undefined ? null : await keptPassword(password);
    const answer = await inAccess(pool, id, async (tx) => {
      if (!(await takeLink(tx, token, ['invitation'], clock()))) return undefined;
      const by = { actor: id, now: clock() };
      const done = await acceptAccount(tx, id, by);
      if (done.kind !== 'done') return undefined;
      if (kept !== null) await savePassword(tx, id, kept);
      if (name !== undefined && signsInByLink(principal)) await renameAccount(tx, id, name, by);
      const account = await accountById(tx, id);
      return account && passedAll(access, tx, c, { account, how: 'invitation', to: null });
    });
    return (answer ? c.json(answer, 200) : problemAnswer(c, [linkOver])) as never;
  });

  app.openapi(welcomeRoute, async (c) => {
    const refused = await presented(c);
    if (refused) return refused as never;
    const order = c.req.valid('json');
    const why = whyNotPassword(order.password, order);
    if (why) return problemAnswer(c, [{ ...refusedProblem(why), pointer: '/password' }]) as never;
    const { welcome } = access;
    if (!welcome?.isRight(order.token)) return problemAnswer(c, [linkOver]) as never;
    // At once: of two who bring it together the second finds it over.
    welcome.end();
    let done = false;
    try {
      const kept = await keptPassword(order.password);
      const made = await inAccess(pool, 'welcome', async (tx) => {
        const account = await makeFirstAdministrator(tx, {
          ...{ ...order, kept, further: welcome.further, now: clock() },
        });
        if ('code' in account) return account;
        return passedAll(access, tx, c, { account, how: 'welcome', to: null });
      });
      if ('code' in made)
        return problemAnswer(c, [made.code === 'link_over' ? linkOver : refusedProblem(made)]) as never;
      done = true;
      return c.json(made, 200);
    } finally {
      if (!done) welcome.reopen();
    }
  });
}

const passwordMissing: Problem = {
  code: 'password_missing',
  title: 'A password is missing',
  detail: 'People of the vendor sign in by a password.',
  todo: 'Choose one of at least 12 characters.',
  pointer: '/password',
};

const passwordUnneeded: Problem = {
  code: 'password_unneeded',
  title: 'No password is needed',
  detail: 'This account signs in by links that are sent by e-mail.',
  todo: 'Leave it out.',
  pointer: '/password',
};
