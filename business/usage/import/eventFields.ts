import type { Instant } from '#platform/instant.ts';
import type { Rejection } from './decoded.ts';
import { type Checked, checkAttribute, checkText, checkTime, mostAttributes, plainNumber } from './limits.ts';
import { quoted, type RejectionCode, rejection } from './rejections.ts';

/** A JSON object. */
export type JsonObject = { readonly [name: string]: unknown };

/** An event as parsed; `written` is the same with every number that a double cannot hold as the text it was written in. */
export type ParsedEvent = { readonly event: JsonObject; readonly written: () => JsonObject };

/** Which field of `data` means what, where it has another name than ours. */
export type FieldMap = Partial<Record<keyof typeof names, string>>;

const names = {
  kind: ['kind'],
  feature: ['feature'],
  quantity: ['quantity', 'value'],
  who: ['who', 'user'],
  series: ['series', 'handle'],
  until: ['until'],
  retracts: ['retracts'],
} as const;

type Field = keyof typeof names;

/** Keeps the first reason against an event; reading goes on with a stand-in, and the record is then thrown away. */
export type Doubts = ReturnType<typeof doubts>;

/** Returns no doubts yet about the event in `line`. */
export function doubts(line: number | null) {
  let first: Rejection | null = null;
  const refuse = (code: RejectionCode, detail: string, pointer: string) => {
    first ??= rejection(code, detail, line, pointer);
  };
  return {
    refuse,
    /** Returns the checked value, or `instead` and a doubt. */
    settle<T>(checked: Checked<T>, pointer: string | (() => string), instead: T): T {
      if ('value' in checked) return checked.value;
      refuse(checked.code, checked.detail, typeof pointer === 'string' ? pointer : pointer());
      return instead;
    },
    get first(): Rejection | null {
      return first;
    },
  };
}

/** Returns a member of an object, `undefined` where it is missing or null. Never looks at inherited members. */
export function member(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? (object[name] ?? undefined) : undefined;
}

/** Returns a context attribute that must be there, as text within the limits. */
export function contextText(event: JsonObject, name: string, doubt: Doubts): string {
  const value = member(event, name);
  if (value === undefined) doubt.refuse('required', `${name} is missing.`, `/${name}`);
  else if (typeof value !== 'string') doubt.refuse('not-text', `${name} is ${shown(value)}.`, `/${name}`);
  else return doubt.settle(checkText(name, value), `/${name}`, '');
  return '';
}

/** Reads the fields of `data` that mean something to us, under the names they have in this source. */
export function fieldReader(data: JsonObject, written: () => JsonObject, map: FieldMap, doubt: Doubts) {
  const nameOf = (field: Field): string | undefined => {
    const candidates: readonly string[] = map[field] === undefined ? names[field] : [map[field]];
    return candidates.find((name) => member(data, name) !== undefined);
  };
  const pointer = (field: Field): string => pointerTo(nameOf(field) ?? map[field] ?? names[field][0]);
  return {
    pointer,
    /** The name in `data` that the field was found under. */
    nameOf,
    /** The field as text within the limits, `null` where it is missing. */
    text(field: Field): string | null {
      const name = nameOf(field);
      if (name === undefined) return null;
      const text = scalarText(data[name], () => written()[name]);
      if (text !== undefined) return doubt.settle(checkText(name, text), () => pointer(field), '');
      doubt.refuse('not-text', `${name} is ${shown(data[name])}.`, pointer(field));
      return '';
    },
    time(field: Field): Instant | null {
      const text = this.text(field);
      return text === null ? null : doubt.settle(checkTime(field, text), () => pointer(field), 0 as Instant);
    },
  };
}

/** Gathers attributes from scalars; lists and objects are doubts, null is left out. */
export function attributeTaker(doubt: Doubts) {
  const pairs: [string, string][] = [];
  return {
    take(name: string, value: unknown, written: () => unknown, pointer: () => string) {
      if (value === null || value === undefined) return;
      const text = scalarText(value, written);
      if (text === undefined) doubt.refuse('nested', `${quoted(name)} is ${shown(value)}.`, pointer());
      else pairs.push([name, doubt.settle(checkAttribute(name, text), pointer, '')]);
    },
    /** The attributes; own members only, whatever their names. */
    taken(): Record<string, string> {
      if (pairs.length > mostAttributes)
        doubt.refuse('too-many-attributes', `The event has ${pairs.length} attributes.`, '/data');
      return Object.fromEntries(pairs);
    },
  };
}

/** Texts as they are, numbers in their shortest plain form, `true` and `false`; else `undefined`. */
function scalarText(value: unknown, written: () => unknown): string | undefined {
  if (typeof value === 'string') return value;
  // Never the value itself: 0.99999999999999999999 parses as a whole number.
  if (typeof value === 'number') return plainNumber(String(written()));
  return typeof value === 'boolean' ? String(value) : undefined;
}

/** Returns the JSON pointer to a field of `data`. */
export function pointerTo(name: string): string {
  return `/data/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Returns a JSON value for a message. */
export function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'an object' : quoted(String(value));
}
