import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { inAccess } from '#business/identity/accessScope.store.ts';
import { signsInByLink } from '#business/identity/account.ts';
import { accountById, accountsByEmail, type KnownAccount } from '#business/identity/accounts.store.ts';
import { savePassword } from '#business/identity/credential.store.ts';
import { dropLinks, type Link, makeLink, readLink, takeLink } from '#business/identity/link.store.ts';
import { askForLink } from '#business/identity/linkRequest.store.ts';
import { whyNotPassword } from '#business/identity/password.ts';
import { endAllSessions } from '#business/identity/session.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { ownPath } from '#platform/ownPath.ts';
import { bodyOf, jsonOf, problemContent } from '../http/answers.ts';
import { problemAnswer } from '../problems.ts';
import { refusedProblem } from '../reasoned.ts';
import type { Access } from './identify.ts';
import { limited, limits, networkOf } from './limits.ts';
import { asksFor, type Next, passed, passedAll } from './passed.ts';
import { keptPassword } from './passwords.ts';
import { codeWrong, linkOver } from './refusals.ts';
import { Asked, ChooseOrder, LinkOrder, NewPasswordOrder, SignInNext, TokenOrder } from './schemas.ts';
import { passesSecondFactor } from './secondFactor.ts';
import { whereOf } from './whereOf.ts';

const next = {
  200: { description: 'What comes next', content: jsonOf(SignInNext) },
  422: problemContent,
  429: problemContent,
};
const askRoute = createRoute({
  method: 'post',
  path: '/v1/sign-in/link',
  summary: 'Ask for a one-time link by e-mail; the answer is the same whether somebody is known or not',
  request: { body: bodyOf(LinkOrder) },
  responses: { 200: { description: 'Asked', content: jsonOf(Asked) }, 429: problemContent },
});
const redeemRoute = createRoute({
  method: 'post',
  path: '/v1/sign-in/link/redeem',
  summary: 'Use a one-time link up; only a person who chooses to does this, no program that looks at letters',
  request: { body: bodyOf(TokenOrder) },
  responses: next,
});
const chooseRoute = createRoute({
  method: 'post',
  path: '/v1/sign-in/choose',
  summary: 'Say which of several accounts of one address to sign in as',
  request: { body: bodyOf(ChooseOrder) },
  responses: next,
});
const newPasswordRoute = createRoute({
  method: 'post',
  path: '/v1/sign-in/new-password',
  summary: 'Choose a new password after a link proved the address; all sessions before end',
  request: { body: bodyOf(NewPasswordOrder) },
  responses: next,
});

/** Adds signing in by a link that was sent by e-mail, and what follows from one. */
export function linkRoutes(app: OpenAPIHono, access: Access): void {
  const { context, settings } = access;
  const { pool, clock } = context;
  const presented = (c: Context) => limited(access, c, [[limits.presented, networkOf(c, settings)]]);

  app.openapi(askRoute, async (c) => {
    const { email, purpose, to } = c.req.valid('json');
    const refused = await limited(access, c, [
      [limits.linkFrom, networkOf(c, settings)],
      [limits.linkFor, email],
    ]);
    if (refused) return refused as never;
    // Who that is, if anybody, is looked up when the answer has gone out.
    await inAccess(pool, 'sign-in', (tx) =>
      askForLink(tx, { purpose, email: email.toLowerCase(), place: ownPath(to), now: clock() }),
    );
    return c.json({ asked: true as const }, 200);
  });

  app.openapi(redeemRoute, async (c) => {
    const refused = await presented(c);
    if (refused) return refused as never;
    const { token } = c.req.valid('json');
    const answer = await inAccess(pool, 'sign-in', async (tx) => {
      const link = await takeLink(tx, token, ['sign-in', 'recover'], clock());
      return link && proved(access, tx, c, link);
    });
    return (answer ? c.json(answer, 200) : problemAnswer(c, [linkOver])) as never;
  });

  app.openapi(chooseRoute, async (c) => {
    const refused = await presented(c);
    if (refused) return refused as never;
    const { step, account: id } = c.req.valid('json');
    const answer = await inAccess(pool, 'sign-in', async (tx) => {
      const link = await takeLink(tx, step, ['choose'], clock());
      const account = link && (await outsiders(tx, link.email!)).find((one) => one.id === id);
      return account && passed(access, tx, c, { account, how: 'link', to: link.place });
    });
    return (answer ? c.json(answer, 200) : problemAnswer(c, [linkOver])) as never;
  });

  newPassword(app, access);
}

