import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPlaces } from '#apps/portal/places.ts';
import shellWords from '#apps/portal/words/en/shell.ts';
import { places } from '#apps/workspace/shell/places.ts';
import { at } from '#test/given.ts';
import { whole } from './browser.ts';
import { demoRoom } from './demoRoom.ts';

/**
 * Every page is opened as the demo shows it, and photographed. `UPDATE_PICTURES=1 npx vitest run
 * test/journeys/pictures.spec.ts` writes the pictures of the guide anew.
 */
const room = demoRoom(at('2026-11-22T10:00:00Z'));
const guide = join(import.meta.dirname, '../../docs/guide');
const folder = process.env.UPDATE_PICTURES
  ? join(guide, 'pictures')
  : join(import.meta.dirname, '../../.cache/pictures');
mkdirSync(folder, { recursive: true });

/** A picture: its file, the words under it, and where it is taken. */
type Picture = { readonly file: string; readonly words: string; readonly to: string };

const named = (room: string, to: string) =>
  `${room}${to.replaceAll(/[^a-z0-9]+/gi, '-').replace(/-$/, '') || '-home'}`.toLowerCase();
const of = (room: string, to: string, words: string): Picture => ({
  file: `${named(room, to)}.jpg`,
  words,
  to,
});

const doors = [
  of('sign-in', '/sign-in', 'Sign in'),
  of('sign-in', '/sign-in/recover', 'A forgotten password'),
];
const workspace = [
  ...places.map(({ to, name }) => of('workspace', to, name)),
  of('workspace', '/customers/brightline', 'A customer'),
  of('workspace', '/customers/brightline/edit', 'A customer, edited'),
  of('workspace', '/customers/brightline/agreements/AG-brightline', 'An agreement'),
  of('workspace', '/customers/copperfield/people', 'People and machines'),
  of('workspace', '/customers/harborview/access', 'Who of a customer may sign in'),
  of('workspace', '/questions/ASK-harborview-1', 'A question'),
  of('workspace', '/orders/O-harborview-1', 'An order'),
  of('workspace', '/sign-in/security', 'The security of the own account'),
];
const portal = [
  ...openPlaces
    .filter(({ pages }) => pages.some(({ path }) => path === ''))
    .map(({ path, word }) => of('portal', `/${path}`, shellWords[word ?? 'overview'])),
  of('portal', '/lines/AG-harborview/seats', 'One line'),
  of('portal', '/ways-up/of/AG-harborview/seats', 'Ways up compared'),
  of('portal', '/questions/new', 'Asking'),
  of('portal', '/questions/ASK-harborview-1', 'A question and its answer'),
  of('portal', '/documents/agreements/AG-harborview', 'The agreement'),
];
const all = [...doors, ...workspace, ...portal];

async function take(page: Page, { file }: Picture): Promise<void> {
  await whole(page);
  await page.screenshot({ path: join(folder, file), type: 'jpeg', quality: 55, animations: 'disabled' });
  if (process.env.PNG) await page.screenshot({ path: join(process.env.PNG, file.replace('.jpg', '.png')) });
}

describe('every page can be opened, and is photographed', () => {
  test('of the doors', async () => {
    const page = await room.pageOf(null);
    for (const picture of doors) {
      await page.goto(picture.to);
      await take(page, picture);
    }
  });

  test('of the workspace', async () => {
    const page = await room.pageOf('Nadia Kessler');
    // The journey of the auditor opens all of them; a run of all tests photographs every third one.
    const taken = workspace.filter((_, n) => process.env.UPDATE_PICTURES || n % 3 === 0);
    for (const picture of taken) {
      await page.goto(picture.to);
      await take(page, picture);
    }
  });

  test("of a customer's room", async () => {
    const page = await room.pageOf('Imran Qureshi');
    for (const picture of portal) {
      await page.goto(`/portal/harborview${picture.to}`);
      await take(page, picture);
    }
  });
});

/** The page of the guide that shows them all. */
function guidePage(): string {
  const chapter = (title: string, pictures: readonly Picture[]) =>
    `## ${title}\n\n${pictures.map(({ file, words }) => `### ${words}\n\n![${words}](pictures/${file})\n`).join('\n')}`;
  return [
    '# Pictures\n\nEvery page as the demo shows it, taken by `test/journeys/pictures.spec.ts`.\n',
    chapter('The doors', doors),
    chapter('The workspace', workspace),
    chapter("A customer's room", portal),
  ].join('\n');
}

test('the guide shows a picture of every page', () => {
  const page = join(guide, 'pictures.md');
  if (process.env.UPDATE_PICTURES) writeFileSync(page, guidePage());
  expect(readFileSync(page, 'utf8')).toBe(guidePage());
  const missing = all.filter(({ file }) => !existsSync(join(guide, 'pictures', file)));
  expect(missing.map(({ file }) => file)).toEqual([]);
});
