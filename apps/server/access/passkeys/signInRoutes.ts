import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { inAccess } from '#business/identity/accessScope.store.ts';
import { accountById, type KnownAccount } from '#business/identity/accounts.store.ts';
import {
  beginChallenge,
  challengeLasts,
  endChallenge,
  notePasskeyUse,
  passkeyById,
} from '#business/identity/passkey.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { second } from '#platform/instant.ts';
import { bodyOf, jsonOf, problemContent } from '../../http/answers.ts';
import { problemAnswer } from '../../problems.ts';
import { bindBrowser, unbindBrowser } from '../bound.ts';
import type { Access } from '../identify.ts';
import { limited, limits, networkOf } from '../limits.ts';
import { type Next, passedAll } from '../passed.ts';
import { SignInNext } from '../schemas.ts';
import { askWho, checkPasskey } from './ceremony.ts';
import { challengeOver, passkeyRefused } from './refusals.ts';
import { PasskeyAnswer, PasskeyOptions } from './schemas.ts';

const challengeRoute = createRoute({
  method: 'post',
  path: '/v1/sign-in/passkey/challenge',
  summary: 'Ask the browser for a passkey: a question that is good for one answer',
  responses: { 200: { description: 'What to ask', content: jsonOf(PasskeyOptions) }, 429: problemContent },
});
const answerRoute = createRoute({
  method: 'post',
  path: '/v1/sign-in/passkey',
  summary: 'Sign in with a passkey: two factors in one, as the device knows its owner',
  request: { body: bodyOf(PasskeyAnswer) },
  responses: {
    200: { description: 'Signed in', content: jsonOf(SignInNext) },
    422: problemContent,
    429: problemContent,
  },
});

/** Adds the routes of signing in with a passkey. */
export function passkeySignInRoutes(app: OpenAPIHono, access: Access): void {
  const { context, settings } = access;
  const inDoors = <T>(work: (tx: Tx) => Promise<T>) => inAccess(context.pool, 'sign-in', work);

  app.openapi(challengeRoute, async (c) => {
    const many = await limited(access, c, [[limits.presented, networkOf(c, settings)]]);
    if (many) return many as never;
    const options = await askWho(settings);
    const asked = { challenge: options.challenge, account: null };
    const token = await inDoors((tx) => beginChallenge(tx, asked, context.clock()));
    bindBrowser(c, settings, 'challenge', token, challengeLasts / second);
    return c.json({ options: { ...options } }, 200) as never;
  });

  app.openapi(answerRoute, async (c) => {
    const { credential, to } = c.req.valid('json');
    const token = unbindBrowser(c, settings, 'challenge');
    // In a transaction of its own: a wrong answer uses it up as well.
    const challenge = token && (await inDoors((tx) => endChallenge(tx, token, null, context.clock())));
    if (!challenge) return problemAnswer(c, [challengeOver]) as never;
    const done = await inDoors(async (tx): Promise<Next | null> => {
      const account = await ownerOf(access, tx, credential as AuthenticationResponseJSON, challenge);
      return account ? passedAll(access, tx, c, { account, how: 'passkey', to: to ?? null }) : null;
    });
    return (done ? c.json(done, 200) : problemAnswer(c, [passkeyRefused])) as never;
  });
}

/** Returns the open account a passkey has proved to be the owner of, and puts down that it was used. */
async function ownerOf(
  { context, settings }: Access,
  tx: Tx,
  credential: AuthenticationResponseJSON,
  challenge: string,
): Promise<KnownAccount | undefined> {
  const passkey = await passkeyById(tx, credential.id);
  const said = passkey && (await checkPasskey(settings, credential, challenge, passkey));
  const account = said && (await accountById(tx, passkey.account));
  if (account?.status !== 'active' || !said) return undefined;
  await notePasskeyUse(tx, passkey.id, { ...said, now: context.clock() });
  return account;
}
