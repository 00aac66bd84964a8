import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { inAccess } from '#business/identity/accessScope.store.ts';
import type { Limit } from '#business/identity/attempt.store.ts';
import {
  beginVisit,
  endVisit,
  type ProviderVisit,
  visitLasts,
} from '#business/identity/providerVisit.store.ts';
import { minute, second } from '#platform/instant.ts';
import { ownPath } from '#platform/ownPath.ts';
import { bodyOf, jsonOf, problemContent } from '../../http/answers.ts';
import { notFound, problemAnswer } from '../../problems.ts';
import { bindBrowser, unbindBrowser } from '../bound.ts';
import { type Access, sessionOfRequest } from '../identify.ts';
import { landing } from '../landing.ts';
import { limited, networkOf } from '../limits.ts';
import { backAddress, type KnownProvider, knownProvider, vendorProvider } from './known.ts';
import { comeBack, goToProvider, ProviderDown, VisitDenied, VisitRefused } from './openId.ts';
import { providerUnreachable } from './refusals.ts';
import { ProviderView, VendorProvider, VisitOrder, VisitView } from './schemas.ts';
import type { ProviderSettings } from './settings.ts';
import { linkTo, signInBy } from './signIn.ts';

/** Each makes us ask somebody else's machine. A company may have one address for everybody. */
const visitsFrom: Limit = { what: 'visits-from', most: 100, within: 15 * minute };

const params = z.object({ provider: z.string().max(40) });

const vendorRoute = createRoute({
  method: 'get',
  path: '/v1/sign-in/single-sign-on',
  summary: 'The single sign-on of the vendor’s own people, where there is one',
  responses: { 200: { description: 'Provider', content: jsonOf(VendorProvider) } },
});
const showRoute = createRoute({
  method: 'get',
  path: '/v1/sign-in/single-sign-on/{provider}',
  summary: 'Where a provider of single sign-on is',
  request: { params },
  responses: { 200: { description: 'Provider', content: jsonOf(ProviderView) }, 404: problemContent },
});
const goRoute = createRoute({
  method: 'post',
  path: '/v1/sign-in/single-sign-on/{provider}',
  summary: 'Begin a sign-in at a provider; the browser then goes to the address',
  request: { params, body: bodyOf(VisitOrder) },
  responses: {
    200: { description: 'Where to send the browser', content: jsonOf(VisitView) },
    404: problemContent,
    422: problemContent,
    429: problemContent,
    502: problemContent,
  },
});
const backRoute = createRoute({
  method: 'get',
  path: '/v1/sign-in/single-sign-on/{provider}/back',
  summary: 'Where a provider sends the browser back to; leads on to a page',
  request: { params },
  responses: { 303: { description: 'To the page that was wanted, or to sign in, with what was wrong' } },
});

/** Adds the routes of signing in at a provider: the vendor's own, or that of a customer's company. */
export function providerRoutes(app: OpenAPIHono, access: Access, settings: ProviderSettings): void {
  const { pool, clock } = access.context;

  app.openapi(vendorRoute, async (c) => {
    const { vendor } = settings;
    return c.json({ vendor: vendor && { id: vendorProvider, host: new URL(vendor.issuer).host } }, 200);
  });

  app.openapi(showRoute, async (c) => {
    const known = await knownProvider(access, settings, c.req.valid('param').provider);
    if (!known) return problemAnswer(c, [notFound('such single sign-on')]) as never;
    return c.json({ host: new URL(known.client.issuer).host }, 200);
  });

  app.openapi(goRoute, async (c) => {
    const many = await limited(access, c, [[visitsFrom, networkOf(c, access.settings)]]);
    if (many) return many as never;
    const known = await knownProvider(access, settings, c.req.valid('param').provider);
    if (!known) return problemAnswer(c, [notFound('such single sign-on')]) as never;
    const place = ownPath(c.req.valid('json').to);
    return (await sendToProvider(access, c, known, { place, account: null })) as never;
  });

  app.openapi(backRoute, async (c) => {
    const token = unbindBrowser(c, access.settings, 'visit');
    const visit = token && (await inAccess(pool, 'sign-in', (tx) => endVisit(tx, token, clock())));
    c.header('cache-control', 'no-store');
    return c.redirect(await leadOn(access, settings, c, visit || undefined), 303) as never;
  });
}

/** Sends the browser to a provider, bound to come back from there once. */
export async function sendToProvider(
  access: Access,
  c: Context,
  { id, client }: KnownProvider,
  wanted: Pick<ProviderVisit, 'place' | 'account'>,
): Promise<Response> {
  const { context, settings } = access;
  try {
    const { address, visit } = await goToProvider(client, backAddress(settings.publicUrl, id));
    const kept = { ...visit, ...wanted, provider: id, issuer: client.issuer, client: client.client };
    const token = await inAccess(context.pool, 'sign-in', (tx) => beginVisit(tx, kept, context.clock()));
    bindBrowser(c, settings, 'visit', token, visitLasts / second);
    return c.json({ address }, 200);
  } catch (error) {
    if (error instanceof ProviderDown) return problemAnswer(c, [providerUnreachable]);
    throw error;
  }
}

/** Returns where the browser goes on to. The visit is over by now, whatever comes of it. */
async function leadOn(
  access: Access,
  settings: ProviderSettings,
  c: Context,
  visit: ProviderVisit | undefined,
): Promise<string> {
  const id = c.req.param('provider') ?? '';
  const known = visit?.provider === id ? await knownProvider(access, settings, id) : undefined;
  const same = known?.client.issuer === visit?.issuer && known?.client.client === visit?.client;
  // Set up anew meanwhile, or sent back by another provider than the one the browser was sent to.
  if (!visit || !known || !same) return doorWith('visit_over', null);
  const failed = (code: string) =>
    visit.account === null ? doorWith(code, visit.place) : `/sign-in/security?problem=${code}`;
  try {
    const answer = new URL(backAddress(access.settings.publicUrl, id));
    answer.search = new URL(c.req.url).search;
    const claims = await comeBack(known.client, answer, visit);
    if (visit.account !== null) {
      const live = await sessionOfRequest(access, c);
      if (live?.account.id !== visit.account) return doorWith('visit_over', null);
      const code = await linkTo(access, live.account, known, claims);
      return code ? failed(code) : '/sign-in/security';
    }
    const came = await signInBy(access, c, known, claims);
    return came.kind === 'in' ? landing(came.account.principal, visit.place) : failed(came.code);
  } catch (error) {
    if (error instanceof ProviderDown) return failed('provider_unreachable');
    if (error instanceof VisitDenied) return failed('provider_denied');
    if (error instanceof VisitRefused) return failed('provider_answer_refused');
    throw error;
  }
}

function doorWith(code: string, place: string | null): string {
  return `/sign-in?problem=${code}${place === null ? '' : `&to=${encodeURIComponent(place)}`}`;
}
