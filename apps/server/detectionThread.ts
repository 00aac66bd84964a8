import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Pool, PoolConfig } from 'pg';
import { appRole, openPool } from '#platform/database/connect.ts';
import { fromMilliseconds } from '#platform/instant.ts';
import { detectCustomer } from './detection.ts';

/** Examines one customer; rejects with what it failed with, and then the customer stays due. */
export type Detect = (id: string) => Promise<void>;

/** Detection in a thread of its own, so that a customer with a million records keeps nobody else waiting. */
export type DetectionThread = { readonly detect: Detect; readonly stop: () => Promise<void> };

type Asked = { readonly number: number; readonly id: string };
type Answered = { readonly number: number; readonly error: Error | null };
type Waiting = { readonly done: () => void; readonly fail: (error: Error) => void };

const connections = 3;

/**
 * Starts the thread at the first question. It has connections of its own, to the database of `pool`, and the clock of the
 * machine. Where it dies (out of memory, say) whoever waits gets the error, and the next question starts another.
 */
export function detectionThread(pool: Pool): DetectionThread {
  const waiting = new Map<number, Waiting>();
  let thread: Worker | null = null;
  let asked = 0;

  function end(error: Error): void {
    thread = null;
    for (const { fail } of waiting.values()) fail(error);
    waiting.clear();
  }

  function start(): Worker {
    const started = new Worker(new URL(import.meta.url), { workerData: loginOf(pool) });
    started.on('message', ({ number, error }: Answered) => {
      const one = waiting.get(number);
      waiting.delete(number);
      if (error) one?.fail(error);
      else one?.done();
    });
    started.on('error', end);
    started.on('exit', () => {
      if (thread === started) end(new Error('the thread of detection has ended'));
    });
    started.unref();
    return started;
  }

  return {
    detect: (id) =>
      new Promise((done, fail) => {
        thread ??= start();
        asked += 1;
        waiting.set(asked, { done, fail });
        thread.postMessage({ number: asked, id } satisfies Asked);
      }),
    stop: async () => {
      await thread?.terminate();
      end(new Error('the thread of detection was stopped'));
    },
  };
}

/** What a pool connects with; the password is not among what can be listed of it. */
function loginOf({ options }: Pool): PoolConfig {
  const { host, port, user, password, database, connectionString, ssl } = options;
  const known = { host, port, user, password, database, connectionString, ssl };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
}

if (!isMainThread && parentPort) {
  const port = parentPort;
  const pool = openPool(workerData as PoolConfig, appRole, connections);
  const clock = () => fromMilliseconds(Date.now());
  port.on('message', async ({ number, id }: Asked) => {
    const error = await detectCustomer(pool, id, clock).then(
      () => null,
      (thrown: Error) => thrown,
    );
    port.postMessage({ number, error } satisfies Answered);
  });
}
