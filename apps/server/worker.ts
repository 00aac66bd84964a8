import { dueCustomers } from '#business/findings/finding.store.ts';
import { asStaff, type ServerContext } from './context.ts';
import { detectCustomer } from './detection.ts';

/** The worker that keeps findings and positions up to date. */
export type Worker = {
  /** Examines whoever is due, now; resolves when nobody is any more. */
  readonly settle: () => Promise<void>;
  readonly wake: () => void;
  readonly stop: () => Promise<void>;
};

const pause = 1_000;

/**
 * Starts the worker: it examines due customers one after another, when woken and every second. What fails is reported,
 * stays due and is tried again the next round; the others go on.
 */
export function startWorker(context: Omit<ServerContext, 'wake'>, report: (error: unknown) => void): Worker {
  const whole: ServerContext = { ...context, wake: () => undefined };
  let running: Promise<void> | null = null;
  let stopped = false;

  async function round(): Promise<void> {
    const failed = new Set<string>();
    while (!stopped) {
      const now = context.clock();
      const due = await asStaff(whole, (tx) => dueCustomers(tx, now, 50 + failed.size));
      const next = due.filter((id) => !failed.has(id));
      if (next.length === 0) return;
      for (const id of next) {
        if (stopped) return;
        await detectCustomer(context.pool, id, context.clock).catch((error: unknown) => {
          failed.add(id);
          report(error);
        });
      }
    }
  }

  function settle(): Promise<void> {
    running ??= round().finally(() => {
      running = null;
    });
    return running;
  }

  const timer = setInterval(() => void settle().catch(report), pause);
  return {
    settle: async () => {
      await running;
      await settle();
    },
    wake: () => void settle().catch(report),
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await running?.catch(report);
    },
  };
}
