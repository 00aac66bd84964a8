import { dueCustomers } from '#business/findings/finding.store.ts';
import { onNobodysBehalf } from './access/current.ts';
import { makeBackOff, readMarks } from './backOff.ts';
import { asStaff, type ServerContext } from './context.ts';
import { detectCustomer } from './detection.ts';
import type { Detect } from './detectionThread.ts';
import { startImporter } from './imports/importer.ts';
import { keepPromises } from './questions/keeper.ts';

/** The worker that runs imports and keeps findings and positions up to date. */
export type Worker = {
  /** Runs the imports that are queued and examines whoever is due, now; resolves when nothing is left. */
  readonly settle: () => Promise<void>;
  readonly wake: () => void;
  readonly stop: () => Promise<void>;
};

const pause = 1_000;
/** What was promised is looked after this often; a letter may wait so long. */
const keeperPause = 5_000;
/** How many customers are examined at once: while one waits for the database another is counted. */
const lanes = 3;
/** How many are asked for at a time. */
const batch = 200;

/**
 * Starts the worker: it examines due customers, a few at once, when woken and every second. What fails is reported,
 * stays due and is tried again later (`makeBackOff`); the others go on. `detect` examines here, or in a thread.
 */
export function startWorker(
  context: Omit<ServerContext, 'wake'>,
  report: (error: unknown) => void,
  detect: Detect = (id) => detectCustomer(context.pool, id, context.clock),
): Worker {
  const whole: ServerContext = { ...context, wake: () => undefined };
  const importer = startImporter({ ...whole, wake: () => void settle().catch(report) }, report);
  const backOff = makeBackOff();
  let running: Promise<void> | null = null;
  let keeping: Promise<void> | null = null;
  let stopped = false;

  async function ready(): Promise<{ id: string; mark: string | undefined }[]> {
    const now = context.clock();
    return asStaff(whole, async (tx) => {
      const due = await dueCustomers(tx, now, batch + backOff.size());
      const marks = await readMarks(tx, due);
      const marked = due.map((id) => ({ id, mark: marks.get(id) }));
      return marked.filter(({ id, mark }) => backOff.isReady(id, mark, now));
    });
  }

  async function round(): Promise<void> {
    while (!stopped) {
      const next = await ready();
      if (next.length === 0) return;
      await Promise.all(Array.from({ length: lanes }, () => lane(next)));
    }
  }

  /** Takes one customer after another from the list they all share. */
  async function lane(waiting: { id: string; mark: string | undefined }[]): Promise<void> {
    for (let next = waiting.shift(); next && !stopped; next = waiting.shift()) {
      try {
        await detect(next.id);
        backOff.succeeded(next.id);
      } catch (error) {
        backOff.failed(next.id, next.mark, context.clock());
        report(error);
      }
    }
  }

  function settle(): Promise<void> {
    running ??= round().finally(() => {
      running = null;
    });
    return running;
  }

  /** Reminds, puts down what is late, tells of what was found: one round at a time. */
  function keep(): Promise<void> {
    keeping ??= keepPromises(whole).finally(() => {
      keeping = null;
    });
    return keeping;
  }

  // Beside each other: nobody waits with a finding for a long import of somebody else.
  const both = () => {
    void importer.settle().catch(report);
    void settle().catch(report);
  };
  const timer = setInterval(both, pause);
  const keeper = setInterval(() => void keep().catch(report), keeperPause);
  return {
    settle: async () => {
      // A round that was under way may have looked before the caller queued something: another one looks after it.
      await importer.settle();
      await importer.settle();
      await running;
      await settle();
      await keeping;
      await keep();
    },
    wake: () => onNobodysBehalf(both),
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      clearInterval(keeper);
      await importer.stop();
      await running?.catch(report);
      await keeping?.catch(report);
    },
  };
}
