import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { accessScope, inAccess } from '#business/identity/accessScope.store.ts';
import { accountById, type KnownAccount } from '#business/identity/accounts.store.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  credentialsOf,
  dropSecondFactor,
  recoveryCodesLeft,
  savePassword,
} from '#business/identity/credential.store.ts';
import { changeLetter } from '#business/identity/letters.ts';
import { dropLinks } from '#business/identity/link.store.ts';
import { whyNotPassword } from '#business/identity/password.ts';
import { endAllSessions, endOtherSessions, type LiveSession } from '#business/identity/session.store.ts';
import { isFresh } from '#business/identity/session.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import { queueMail } from '#platform/mail/mail.store.ts';
import type { Problem } from '#platform/problem.ts';
import { bodyOf, jsonOf, problemContent } from '../http/answers.ts';
import { problemAnswer } from '../problems.ts';
import { refusedProblem } from '../reasoned.ts';
import { type Access, lacksSecondFactor, sessionOfRequest } from './identify.ts';
import { forgiven, limited, limits } from './limits.ts';
import { passedAll } from './passed.ts';
import { isPassword, keptPassword } from './passwords.ts';
import {
  codeWrong,
  secondFactorNeeded,
  secondFactorSet,
  sessionNeeded,
  signInAgain,
  signInFailed,
} from './refusals.ts';
import {
  PasswordChange,
  RecoveryCodes,
  SecondFactorBegun,
  SecondFactorCode,
  SecondFactorState,
  SignInNext,
} from './schemas.ts';
import {
  newRecoveryCodes,
  newSecondFactor,
  passesSecondFactor,
  secretAddress,
  secretText,
  stepOfCode,
} from './secondFactor.ts';

const path = '/v1/account/second-factor';
const wrong = { 403: problemContent, 422: problemContent, 429: problemContent };
const state = { description: 'How it stands', content: jsonOf(SecondFactorState) };
const passwordRoute = createRoute({
  method: 'put',
  path: '/v1/account/password',
  summary: 'Change my password; all other sessions end, this one goes on with a new token',
  request: { body: bodyOf(PasswordChange) },
  responses: { 200: { description: 'Changed', content: jsonOf(SignInNext) }, ...wrong },
});
const readRoute = createRoute({
  method: 'get',
  path,
  summary: 'Whether I have a second factor, and how many recovery codes are left',
  responses: { 200: state, 422: problemContent },
});
const beginRoute = createRoute({
  method: 'post',
  path,
  summary: 'Begin to set up a second factor: a secret for an app that shows codes',
  responses: { 200: { description: 'The secret', content: jsonOf(SecondFactorBegun) }, ...wrong },
});
const confirmRoute = createRoute({
  method: 'post',
  path: `${path}/confirm`,
  summary: 'Show that the app works; from now on a code is asked for. Recovery codes are shown this once',
  request: { body: bodyOf(SecondFactorCode) },
  responses: { 200: { description: 'Recovery codes', content: jsonOf(RecoveryCodes) }, ...wrong },
});
const removeRoute = createRoute({
  method: 'post',
  path: `${path}/remove`,
  summary: 'Take my second factor away, with a code of it',
  request: { body: bodyOf(SecondFactorCode) },
  responses: { 200: state, ...wrong },
});

type Doing = (c: Context, live: LiveSession) => Promise<Response>;

