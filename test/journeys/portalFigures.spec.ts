import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { PortalOverview } from '#apps/server/portal/overviewSchemas.ts';
import { exact, plain } from '#platform/exact.ts';
import { formatInstant } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { soakShare, tellSoak } from '../soak/specSoak.ts';
import { surfaceCase } from '../surfaces/surfaceCase.ts';
import { surfacesOf } from '../surfaces/surfaces.ts';
import { demoRoom } from './demoRoom.ts';

/**
 * What is read back from the page as it is drawn is what detection says: any agreement, any use, any moment. A few here;
 * `npm run soak -- portal-page` tries two hundred.
 */
const { rounds: cases, seed } = soakShare(9);
const room = demoRoom(at('2026-11-22T10:00:00Z'));
const languages = ['en-GB', 'de-DE', 'fr-FR', 'es-ES'];
let pages: Page[];

beforeAll(async () => {
  pages = await Promise.all(languages.map((locale) => room.pageOf('Dana Wells', { locale })));
});

type Seen = {
  readonly status: string;
  readonly value: string | null;
  readonly limit: string | null;
  readonly left: string | null;
};

/** Shows the overview to the person, and returns what its first number says, read from the page alone. */
async function shown(page: Page, overview: PortalOverview, locale: string): Promise<Seen> {
  await page.route('**/v1/portal/northwind/overview', (route) => route.fulfill({ json: overview }));
  await page.goto('/portal/northwind');
  const card = page.locator('main article').first();
  await card.waitFor();
  const text = async (name: string) => {
    const found = card.getByTestId(name);
    return (await found.count()) > 0 ? numberIn((await found.first().textContent()) ?? '', locale) : null;
  };
  return {
    status: (await card.locator('[data-status]').first().getAttribute('data-status')) ?? '',
    value: await text('value'),
    limit: await text('limit'),
    left: await text('left'),
  };
}

/** The first number of a text, as somebody reads it in this language; without its sign. */
function numberIn(text: string, locale: string): string | null {
  const parts = new Intl.NumberFormat(locale).formatToParts(1_234_567.5);
  const of = (type: string) => parts.find((part) => part.type === type)!.value;
  const [found] =
    new RegExp(`\\d[\\d${of('group').replace('.', '\\.')}]*(?:[${of('decimal')}]\\d+)?`).exec(text) ?? [];
  return found === undefined
    ? null
    : plain(exact(found.replaceAll(of('group'), '').replace(of('decimal'), '.')));
}

test('every number on the page is the one that was counted, in every language', async () => {
  const differing: string[] = [];
  const statuses = new Set<string>();
  let numbers = 0;
  for (const [n, given] of fc.sample(surfaceCase, { numRuns: cases, seed }).entries()) {
    const { portal, detection } = surfacesOf(given);
    const { clause, agreement } = portal;
    const overview: PortalOverview = {
      asOf: formatInstant(given.asOf),
      customer: { id: 'northwind', name: 'Northwind Labs' },
      contact: { name: 'Sam Ortiz', role: 'License manager', email: 'sam@meridian.example' },
      agreements: [{ ...agreement, state: 'running' }],
      sources: [],
      dates: [],
    };
    const [use] = clause.uses;
    const window = use?.window;
    // What was counted is taken from detection itself, not from what the page was given.
    const judged =
      window &&
      detection.judged
        .get(use.group)
        ?.find(
          ({ from, until }) => formatInstant(from) === window.from && formatInstant(until) === window.until,
        );
    const isLimit = clause.kind === 'capacity';
    const expected: Seen = {
      status: use?.status ?? clause.status,
      value: judged ? plain(exact(judged.value)) : null,
      limit: judged && isLimit ? plain(exact(judged.limit)) : null,
      left: judged && isLimit ? absolute(plain(exact(judged.limit).sub(exact(judged.value)))) : null,
    };
    const place = n % languages.length;
    const seen = await shown(pages[place]!, overview, languages[place]!);
    statuses.add(seen.status);
    if (seen.value !== null) numbers += 1;
    const [a, b] = [JSON.stringify(seen), JSON.stringify(expected)];
    if (a !== b) differing.push(`case ${n} in ${languages[place]}: the page says ${a}, counted was ${b}`);
  }
  tellSoak({ tried: cases, failed: differing, words: `${numbers} overviews with a number that was counted` });
  expect(differing).toEqual([]);
  expect(statuses.size).toBeGreaterThan(2);
  expect(numbers).toBeGreaterThan(cases / 2);
}, 900_000);

/** Nothing left says so in words, without a number. */
const absolute = (decimal: string) => (decimal === '0' ? null : decimal.replace(/^-/, ''));
