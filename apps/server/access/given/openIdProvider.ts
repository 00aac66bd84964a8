import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

/** A real OpenID provider on this machine. Whoever types a name at its door is that subject. */
export type OpenIdProvider = {
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
  /** What it says of a subject from now on. */
  readonly say: (subject: string, claims: Readonly<Record<string, unknown>>) => void;
  /** Signs a browser in there: goes to `address`, types the name and agrees; returns where it is sent back to. */
  readonly signIn: (address: string, subject: string) => Promise<string>;
  readonly stop: () => Promise<void>;
};

export type ProviderChoices = {
  /** Where it may send browsers back to. */
  readonly back: readonly string[];
  /** Whether it says its own name with the answer (RFC 9207), and what it says in the ID token alone. */
  readonly more?: Configuration;
};

const client = 'goodterms';
const secret = 'a-secret-of-forty-characters-for-this-test';

/** Starts a provider on a port of its own. */
export async function openIdProvider({ back, more = {} }: ProviderChoices): Promise<OpenIdProvider> {
  const people = new Map<string, Readonly<Record<string, unknown>>>();
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: client, client_secret: secret, redirect_uris: [...back] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, ...people.get(accountId) }),
    }),
    cookies: { keys: ['a-key-of-this-test'] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
    ...more,
  });
  server.on('request', provider.callback());
  return {
    ...{ issuer, client, secret },
    say: (subject, claims) => people.set(subject, claims),
    signIn: (address, subject) => walk(address, subject, back),
    stop: () => stopped(server),
  };
}

function stopped(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}

/** Goes from page to page as a browser would, filling in the forms there are, until it is sent back to us. */
async function walk(address: string, subject: string, back: readonly string[]): Promise<string> {
  const jar = new Map<string, string>();
  let [at, body] = [address, undefined as string | undefined];
  for (let step = 0; step < 12; step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await fetch(at, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { cookie, ...(body === undefined ? {} : type) },
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = answer.headers.get('location');
    const text = await answer.text();
    if (location) {
      const next = new URL(location, at).href;
      if (back.some((one) => next.startsWith(`${one}?`))) return next;
      [at, body] = [next, undefined];
      continue;
    }
    const action = /action="([^"]+)"/.exec(text)?.[1];
    if (!action) throw new Error(`The provider answered ${answer.status}: ${text.slice(0, 400)}`);
    const isLogin = /name="prompt" value="login"/.test(text);
    const form = isLogin ? { prompt: 'login', login: subject, password: 'any' } : { prompt: 'consent' };
    [at, body] = [new URL(action, at).href, new URLSearchParams(form as Record<string, string>).toString()];
  }
  throw new Error('The provider never sent the browser back.');
}
