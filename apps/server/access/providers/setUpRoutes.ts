import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { inAccess } from '#business/identity/accessScope.store.ts';
import { dropProvider, providerOf, saveProvider } from '#business/identity/provider.store.ts';
import { formatInstant } from '#platform/instant.ts';
import type { Problem } from '#platform/problem.ts';
import { bodyOf, jsonOf, problemContent } from '../../http/answers.ts';
import { changedMeanwhile, expectedVersion, setVersion, versionHeader } from '../../http/etag.ts';
import { notFound, problemAnswer } from '../../problems.ts';
import { freshSession } from '../fresh.ts';
import type { Access } from '../identify.ts';
import { signInAgain } from '../refusals.ts';
import { whoAsks } from '../whoAsks.ts';
import { backAddress } from './known.ts';
import { mayBeProvider } from './providerFetch.ts';
import { ProviderOrder, ProviderSetUp } from './schemas.ts';
import type { ProviderSettings } from './settings.ts';

const params = z.object({ customer: z.string() });
const answers = { 200: { description: 'Single sign-on', content: jsonOf(ProviderSetUp) } };
const versioned = {
  403: problemContent,
  404: problemContent,
  412: problemContent,
  422: problemContent,
  428: problemContent,
};

/** The same three operations for the vendor's people and for the customer's own administrators. */
function routesAt(path: '/v1/customers/{customer}/single-sign-on' | '/v1/portal/{customer}/single-sign-on') {
  return {
    show: createRoute({
      method: 'get',
      path,
      summary: 'The single sign-on of a customer’s company; its secret is never shown',
      request: { params },
      responses: { ...answers, 404: problemContent },
    }),
    save: createRoute({
      method: 'put',
      path,
      summary: 'Set up or change the single sign-on of a customer’s company (If-Match; "0" for the first)',
      request: { params, headers: versionHeader, body: bodyOf(ProviderOrder) },
      responses: { ...answers, ...versioned },
    }),
    remove: createRoute({
      method: 'delete',
      path,
      summary: 'Remove the single sign-on of a customer’s company, with all links to it (If-Match)',
      request: { params, headers: versionHeader },
      responses: { ...answers, ...versioned },
    }),
  };
}

/** Whether there is such a customer for whoever asks. */
export type IsCustomer = (customer: string) => Promise<boolean>;

/** Adds the routes by which the single sign-on of a customer's company is set up, on both sides. */
export function providerSetUpRoutes(
  app: OpenAPIHono,
  access: Access,
  settings: ProviderSettings,
  isCustomer: IsCustomer,
): void {
  const { pool, clock } = access.context;
  const inOwn = <T>(work: Parameters<typeof inAccess<T>>[2]) => inAccess(pool, whoAsks().account, work);
  const shown = async (c: Context, customer: string) => {
    const found = await inOwn((tx) => providerOf(tx, customer));
    const version = found?.version ?? 0;
    setVersion(c, version);
    const { publicUrl } = access.settings;
    const provider = found && {
      ...{ issuer: found.issuer, client: found.client, changedAt: formatInstant(found.changedAt) },
      back: backAddress(publicUrl, found.id),
      page: `${publicUrl}/sign-in/with/${found.id}`,
    };
    return c.json({ provider: provider ?? null, version }, 200);
  };
  const current = async (customer: string) => (await inOwn((tx) => providerOf(tx, customer)))?.version ?? 0;

  for (const path of [
    '/v1/customers/{customer}/single-sign-on',
    '/v1/portal/{customer}/single-sign-on',
  ] as const) {
    const { show, save, remove } = routesAt(path);

    app.openapi(show, async (c) => {
      const { customer } = c.req.valid('param');
      if (!(await isCustomer(customer))) return problemAnswer(c, [notFound('such customer')]) as never;
      return (await shown(c, customer)) as never;
    });

    app.openapi(save, async (c) => {
      const { customer } = c.req.valid('param');
      if (!(await isCustomer(customer))) return problemAnswer(c, [notFound('such customer')]) as never;
      if (!(await freshSession(access, c))) return problemAnswer(c, [signInAgain]) as never;
      const version = expectedVersion(c);
      if (!version.ok) return problemAnswer(c, version.problems) as never;
      const { issuer, client, secret = null } = c.req.valid('json');
      if (!mayBeProvider(issuer, settings.reachable)) return problemAnswer(c, [addressRefused]) as never;
      const before = await inOwn((tx) => providerOf(tx, customer));
      if (before?.issuer !== issuer && secret === null) return problemAnswer(c, [secretMissing]) as never;
      const by = { actor: whoAsks().account, now: clock() };
      const done = await inOwn((tx) =>
        saveProvider(tx, customer, { issuer, client, secret }, by, version.value),
      );
      if (!done)
        return problemAnswer(c, [changedMeanwhile('single sign-on', await current(customer))]) as never;
      return (await shown(c, customer)) as never;
    });

    app.openapi(remove, async (c) => {
      const { customer } = c.req.valid('param');
      if (!(await isCustomer(customer))) return problemAnswer(c, [notFound('such customer')]) as never;
      if (!(await freshSession(access, c))) return problemAnswer(c, [signInAgain]) as never;
      const version = expectedVersion(c);
      if (!version.ok) return problemAnswer(c, version.problems) as never;
      const done = await inOwn((tx) => dropProvider(tx, customer, version.value));
      if (!done)
        return problemAnswer(c, [changedMeanwhile('single sign-on', await current(customer))]) as never;
      return (await shown(c, customer)) as never;
    });
  }
}

const addressRefused: Problem = {
  code: 'provider_address_refused',
  title: 'This cannot be the address of a provider',
  detail:
    'A provider has to be reached by https, on the public internet, without a name and password in its address.',
  todo: 'Give the issuer as the provider’s own document has it, such as https://login.acme.example.',
  pointer: '/issuer',
};

const secretMissing: Problem = {
  code: 'provider_secret_missing',
  title: 'The secret is missing',
  detail: 'The first time, and for another provider, the secret that it gave for Goodterms is needed.',
  todo: 'Add it.',
  pointer: '/secret',
};
