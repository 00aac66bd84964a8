import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';
import { identifyBy } from '#apps/server/access/identify.ts';
import { localAccess } from '#apps/server/access/settings.ts';
import { beginAccess } from '#apps/server/access/start.ts';
import { makeApp } from '#apps/server/app.ts';
import { loadDemo } from '#apps/server/demo.ts';
import { startWorker } from '#apps/server/worker.ts';
import { after, type Instant, second } from '#platform/instant.ts';
import { testDatabase } from '#test/database.ts';
import { buildPages } from '../../bin/buildPages.ts';
import { launchBrowser } from './browser.ts';

/** The demo as `npm start` shows it, with its real doors, and a browser for each of its people. */
export type DemoRoom = {
  readonly address: () => string;
  /** A page of somebody of the demo who has signed in with one click; of nobody, when `null`. */
  readonly pageOf: (name: string | null, how?: BrowserContextOptions) => Promise<Page>;
  readonly settle: () => Promise<void>;
};

type Persona = { readonly account: string; readonly name: string };

/** Starts the demo for the tests of a file, at `start`; failures of the server, and complaints of a page, fail it. */
export function demoRoom(start: Instant): DemoRoom {
  const failures: unknown[] = [];
  const contexts: BrowserContext[] = [];
  let [browser, address, settle]: [Browser | undefined, string, () => Promise<void>] = [
    undefined,
    '',
    async () => undefined,
  ];
  let close: (() => Promise<void>) | undefined;

  beforeAll(async () => {
    const { app: pool } = await testDatabase();
    const report = (error: unknown) => failures.push(error);
    let ticks = 0;
    const base = { pool, clock: () => after(start, ticks++ * second), actor: 'staff' };
    const worker = startWorker(base, report);
    const workspace = await buildPages();
    const context = { ...base, wake: worker.wake };
    await beginAccess(base, { wanted: 'demo', hasCustomers: false, administrator: false });
    const handler: { fetch: (request: Request) => Response | Promise<Response> } = {
      fetch: () => new Response(),
    };
    const server = serve({ fetch: (request) => handler.fetch(request), hostname: '127.0.0.1', port: 0 });
    await new Promise((ready) => server.once('listening', ready));
    address = `http://localhost:${(server.address() as AddressInfo).port}`;
    const access = localAccess(address);
    const app = makeApp(context, {
      workspace,
      identify: identifyBy({ context, settings: access }),
      access,
      report,
    });
    handler.fetch = (request) => app.fetch(request);
    await loadDemo(context, { workspace, report, address, settle: worker.settle });
    settle = worker.settle;
    close = async () => {
      server.close();
      await worker.stop();
    };
    browser = await launchBrowser();
  }, 180_000);
  afterAll(async () => {
    await Promise.all(contexts.map((one) => one.close()));
    await browser?.close();
    await close?.();
    expect(failures).toEqual([]);
  });

  return {
    address: () => address,
    settle: () => settle(),
    pageOf: async (name, how = {}) => {
      const viewport = { width: 1280, height: 800 };
      const usual = { viewport, reducedMotion: 'reduce', locale: 'en-GB', baseURL: address } as const;
      const context = await browser!.newContext({ ...usual, ...how });
      contexts.push(context);
      if (name !== null) await signIn(context, address, name);
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      page.on('pageerror', (error) => failures.push(error.message));
      return page;
    },
  };
}

async function signIn(context: BrowserContext, address: string, name: string): Promise<void> {
  const ways = (await (await context.request.get('/v1/sign-in')).json()) as { demo: Persona[] };
  const persona = ways.demo.find((one) => one.name === name);
  if (!persona) throw new Error(`nobody of the demo is called ${name}`);
  const data = { account: persona.account };
  const answer = await context.request.post('/v1/sign-in/demo', { data, headers: { origin: address } });
  expect(answer.ok(), await answer.text()).toBe(true);
}
