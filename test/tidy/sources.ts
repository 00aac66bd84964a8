import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** One import or re-export: the file it names (or the package), and whether only types come over it. */
export type Import = { readonly from: string; readonly target: string; readonly typeOnly: boolean };

/** A source file: its path from the root, its text, the text without comments and strings, and its imports. */
export type Source = {
  readonly path: string;
  readonly text: string;
  readonly code: string;
  readonly imports: readonly Import[];
};

const folders = ['apps', 'bench', 'bin', 'business', 'ledger', 'platform', 'test'];
const leftOut = new Set(['node_modules', 'dist']);

/** Returns every source file of the project. */
export function readSources(): Source[] {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap(filesOf)
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
    .sort()
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      return { path, text, code: bare(text), imports: importsOf(path, text) };
    });
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (leftOut.has(entry.name)) return [];
    const path = posix.join(folder, entry.name);
    return entry.isDirectory() ? filesOf(path) : [path];
  });
}

const statement = /^\s*(?:import|export)\s+(type\s+)?(\*(?:\s+as\s+\w+)?|[\w\s,*{}$]+?)\s+from\s+'([^']+)'/gm;
const bareImport = /^\s*import\s+'([^']+)'/gm;
const dynamic = /\bimport\(\s*'([^']+)'/g;

function importsOf(path: string, text: string): Import[] {
  const found: Import[] = [];
  for (const [, type, names = '', target = ''] of text.matchAll(statement))
    found.push({
      from: path,
      target: resolve(path, target),
      typeOnly: type !== undefined || onlyTypes(names),
    });
  for (const pattern of [bareImport, dynamic])
    for (const [, target = ''] of text.matchAll(pattern))
      found.push({ from: path, target: resolve(path, target), typeOnly: false });
  return found;
}

/** `{ type A, type B }`: nothing of value comes over. */
function onlyTypes(names: string): boolean {
  const listed = /^\{([^}]*)\}$/.exec(names.trim())?.[1];
  return listed?.split(',').every((name) => name.trim() === '' || name.trim().startsWith('type ')) ?? false;
}

/** Returns the path from the root for a file of ours, else the name as it is written. */
function resolve(path: string, target: string): string {
  if (target.startsWith('#')) return target.slice(1);
  return target.startsWith('.') ? posix.join(dirname(path), target) : target;
}

/** Whether an import's target is a package from outside. */
export function isPackage(target: string): boolean {
  return !target.startsWith('node:') && !folders.includes(target.split('/')[0]!) && !target.startsWith('..');
}

/** Returns the name of the package an import comes from: `@hono/zod-openapi`, `csv-parse` for `csv-parse/sync`. */
export function packageOf(target: string): string {
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Returns everything that comes along when the files of `start` run: files and packages, types left out. */
export function reach(sources: readonly Source[], start: readonly Source[]): Set<string> {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const reached = new Set<string>();
  const waiting = start.map(({ path }) => path);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    for (const { target, typeOnly } of byPath.get(path)?.imports ?? []) if (!typeOnly) waiting.push(target);
  }
  return reached;
}

/** Returns the text without comments and without what stands in quotes. */
function bare(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g, "''")
    .replace(/\/\/.*$/gm, '');
}

/** Reads a JSON file of the project. */
export function readJson(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join('.', path), 'utf8'));
}
