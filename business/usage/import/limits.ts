import { after, day, earliest, type Instant, latest, parseInstant } from '#platform/instant.ts';
import type { Rejection } from './decoded.ts';
import { quoted, type RejectionCode, rejection } from './rejections.ts';

/** No id, source, feature, user or series may be longer, in characters. */
export const longestText = 512;
export const mostAttributes = 64;
export const longestAttributeName = 128;
export const longestAttribute = 1024;
/** The greatest quantity, as its digits before the point. */
export const greatestQuantity = 10n ** 15n;
export const finestQuantity = 18;

/** A value within the limits, or why it is not. */
export type Checked<T> = { readonly value: T } | { readonly code: RejectionCode; readonly detail: string };

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL_BUT_BREAKS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const NUMBER = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;

/** Returns a name or key (id, source, feature, user, series) as it is: not empty, one line, at most 512 characters. */
export function checkText(name: string, value: string): Checked<string> {
  if (value === '') return { code: 'not-text', detail: `${name} is empty.` };
  if (value.length > longestText)
    return { code: 'text-too-long', detail: `${name} has ${value.length} characters.` };
  if (CONTROL.test(value)) return { code: 'control-character', detail: `${name} is ${quoted(value)}.` };
  if (!value.isWellFormed()) return { code: 'not-unicode', detail: `${name} is ${quoted(value)}.` };
  return { value };
}

/** Returns an attribute's value as it is: at most 1,024 characters; line breaks and tabs are allowed. */
export function checkAttribute(name: string, value: string): Checked<string> {
  if (name.length > longestAttributeName || value.length > longestAttribute)
    return { code: 'attribute-too-long', detail: `${quoted(name)} has ${value.length} characters.` };
  if (name === '' || CONTROL.test(name) || CONTROL_BUT_BREAKS.test(value))
    return { code: 'control-character', detail: `${quoted(name)} is ${quoted(value)}.` };
  if (!name.isWellFormed() || !value.isWellFormed())
    return { code: 'not-unicode', detail: `${quoted(name)} is ${quoted(value)}.` };
  return { value };
}

/** A number's digits without useless zeros. */
type Digits = { readonly negative: boolean; readonly whole: string; readonly decimals: string };

/**
 * Returns a quantity written as a JSON number or decimal text in its shortest plain form, exactly (`007.50` is `7.5`,
 * `1e3` is `1000`). Refuses what is negative, above 10^15, or finer than 18 decimals.
 */
export function checkQuantity(text: string): Checked<string> {
  if (/^[1-9]\d{0,14}$/.test(text)) return { value: text };
  const digits = text.length <= longestText ? digitsOf(text) : undefined;
  const detail = `The quantity is ${quoted(text)}.`;
  if (!digits) return { code: 'quantity-not-decimal', detail };
  const { negative, whole, decimals } = digits;
  if (negative) return { code: 'quantity-negative', detail };
  const absurd = whole.length > 16 || BigInt(whole) > greatestQuantity - (decimals === '' ? 0n : 1n);
  if (absurd) return { code: 'quantity-absurd', detail };
  if (decimals.length > finestQuantity) return { code: 'quantity-too-fine', detail };
  return { value: plainText(digits) };
}

/** Returns a JSON number in its shortest plain form, exactly: `1.50` is `1.5`, `-2e3` is `-2000`. */
export function plainNumber(text: string): string {
  if (/^[1-9]\d*$/.test(text)) return text;
  const digits = digitsOf(text);
  return digits ? plainText(digits) : text;
}

function plainText({ negative, whole, decimals }: Digits): string {
  return `${negative ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`;
}

function digitsOf(text: string): Digits | undefined {
  const match = NUMBER.exec(text);
  if (!match) return undefined;
  const [, sign, before = '', behind = '', exponent = '0'] = match;
  const [left, right] = shifted(before, behind, Number(exponent));
  const whole = left.replace(/^0+(?=\d)/, '');
  const decimals = right.replace(/0+$/, '');
  return { negative: sign === '-' && !(whole === '0' && decimals === ''), whole, decimals };
}

/** Moves the decimal point `by` places to the right. */
function shifted(whole: string, fraction: string, by: number): [string, string] {
  if (by === 0) return [whole, fraction];
  const left = by < 0 ? whole.padStart(1 - by, '0') : whole;
  const digits = left + (by > 0 ? fraction.padEnd(by, '0') : fraction);
  const point = left.length + by;
  return [digits.slice(0, point), digits.slice(point)];
}

/** Returns an RFC 3339 time from 1970 to 2199. */
export function checkTime(name: string, text: string): Checked<Instant> {
  const value = parseInstant(text);
  if (value !== undefined) return { value };
  const wellFormed =
    !Number.isNaN(Date.parse(text)) && /^\d{4}-\d\d-\d\d[Tt ].*([Zz]|[+-]\d\d:\d\d)$/.test(text);
  const year = Number(text.slice(0, 4));
  const absurd = wellFormed && (year <= 1970 || year >= 2199);
  return { code: absurd ? 'time-absurd' : 'time', detail: `${name} is ${quoted(text)}.` };
}

/** Whether a time of use is believable: not outside 1970 to 2199, nor more than a day after it was received. */
export function checkBelievable(at: Instant, receivedAt: Instant): Checked<Instant> {
  const text = (): string => new Date(at / 1000).toISOString();
  if (!(at >= earliest && at < latest)) return { code: 'time-absurd', detail: `The time is ${at}.` };
  if (at > after(receivedAt, day))
    return { code: 'time-in-future', detail: `The time is ${text()}, a day or more after it was received.` };
  return { value: at };
}

/** Returns the rejection of what a check refused. */
export function refusal(
  { code, detail }: { readonly code: RejectionCode; readonly detail: string },
  line: number | null,
  pointer: string | null = null,
): Rejection {
  return rejection(code, detail, line, pointer);
}
