import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isPackage, packageOf, readJson, readSources } from './sources.ts';

/** What people write; `npm run client` writes the types of the client. */
const sources = readSources().filter(({ path }) => path !== 'apps/workspace/data/v1.d.ts');
const manifest = readJson('package.json') as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;
const packages = { ...manifest.dependencies, ...manifest.devDependencies };

/** Files over 300 lines. Meant only to shrink. */
const long: readonly string[] = [
  'business/agreements/agreementFile.spec.ts',
  'business/catalog/catalogFile.spec.ts',
  'business/catalog/price.spec.ts',
  'business/findings/judge.spec.ts',
  'business/usage/counts/two/recount.spec.ts',
  'business/usage/import/cloudEvents.spec.ts',
  'business/usage/import/lmstat.spec.ts',
  'business/usage/usage.store.spec.ts',
  'test/histories/plantedDefects.ts',
];

test('no file is over 300 lines but those listed, and the list holds nothing more', () => {
  const found = sources.filter(({ text }) => text.split('\n').length > 301).map(({ path }) => path);
  expect(found).toEqual(long);
});

test('every package that is imported is one we asked for', () => {
  const missing = sources.flatMap(({ path, imports }) =>
    imports
      .filter(({ target }) => isPackage(target) && !(packageOf(target) in packages))
      .map(({ target }) => `${path} imports ${target}`),
  );
  expect(missing).toEqual([]);
});

test('every package has one exact version', () => {
  const loose = Object.entries(packages).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
  expect(loose).toEqual([]);
});

test('the lock file names no place to download from', () => {
  expect(readFileSync('package-lock.json', 'utf8')).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/);
});

test('the lock file holds every package that is asked for on any platform: else a clean install is refused', () => {
  type Entry = { readonly dependencies?: object; readonly optionalDependencies?: object };
  const { packages: locked } = readJson('package-lock.json') as { packages: Record<string, Entry> };
  const missing = Object.entries(locked).flatMap(([place, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !(`node_modules/${name}` in locked) && !(`${place}/node_modules/${name}` in locked))
      .map((name) => `${place}: ${name}`),
  );
  expect(missing).toEqual([]);
});
