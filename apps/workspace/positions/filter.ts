import type { Position } from '#apps/server/positions/schemas.ts';
import { statuses } from '../parts/StatusBadge.tsx';

type Status = Position['status'];
export type Order = 'money' | 'customer' | 'status' | 'renews' | 'severity' | 'due';
export type Flag = Position['flags'][number]['kind'] | 'none';
export type Severity = 'critical' | 'high' | 'normal' | 'low';

/** What the reader looks for and in which order. It stands in the address, so it can be kept and shared. */
export type Filter = {
  readonly words?: string;
  readonly status?: readonly Status[];
  readonly product?: readonly string[];
  readonly customer?: string;
  readonly segment?: readonly string[];
  readonly size?: readonly ('small' | 'medium' | 'large')[];
  readonly renewsFrom?: string;
  readonly renewsUntil?: string;
  readonly owner?: string;
  readonly flag?: readonly Flag[];
  readonly severity?: readonly Severity[];
  readonly currency?: string;
  readonly least?: string;
  readonly order?: Order;
  readonly backwards?: boolean;
};

export const orders = ['money', 'customer', 'status', 'renews', 'severity', 'due'] as const;
export const sizes = ['small', 'medium', 'large'] as const;
export const severities = ['critical', 'high', 'normal', 'low'] as const;
export const flags = ['in-renewal-talks', 'do-not-contact', 'legal-hold', 'none'] as const;

const date = /^\d{4}-\d\d-\d\d$/;
const amount = /^\d{1,15}(\.\d{1,6})?$/;

function text(value: unknown): string | undefined {
  if (Array.isArray(value)) return text(value[0]);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((one) => text(one) ?? []);
}

function known<T extends string>(value: unknown, all: readonly T[]): T[] {
  const named = texts(value);
  return all.filter((one) => named.includes(one));
}

function matching(value: unknown, form: RegExp): string | undefined {
  const given = text(value);
  return given !== undefined && form.test(given) ? given : undefined;
}

/** Returns the filter an address holds; what is no filter is left out. */
export function filterFromSearch(search: Record<string, unknown>): Filter {
  const currency = matching(search.currency, /^[A-Z]{3}$/);
  const found: Record<keyof Filter, unknown> = {
    words: text(search.words),
    status: known(search.status, statuses),
    product: texts(search.product),
    customer: text(search.customer),
    segment: texts(search.segment),
    size: known(search.size, sizes),
    renewsFrom: matching(search.renewsFrom, date),
    renewsUntil: matching(search.renewsUntil, date),
    owner: text(search.owner),
    flag: known(search.flag, flags),
    severity: known(search.severity, severities),
    currency,
    // An amount means nothing without its currency.
    least: currency && matching(search.least, amount),
    order: known(search.order, orders)[0],
    backwards: ['true'].includes(String(search.backwards)) || undefined,
  };
  if (found.order === 'money') found.order = undefined;
  const kept = Object.entries(found).filter(([, value]) => value !== undefined && !isEmpty(value));
  return Object.fromEntries(kept) as Filter;
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** Returns the filter with a status switched on or off. */
export function withStatus(filter: Filter, status: Status): Filter {
  const before = filter.status ?? [];
  const next = before.includes(status) ? before.filter((one) => one !== status) : [...before, status];
  return filterFromSearch({ ...filter, status: next });
}

/** Returns the filter in another order; the same one again turns it around. */
export function inOrder(filter: Filter, order: Order): Filter {
  const same = (filter.order ?? 'money') === order;
  return filterFromSearch({ ...filter, order, backwards: same && !filter.backwards });
}

/** Returns whether anything but the order is asked for. */
export function isNarrowed({ order: _, backwards: __, ...rest }: Filter): boolean {
  return Object.keys(rest).length > 0;
}

/** Returns the query the server understands. */
export function queryOf({ backwards, ...rest }: Filter) {
  const writable = JSON.parse(JSON.stringify(rest)) as {
    -readonly [K in keyof typeof rest]: Writable<(typeof rest)[K]>;
  };
  return { ...writable, ...(backwards ? { backwards: 'true' as const } : {}) };
}

type Writable<T> = T extends readonly (infer One)[] ? One[] : T;

/** Returns the query as it stands in an address: the same words in any order of choosing. */
export function addressOf(filter: Filter): string {
  const pairs = Object.entries(queryOf(filter)).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => [name, String(one)] as [string, string]),
  );
  return new URLSearchParams(pairs.sort(([a], [b]) => (a < b ? -1 : 1))).toString();
}

/** Returns the filter that an address stands for. */
export function filterOfAddress(address: string): Filter {
  const all = new URLSearchParams(address);
  return filterFromSearch(Object.fromEntries([...all.keys()].map((name) => [name, all.getAll(name)])));
}
