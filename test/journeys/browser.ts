import { type Browser, chromium, type Page } from 'playwright-core';

/** Where Debian and its kin install Chromium. */
const executablePath = '/usr/bin/chromium';

const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the system's Chromium. Without one the test fails, and the error says how to install it. */
export async function launchBrowser(): Promise<Browser> {
  try {
    return await chromium.launch({ executablePath, args });
  } catch (cause) {
    throw new Error(`Chromium does not start from ${executablePath}: apt-get install -y chromium`, { cause });
  }
}

/** Resolves when the page has its heading, and no part of it is still being read. */
export async function whole(page: Page): Promise<void> {
  await page.locator('main:not(:has([aria-busy="true"])) h1').first().waitFor();
}
