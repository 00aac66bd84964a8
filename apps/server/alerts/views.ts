import type { z } from '@hono/zod-openapi';
import { can } from '#business/alerts/alert.can.ts';
import type { KnownAlert } from '#business/alerts/alert.ts';
import type { Delivery } from '#business/alerts/delivery.store.ts';
import type { AlertRules } from '#business/alerts/rule.ts';
import { ruleWords, type Sight } from '#business/alerts/thresholds.ts';
import { forecastWords } from '#business/correspondence/forecastWords.ts';
import type { PositionRow } from '#business/remediation/position.store.ts';
import { exact, greater, grouped, zero } from '#platform/exact.ts';
import { formatInstant, type Instant } from '#platform/instant.ts';
import type { AlertView, DeliveryView, PreviewView, RulesView } from './schemas.ts';

type Use = Omit<z.infer<typeof PreviewView>['fires'][number], 'rules'>;
type Placed = {
  readonly customer: string;
  readonly agreement: string;
  readonly clause: string;
  readonly group: string;
  readonly sight: Sight;
};

/** What the list knows of a place besides the alert itself: its row of the positions page. */
export type Place = Pick<PositionRow, 'customer' | 'product' | 'clause' | 'unit'> | null;

/** Returns where use stands against its limit, as people read it. Estimates are told in days of UTC. */
export function standView({ customer, agreement, clause, group, sight }: Placed, place: Place): Use {
  const [used, limit] = [exact(sight.used), exact(sight.limit)];
  return {
    customer: place?.customer ?? { id: customer, name: customer },
    agreement,
    clause,
    plain: place?.clause.plain ?? clause,
    product: place?.product.name ?? '',
    group,
    unit: place?.unit ?? { one: 'unit', many: 'units' },
    used: grouped(used, 2),
    limit: grouped(limit, 2),
    left: grouped(greater(zero, limit.sub(used)), 2),
    percent: limit.gt(0) ? used.mul(100).div(limit).floor().valueOf() : 0,
    forecast: sight.forecast ? forecastWords(sight.forecast, 'UTC') : null,
  };
}

/** Returns an alert as the list shows it. `reason` is the text of its acknowledgment, `null` where there is none any more. */
export function alertView(
  stored: {
    readonly id: string;
    readonly customer: string;
    readonly version: number;
    readonly alert: KnownAlert;
  },
  {
    place,
    rules,
    reason,
  }: { readonly place: Place; readonly rules: AlertRules; readonly reason: string | null },
): z.infer<typeof AlertView> {
  const { id, customer, version, alert } = stored;
  const possible = can.acknowledge[alert.status];
  return {
    ...standView({ customer, ...alert }, place),
    id,
    version,
    status: alert.status,
    rules: rules.filter((rule) => alert.met.includes(rule.id)).map(ruleWords),
    raisedAt: formatInstant(alert.raisedAt),
    changedAt: formatInstant(alert.changedAt),
    finding: alert.status === 'crossed' ? alert.finding : null,
    silence:
      alert.status === 'silenced'
        ? { until: alert.until === null ? null : formatInstant(alert.until), reason, by: alert.by }
        : null,
    notNow: possible === true ? null : possible,
  };
}

/** Returns rules with what they say in words. */
export function rulesView(rules: AlertRules, version: number, own: boolean): z.infer<typeof RulesView> {
  return {
    own,
    version,
    rules: rules.map((rule) => ({
      id: rule.id,
      threshold: structuredClone(rule.threshold) as never,
      words: ruleWords(rule),
    })),
  };
}

/** Returns a delivery as the list shows it. */
export function deliveryView(delivery: Delivery, name: string): z.infer<typeof DeliveryView> {
  const { id, customer, alert, recipient, status, attempts, detail } = delivery;
  const shown = (at: Instant | null) => (at === null ? null : formatInstant(at));
  return {
    id,
    customer: { id: customer, name },
    alert,
    recipient,
    status,
    attempts,
    nextAt: status === 'waiting' ? formatInstant(delivery.nextAt) : null,
    detail,
    recordedAt: formatInstant(delivery.recordedAt),
    sentAt: shown(delivery.sentAt),
  };
}
