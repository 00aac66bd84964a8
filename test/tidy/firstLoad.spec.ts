import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { languages } from '#apps/portal/words/languages.ts';
import { buildEntry } from '../../bin/buildPages.ts';

/** A chunk as the build names it: its file, and the chunks that come with it. */
type Chunk = { readonly file: string; readonly name?: string; readonly imports?: readonly string[] };

/** What the customer's first page needs, over what the entry itself brings: its program; and its words, in one chunk a language. */
const page = 'overview/OverviewPage.tsx';
/** 200 KB of script, compressed. */
const most = 200_000;

const dist = await buildEntry('portal');
const chunks = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;

function filesWith(names: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const files = new Set<string>();
  for (const waiting = [...names]; waiting.length > 0; ) {
    const name = waiting.pop()!;
    if (seen.has(name)) continue;
    seen.add(name);
    const chunk = chunks[name];
    if (!chunk) throw new Error(`the build has no ${name}`);
    if (chunk.file.endsWith('.js')) files.add(chunk.file);
    waiting.push(...(chunk.imports ?? []));
  }
  return files;
}

const pressed = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file)), { level: 9 }).length, 0);

test('what a customer loads before the first page stands is at most 200 KB of script, in every language', () => {
  for (const { id } of languages) {
    const words = Object.keys(chunks).filter((name) => chunks[name]?.name === `words-${id}`);
    expect(words, id).toHaveLength(1);
    const files = filesWith(['index.html', page, ...words]);
    expect(files.size).toBeGreaterThan(2);
    expect(pressed(files), [...files].join(', ')).toBeLessThan(most);
  }
});

test('no library of the workspace, and no chart, comes with it', () => {
  const text = [...filesWith(['index.html', page])]
    .map((file) => readFileSync(join(dist, file), 'utf8'))
    .join('');
  expect(text).not.toMatch(/mantine-(?!color-scheme-value)|visx/);
});
