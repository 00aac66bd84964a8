import type { Agreement, Clause, SignedAgreement } from '#business/agreements/agreement.ts';
import { addDays, after, dateIn, hour, type Instant, startOfDate } from '#platform/instant.ts';

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
      ...signed.clauses.flatMap((clause) =>
        // The last windows are judged when their lateness is over, and the agreement ends before that.
        signed.from <= now && now < after(signed.until, clause.lateness) ? looksAt(clause, now) : [],
      ),
    ])
    .filter((at) => at > now);
  return coming.length === 0 ? null : (Math.min(...coming) as Instant);
}

/** Where terms change a window may be cut, and its first part is judged when its lateness is over. */
function changesOf(agreement: Agreement, signed: SignedAgreement): Instant[] {
  const changes = [
    signed.from,
    signed.until,
    ...signed.orderLines.flatMap((line) => [line.from, line.until]),
    ...agreement.amendments.map((amendment) => amendment.from),
    ...agreement.variations.flatMap((variation) => [
      variation.from,
      variation.until,
      ...(variation.revoked ? [variation.revoked.at] : []),
    ]),
  ];
  const lateness = [...new Set([0, ...signed.clauses.map((clause) => clause.lateness)])];
  return changes.flatMap((at) => lateness.map((late) => after(at, late)));
}

/** A lateness is a length of time, and a local day may have 23 or 25 hours: so it is counted from the midnights themselves. */
function looksAt(clause: Clause, now: Instant): Instant[] {
  const { lateness, measure } = clause;
  const { zone } = measure;
  const midnight = startOfDate(addDays(dateIn(now, zone), 1), zone);
  const lastClosed = dateIn(after(now, -lateness), zone);
  const closing = after(startOfDate(addDays(lastClosed, 1), zone), lateness);
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
