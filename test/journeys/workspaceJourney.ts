import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { type FixtureServer, startFixtureServer } from '#apps/workspace/fixtures/server.ts';
import { buildPages } from '../../bin/buildPages.ts';
import { launchBrowser } from './browser.ts';

/** What a journey through the workspace has at hand; page and server are new ones in every test. */
type Journey = {
  page(): Page;
  server(): FixtureServer;
  open(path: string): Promise<void>;
  name(role: 'button' | 'link' | 'heading', words: string | RegExp): Locator;
};

/** Opens the built workspace over invented data for the tests of a file; a page that complained fails its test. */
export function journey(): Journey {
  let dist: string;
  let browser: Browser;
  let server: FixtureServer;
  let page: Page;

  beforeAll(async () => {
    dist = await buildPages();
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });
  beforeEach(async () => {
    server = await startFixtureServer(dist);
    page = await browser.newPage({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(20_000);
    // Broken rules of the content security policy, and errors nobody caught.
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy|Refused to/.test(message.text())) complaints.push(message.text());
    });
    return async () => {
      server.play('data');
      await page.close();
      await server.close();
      expect(complaints).toEqual([]);
    };
  });

  return {
    page: () => page,
    server: () => server,
    open: async (path) => {
      await page.goto(server.url + path);
    },
    name: (role, words) => page.getByRole(role, { name: words, exact: typeof words === 'string' }),
  };
}
