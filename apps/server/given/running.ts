import type { Principal } from '#business/identity/principal.ts';
import { after, type Instant, second } from '#platform/instant.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { ourselves } from '../access/ourselves.ts';
import { makeApp } from '../app.ts';
import type { ServerContext } from '../context.ts';
import type { CustomerPage, ImportReport } from '../pages.ts';
import type { PositionsPage } from '../positions/schemas.ts';
import { startWorker, type Worker } from '../worker.ts';

export { event, retraction } from './events.ts';

/** What an answer holds; tests say what they expect of it. */
export type Answer = { readonly status: number; readonly body: never };

/** The server and its worker over a database of their own, with a clock that stands where a test puts it. */
export type Running = {
  readonly db: TestDatabase;
  readonly worker: Worker;
  /** What the worker and the server reported as failed. */
  readonly failed: unknown[];
  readonly turnTo: (now: Instant) => void;
  /** From now on this one asks; nobody when `null`. At first an administrator does. */
  readonly as: (principal: Principal | null) => void;
  readonly send: (
    method: string,
    path: string,
    body?: string | Uint8Array<ArrayBuffer>,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  /** The same, with its headers, and read by whoever asks. */
  readonly answer: (
    method: string,
    path: string,
    body?: string | Uint8Array<ArrayBuffer>,
    headers?: Record<string, string>,
  ) => Promise<Response>;
  /** Reads a file. */
  readonly bytes: (path: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** Reads what is no JSON. */
  readonly text: (path: string) => Promise<string>;
  /** Imports a paper or fails the test. */
  readonly take: (kind: 'catalog' | 'customers' | 'agreements', text: string) => Promise<void>;
  /** Imports events, settles, and returns the report. */
  readonly tell: (customer: string, ...events: readonly string[]) => Promise<ImportReport>;
  readonly page: (customer: string) => Promise<CustomerPage>;
  readonly positions: () => Promise<PositionsPage>;
  readonly settle: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const host = 'localhost:4300';
const address = `http://${host}`;

/** Starts both, at `start`. Each look at the clock is a microsecond later: nothing may depend on two looks being the same. */
export async function running(
  start: Instant,
  more: Pick<ServerContext, 'spool' | 'billing'> = {},
): Promise<Running> {
  const db = await testDatabase();
  const failed: unknown[] = [];
  let now = start;
  let looks = 0;
  let asking: Principal | null = ourselves;
  const base = { pool: db.app, clock: () => after(now, looks++), actor: 'staff', ...more };
  const worker = startWorker(base, (error) => failed.push(error));
  const report = (error: unknown) => failed.push(error);
  const app = makeApp(
    { ...base, wake: () => undefined },
    { workspace: 'nowhere', identify: async () => asking, report },
  );
  const answer: Running['answer'] = async (method, path, body, headers = {}) => {
    const all = { host, ...headers };
    const request = new Request(`${address}${path}`, {
      method,
      headers: all,
      ...(body === undefined ? {} : { body }),
    });
    return app.fetch(request);
  };
  const send: Running['send'] = async (...asked) => {
    const response = await answer(...asked);
    return { status: response.status, body: (await response.json()) as never };
  };
  const get = async (path: string) => (await send('GET', path)).body;
  const good = async (answer: Promise<Answer>) => {
    const { status, body } = await answer;
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body;
  };
  const settle = () => worker.settle();
  return {
    db,
    worker,
    failed,
    turnTo: (instant) => {
      now = after(instant, second);
    },
    as: (principal) => {
      asking = principal;
    },
    send,
    answer,
    bytes: async (path) =>
      new Uint8Array(
        await (await app.fetch(new Request(`${address}${path}`, { headers: { host } }))).arrayBuffer(),
      ),
    text: async (path) => (await app.fetch(new Request(`${address}${path}`, { headers: { host } }))).text(),
    take: async (kind, text) => {
      await good(send('POST', `/v1/imports/${kind}`, text, { 'content-type': 'application/yaml' }));
    },
    tell: async (customer, ...events) => {
      const type = { 'content-type': 'application/x-ndjson' };
      const path = `/v1/customers/${customer}/usage?format=cloudevents`;
      const report = await good(send('POST', path, `${events.join('\n')}\n`, type));
      await settle();
      return report;
    },
    page: (customer) => get(`/v1/customers/${customer}/page`),
    positions: () => get('/v1/positions'),
    settle,
    stop: () => worker.stop(),
  };
}
