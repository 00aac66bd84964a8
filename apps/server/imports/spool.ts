import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolConfig } from 'pg';

/** A copy of a file, kept until its import has ended. */
export type Spooled = { readonly spool: string; readonly size: number; readonly sha256: string };

/** There is too little room on the disk to take a file. */
export class NoRoom extends Error {}

const form = /^[0-9a-f-]{36}\.upload$/;
/** What a disk must keep free, so that the database beside it goes on. */
const mustStayFree = 512 * 1024 * 1024;
const lookEvery = 32 * 1024 * 1024;
const pieceSize = 256 * 1024;
const aDay = 24 * 3_600_000;

/** Where copies are kept when nobody says: among the machine's temporary files. */
export function usualSpoolFolder(): string {
  return join(tmpdir(), `goodterms-spool-${process.getuid?.() ?? 'user'}`);
}

/** Where copies for a database of one's own are kept: apart from those of other databases on this machine. */
export function spoolFolderOf(
  login: Pick<PoolConfig, 'host' | 'port' | 'database' | 'connectionString'>,
): string {
  const { host, port, database, connectionString } = login;
  const named = JSON.stringify([host ?? null, port ?? null, database ?? null, connectionString ?? null]);
  return join(usualSpoolFolder(), createHash('sha256').update(named).digest('hex').slice(0, 16));
}

/**
 * Copies a file as it comes, in pieces, so that memory does not grow with it; readable by us alone. Cut off, it leaves
 * nothing. Throws `NoRoom` where the disk would get full.
 */
export async function spoolFile(folder: string, bytes: AsyncIterable<Uint8Array>): Promise<Spooled> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const spool = `${randomUUID()}.upload`;
  const path = join(folder, spool);
  const hash = createHash('sha256');
  let size = 0;
  let looked = 0;
  const watching = new Transform({
    async transform(piece: Uint8Array, _encoding, done) {
      hash.update(piece);
      size += piece.length;
      const look = size === piece.length || size - looked >= lookEvery;
      if (look) looked = size;
      done(look && !(await hasRoom(folder)) ? new NoRoom('the disk is nearly full') : null, piece);
    },
  });
  try {
    await pipeline(bytes, watching, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { spool, size, sha256: hash.digest('hex') };
}

async function hasRoom(folder: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize > mustStayFree;
}

/** Returns a copy's bytes in pieces; `read` is told after each how many there were. */
export async function* spooledBytes(
  folder: string,
  spool: string,
  read: (bytes: number) => void = () => undefined,
): AsyncGenerator<Uint8Array, void, void> {
  let bytes = 0;
  for await (const piece of createReadStream(pathOf(folder, spool), { highWaterMark: pieceSize })) {
    yield piece as Uint8Array;
    bytes += (piece as Uint8Array).length;
    read(bytes);
  }
}

/** Whether the copy is there. */
export async function isSpooled(folder: string, spool: string): Promise<boolean> {
  return stat(pathOf(folder, spool)).then(
    () => true,
    () => false,
  );
}

/** Removes a copy; one that is gone already is fine. */
export async function dropSpooled(folder: string, spool: string): Promise<void> {
  await rm(pathOf(folder, spool), { force: true });
}

/** Removes what an end in the middle left behind: copies nobody needs, a day old, so that none is taken on its way in. */
export async function sweepSpool(folder: string, needed: ReadonlySet<string>, now: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!form.test(name) || needed.has(name)) continue;
    const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: now }));
    if (now - mtimeMs > aDay) await dropSpooled(folder, name);
  }
}

function pathOf(folder: string, spool: string): string {
  if (!form.test(spool)) throw new Error('not the name of a copy');
  return join(folder, spool);
}
