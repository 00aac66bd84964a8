import { listed } from '../counts/two/listed.ts';
import { settled } from '../counts/two/settled.ts';
import type { UsageRecord } from '../record.ts';
import { type RuledRecord, setAside } from '../ruled.ts';
import { covers, type PeopleDecision } from './peopleDecision.ts';

/** The person an identity counts as at an instant, and the decision that says so; `null` where it counts as itself. */
type Counted = { readonly who: string; readonly decision: string } | null;

/**
 * Returns the records as they count under the standing decisions, in the same order, the very same list where no decision
 * bears on it. Merged identities read as the one they count under; of one person's places on one list (`member`) the one
 * with the least id counts; what a left-out account used is set aside. Idempotent; the order of decisions and records
 * does not matter; an undone decision is as one that was never made. Where identities count as chained merges say, the
 * decision named is the first of the chain.
 */
export function applyPeople(
  records: readonly UsageRecord[],
  decisions: readonly PeopleDecision[],
  chosen: ReadonlyMap<string, string>,
): readonly RuledRecord[] {
  const standing = decisions.filter(({ undone }) => undone === null);
  if (standing.length === 0) return records;
  const own = Map.groupBy(standing, ({ subject }) => subject.identity);
  let merged = false;
  const ruled = records.map((record): RuledRecord => {
    const { who, at } = record;
    if (who === null || !own.has(who) || isAside(record)) return record;
    const leaving = own
      .get(who)!
      .find(({ subject, span }) => subject.kind === 'leaveOut' && covers(span, at));
    if (leaving) return setAside(record, 'left-out', leaving.id);
    const counted = countedAs(who, at, own);
    if (!counted) return record;
    merged = true;
    return { ...record, who: counted.who, ruling: { merged: { was: who, decision: counted.decision } } };
  });
  return merged ? oncePerList(ruled, chosen) : ruled;
}

/** Returns the identity under which another counts at `at`, following merges to their end. */
function countedAs(
  who: string,
  at: PeopleDecision['at'],
  own: ReadonlyMap<string, readonly PeopleDecision[]>,
): Counted {
  let first: string | undefined;
  for (let next = who; ; ) {
    const merge = own.get(next)?.find(({ subject, span }) => subject.kind === 'merge' && covers(span, at));
    if (merge?.subject.kind !== 'merge') return first === undefined ? null : { who: next, decision: first };
    next = merge.subject.into;
    first ??= merge.id;
  }
}

/** Returns the identity a person counts under whenever they count: what a merge for all time says, `who` itself otherwise. */
export function alwaysCountedAs(who: string, decisions: readonly PeopleDecision[]): string {
  const merge = decisions.find(
    ({ subject, span, undone }) =>
      undone === null &&
      subject.kind === 'merge' &&
      subject.identity === who &&
      span.from === null &&
      span.until === null,
  );
  return merge?.subject.kind === 'merge' ? alwaysCountedAs(merge.subject.into, decisions) : who;
}

/** Only what counts is compared: a place on a list that was retracted must not take the other's. */
function oncePerList(
  records: readonly RuledRecord[],
  chosen: ReadonlyMap<string, string>,
): readonly RuledRecord[] {
  const concerned = new Set(records.flatMap(({ who, ruling }) => (ruling?.merged ? [who] : [])));
  const places = records.filter(
    (record) => record.kind === 'member' && concerned.has(record.who) && !isAside(record),
  );
  const shared = [...Map.groupBy(places, placeOf).values()].filter((same) => same.length > 1);
  // What counts among all records is worked out only where somebody does stand twice.
  if (shared.length === 0) return records;
  const counting = new Set(listed(settled(records, chosen), records).map(contentOf));
  const twice = new Map<string, string>();
  for (const group of shared) {
    const same = group.filter((record) => counting.has(contentOf(record)));
    const [decision] = same.flatMap(({ ruling }) => ruling?.merged?.decision ?? []).sort();
    if (decision === undefined) continue;
    const least = same.reduce((a, b) => (a.id < b.id ? a : b));
    for (const record of same)
      if (record.id !== least.id) twice.set(contentOf(record), record.ruling?.merged?.decision ?? decision);
  }
  if (twice.size === 0) return records;
  return records.map((record) => {
    const decision = twice.get(contentOf(record));
    return decision === undefined ? record : setAside(record, 'listed-twice', decision);
  });
}

function contentOf({ source, id, digest }: UsageRecord): string {
  return `${source}\n${id}\n${digest}`;
}

function placeOf({ source, series, feature, at, who }: UsageRecord): string {
  return JSON.stringify([source, series, feature, at, who]);
}

function isAside(record: RuledRecord): boolean {
  return record.ruling?.aside !== undefined;
}
