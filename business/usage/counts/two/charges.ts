import type { FirstUse, Measure } from '../../measure.ts';
import type { UsageRecord } from '../../record.ts';
import type { Content } from './content.ts';
import { attribute } from './matching.ts';

type Use = { readonly record: UsageRecord; readonly from: number; readonly until: number };

/** Returns the charges before `asOf` as points: the first use of each stretch that is paid for (see `FirstUse`). */
export function charges(
  { points, spans }: Content,
  { each, lasts }: FirstUse,
  { groupBy }: Measure,
  asOf: number,
): Content {
  const use = [...points.map((record) => ({ record, from: record.at, until: record.at + 1 })), ...spans];
  const key = ({ record }: Use): string =>
    JSON.stringify([...groupBy, ...each].map((name) => attribute(record, name) ?? ''));
  const found = [...Map.groupBy(use, key).values()].flatMap((own) => chargesOf(own, lasts, asOf));
  return { points: found, spans: [] };
}

function chargesOf(use: readonly Use[], lasts: number, asOf: number): UsageRecord[] {
  const found: UsageRecord[] = [];
  let rest = use;
  let at = earliest(rest, Number.NEGATIVE_INFINITY);
  while (at < asOf) {
    const now = at;
    const inUse = rest.filter(({ from, until }) => from <= now && now < until).map(({ record }) => record);
    found.push({ ...inUse.reduce(longest), at: now as UsageRecord['at'], quantity: '1' });
    const paid = now + lasts;
    rest = rest.filter(({ until }) => until > paid);
    at = earliest(rest, paid);
  }
  return found;
}

/** The first instant of any of the use, which all goes on after `paid`, from there on; infinity for none. */
function earliest(use: readonly Use[], paid: number): number {
  return use.reduce((least, { from }) => Math.min(least, Math.max(from, paid)), Number.POSITIVE_INFINITY);
}

function longest(a: UsageRecord, b: UsageRecord): UsageRecord {
  const order = a.at - b.at || (a.source < b.source ? -1 : a.source > b.source ? 1 : 0);
  return order < 0 || (order === 0 && a.id < b.id) ? a : b;
}