/** Adds what one does with one's own password and second factor. Each needs a session of a person. */
export function ownAccountRoutes(app: OpenAPIHono, access: Access): void {
  const { context } = access;
  const { pool, clock } = context;
  const own = (doing: Doing, freshly = false) =>
    (async (c: Context) => {
      const live = await sessionOfRequest(access, c);
      if (!live) return problemAnswer(c, [sessionNeeded]);
      if (freshly && !isFresh(live, clock())) return problemAnswer(c, [signInAgain]);
      c.header('cache-control', 'no-store');
      return doing(c, live);
    }) as never;

  app.openapi(
    readRoute,
    own(async (c, { account, how }) => c.json(await stateOf(access, account, how))),
  );

  app.openapi(
    beginRoute,
    own(async (c, { account }) => {
      if (account.hasSecondFactor) return problemAnswer(c, [secondFactorSet]);
      const secret = newSecondFactor();
      const begun = await inAccess(pool, account.id, (tx) => beginSecondFactor(tx, account.id, secret));
      if (!begun) return problemAnswer(c, [secondFactorSet]);
      return c.json({ secret: secretText(secret), address: secretAddress(secret, account.email) });
    }, true),
  );

  app.openapi(
    confirmRoute,
    own(async (c, { account: { id }, id: session }) => {
      const refused = await limited(access, c, [[limits.code, id]]);
      if (refused) return refused;
      const { code } = SecondFactorCode.parse(await c.req.json());
      const codes = newRecoveryCodes();
      const done = await inAccess(pool, id, async (tx) => {
        const { secondFactor: secret, confirmedAt } = await credentialsOf(tx, id, 'lock');
        if (confirmedAt !== null) return secondFactorSet;
        const step = secret
          ? stepOfCode({ secret, lastStep: 0 }, code.replace(/\s/g, ''), clock())
          : undefined;
        if (step === undefined) return codeWrong;
        await confirmSecondFactor(tx, id, { step, codes, now: clock() });
        // Whoever came in by a password alone, which may be why it is set up, does not stay.
        await endOtherSessions(tx, id, session);
        return tell(access, tx, id, 'second-factor-set', clock());
      });
      if (done) return problemAnswer(c, [done]);
      await forgiven(access, [[limits.code, id]]);
      return c.json({ codes });
    }),
  );

  app.openapi(
    removeRoute,
    own(async (c, { account, how }) => {
      const { id } = account;
      const refused = await limited(access, c, [[limits.code, id]]);
      if (refused) return refused;
      const without = { ...account, hasSecondFactor: false };
      if (lacksSecondFactor(access.settings.secondFactor, without, how))
        return problemAnswer(c, [secondFactorNeeded]);
      const { code } = SecondFactorCode.parse(await c.req.json());
      const done = await inAccess(pool, id, async (tx) => {
        if (!(await passesSecondFactor(tx, id, code, clock()))) return codeWrong;
        await dropSecondFactor(tx, id);
        return tell(access, tx, id, 'second-factor-gone', clock());
      });
      if (done) return problemAnswer(c, [done]);
      return c.json(await stateOf(access, without, how));
    }),
  );

  app.openapi(
    passwordRoute,
    own((c, live) => changePassword(access, c, live)),
  );
}

async function changePassword(access: Access, c: Context, { account }: LiveSession): Promise<Response> {
  const { pool, clock } = access.context;
  const { current, password } = PasswordChange.parse(await c.req.json());
  const { id } = account;
  const mine = [limits.code, id] as const;
  const refused = await limited(access, c, [mine]);
  if (refused) return refused;
  if (account.principal.kind !== 'staff') return problemAnswer(c, [noPasswords]);
  const before = (await inAccess(pool, id, (tx) => credentialsOf(tx, id))).password;
  if (!(await isPassword(current ?? '', before))) return problemAnswer(c, [signInFailed]);
  const why = whyNotPassword(password, account);
  if (why) return problemAnswer(c, [{ ...refusedProblem(why), pointer: '/password' }]);
  const kept = await keptPassword(password);
  const answer = await inAccess(pool, id, async (tx) => {
    const now = await accountById(tx, id);
    if (now?.status !== 'active') return undefined;
    await savePassword(tx, id, kept);
    await endAllSessions(tx, id);
    await dropLinks(tx, id);
    await tell(access, tx, id, 'password', clock());
    return passedAll(access, tx, c, { account: now, how: 'password', to: null });
  });
  if (!answer) return problemAnswer(c, [signInFailed]);
  await forgiven(access, [mine]);
  return c.json(answer);
}

async function stateOf({ context, settings }: Access, account: KnownAccount, how: LiveSession['how']) {
  const codesLeft = await inAccess(context.pool, account.id, (tx) => recoveryCodesLeft(tx, account.id));
  const without = { ...account, hasSecondFactor: false };
  const required = lacksSecondFactor(settings.secondFactor, without, how);
  return { set: account.hasSecondFactor, codesLeft, required };
}

/** Writes to the owner what was changed: if it was not them, they know. */
async function tell(
  { settings }: Access,
  tx: Tx,
  id: string,
  what: Parameters<typeof changeLetter>[1],
  now: Instant,
): Promise<null> {
  const account = await accountById(tx, id);
  if (account) {
    const { name, email: address } = account;
    const letter = changeLetter({ name, publicUrl: settings.publicUrl }, what);
    await queueMail(tx, { ...letter, customer: accessScope, to: { name, address }, now });
  }
  return null;
}

const noPasswords: Problem = {
  code: 'password_unneeded',
  title: 'No password is needed',
  detail: 'This account signs in by links that are sent by e-mail.',
  todo: 'Nothing.',
};
