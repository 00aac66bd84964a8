import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blocksIn } from './markdown.ts';

const readme = readFileSync('README.md', 'utf8');
const pages = [
  ...readdirSync('.').filter((name) => name.endsWith('.md')),
  ...['docs', 'docs/guide', 'docs/decisions'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .map((name) => join(folder, name)),
  ),
];

describe('the check in five minutes, done as the README says', () => {
  const [status, output] = blocksIn(readme).filter(({ kind }) => kind === 'text');
  const agreement = blocksIn(readme).find(({ kind }) => kind === 'yaml')!;
  const command = blocksIn(readme).find(({ text }) => text.startsWith('node bin/goodterms.mjs check'))!;
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'readme-'));
    writeFileSync(join(folder, 'lmstat.txt'), status!.text);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (terms: string) => {
    writeFileSync(join(folder, 'agreement.yaml'), terms);
    const [, program = '', ...args] = command.text.trim().split(' ');
    return spawnSync(process.execPath, [resolve(program), ...args], { cwd: folder, encoding: 'utf8' });
  };

  test('prints what stands there, and ends with 2', () => {
    expect(run(agreement.text)).toMatchObject({ stdout: output!.text, status: 2 });
  });
  test('answers a slip with its place', () => {
    const { stderr, status } = run(agreement.text.replace('limit: 3', 'limit: 3O'));
    const [, said] = /it says `([^`]+)`/.exec(readme) ?? [];
    expect(stderr).toContain(said);
    expect(status).toBe(1);
  });
});

test.each(pages)('%s: every link leads somewhere', (page) => {
  const text = readFileSync(page, 'utf8').replace(/^```[\s\S]*?^```$/gm, '');
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  const broken = links.filter((target) => {
    if (/^https?:/.test(target)) return false;
    const [file = '', anchor] = target.split('#');
    const path = file === '' ? page : join(dirname(page), file);
    if (!existsSync(path)) return true;
    return anchor !== undefined && !anchorsOf(path).includes(anchor);
  });
  expect(broken).toEqual([]);
});

function anchorsOf(path: string): string[] {
  const headings = readFileSync(path, 'utf8').matchAll(/^#+ (.+)$/gm);
  return [...headings].map(([, words = '']) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test('every npm script a page names is there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const named = pages.flatMap((page) => [...readFileSync(page, 'utf8').matchAll(/\bnpm run ([a-z]+)/g)]);
  expect(named.map(([, script]) => script!).filter((script) => !(script in scripts))).toEqual([]);
});
