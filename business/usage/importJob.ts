import type { Instant } from '#platform/instant.ts';
import type { Problem } from '#platform/problem.ts';
import type { GivenOptions } from './import/formatOptions.ts';

/** Where an import is in its life: `waiting` for somebody to look at it, `queued` for its turn. The last four are ends. */
export const importStatuses = [
  'waiting',
  'queued',
  'running',
  'accepted',
  'refused',
  'canceled',
  'failed',
] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** How a file came: uploaded by a person, or found in a folder or bucket that is watched. */
export type ImportOrigin = 'upload' | 'folder' | 'bucket';

/** How far a running import is. `bytesRead` of the file's `size`; entries and records as `importUsage` tells them. */
export type JobProgress = {
  readonly phase: 'reading' | 'storing';
  readonly bytesRead: number;
  readonly entries: number;
  readonly staged: number;
  readonly stored: number;
};

/** A file that is to be imported, is being, or has been; the copy of it (`spool`) is there until it has ended. */
export type ImportJob = JobProgress & {
  readonly customer: string;
  readonly id: string;
  readonly actor: string;
  readonly receivedAt: Instant;
  readonly fileName: string;
  readonly format: string;
  readonly status: ImportStatus;
  readonly origin: ImportOrigin;
  readonly originKey: string | null;
  readonly spool: string | null;
  readonly size: number;
  readonly sha256: string;
  readonly options: GivenOptions | null;
  readonly attempts: number;
  readonly startedAt: Instant | null;
  readonly heardAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly problem: Problem | null;
};

/** After so many beginnings without an end an import is told as failed. */
export const mostAttempts = 3;

/** Of the whole work, this part is reading a file; the rest is storing its records. Measured: see bench/RESULTS.md. */
const readingShare = 0.7;

/** How an import goes: the part done (from 0 to 1), entries a second, and seconds left; null while nobody can say. */
export type Pace = {
  readonly done: number;
  readonly perSecond: number | null;
  readonly secondsLeft: number | null;
};

/** Returns how fast an import goes and how long it will take, judged by what it has done since it began. */
export function paceOf(
  job: Pick<
    ImportJob,
    'phase' | 'bytesRead' | 'size' | 'entries' | 'staged' | 'stored' | 'startedAt' | 'heardAt'
  >,
): Pace {
  const read = job.size === 0 ? 1 : Math.min(1, job.bytesRead / job.size);
  const stored = job.staged === 0 ? 0 : Math.min(1, job.stored / job.staged);
  const done = readingShare * read + (job.phase === 'storing' ? (1 - readingShare) * stored : 0);
  const seconds =
    job.startedAt === null || job.heardAt === null ? 0 : (job.heardAt - job.startedAt) / 1_000_000;
  if (seconds < 1 || done === 0) return { done, perSecond: null, secondsLeft: null };
  return {
    done,
    perSecond: Math.round(job.entries / seconds),
    secondsLeft: Math.ceil((seconds * (1 - done)) / done),
  };
}

/** Options that are of one file and not of its source: they are not proposed for the next. */
const ofOneFile: ReadonlySet<string> = new Set(['at', 'day', 'allowEmpty']);

/** Returns the options worth remembering for the next file of the same source. */
export function lastingOptions(options: GivenOptions): GivenOptions {
  return Object.fromEntries(
    Object.entries(options).filter(([name, value]) => !ofOneFile.has(name) && value !== undefined),
  );
}
