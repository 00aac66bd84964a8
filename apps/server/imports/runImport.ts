import { createHash } from 'node:crypto';
import { markDue } from '#business/findings/finding.store.ts';
import type { Decoded } from '#business/usage/import/decoded.ts';
import { decoderOf, type FormatName } from '#business/usage/import/formats.ts';
import { type ImportOutcome, importUsage } from '#business/usage/import.store.ts';
import { beginRun, endRun, holdImport, readJob, tellProgress } from '#business/usage/importJob.store.ts';
import { type ImportJob, type JobProgress, mostAttempts } from '#business/usage/importJob.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Problem } from '#platform/problem.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import { faultProblem } from './faultProblem.ts';
import { dropSpooled, isSpooled, spooledBytes, usualSpoolFolder } from './spool.ts';

/** Why a run ends before its file does. */
class Interrupted extends Error {
  readonly by: 'cancel' | 'stop';
  constructor(by: 'cancel' | 'stop') {
    super(`interrupted: ${by}`);
    this.by = by;
  }
}

const tellEvery = 400;

/**
 * Runs one import whose turn it is, in one transaction: what it brings, its report and its end come together or not at
 * all. Crash, or kill, at any point: nothing of it is there, the right to run it is free again, and the next round
 * begins it anew. Returns whether it was run. `stopping` says that the server ends: the import is given back.
 */
export async function runImport(
  context: ServerContext,
  { customer, id }: { readonly customer: string; readonly id: string },
  stopping: () => boolean,
): Promise<boolean> {
  const inScope = <T>(work: (tx: Tx) => Promise<T>) => asStaffOf(context, customer, work);
  const ended: { job?: ImportJob } = {};
  const ran = await inScope(async (tx) => {
    if (!(await holdImport(tx, id))) return false;
    const job = await inScope((own) => beginRun(own, customer, id, context.clock()));
    if (!job) return false;
    ended.job = job;
    await runHeld(context, tx, job, stopping);
    return true;
  }).catch(async (error: unknown) => {
    if (!ended.job) throw error;
    await giveUp(context, ended.job, error);
    if (!(error instanceof Interrupted)) throw error;
    return true;
  });
  const { job } = ended;
  // Crash here: the copy stays, and is swept away by a later start.
  if (job?.spool && (await hasEnded(context, job))) await dropSpooled(spoolFolder(context), job.spool);
  return ran;
}

/** Where this server keeps the copies of files. */
export function spoolFolder(context: Pick<ServerContext, 'spool'>): string {
  return context.spool ?? usualSpoolFolder();
}

async function runHeld(
  context: ServerContext,
  tx: Tx,
  job: ImportJob,
  stopping: () => boolean,
): Promise<void> {
  const { customer, id } = job;
  const unusable = await whyNot(context, job);
  if (unusable) {
    await endRun(tx, customer, id, { status: 'failed', at: context.clock(), problem: unusable });
    return;
  }
  const progress = makeTeller(context, job, stopping);
  let outcome: ImportOutcome;
  try {
    outcome = await importUsage(tx, {
      ...job,
      batches: decoding(context, job, progress.read),
      watch: progress.watch,
    });
  } finally {
    await progress.stop();
  }
  if (outcome.added > 0) await markDue(tx, customer, context.clock());
  const { fault, status } = outcome;
  const end = { status, at: context.clock(), ...(fault ? { problem: faultProblem(fault) } : {}) };
  if (!(await endRun(tx, customer, id, end))) throw new Interrupted('cancel');
}

async function whyNot(context: ServerContext, { spool, attempts }: ImportJob): Promise<Problem | undefined> {
  if (!spool || !(await isSpooled(spoolFolder(context), spool))) return copyLost;
  return attempts > mostAttempts ? interruptedOften : undefined;
}

function decoding(context: ServerContext, job: ImportJob, read: (bytes: number) => void): Decoded {
  const usual = { receivedAt: job.receivedAt, digest: sha256 };
  const decoder = decoderOf(job.format as FormatName, job.options ?? {}, usual);
  if (!decoder.ok) throw new Error(`the options of import ${job.id} were checked and cannot be used`);
  return decoder.value(spooledBytes(spoolFolder(context), job.spool!, read));
}

/** sha-256 of a text, as decoders want it. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Tells on a connection of its own how far a run is, and ends the run where somebody asked for it. */
function makeTeller(context: ServerContext, { customer, id }: ImportJob, stopping: () => boolean) {
  let now: JobProgress = { phase: 'reading', bytesRead: 0, entries: 0, staged: 0, stored: 0 };
  let wanted = false;
  let failed: unknown;
  let telling: Promise<void> | null = null;
  const tell = async () => {
    const at = context.clock();
    wanted ||= await asStaffOf(context, customer, (tx) => tellProgress(tx, customer, id, { ...now, at }));
  };
  const timer = setInterval(() => {
    telling ??= tell()
      .catch((error: unknown) => {
        failed = error;
      })
      .finally(() => {
        telling = null;
      });
  }, tellEvery);
  return {
    read: (bytes: number): void => {
      now = { ...now, bytesRead: bytes };
    },
    watch: (progress: Omit<JobProgress, 'bytesRead'>): void => {
      now = { ...now, ...progress };
      if (wanted) throw new Interrupted('cancel');
      if (stopping()) throw new Interrupted('stop');
      if (failed) throw failed;
    },
    stop: async (): Promise<void> => {
      clearInterval(timer);
      await telling;
    },
  };
}

/** After the transaction was rolled back: says what became of the run. */
async function giveUp(context: ServerContext, job: ImportJob, error: unknown): Promise<void> {
  const at = context.clock();
  const canceled = error instanceof Interrupted && error.by === 'cancel';
  const stopped = error instanceof Interrupted && error.by === 'stop';
  const again = stopped || job.attempts < mostAttempts;
  await asStaffOf(context, job.customer, async (tx) => {
    if (!canceled && again) {
      const end = { status: 'queued', at, forgiven: stopped } as const;
      if (await endRun(tx, job.customer, job.id, end)) return;
    }
    if (!canceled && !again) {
      if (await endRun(tx, job.customer, job.id, { status: 'failed', at, problem: brokeOften })) return;
    }
    await endRun(tx, job.customer, job.id, { status: 'canceled', at });
  });
}

async function hasEnded(context: ServerContext, { customer, id }: ImportJob): Promise<boolean> {
  const job = await asStaffOf(context, customer, (tx) => readJob(tx, customer, id));
  return job?.finishedAt != null;
}

const interruptedOften: Problem = {
  code: 'import_interrupted',
  title: 'Cut off again and again',
  detail: 'The server ended in the middle of this import three times. Nothing of it was taken.',
  todo: 'Look at the log of the server, then import the file again.',
};

const brokeOften: Problem = {
  code: 'import_failed',
  title: 'Our mistake',
  detail: 'Something broke on our side three times. Nothing of the file was taken.',
  todo: 'Have an administrator look at the log of the server, then import the file again.',
};

const copyLost: Problem = {
  code: 'import_copy_lost',
  title: 'The copy of the file is gone',
  detail: 'The file was removed before it could be imported. Nothing of it was taken.',
  todo: 'Import the file again.',
};
