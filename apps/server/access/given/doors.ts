import { randomUUID } from 'node:crypto';
import { inAccess } from '#business/identity/accessScope.store.ts';
import { acceptAccount, inviteAccount } from '#business/identity/account.store.ts';
import type { Whose } from '#business/identity/account.ts';
import { accountById } from '#business/identity/accounts.store.ts';
import type { CustomerRole, StaffRole } from '#business/identity/roles.ts';
import { type LiveSession, sessionOf, startSession } from '#business/identity/session.store.ts';
import type { WayIn } from '#business/identity/session.ts';
import { saveStaff } from '#business/identity/staff.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { after, type Instant } from '#platform/instant.ts';
import { type QueuedMail, readMail } from '#platform/mail/mail.store.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { makeApp } from '../../app.ts';
import type { Welcome } from '../firstAdministrator.ts';
import { identifyBy } from '../identify.ts';
import { startLinkWorker } from '../linkWorker.ts';
import type { ProviderSettings } from '../providers/settings.ts';
import { noProvider } from '../providers/settings.ts';
import { type AccessSettings, localAccess } from '../settings.ts';

/** The server with its real doors, and browsers that come to them. */
export type Doors = {
  readonly db: TestDatabase;
  readonly failed: unknown[];
  readonly turnTo: (now: Instant) => void;
  /** A browser with a memory of its own for cookies. */
  readonly browser: () => DoorBrowser;
  /** Somebody of the vendor with an open account; returns its id. */
  readonly staff: (email: string, role?: StaffRole, status?: 'invited' | 'active') => Promise<string>;
  /** Somebody outside the vendor; returns the id of the account. */
  readonly outside: (whose: Whose, email: string, status?: 'invited' | 'active') => Promise<string>;
  readonly inDoors: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Answers the requests for links and returns the letters since the last time, the oldest first. */
  readonly letters: () => Promise<QueuedMail[]>;
};

export type DoorBrowser = {
  readonly jar: Map<string, string>;
  readonly send: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<{ readonly status: number; readonly body: never; readonly headers: Headers }>;
  /** Signs in without a door: for what comes after it. */
  readonly beSignedIn: (account: string, how?: WayIn) => Promise<void>;
  /** Whose session the browser has. */
  readonly session: () => Promise<LiveSession | undefined>;
};

export const home = 'http://localhost:4300';

/** Starts the server with its doors over a database of its own, at `start`. */
export async function doors(
  start: Instant,
  more: { providers?: ProviderSettings; settings?: AccessSettings; welcome?: Welcome } = {},
): Promise<Doors> {
  const db = await testDatabase();
  const failed: unknown[] = [];
  let [now, looks, seen] = [start, 0, 0];
  const clock = () => after(now, looks++);
  const settings = more.settings ?? localAccess(home);
  const context = { pool: db.app, clock, actor: 'staff', wake: () => undefined };
  const app = makeApp(context, {
    workspace: 'nowhere',
    identify: identifyBy({ context, settings }),
    access: settings,
    ...(more.welcome ? { welcome: more.welcome } : {}),
    providers: more.providers ?? noProvider,
    report: (error) => failed.push(error),
  });
  const inDoors: Doors['inDoors'] = (work) => inAccess(db.app, 'a-test', work);
  const by = () => ({ actor: 'a-test', now: clock() });
  const invited = async (tx: Tx, id: string, whose: Whose, email: string | null, status: string) => {
    const person = email === null ? null : { name: email.split('@')[0]!, email };
    await inviteAccount(tx, { id, whose, person }, by());
    if (status === 'active') await acceptAccount(tx, id, by());
  };
  const browser = (): DoorBrowser => {
    const jar = new Map<string, string>();
    return {
      jar,
      send: async (method, path, body, headers = {}) => {
        const changes = method !== 'GET';
        const response = await app.fetch(
          new Request(`${settings.publicUrl}${path}`, {
            method,
            headers: {
              host: new URL(settings.publicUrl).host,
              ...(jar.size > 0
                ? { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }
                : {}),
              ...(changes ? { origin: settings.publicUrl, 'sec-fetch-site': 'same-origin' } : {}),
              ...(body === undefined ? {} : { 'content-type': 'application/json' }),
              ...headers,
            },
            ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
          }),
        );
        keepCookies(jar, response);
        const text = await response.text();
        const isJson = /json/.test(response.headers.get('content-type') ?? '');
        return {
          status: response.status,
          headers: response.headers,
          body: (isJson ? JSON.parse(text) : text) as never,
        };
      },
      beSignedIn: async (id, how = 'link') => {
        const { token } = await inDoors(async (tx) => {
          const account = (await accountById(tx, id))!;
          return startSession(tx, { account, how, browser: 'Firefox on Linux', now: clock() });
        });
        jar.set('goodterms', token);
      },
      session: async () => {
        const token = jar.get('goodterms') ?? jar.get('__Host-goodterms');
        return token === undefined ? undefined : inDoors((tx) => sessionOf(tx, token, clock()));
      },
    };
  };
  return {
    ...{ db, failed, browser, inDoors },
    letters: async () => {
      const worker = startLinkWorker({ context, settings }, (error) => failed.push(error));
      await worker.settle();
      await worker.stop();
      const all = await inDoors((tx) => readMail(tx, { before: null, most: 100 }));
      const later = all.reverse().slice(seen);
      seen = all.length;
      return later;
    },
    turnTo: (instant) => {
      now = instant;
    },
    staff: async (email, role = 'license-manager', status = 'active') => {
      const id = randomUUID();
      await inDoors(async (tx) => {
        await saveStaff(tx, id, { name: email.split('@')[0]!, email, role }, by(), 0);
        await invited(tx, id, { kind: 'staff' }, null, status);
      });
      return id;
    },
    outside: async (whose, email, status = 'active') => {
      const id = randomUUID();
      await inDoors((tx) => invited(tx, id, whose, email, status));
      return id;
    },
  };
}

/** What a browser does with the cookies of an answer: those that are over are forgotten. */
function keepCookies(jar: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [pair = ''] = line.split(';');
    const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    if (/max-age=0/i.test(line)) jar.delete(name);
    else jar.set(name, value);
  }
}

/** Somebody of a customer. */
export function of(customer: string, role: CustomerRole = 'customer-member'): Whose {
  return { kind: 'customer', customer, role };
}
