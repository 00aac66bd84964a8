import { expect } from 'vitest';
import { beginSecondFactor, confirmSecondFactor, savePassword } from '#business/identity/credential.store.ts';
import { after, type Instant } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { keptPassword } from '../passwords.ts';
import { codeOf, stepOf } from '../secondFactor.ts';
import { localAccess } from '../settings.ts';
import { type DoorBrowser, type Doors, doors } from './doors.ts';

/** The server with its doors, for one spec file; `begin` starts it. */
export let it: Doors;
export let now = at('2026-11-22T10:00:00Z');
/** A good password, which everybody has that `withPassword` makes. */
export const words = 'the tide turns at nine';
/** The secret of every second factor that `withCode` sets up. */
export const secret = Buffer.from('12345678901234567890');
/** What is kept of it. */
export let kept: string;
let networks = 0;

/** Starts the server; everybody comes from a network that one proxy of ours names. */
export async function begin(): Promise<void> {
  it = await doors(now, { settings: { ...localAccess(), proxies: 1 } });
  kept = await keptPassword(words);
}

/** From now on everybody comes from another network; with -1 from the one before again. */
export function moveOn(by = 1): void {
  networks += by;
}

/** Lets time pass. */
export function pass(span: number): void {
  now = after(now, span) as Instant;
  it.turnTo(now);
}

/** Where everybody comes from, as the proxy says. */
export const from = () => ({ 'x-forwarded-for': `10.0.0.${networks}` });

type Body = {
  readonly step: string;
  readonly codes: readonly string[];
  readonly secret: string;
  readonly address: string;
  readonly can: readonly string[];
  readonly token: string;
  readonly items: readonly { readonly id: string; readonly email: string }[];
  readonly accounts: readonly { readonly account: string }[];
  readonly demo: readonly { readonly account: string; readonly name: string }[];
};
export type Answer = { readonly status: number; readonly body: Body; readonly headers: Headers };

/** Sends what a browser asks for; a POST unless said otherwise. */
export const ask = async (
  browser: DoorBrowser,
  path: string,
  body?: unknown,
  method = 'POST',
  headers = {},
) => (await browser.send(method, `/v1/${path}`, body, { ...from(), ...headers })) as unknown as Answer;
/** Makes somebody of the vendor with the password `words`; returns the id. */
export const withPassword = async (email: string) => {
  const id = await it.staff(email);
  await it.inDoors((tx) => savePassword(tx, id, kept));
  return id;
};
/** The same, with a second factor and one recovery code. */
export const withCode = async (email: string) => {
  const id = await withPassword(email);
  await it.inDoors(async (tx) => {
    await beginSecondFactor(tx, id, secret);
    await confirmSecondFactor(tx, id, { step: 0, codes: ['abcd-efgh-ijkl-mnop'], now });
  });
  return id;
};
/** Returns the code of now, or of so many steps later. */
export const code = (steps = 0) => codeOf(secret, stepOf(now) + steps);
/** Signs in by a password. */
export const signIn = (browser: DoorBrowser, email: string, password = words, to?: string) =>
  ask(browser, 'sign-in/password', { email, password, ...(to === undefined ? {} : { to }) });
/** Returns the secret of the address in a letter. */
export const tokenIn = (text: string | null) => /#([\w-]{43})/.exec(text ?? '')![1]!;
/** Asks for a link and returns the letters that come of it. */
export const link = async (email: string, purpose: 'sign-in' | 'recover' = 'sign-in', to?: string) => {
  await it.letters();
  expect((await ask(it.browser(), 'sign-in/link', { email, purpose, to: to ?? null })).body).toEqual({
    asked: true,
  });
  return it.letters();
};
/** Goes on from the page of a link. */
export const redeem = (browser: DoorBrowser, token: string) => ask(browser, 'sign-in/link/redeem', { token });
