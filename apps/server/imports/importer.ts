import { importsToRun, neededSpools, requestCancel, waitingSince } from '#business/usage/importJob.store.ts';
import { after } from '#platform/instant.ts';
import { asStaff, asStaffOf, type ServerContext } from '../context.ts';
import { runImport, spoolFolder } from './runImport.ts';
import { sweepSpool } from './spool.ts';

/** The part of the worker that runs imports, one after another. */
export type Importer = {
  /** Runs whatever is queued, now; resolves when nothing is any more. */
  readonly settle: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const atOnce = 20;
const pauseAfterFailure = 5_000_000;
const aWeek = 7 * 24 * 3_600_000_000;

/**
 * Starts the importer. An import that broke is tried again after a pause, up to its last attempt; the others go on
 * meanwhile. Its first round also takes up what an earlier server left in the middle.
 */
export function startImporter(context: ServerContext, report: (error: unknown) => void): Importer {
  const broke = new Map<string, number>();
  let running: Promise<void> | null = null;
  let stopped = false;

  async function runOne(next: { customer: string; id: string }): Promise<boolean> {
    try {
      const ran = await runImport(context, next, () => stopped);
      if (ran) context.wake();
      return ran;
    } catch (error) {
      broke.set(next.id, context.clock());
      report(error);
      return false;
    }
  }

  async function round(): Promise<void> {
    for (;;) {
      const next = await asStaff(context, (tx) => importsToRun(tx, atOnce + broke.size));
      const ready = next.filter(({ id }) => (broke.get(id) ?? 0) + pauseAfterFailure < context.clock());
      let ran = 0;
      for (const one of ready) {
        if (stopped) return;
        if (await runOne(one)) ran += 1;
      }
      if (ran === 0) return;
    }
  }

  return {
    settle: () => {
      running ??= round().finally(() => {
        running = null;
      });
      return running;
    },
    stop: async () => {
      stopped = true;
      await running?.catch(report);
    },
  };
}

/** At a start: cancels what nobody has looked at for a week, and removes copies that nobody needs. */
export async function tidyImports(context: ServerContext, now: number): Promise<void> {
  const at = context.clock();
  const forgotten = await asStaff(context, (tx) => waitingSince(tx, after(at, -aWeek)));
  for (const { customer, id } of forgotten)
    await asStaffOf(context, customer, (tx) => requestCancel(tx, customer, id, { at, by: context.actor }));
  const needed = await asStaff(context, neededSpools);
  await sweepSpool(spoolFolder(context), needed, now);
}
