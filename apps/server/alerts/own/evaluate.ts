import { nextWake } from '#business/alerts/nextWake.ts';
import { decideOwnAlert } from '#business/alerts/ownAlert.decide.ts';
import { commandOwnAlert, ownAlertsOf } from '#business/alerts/ownAlert.store.ts';
import type { MetGroup, OwnAlertCommand, Watch } from '#business/alerts/ownAlert.ts';
import type { AlertRule } from '#business/alerts/rule.ts';
import type { PlacedSight } from '#business/alerts/sight.store.ts';
import { metRules, type Sight } from '#business/alerts/thresholds.ts';
import type { Tx } from '#platform/database/scope.ts';
import { exact } from '#platform/exact.ts';
import type { Instant } from '#platform/instant.ts';

/** The one rule of an alert that a customer set, as the vendor's are written. */
export function ruleOf({ threshold }: Watch): AlertRule {
  return { id: 'own', threshold };
}

/** Returns the groups of a clause in which a threshold is met, the one closest to its limit first; `before` as `metRules`. */
export function metGroups(
  watch: Watch,
  sights: readonly PlacedSight[],
  before: readonly string[],
  now: Instant,
): MetGroup[] {
  return sights
    .filter(({ agreement, clause }) => agreement === watch.agreement && clause === watch.clause)
    .filter(
      ({ group, sight }) =>
        metRules([ruleOf(watch)], sight, before.includes(group) ? ['own'] : [], now).length > 0,
    )
    .sort((a, b) => share(b.sight).compare(share(a.sight)))
    .map(({ group, sight }) => ({ group, sight }));
}

function share({ used, limit }: Sight) {
  return exact(used).div(exact(limit));
}

/**
 * Brings the alerts that a customer set to what detection has seen, in its transaction, and returns when they may change
 * by time alone. Of a clause of which nothing is seen they stay as they are: silence of a source is not the end of use.
 */
export async function evaluateOwnAlerts(
  tx: Tx,
  { customer, sights, now }: { customer: string; sights: readonly PlacedSight[]; now: Instant },
): Promise<Instant[]> {
  const wakes: Instant[] = [];
  for (const { id, alert } of await ownAlertsOf(tx, customer)) {
    const { watch } = alert;
    const own = sights.filter(
      ({ agreement, clause }) => agreement === watch.agreement && clause === watch.clause,
    );
    if (own.length === 0) continue;
    const command: OwnAlertCommand = { kind: 'look', at: now, met: metGroups(watch, own, alert.met, now) };
    const decided = decideOwnAlert(command, alert);
    // Asked first what would come of it: most looks change nothing, and need no lock.
    if ('events' in decided && decided.events.length > 0)
      await commandOwnAlert(tx, id, command, { customer, actor: 'detection', now });
    wakes.push(...own.flatMap(({ sight }) => nextWake([ruleOf(watch)], sight, undefined, now) ?? []));
  }
  return wakes;
}
