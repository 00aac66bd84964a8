import { queryOptions } from '@tanstack/react-query';
import type { components } from '#apps/workspace/data/v1.d.ts';
import { ownPath } from '#platform/ownPath.ts';
import { client, dataOf } from '../data/client.ts';

/** What comes next in a sign-in. */
export type Next = components['schemas']['SignInNext'];
export type Persona = components['schemas']['Persona'];

/** By which ways people sign in here. */
export const waysQuery = queryOptions({
  queryKey: ['sign-in'],
  queryFn: async () => {
    const [ways, { vendor }] = await Promise.all([
      dataOf(client.GET('/v1/sign-in')),
      dataOf(client.GET('/v1/sign-in/single-sign-on')),
    ]);
    return { ...ways, vendor };
  },
});

/** Where somebody wanted to go who was sent here to sign in; a path of our own, or nothing. */
export function wanted(): string | null {
  return ownPath(new URLSearchParams(location.search).get('to'));
}

/** Somebody is signed in: on to where they wanted to go, by way of what has to be set up first. */
export async function goOn(next: Pick<Next, 'to'>): Promise<void> {
  const session = await dataOf(client.GET('/v1/session')).catch(() => null);
  location.assign(session?.needs ? '/sign-in/security' : (ownPath(next.to) ?? '/portal'));
}

/** Takes what stands behind the # out of the address, so that it is in no history and no picture of the screen. */
export function takeSecret(): string | null {
  const secret = location.hash.slice(1);
  if (secret !== '') {
    history.replaceState(null, '', location.pathname + location.search);
    taken = { path: location.pathname, secret };
  }
  return taken?.path === location.pathname ? taken.secret : null;
}

/** A page that waits for its words is begun more than once. */
let taken: { readonly path: string; readonly secret: string } | null = null;

/** Signs in by a passkey. What speaks with the device is loaded only now. Throws what the device or the server says. */
export async function signInByPasskey(): Promise<Next> {
  const { options } = await dataOf(client.POST('/v1/sign-in/passkey/challenge'));
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const credential = await startAuthentication({ optionsJSON: options as never });
  return dataOf(
    client.POST('/v1/sign-in/passkey', { body: { credential: credential as never, to: wanted() } }),
  );
}

/** Whether a thrown thing is the device's: its owner changed their mind, or it could not do it. */
export function isOfDevice(thrown: unknown): boolean {
  return (
    thrown instanceof Error &&
    (thrown.name === 'WebAuthnError' || thrown instanceof DOMException || thrown.name === 'NotAllowedError')
  );
}

/** The single sign-on this browser went to the last time. */
export type Remembered = { readonly id: string; readonly host: string };
const rememberedKey = 'goodterms-single-sign-on';

/** Returns where this browser signed in the last time; `null` for nowhere. */
export function remembered(): Remembered | null {
  try {
    const { id, host } = JSON.parse(localStorage.getItem(rememberedKey) ?? '{}') as Partial<Remembered>;
    return typeof id === 'string' && typeof host === 'string' ? { id, host } : null;
  } catch {
    return null;
  }
}

/** Keeps where this browser signs in, or forgets it. Without a memory nothing is kept. */
export function remember(provider: Remembered | null): void {
  try {
    if (provider) localStorage.setItem(rememberedKey, JSON.stringify(provider));
    else localStorage.removeItem(rememberedKey);
  } catch {
    // Then the way there is its own address.
  }
}

/** Leaves for a single sign-on; it comes back by itself. */
export async function goToProvider(id: string): Promise<void> {
  const path = { provider: id };
  const { address } = await dataOf(
    client.POST('/v1/sign-in/single-sign-on/{provider}', { params: { path }, body: { to: wanted() } }),
  );
  location.assign(address);
}