function newPassword(app: OpenAPIHono, access: Access): void {
  const { context, settings } = access;
  const { pool, clock } = context;
  app.openapi(newPasswordRoute, async (c) => {
    const { step, password, code } = c.req.valid('json');
    const now = clock();
    const link = await inAccess(pool, 'sign-in', (tx) => readLink(tx, step, ['choose'], now));
    const refused = await limited(access, c, [
      [limits.presented, networkOf(c, settings)],
      [limits.code, link?.account ?? 'nobody'],
    ]);
    if (refused) return refused as never;
    const known = link?.account
      ? await inAccess(pool, 'sign-in', (tx) => accountById(tx, link.account!))
      : undefined;
    if (!known) return problemAnswer(c, [linkOver]) as never;
    const why = whyNotPassword(password, known);
    if (why) return problemAnswer(c, [{ ...refusedProblem(why), pointer: '/password' }]) as never;
    const kept = await keptPassword(password);
    const answer = await inAccess(pool, known.id, async (tx) => {
      const account = await accountById(tx, known.id);
      if (account?.status !== 'active') return linkOver;
      if (account.hasSecondFactor && !(await passesSecondFactor(tx, account.id, code ?? '', now)))
        return codeWrong;
      const taken = await takeLink(tx, step, ['choose'], now);
      if (!taken) return linkOver;
      await savePassword(tx, account.id, kept);
      await endAllSessions(tx, account.id);
      await dropLinks(tx, account.id);
      const how = account.hasSecondFactor ? 'link-and-code' : 'link';
      return passedAll(access, tx, c, { account, how, to: taken.place });
    });
    return ('code' in answer ? problemAnswer(c, [answer]) : c.json(answer, 200)) as never;
  });
}

/** Somebody has the address a link went to: who they may be. What it opens is looked at now, not when it was asked for. */
async function proved(access: Access, tx: Tx, c: Context, link: Link): Promise<Next | undefined> {
  const now = access.context.clock();
  const { email, place } = link;
  if (link.purpose === 'recover') {
    const account = (await accountsByEmail(tx, email!)).find(
      ({ principal, status }) => principal.kind === 'staff' && status === 'active',
    );
    if (!account) return undefined;
    const { token } = await makeLink(tx, {
      purpose: 'choose',
      account: account.id,
      email: email!,
      place,
      now,
    });
    return asksFor('new-password', { step: token, codeNeeded: account.hasSecondFactor });
  }
  const accounts = await outsiders(tx, email!);
  const [account] = accounts;
  if (!account) return undefined;
  if (accounts.length === 1) return passed(access, tx, c, { account, how: 'link', to: place });
  const { token } = await makeLink(tx, { purpose: 'choose', email: email!, place, now });
  const principals = accounts.map(({ principal }) => principal);
  const where = await whereOf(access, principals);
  const choice = accounts.map(({ id, principal }) => ({
    ...{ account: id, kind: principal.kind, where: where(principal) ?? '' },
  }));
  return asksFor('choose', { step: token, accounts: choice });
}

/** Returns the open accounts of an address that sign in by a link. */
async function outsiders(tx: Tx, email: string): Promise<KnownAccount[]> {
  const all = await accountsByEmail(tx, email);
  return all.filter(({ principal, status }) => status === 'active' && signsInByLink(principal));
}
