import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Violation = { id: string; nodes: { target: string[]; failureSummary: string }[] };

/** What axe finds on the page, one line each. What passes by itself within ten seconds was on its way, and is none. */
export function violationsOf(page: Page): Promise<string[]> {
  return lasting(
    () => look(page),
    (found) => found.length === 0,
  );
}

/** By how many pixels the page is wider than the window, once drawings have taken their new width. */
export function overflowOf(page: Page): Promise<number> {
  return lasting(
    () => page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth'),
    (wider) => wider <= 0,
  );
}

// Evaluated, not inserted: the policy of the page refuses foreign scripts, also ours.
async function look(page: Page): Promise<string[]> {
  // Colors on their way from one scheme to the other are neither.
  await page.evaluate(
    `new Promise(requestAnimationFrame).then(() => Promise.allSettled(
      document.getAnimations().filter((one) => one instanceof CSSTransition).map((one) => one.finished)))`,
  );
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axeSource);
  // What passes is most of what axe finds: it is neither described nor sent.
  const found: Violation[] = await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)",
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}\n${node.failureSummary}`),
  );
}

/** Looks until what is seen is good, ten seconds at most; resolves to what was seen last. */
async function lasting<Seen>(see: () => Promise<Seen>, isGood: (seen: Seen) => boolean): Promise<Seen> {
  const end = performance.now() + 10_000;
  let seen = await see();
  while (!isGood(seen) && performance.now() < end) {
    await new Promise((next) => setTimeout(next, 100));
    seen = await see();
  }
  return seen;
}
