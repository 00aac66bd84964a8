import { after, type Instant } from '#platform/instant.ts';
import { sealed } from '../import/content.ts';
import type { UsageRecord } from '../record.ts';

/** What a directory says of a user that matters for counting. */
export type Seat = { readonly active: boolean; readonly groups: readonly string[] };

/** Where the seat of a user stands: how often it changed, and when the last time. */
export type SeatHistory = { readonly changes: number; readonly changedAt: Instant | null };

/** Whose seat it is: the user's id (which names nobody), and the key by which other sources name the person. */
export type SeatOf = {
  readonly source: string;
  readonly feature: string;
  readonly user: string;
  readonly who: string | null;
};

/**
 * Returns the record by which the seat of a user goes from `before` to `after`, and the history with it; no record where
 * nothing changed. An active user holds one from the moment the directory said so, by a `held` without end whose series is
 * the user; deactivated it is given back by a `return`. Membership in a group is the attribute `group:NAME` with the
 * value `member`; where that changes, the next `held` of the series ends the one before. Ids are the user's, with the
 * number of the change. No two changes of a user are of one moment.
 */
export function changeSeat(
  of: SeatOf,
  before: Seat & SeatHistory,
  next: Seat,
  { now, digest }: { readonly now: Instant; readonly digest: (text: string) => string },
): { readonly history: SeatHistory; readonly record: UsageRecord | null } {
  const { changes, changedAt } = before;
  const same = before.active === next.active && (!next.active || sameGroups(before.groups, next.groups));
  if (same) return { history: { changes, changedAt }, record: null };
  const at = changedAt !== null && now <= changedAt ? after(changedAt, 1) : now;
  const id = `${of.user}/${String(changes + 1).padStart(6, '0')}`;
  const common = { feature: of.feature, at, until: null, quantity: '1', series: of.user };
  const content = next.active
    ? { ...common, kind: 'held' as const, who: of.who, attributes: attributesOf(next.groups) }
    : { ...common, kind: 'return' as const, who: null, attributes: {} };
  return { history: { changes: changes + 1, changedAt: at }, record: sealed(of.source, id, content, digest) };
}

function attributesOf(groups: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries([...new Set(groups)].sort().map((name) => [`group:${name}`, 'member']));
}

function sameGroups(a: readonly string[], b: readonly string[]): boolean {
  return JSON.stringify(Object.keys(attributesOf(a))) === JSON.stringify(Object.keys(attributesOf(b)));
}
