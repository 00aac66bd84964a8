import type { Sight } from '#business/alerts/thresholds.ts';
import { dateIn, type Instant } from '#platform/instant.ts';
import { dateWords } from './dateWords.ts';

/** Returns when a limit is likely to be reached, told as the estimate it is. */
export function forecastWords({ early, late }: NonNullable<Sight['forecast']>, zone: string): string {
  const on = (at: Instant) => dateWords(dateIn(at, zone));
  if (late === null) return `may be reached from ${on(early)} on; until when cannot be told yet`;
  return on(early) === on(late)
    ? `likely around ${on(early)}`
    : `likely between ${on(early)} and ${on(late)}`;
}
