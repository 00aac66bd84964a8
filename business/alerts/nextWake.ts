import { day, type Instant } from '#platform/instant.ts';
import type { KnownAlert } from './alert.ts';
import type { AlertRules } from './rule.ts';
import type { Sight } from './thresholds.ts';

/**
 * Returns when an alert may change though nothing new is known: a silence ends, or the likely date of crossing comes
 * within the days of a rule. `null`: nothing to wait for.
 */
export function nextWake(
  rules: AlertRules,
  sight: Sight | null,
  alert: KnownAlert | undefined,
  now: Instant,
): Instant | null {
  const silence = alert?.status === 'silenced' && alert.until !== null ? [alert.until] : [];
  const likely = sight?.forecast?.likely ?? null;
  const comings =
    likely === null
      ? []
      : rules.flatMap(({ threshold }) =>
          threshold.kind === 'forecast' && threshold.before === 'days'
            ? [(likely - threshold.days * day + 1) as Instant]
            : [],
        );
  const coming = [...silence, ...comings].filter((at) => at > now);
  return coming.length === 0 ? null : (Math.min(...coming) as Instant);
}
