import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import { inAccess } from '#business/identity/accessScope.store.ts';
import {
  addPasskey,
  beginChallenge,
  challengeLasts,
  dropPasskey,
  endChallenge,
  mostPasskeys,
  namePasskey,
  type Passkey,
  passkeysOf,
} from '#business/identity/passkey.store.ts';
import { formatInstant, second } from '#platform/instant.ts';
import { bodyOf, jsonOf, problemContent } from '../../http/answers.ts';
import { notFound, problemAnswer } from '../../problems.ts';
import { bindBrowser, unbindBrowser } from '../bound.ts';
import { freshSession } from '../fresh.ts';
import type { Access } from '../identify.ts';
import { signInAgain } from '../refusals.ts';
import { whoAsks } from '../whoAsks.ts';
import { askForPasskey, readPasskey } from './ceremony.ts';
import { challengeOver, passkeyRefused, tooManyPasskeys } from './refusals.ts';
import { PasskeyMade, PasskeyName, PasskeyOptions, Passkeys } from './schemas.ts';

const answers = { 200: { description: 'Passkeys', content: jsonOf(Passkeys) } };
const refused = { 403: problemContent, 422: problemContent };
const params = z.object({ passkey: z.string().max(1400) });

const listRoute = createRoute({
  method: 'get',
  path: '/v1/account/passkeys',
  summary: 'The passkeys of one’s own account',
  responses: answers,
});
const challengeRoute = createRoute({
  method: 'post',
  path: '/v1/account/passkeys/challenge',
  summary: 'Ask the browser to make a passkey; after a sign-in of the last minutes',
  responses: { 200: { description: 'What to ask', content: jsonOf(PasskeyOptions) }, ...refused },
});
const addRoute = createRoute({
  method: 'post',
  path: '/v1/account/passkeys',
  summary: 'Keep the passkey a browser has made',
  request: { body: bodyOf(PasskeyMade) },
  responses: { ...answers, ...refused },
});
const nameRoute = createRoute({
  method: 'put',
  path: '/v1/account/passkeys/{passkey}',
  summary: 'Call a passkey otherwise',
  request: { params, body: bodyOf(PasskeyName) },
  responses: { ...answers, 404: problemContent },
});
const removeRoute = createRoute({
  method: 'delete',
  path: '/v1/account/passkeys/{passkey}',
  summary: 'Remove a passkey: it opens nothing any more',
  request: { params },
  responses: { ...answers, ...refused, 404: problemContent },
});

/** Adds the routes of one's own passkeys. What opens doors is changed only by who proved a short while ago who they are. */
export function passkeyRoutes(app: OpenAPIHono, access: Access): void {
  const { context, settings } = access;
  const own = (): string => whoAsks().account;
  const inOwn = <T>(work: Parameters<typeof inAccess<T>>[2]) => inAccess(context.pool, own(), work);
  const list = async () => ({ items: (await inOwn((tx) => passkeysOf(tx, own()))).map(viewOf) });

  app.openapi(listRoute, async (c) => c.json(await list(), 200));

  app.openapi(challengeRoute, async (c) => {
    const live = await freshSession(access, c);
    if (!live) return problemAnswer(c, [signInAgain]) as never;
    const known = await inOwn((tx) => passkeysOf(tx, own()));
    if (known.length >= mostPasskeys) return problemAnswer(c, [tooManyPasskeys]) as never;
    const options = await askForPasskey(settings, live.account, known);
    const asked = { challenge: options.challenge, account: live.account.id };
    const token = await inOwn((tx) => beginChallenge(tx, asked, context.clock()));
    bindBrowser(c, settings, 'challenge', token, challengeLasts / second);
    return c.json({ options: { ...options } }, 200) as never;
  });

  app.openapi(addRoute, async (c) => {
    const { name, credential } = c.req.valid('json');
    const token = unbindBrowser(c, settings, 'challenge');
    const challenge = token && (await inOwn((tx) => endChallenge(tx, token, own(), context.clock())));
    if (!challenge) return problemAnswer(c, [challengeOver]) as never;
    const made = await readPasskey(settings, credential as RegistrationResponseJSON, challenge);
    const kept = made && { ...made, account: own(), name, createdAt: context.clock() };
    if (!kept || !(await inOwn((tx) => addPasskey(tx, kept))))
      return problemAnswer(c, [passkeyRefused]) as never;
    return c.json(await list(), 200);
  });

  app.openapi(nameRoute, async (c) => {
    const { name } = c.req.valid('json');
    const done = await inOwn((tx) => namePasskey(tx, own(), c.req.valid('param').passkey, name));
    return (done ? c.json(await list(), 200) : problemAnswer(c, [notFound('such passkey')])) as never;
  });

  app.openapi(removeRoute, async (c) => {
    if (!(await freshSession(access, c))) return problemAnswer(c, [signInAgain]) as never;
    const done = await inOwn((tx) => dropPasskey(tx, own(), c.req.valid('param').passkey));
    return (done ? c.json(await list(), 200) : problemAnswer(c, [notFound('such passkey')])) as never;
  });
}

function viewOf({ id, name, synced, createdAt, usedAt }: Passkey) {
  return { id, name, synced, createdAt: formatInstant(createdAt), usedAt: usedAt && formatInstant(usedAt) };
}
