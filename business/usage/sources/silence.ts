import { day, type Instant, latest as lastInstant } from '#platform/instant.ts';

/**
 * On how many days something came from a source, and between which moments; when it called the last time, where it calls
 * though nothing changed. Days, not records: a roster of eighty people that comes once a month comes once a month.
 */
export type Heard = {
  readonly days: number;
  readonly first: Instant;
  readonly last: Instant;
  readonly called?: Instant | null;
};

/** A source reports at its own pace: ten times its usual gap is silence, but not before a week, and after 45 days for sure. */
export const soonest = 7 * day;
const latest = 45 * day;

/** Returns how far apart the days of a source usually are, in microseconds; `null` with fewer than two. */
export function usualPace({ days, first, last }: Heard): number | null {
  return days < 2 ? null : (last - first) / (days - 1);
}

/** Returns the moment up to which nothing more from a source is no surprise: after it the source is silent. */
export function silentFrom(heard: Heard): Instant {
  const pace = usualPace(heard) ?? 0;
  const patience = Math.floor(Math.min(latest, Math.max(soonest, 10 * pace)));
  const calls = heard.called == null ? 0 : heard.called + soonest;
  return Math.min(Math.max(heard.last + patience, calls), lastInstant - 1) as Instant;
}

/** Whether a source is silent at `now`: it has been quiet for longer than its pace explains. */
export function isSilent(heard: Heard, now: Instant): boolean {
  return now > silentFrom(heard);
}
