import { after, day, hour, type Instant, minute } from '#platform/instant.ts';
import type { Principal } from './principal.ts';

/** How somebody proved who they are. */
export const waysIn = [
  'password',
  'password-and-code',
  'link',
  'link-and-code',
  'invitation',
  'passkey',
  'single-sign-on',
  'welcome',
  'demo',
] as const;
export type WayIn = (typeof waysIn)[number];

/**
 * How long a session lasts: unused, and in all. People of the vendor reach everybody's numbers, so theirs is a day's
 * work; a customer comes by a link, rarely, and to its own numbers only.
 */
export function lifetimes({ kind }: Pick<Principal, 'kind'>): {
  readonly idle: number;
  readonly most: number;
} {
  return kind === 'staff' ? { idle: 12 * hour, most: 7 * day } : { idle: 7 * day, most: 30 * day };
}

/** How long ago somebody may have proved who they are where something sensitive is done. */
export const freshFor = 15 * minute;

/** Whether a session's owner proved who they are recently enough for something sensitive. */
export function isFresh({ signedInAt }: { readonly signedInAt: Instant }, now: Instant): boolean {
  return now < after(signedInAt, freshFor);
}

const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/\b(?:iPhone|iPad)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
];

/** Returns what kind of browser asks, coarse enough to tell nobody apart: `Firefox on Linux`. */
export function browserWords(userAgent: string | undefined): string {
  const of = (list: typeof browsers) => list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
  const [browser, system] = [of(browsers), of(systems)];
  if (!browser) return system ? `A program on ${system}` : 'A program';
  return system ? `${browser} on ${system}` : browser;
}
