import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { ourselves } from '#apps/server/access/ourselves.ts';
import { makeApp } from '#apps/server/app.ts';
import { startWorker } from '#apps/server/worker.ts';
import type { Principal } from '#business/identity/principal.ts';
import { after, type Instant } from '#platform/instant.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { buildPages } from '../../bin/buildPages.ts';
import { overflowOf, violationsOf } from './barriers.ts';
import { launchBrowser } from './browser.ts';

/** The real server over a real database, and a real browser looking at it. The page is a new one in every test. */
export type AppJourney = {
  page(): Page;
  db(): TestDatabase;
  address(): string;
  open(path: string): Promise<void>;
  /** From now on this one asks; nobody when `null`. At the beginning of each test an administrator does. */
  as(principal: Principal | null): void;
  /** Moves the server's clock. */
  turnTo(now: Instant): void;
  /** Runs detection until nobody is due any more. */
  settle(): Promise<void>;
  /** Sends a request as a program would; a refusal fails the test. */
  send(method: string, path: string, body?: string, headers?: Record<string, string>): Promise<unknown>;
  /** What axe finds on the page, one line each. */
  violations(): Promise<string[]>;
  /** By how many pixels the page is wider than the window. */
  overflow(): Promise<number>;
};

/** Starts all of it for the tests of a file, at `start`. Complaints of the page, and failures of the server, fail the test. */
export function appJourney(start: Instant, prepare?: (app: AppJourney) => Promise<void>): AppJourney {
  let browser: Browser;
  let page: Page;
  let address: string;
  let db: TestDatabase;
  let settle: () => Promise<void>;
  let close: (() => Promise<void>) | undefined;
  let now = start;
  let looks = 0;
  let asking: Principal | null = ourselves;
  const failures: unknown[] = [];

  beforeAll(async () => {
    db = await testDatabase();
    const base = { pool: db.app, clock: () => after(now, looks++), actor: 'staff' };
    const worker = startWorker(base, (error) => failures.push(error));
    const workspace = await buildPages();
    const app = makeApp(
      { ...base, wake: worker.wake },
      { workspace, identify: async () => asking, report: (error) => failures.push(error) },
    );
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 });
    await new Promise((ready) => server.once('listening', ready));
    address = `http://localhost:${(server.address() as AddressInfo).port}`;
    settle = worker.settle;
    close = async () => {
      server.close();
      await worker.stop();
    };
    await prepare?.(journey);
    browser = await launchBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await close?.();
    expect(failures).toEqual([]);
  });
  beforeEach(async () => {
    asking = ourselves;
    page = await browser.newPage({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(20_000);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/.test(message.text())) complaints.push(message.text());
    });
    return async () => {
      await page.close();
      expect(complaints).toEqual([]);
    };
  });

  const journey: AppJourney = {
    page: () => page,
    db: () => db,
    address: () => address,
    open: async (path) => {
      await page.goto(address + path);
    },
    as: (principal) => {
      asking = principal;
    },
    turnTo: (instant) => {
      now = instant;
    },
    settle: () => settle(),
    send: async (method, path, body, headers = {}) => {
      const answer = await fetch(address + path, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body }),
      });
      const text = await answer.text();
      expect(answer.ok, `${method} ${path}: ${text}`).toBe(true);
      return text === '' ? null : JSON.parse(text);
    },
    violations: () => violationsOf(page),
    overflow: () => overflowOf(page),
  };
  return journey;
}
