import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { ourselves } from '#apps/server/access/ourselves.ts';
import { startDeliveries } from '#apps/server/alerts/deliver.ts';
import { makeApp } from '#apps/server/app.ts';
import type { ServerContext } from '#apps/server/context.ts';
import { detectCustomer } from '#apps/server/detection.ts';
import type { Detect } from '#apps/server/detectionThread.ts';
import { startMail, withLetters } from '#apps/server/mail/sendMail.ts';
import { startReviews } from '#apps/server/reviews/keeper.ts';
import { startWorker } from '#apps/server/worker.ts';
import { inAccess } from '#business/identity/accessScope.store.ts';
import type { Principal } from '#business/identity/principal.ts';
import type { Tx } from '#platform/database/scope.ts';
import { after, type Instant, second } from '#platform/instant.ts';
import { type QueuedMail, readMail } from '#platform/mail/mail.store.ts';

export type Asked = {
  /** A text goes as it is, all else as JSON. */
  readonly body?: object | string;
  readonly type?: string;
  /** The version that was seen. */
  readonly version?: number;
  readonly once?: string;
  readonly token?: string;
  /** Who asks; an administrator of the vendor when left out. */
  readonly as?: Principal;
};

/** A server without an address, whose hours pass by the sample's own steps: the same steps leave the same rows. */
export type SampleServer = {
  /** Sends a request and returns its answer; throws on a refusal. */
  readonly ask: <T = unknown>(method: string, path: string, asked?: Asked) => Promise<T>;
  /** Imports what is queued and examines who is due, one customer after another; keeps promises. */
  readonly settle: () => Promise<void>;
  /** Opens reviews that are due, reminds of meetings, and looks once at what similar customers used. */
  readonly keepReviews: () => Promise<void>;
  /** Sends the alerts that are due, to a mail server that takes everything. */
  readonly deliver: () => Promise<void>;
  /** Sends the letters that wait to a mail server that takes everything; without one they are shown. */
  readonly post: (by: 'server' | 'nothing') => Promise<void>;
  /** The letters there are, the latest first. */
  readonly letters: () => Promise<readonly QueuedMail[]>;
  /** Works where doors are opened. */
  readonly atDoors: <T>(work: (tx: Tx, now: Instant) => Promise<T>) => Promise<T>;
  /** Lets time pass up to an instant. */
  readonly waitUntil: (instant: Instant) => void;
  readonly stop: () => Promise<void>;
};

const address = 'http://localhost:4300';

/** Starts the server at `from`; each request comes a second after the one before. */
export async function sampleServer(pool: Pool, from: Instant): Promise<SampleServer> {
  const spool = await mkdtemp(join(tmpdir(), 'goodterms-sample-'));
  let now = from;
  const context: ServerContext = { pool, clock: () => now, actor: 'staff', wake: () => undefined, spool };
  let who = ourselves;
  const app = makeApp(context, { workspace: 'nowhere', identify: async () => who, report: thrown });
  const taking = { send: async () => ({ kind: 'sent' }) as const, close: () => undefined };
  return {
    ask: (method, path, asked = {}) => {
      now = after(now, second);
      who = asked.as ?? ourselves;
      return answered(app.fetch, method, path, asked);
    },
    waitUntil: (instant) => {
      now = instant;
    },
    letters: () => withLetters(context, (tx) => readMail(tx, { before: null, most: 500 })),
    atDoors: (work) => {
      now = after(now, second);
      return inAccess(pool, 'sample', (tx) => work(tx, now));
    },
    settle: async () => {
      now = after(now, second);
      const worker = startWorker(context, thrown, oneByOne(context));
      await worker.settle();
      await worker.stop();
    },
    keepReviews: async () => {
      now = after(now, second);
      const reviews = startReviews(context, thrown);
      await reviews.settle();
      await reviews.stop();
    },
    post: async (by) => {
      now = after(now, second);
      const mail = startMail(context, by === 'server' ? taking : null, thrown);
      await mail.settle();
      await mail.stop();
    },
    deliver: async () => {
      now = after(now, second);
      const deliveries = startDeliveries(context, { mailer: taking, poster: null }, thrown);
      await deliveries.settle();
      await deliveries.stop();
    },
    stop: () => rm(spool, { recursive: true, force: true }),
  };
}

function thrown(error: unknown): never {
  throw error;
}

/** The worker takes several customers at once; one after another they are numbered the same each time. */
function oneByOne({ pool, clock }: ServerContext): Detect {
  let last: Promise<unknown> = Promise.resolve();
  return (id) => {
    const next = last.then(() => detectCustomer(pool, id, clock));
    last = next.catch(() => undefined);
    return next;
  };
}

async function answered<T>(
  fetch: ReturnType<typeof makeApp>['fetch'],
  method: string,
  path: string,
  { body, type, version, once, token }: Asked,
): Promise<T> {
  const headers = new Headers({ host: new URL(address).host });
  if (body !== undefined) headers.set('content-type', type ?? 'application/json');
  if (version !== undefined) headers.set('if-match', `"${version}"`);
  if (once !== undefined) headers.set('idempotency-key', once);
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  const sent = typeof body === 'object' ? JSON.stringify(body) : body;
  const request = new Request(`${address}${path}`, {
    method,
    headers,
    ...(sent === undefined ? {} : { body: sent }),
  });
  const answer = await fetch(request);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} was refused: ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}
