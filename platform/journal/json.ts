import type { Json } from './envelope.ts';

/**
 * Returns `value` when it is JSON as we keep it; throws, naming the place, on what a journal may not hold: floats and
 * numbers beyond 2^53, `undefined`, class instances, and texts that are no valid Unicode or hold a zero character.
 */
export function asJson(value: unknown, place = ''): Json {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return asText(value, place);
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value)) return value;
    throw new Error(`${place || '/'}: ${value} is no whole number; write it as a decimal text`);
  }
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) asJson(item, `${place}/${i}`);
    return value as Json;
  }
  if (typeof value === 'object' && isPlain(value)) {
    for (const [key, item] of Object.entries(value)) asJson(item, `${place}/${asText(key, place)}`);
    return value as Json;
  }
  throw new Error(
    `${place || '/'}: ${typeof value === 'object' ? 'a class instance' : typeof value} is not JSON`,
  );
}

/** Returns the one way to write a value: keys sorted by code unit, no spaces (RFC 8785 for JSON without floats). */
export function canonical(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonical).join(',')}]`;
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key]!)}`).join(',')}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function asText(text: string, place: string): string {
  if (text.includes('\0') || !text.isWellFormed()) throw new Error(`${place || '/'}: not a valid text`);
  return text;
}
