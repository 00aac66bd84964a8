import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { inAccess } from '#business/identity/accessScope.store.ts';
import { dropLink, linksOfAccount, providerOf } from '#business/identity/provider.store.ts';
import { formatInstant } from '#platform/instant.ts';
import { jsonOf, problemContent } from '../../http/answers.ts';
import { notFound, problemAnswer } from '../../problems.ts';
import { freshSession } from '../fresh.ts';
import type { Access } from '../identify.ts';
import { signInAgain } from '../refusals.ts';
import { whoAsks } from '../whoAsks.ts';
import { type KnownProvider, knownProvider, ofCustomer, vendorProvider } from './known.ts';
import { sendToProvider } from './routes.ts';
import { ProviderLinks, VisitView } from './schemas.ts';
import type { ProviderSettings } from './settings.ts';

const answers = { 200: { description: 'Links', content: jsonOf(ProviderLinks) } };

const listRoute = createRoute({
  method: 'get',
  path: '/v1/account/single-sign-on',
  summary: 'By which single sign-on one is known here, and which one may be linked',
  responses: answers,
});
const linkRoute = createRoute({
  method: 'post',
  path: '/v1/account/single-sign-on',
  summary:
    'Link one’s account to the single sign-on of one’s own company; the browser then goes to the address',
  responses: {
    200: { description: 'Where to send the browser', content: jsonOf(VisitView) },
    403: problemContent,
    404: problemContent,
    502: problemContent,
  },
});
const unlinkRoute = createRoute({
  method: 'delete',
  path: '/v1/account/single-sign-on/{link}',
  summary: 'Be known by a single sign-on no more',
  request: { params: z.object({ link: z.string().max(40) }) },
  responses: { ...answers, 403: problemContent, 404: problemContent },
});

/** Adds the routes of what one's own account is linked to. */
export function providerLinkRoutes(app: OpenAPIHono, access: Access, settings: ProviderSettings): void {
  const own = (): string => whoAsks().account;
  const inOwn = <T>(work: Parameters<typeof inAccess<T>>[2]) => inAccess(access.context.pool, own(), work);
  const list = async () => {
    const links = await inOwn((tx) => linksOfAccount(tx, own()));
    const provider = await ownProvider(access, settings);
    const isLinked = links.some(
      ({ room, issuer }) => room === provider?.room && issuer === provider.client.issuer,
    );
    const items = links.map(({ id, issuer, linkedAt, usedAt }) => ({
      ...{ id, host: hostOf(issuer) },
      ...{ linkedAt: formatInstant(linkedAt), usedAt: formatInstant(usedAt) },
    }));
    const offered = provider && !isLinked ? { id: provider.id, host: hostOf(provider.client.issuer) } : null;
    return { items, offered };
  };

  app.openapi(listRoute, async (c) => c.json(await list(), 200));

  app.openapi(linkRoute, async (c) => {
    const live = await freshSession(access, c);
    if (!live) return problemAnswer(c, [signInAgain]) as never;
    const provider = await ownProvider(access, settings);
    if (!provider) return problemAnswer(c, [notFound('such single sign-on')]) as never;
    return (await sendToProvider(access, c, provider, { place: null, account: live.account.id })) as never;
  });

  app.openapi(unlinkRoute, async (c) => {
    if (!(await freshSession(access, c))) return problemAnswer(c, [signInAgain]) as never;
    const done = await inOwn((tx) => dropLink(tx, own(), c.req.valid('param').link));
    return (done ? c.json(await list(), 200) : problemAnswer(c, [notFound('such link')])) as never;
  });
}

/** The provider of whoever asks: the vendor's own for its people, that of their company for a customer's. */
async function ownProvider(access: Access, settings: ProviderSettings): Promise<KnownProvider | undefined> {
  const principal = whoAsks();
  if (principal.kind === 'staff') return knownProvider(access, settings, vendorProvider);
  if (principal.kind !== 'customer') return undefined;
  const { pool } = access.context;
  const found = await inAccess(pool, principal.account, (tx) => providerOf(tx, principal.customer));
  return found && ofCustomer(found, settings);
}

function hostOf(issuer: string): string {
  return new URL(issuer).host;
}
