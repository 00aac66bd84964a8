import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { guidePage, slug } from '#apps/workspace/help/guideTree.ts';
import { placeAt, places } from '#apps/workspace/shell/places.ts';
import { readSources } from './sources.ts';

/** Every address of the workspace, its parts filled in. */
const addresses = readSources()
  .filter(({ path }) => /^apps\/workspace\/(router|[\w/]*routes)\.tsx$/.test(path))
  .flatMap(({ text }) => [...text.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => path!))
  .map((path) => path.replace(/\$\w+/g, 'x'));

test('every address of the workspace says what it needs, and where its help is', () => {
  expect(addresses.length).toBeGreaterThan(20);
  expect(addresses.filter((path) => placeAt(path) === undefined)).toEqual([]);
});

test('the help of every place is a page of the guide, and where a part is named, that part is there', () => {
  const helps = [...places, ...addresses.map((path) => placeAt(path)!)].map(({ help }) => help);
  const missing = [...new Set(helps)].filter((help) => {
    const [page, part] = help.split('#') as [string, string?];
    const file = `docs/guide/${page}.md`;
    if (!existsSync(file)) return true;
    const headings = [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, words]) => slug(words!));
    return part !== undefined && !headings.includes(part);
  });
  expect(missing).toEqual([]);
});

test('no place stands in the menu twice, and none without a page', () => {
  const all = places.map(({ to }) => to);
  expect(new Set(all).size).toBe(all.length);
  expect(all.filter((to) => !addresses.includes(to))).toEqual([]);
});

test('every page of the guide can be shown as help', () => {
  for (const { help } of places) {
    const page = guidePage(readFileSync(`docs/guide/${help.split('#')[0]}.md`, 'utf8'));
    expect(page.title, help).not.toBe('');
    expect(page.nodes.length, help).toBeGreaterThan(1);
  }
});
