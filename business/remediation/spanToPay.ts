import type { SignedAgreement } from '#business/agreements/agreement.ts';
import type { Instant, Interval } from '#platform/instant.ts';

/**
 * Returns the time for which the units missing at the peak are priced: from the window of the peak on, through the end
 * of the term while the use goes on, else to the end of the run. Earlier windows were beyond by less, and what is over
 * is not charged for the time after it.
 */
export function spanToPay(
  { from, until }: Pick<SignedAgreement, 'from' | 'until'>,
  reading: { readonly peakFrom: Instant; readonly until: Instant; readonly open?: boolean },
): Interval {
  const end = reading.open ? until : Math.min(until, reading.until);
  return { from: Math.max(reading.peakFrom, from) as Instant, until: end as Instant };
}
