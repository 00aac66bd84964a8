import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { loadFiles } from '#apps/demo/load.ts';
import { demoVendor } from '#apps/demo/vendor.ts';
import { type OpenIdProvider, openIdProvider } from '#apps/server/access/given/openIdProvider.ts';
import { identifyBy } from '#apps/server/access/identify.ts';
import { startLinkWorker } from '#apps/server/access/linkWorker.ts';
import { identifyAsOurselves } from '#apps/server/access/ourselves.ts';
import { backAddress } from '#apps/server/access/providers/known.ts';
import { localAccess } from '#apps/server/access/settings.ts';
import { type MailServer, mailServer } from '#apps/server/alerts/given/mailServer.ts';
import { mailerBy } from '#apps/server/alerts/mailer.ts';
import { makeApp } from '#apps/server/app.ts';
import { startMail } from '#apps/server/mail/sendMail.ts';
import { inAccess } from '#business/identity/accessScope.store.ts';
import { providerOf, saveProvider } from '#business/identity/provider.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { fromMilliseconds } from '#platform/instant.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { buildPages } from '../../bin/buildPages.ts';
import { launchBrowser } from './browser.ts';

/** The real server with its real doors, a real mail server, a real OpenID provider, and browsers that come to them. */
export type DoorsJourney = {
  address(): string;
  db(): TestDatabase;
  mails(): MailServer;
  provider(): OpenIdProvider;
  /** The page of the provider's company to sign in on. */
  companyPage(): string;
  /** A browser with nothing in its memory, and its page. Complaints of the page fail the test. */
  newPage(more?: Parameters<Browser['newContext']>[0]): Promise<Page>;
  /** Ends all browsers there are; their complaints are checked. */
  closePages(): Promise<void>;
  inDoors<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
};

/** Starts all of it for the tests of a file. It is now: codes and tokens of others are of this moment. */
export function doorsJourney(customer: string): DoorsJourney {
  const clock = () => fromMilliseconds(Date.now());
  const failures: unknown[] = [];
  const report = (error: unknown) => failures.push(error);
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];
  let db: TestDatabase;
  let mails: MailServer;
  let provider: OpenIdProvider;
  let browser: Browser;
  let address = '';
  let company = '';
  const stops: (() => unknown)[] = [];

  beforeAll(async () => {
    [db, mails] = await Promise.all([testDatabase(), mailServer()]);
    const workspace = await buildPages();
    let answer: (request: Request, more: object) => Response | Promise<Response> = () => new Response();
    const server = serve({
      fetch: (request, more) => answer(request, more),
      hostname: '127.0.0.1',
      port: 0,
    });
    await new Promise((ready) => server.once('listening', ready));
    address = `http://localhost:${(server.address() as AddressInfo).port}`;
    const settings = { ...localAccess(address), mail: true };
    const context = { pool: db.app, clock, actor: 'staff', wake: () => undefined, publicUrl: address };
    const inside = makeApp(context, { workspace, identify: identifyAsOurselves, report });
    const few = demoVendor(clock()).filter(({ path }) => new RegExp(`imports|${customer}`).test(path));
    await loadFiles(inside.fetch, address, few);
    const app = makeApp(context, {
      workspace,
      identify: identifyBy({ context, settings }),
      ...{ publicUrl: address, access: settings, report },
      providers: { vendor: null, reachable: 'private' },
    });
    answer = app.fetch as never;
    const letters = startMail(context, mailerBy(mails.url, 'Licenses <licenses@vendor.example>'), report);
    const links = startLinkWorker({ context, settings }, report);
    company = await setUp();
    browser = await launchBrowser();
    stops.push(links.stop, letters.stop, () => server.close(), mails.stop, provider.stop);
  }, 180_000);

  /** The provider has to know where to send browsers to, and we where the provider is. */
  async function setUp(): Promise<string> {
    const by = { actor: 'a-test', now: clock() };
    const first = { issuer: 'https://not.yet', client: 'none', secret: 'none' };
    const { id } = await inAccess(db.app, 'a-test', async (tx) => {
      await saveProvider(tx, customer, first, by, 0);
      return (await providerOf(tx, customer))!;
    });
    provider = await openIdProvider({ back: [backAddress(address, id)] });
    const { issuer, client, secret } = provider;
    await inAccess(db.app, 'a-test', (tx) => saveProvider(tx, customer, { issuer, client, secret }, by, 1));
    return `/sign-in/with/${id}`;
  }

  afterAll(async () => {
    await browser?.close();
    for (const stop of stops) await stop();
    expect(failures).toEqual([]);
  });

  return {
    address: () => address,
    db: () => db,
    mails: () => mails,
    provider: () => provider,
    companyPage: () => company,
    newPage: async (more = {}) => {
      const context = await browser.newContext({
        ...{ viewport: { width: 1200, height: 900 }, reducedMotion: 'reduce', baseURL: address },
        ...more,
      });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (page.url().startsWith(address) && /Content Security Policy|Refused to/.test(message.text()))
          complaints.push(message.text());
      });
      return page;
    },
    closePages: async () => {
      for (const context of contexts.splice(0)) await context.close();
      expect(complaints.splice(0)).toEqual([]);
    },
    inDoors: (work) => inAccess(db.app, 'a-test', work),
  };
}
