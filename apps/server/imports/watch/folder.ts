import { constants, type Stats } from 'node:fs';
import { lstat, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { customerIds } from '#business/customers/customer.store.ts';
import type { ImportJob } from '#business/usage/importJob.ts';
import { fromMilliseconds } from '#platform/instant.ts';
import { asStaff, type ServerContext } from '../../context.ts';
import { reportText } from './reportText.ts';
import { optionsFor, problemText, readSourceFile, type SourceSetup, sourceFileName } from './sourceFile.ts';
import { type Found, takeFound, takenBy } from './takeFound.ts';

/** A place that is looked at again and again. */
export type Watch = { readonly look: () => Promise<void> };

/** Says what keeps a customer's files from being read; gone as soon as nothing does. */
const problemFile = 'PROBLEM.txt';
const longestSourceFile = 65_536;
const pieceSize = 256 * 1024;
/** Whoever fills the folder may lay a link where we write: it is refused. */
const noLink = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW;

/**
 * Watches a folder with one folder for each customer. A file is taken when its size and time have stayed the same from
 * one look to the next, under the `source.yaml` beside it; when its import has ended, it is moved to `done` or `refused`
 * with a report. Links are never followed. What fails in one customer's folder is reported, and the others go on.
 */
export function watchFolder(context: ServerContext, root: string, report: (error: unknown) => void): Watch {
  const seen = new Map<string, string>();
  return {
    look: async () => {
      const known = new Set<string>(await asStaff(context, customerIds));
      for (const name of await readdir(root)) {
        if (!isFolder(await stateOf(join(root, name)))) continue;
        const place = { context, seen, customer: name, folder: join(root, name) };
        await (known.has(name) ? lookAt(place) : tellUnknown(place)).catch(report);
      }
    },
  };
}

type Place = {
  readonly context: ServerContext;
  readonly seen: Map<string, string>;
  readonly customer: string;
  readonly folder: string;
};

async function lookAt(place: Place): Promise<void> {
  const setup = await setupOf(place);
  for (const name of await readdir(place.folder)) {
    if (name.startsWith('.') || name === sourceFileName || name === problemFile) continue;
    const state = await stateOf(join(place.folder, name));
    if (!state?.isFile()) continue;
    await lookAtFile(place, name, state, setup);
  }
}

async function lookAtFile(
  place: Place,
  name: string,
  state: Stats,
  setup: SourceSetup | undefined,
): Promise<void> {
  const { context, seen, customer, folder } = place;
  const version = versionOf(state);
  const found: Found = { customer, origin: 'folder', key: `${customer}/${name}`, version, fileName: name };
  const job = await takenBy(context, found);
  if (job) return job.finishedAt === null ? undefined : putAway(place, name, version, job);
  const before = seen.get(found.key);
  seen.set(found.key, version);
  // Somebody may still be writing it.
  if (before !== version || !setup) return;
  const options = optionsFor(setup, fromMilliseconds(Math.floor(state.mtimeMs)));
  await takeFound(context, found, setup.format, options, bytesOf(join(folder, name), version));
}

function versionOf({ ino, size, mtimeMs }: Stats): string {
  return `${ino}-${size}-${Math.round(mtimeMs)}`;
}

/** Reads the very file that was looked at: a link or another one put in its place meanwhile is refused. */
async function* bytesOf(path: string, version: string): AsyncGenerator<Uint8Array, void, void> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const same = async () => versionOf(await file.stat()) === version;
    if (!(await same())) throw new Error('a file changed while it was taken');
    for await (const piece of file.createReadStream({ highWaterMark: pieceSize, autoClose: false }))
      yield piece as Uint8Array;
    if (!(await same())) throw new Error('a file changed while it was taken');
  } finally {
    await file.close();
  }
}

/** Crash between report and move: the next look does both again. */
async function putAway({ context, folder, seen }: Place, name: string, version: string, job: ImportJob) {
  const kind = job.status === 'accepted' ? 'done' : 'refused';
  const target = join(folder, kind);
  if ((await stateOf(target)) === undefined) await mkdir(target);
  if (!isFolder(await stateOf(target))) throw new Error(`${kind} is no folder`);
  const state = await stateOf(join(folder, name));
  if (!state || versionOf(state) !== version) return;
  const free = (await stateOf(join(target, name))) === undefined;
  const asName = free ? name : `${job.id}-${name}`;
  await writeFile(join(target, `${asName}.report.txt`), await reportText(context, job), { flag: noLink });
  await rename(join(folder, name), join(target, asName));
  seen.delete(`${job.customer}/${name}`);
}

async function setupOf({ context, folder }: Place): Promise<SourceSetup | undefined> {
  const path = join(folder, sourceFileName);
  const state = await stateOf(path);
  if (!state) return tell(folder, `There is no ${sourceFileName}: it names the format of the files here.\n`);
  if (!state.isFile() || state.size > longestSourceFile)
    return tell(folder, `${sourceFileName} is no file, or longer than 64 KB.\n`);
  const read = readSourceFile(await readFile(path, 'utf8'), context.clock());
  if (!read.ok) return tell(folder, `${sourceFileName}:\n${problemText(read.problems)}`);
  await rm(join(folder, problemFile), { force: true });
  return read.value;
}

async function tellUnknown({ folder }: Place): Promise<void> {
  await tell(folder, 'There is no customer with the id that this folder is named by.\n');
}

async function tell(folder: string, words: string): Promise<undefined> {
  const path = join(folder, problemFile);
  const state = await stateOf(path);
  if (state && !state.isFile()) throw new Error(`${problemFile} is no file`);
  if (!state || (await readFile(path, 'utf8')) !== words) await writeFile(path, words, { flag: noLink });
}

/** What lies there, links as links; `undefined` where nothing does. */
async function stateOf(path: string): Promise<Stats | undefined> {
  return lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}

function isFolder(state: Stats | undefined): boolean {
  return state?.isDirectory() ?? false;
}
