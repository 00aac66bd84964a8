import { addDays, type CalendarDate, daysBetween } from '#platform/instant.ts';
import type { Cause } from './review.ts';
import type { Period } from './usedOver.ts';

/** How often the vendor reviews with its customers; `null`: not by itself. */
export type ReviewPolicy = {
  /** Every so many months, from the start of the first agreement on. */
  readonly everyMonths: number | null;
  /** So many days before an agreement is up for renewal. */
  readonly beforeRenewalDays: number | null;
};

/** What holds until somebody says otherwise. */
export const firstReviewPolicy: ReviewPolicy = { everyMonths: 12, beforeRenewalDays: 90 };

/** A term of an agreement by its days. */
export type TermDays = {
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly renewsOn: CalendarDate;
};

/** A review whose turn it is. `key` is the same for the same turn, whoever looks and however often. */
export type Turn = { readonly key: string; readonly cause: Cause; readonly period: Period };

/** What was due longer ago than this (the server is new here, say) is left for its next turn. */
const lookBack = 60;

/**
 * Returns the reviews whose turn it is on a day, most urgent first: before a renewal (those of several agreements on one
 * day are one), else the latest of the cadence. A review looks at the year, or the months, before it.
 */
export function dueTurns(policy: ReviewPolicy, terms: readonly TermDays[], today: CalendarDate): Turn[] {
  const running = terms.filter(({ from, until }) => from <= today && today < until);
  if (running.length === 0) return [];
  const first = terms.map(({ from }) => from).sort()[0]!;
  return [...renewals(policy, running, today, first), ...cadence(policy, first, today)];
}

function renewals(
  { beforeRenewalDays }: ReviewPolicy,
  running: readonly TermDays[],
  today: CalendarDate,
  first: CalendarDate,
): Turn[] {
  if (beforeRenewalDays === null) return [];
  const days = [...new Set(running.map(({ renewsOn }) => renewsOn))].sort();
  return days
    .filter((renewsOn) => addDays(renewsOn, -beforeRenewalDays) <= today && today < renewsOn)
    .map((renewsOn) => ({
      key: `renewal ${renewsOn}`,
      cause: 'renewal' as const,
      period: yearBefore(today, first),
    }))
    .filter(({ period }) => period.from < period.until);
}

function cadence({ everyMonths }: ReviewPolicy, first: CalendarDate, today: CalendarDate): Turn[] {
  if (everyMonths === null) return [];
  let turns = 1;
  while (monthsAfter(first, (turns + 1) * everyMonths) <= today) turns += 1;
  const until = monthsAfter(first, turns * everyMonths);
  if (until > today || daysBetween(until, today) > lookBack) return [];
  const period = { from: monthsAfter(first, (turns - 1) * everyMonths), until };
  return [{ key: `cadence ${until}`, cause: 'cadence', period }];
}

/** Returns the year before a day, no longer back than `first`. */
export function yearBefore(until: CalendarDate, first: CalendarDate): Period {
  const from = monthsAfter(until, -12);
  return { from: from < first ? first : from, until };
}

/** Returns the same day so many months later (earlier, when negative); where the month is shorter, its last. */
export function monthsAfter(date: CalendarDate, months: number): CalendarDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const all = year * 12 + (month - 1) + months;
  const first = `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}-01` as CalendarDate;
  const next = `${addDays(first, 32).slice(0, 7)}-01` as CalendarDate;
  const wanted = addDays(first, day - 1);
  return wanted < next ? wanted : addDays(next, -1);
}
