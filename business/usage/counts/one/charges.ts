import type { FirstUse } from '#business/usage/measure.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import type { Instant } from '#platform/instant.ts';
import { valuesOf } from './attributes.ts';
import { addRow, emptyRows, type Rows } from './rows.ts';

type Use = { readonly record: UsageRecord; readonly from: number; readonly until: number };

/** Returns the charges of some use before `asOf` as points, by group and values of `each`, then by time (see `FirstUse`). */
export function chargesOf(
  use: readonly Rows[],
  { each, lasts }: FirstUse,
  groupBy: readonly string[],
  asOf: number,
): Rows {
  const charges = emptyRows();
  const names = [...groupBy, ...each];
  for (const items of Map.groupBy(use.flatMap(usesOf), ({ record }) => valuesOf(record, names)).values()) {
    items.sort((a, b) => a.from - b.from);
    let first = 0;
    for (let paid = -Infinity; ; ) {
      while (first < items.length && items[first]!.until <= paid) first += 1;
      const start = startOfUse(items, first, paid);
      if (start >= asOf) break;
      const { record } = inUseAt(items, first, start);
      const charge = { ...record, at: start as Instant, quantity: '1' };
      addRow(charges, charge, start, start + 1, start + lasts);
      paid = start + lasts;
    }
  }
  return charges;
}

function usesOf({ record, from, until }: Rows): Use[] {
  return record.map((one, i) => ({ record: one, from: from[i]!, until: until[i]! }));
}

/** The first instant of use from `paid` on; infinity where there is none. */
function startOfUse(items: readonly Use[], first: number, paid: number): number {
  for (let i = first; i < items.length; i += 1) {
    const { from, until } = items[i]!;
    if (until > paid) return Math.max(from, paid);
  }
  return Infinity;
}

function inUseAt(items: readonly Use[], first: number, instant: number): Use {
  let found: Use | undefined;
  for (let i = first; i < items.length && items[i]!.from <= instant; i += 1) {
    const item = items[i]!;
    if (item.until > instant && (!found || isBefore(item.record, found.record))) found = item;
  }
  return found!;
}

function isBefore(a: UsageRecord, b: UsageRecord): boolean {
  if (a.at !== b.at) return a.at < b.at;
  return a.source === b.source ? a.id < b.id : a.source < b.source;
}
