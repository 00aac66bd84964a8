import type { Agreement, Clause, SignedAgreement } from '#business/agreements/agreement.ts';
import { addDays, after, dateIn, day, hour, type Instant, startOfDate } from '#platform/instant.ts';

/** What can change by time alone. */
export type Running = { readonly agreement: Agreement; readonly signed: SignedAgreement };

/**
 * Returns when a customer has to be examined again though nothing comes in, or `null` when never: the next instant at
 * which terms change or the lateness of a window ends; at the latest, while an agreement runs, at the next midnight of
 * one of its clauses' zones, where calendar windows begin and end; within the hour where a clause's value or verdict
 * moves with the time itself (`movesWithTime`).
 */
export function nextLook(agreements: readonly Running[], now: Instant): Instant | null {
  const coming = agreements
    .flatMap(({ agreement, signed }) => [
      ...changesOf(agreement, signed),
      ...(signed.from <= now && now < signed.until ? signed.clauses.flatMap((one) => looksAt(one, now)) : []),
    ])
    .filter((at) => at > now);
  return coming.length === 0 ? null : (Math.min(...coming) as Instant);
}

function changesOf(agreement: Agreement, signed: SignedAgreement): Instant[] {
  return [
    signed.from,
    signed.until,
    // The last window is judged when its lateness is over, and then nothing runs any more that would look at it.
    ...signed.clauses.map(({ lateness }) => after(signed.until, lateness)),
    ...signed.orderLines.flatMap((line) => [line.from, line.until]),
    ...agreement.amendments.map((amendment) => amendment.from),
    ...agreement.variations.flatMap((variation) => [
      variation.from,
      variation.until,
      ...(variation.revoked ? [variation.revoked.at] : []),
    ]),
  ];
}

/** A lateness of some days and hours ends those hours after a midnight: today's, or the one to come. */
function looksAt(clause: Clause, now: Instant): Instant[] {
  const { zone } = clause.measure;
  const today = dateIn(now, zone);
  const midnight = startOfDate(addDays(today, 1), zone);
  const closing = after(startOfDate(today, zone), clause.lateness % day);
  return [midnight, closing, ...(movesWithTime(clause) ? [after(now, hour)] : [])];
}

const still: ReadonlySet<string> = new Set([
  'count',
  'sum',
  'min',
  'max',
  'latest',
  'unique',
  'peakConcurrency',
]);
const byDays: ReadonlySet<string> = new Set(['day', 'week', 'month', 'quarter', 'year', 'term', 'rolling']);

/**
 * Whether a value or verdict of the clause can change between two midnights without a record: averages over time, values
 * by the hour, what has to last for some time before it counts, charges that come again while use goes on.
 */
function movesWithTime({ measure, sustain }: Clause): boolean {
  const kinds =
    'parts' in measure.aggregate
      ? measure.aggregate.parts.map(({ aggregate }) => aggregate.kind)
      : [measure.aggregate.kind];
  const recurring =
    measure.firstUse !== undefined ||
    ('parts' in measure.aggregate && measure.aggregate.parts.some(({ firstUse }) => firstUse));
  return (
    recurring ||
    sustain.kind === 'duration' ||
    !byDays.has(measure.window.unit) ||
    !kinds.every((kind) => still.has(kind))
  );
}
