import { readAlert } from '#business/alerts/alert.store.ts';
import type { KnownAlert } from '#business/alerts/alert.ts';
import { type DeliveryStatus, readDeliveries } from '#business/alerts/delivery.store.ts';
import { countAlerts, type ListedAlert, listAlerts, positionsFor } from '#business/alerts/list.store.ts';
import type { AlertRules } from '#business/alerts/rule.ts';
import { ownRulesOf, rulesInForce } from '#business/alerts/rules.store.ts';
import { latestSights, readSights } from '#business/alerts/sight.store.ts';
import { metRules, ruleWords } from '#business/alerts/thresholds.ts';
import type { Tx } from '#platform/database/scope.ts';
import { exact } from '#platform/exact.ts';
import type { Instant } from '#platform/instant.ts';
import { readDocument } from '#platform/journal/documents.ts';
import { cutPage } from '../http/cursor.ts';
import { alertView, deliveryView, standView } from './views.ts';

const shown: Readonly<Record<'open' | 'silenced' | 'over' | 'all', readonly KnownAlert['status'][]>> = {
  open: ['raised', 'silenced', 'crossed'],
  silenced: ['silenced'],
  over: ['cleared'],
  all: ['raised', 'silenced', 'crossed', 'cleared'],
};

type Question = {
  readonly show: keyof typeof shown;
  readonly customer: string | null;
  readonly key: readonly (string | number | null)[] | null;
  readonly limit: number;
};

/** Returns one page of alerts. */
export async function alertsPage(tx: Tx, { show, customer, key, limit }: Question) {
  const statuses = shown[show];
  const behind = key === null ? null : { changedAt: Number(key[0]), id: String(key[1]) };
  const rows = await listAlerts(tx, { statuses, customer, behind, most: limit + 1 });
  const { items, next } = cutPage(rows, limit, ({ id, alert }) => [alert.changedAt, id]);
  // Counted once, for the first page: a reader who goes on knows it already.
  const total = key === null ? await countAlerts(tx, { statuses, customer }) : null;
  return { items: await viewsOf(tx, items), next, total };
}

/** Returns one alert as the list shows it, or `undefined` when it is not in scope. */
export async function oneAlert(tx: Tx, customer: string, id: string) {
  const stored = await readAlert(tx, customer, id);
  if (!stored) return undefined;
  const place = { customer, ...stored.alert };
  const position = (await positionsFor(tx, [place]))(place);
  return (await viewsOf(tx, [{ ...stored, position }]))[0];
}

async function viewsOf(tx: Tx, items: readonly ListedAlert[]) {
  const rulesOf = await rulesInForce(tx);
  // Use goes on after an alert was raised: the list shows what was last counted.
  const sightOf = await latestSights(
    tx,
    items.map(({ customer }) => customer),
  );
  const views = [];
  for (const item of items) {
    const { customer, position } = item;
    const alert = { ...item.alert, sight: sightOf({ customer, ...item.alert }) ?? item.alert.sight };
    const rules = rulesOf({ customer, agreement: alert.agreement, clause: alert.clause });
    const text = alert.status === 'silenced' ? await readDocument(tx, alert.reason.document) : undefined;
    views.push(alertView({ ...item, alert }, { place: position, rules, reason: text ?? null }));
  }
  return views;
}

type Preview = {
  readonly rules: AlertRules;
  readonly customer: string | null;
  readonly agreement: string | null;
  readonly clause: string | null;
};

const mostSights = 100_000;
const mostShown = 50;

/**
 * Returns what would be due today under `rules`: for one clause where it is named, else for every clause without rules of
 * its own. As for alerts that are new: what is met already and has only eased a little is not among them.
 */
export async function previewOf(tx: Tx, { rules, customer, agreement, clause }: Preview, now: Instant) {
  const ownRules = await ownRulesOf(tx);
  const seen = (await readSights(tx, mostSights)).filter(
    (one) =>
      (clause !== null || ownRules(one) === null) &&
      (customer === null || one.customer === customer) &&
      (agreement === null || one.agreement === agreement) &&
      (clause === null || one.clause === clause),
  );
  const due = seen
    .map((one) => ({ one, met: metRules(rules, one.sight, [], now) }))
    .filter(({ met }) => met.length > 0)
    .sort((a, b) => share(b.one.sight) - share(a.one.sight));
  const first = due.slice(0, mostShown);
  const placeOf = await positionsFor(
    tx,
    first.map(({ one }) => one),
  );
  return {
    watched: seen.length,
    total: due.length,
    fires: first.map(({ one, met }) => ({
      ...standView(one, placeOf(one)),
      rules: rules.filter(({ id }) => met.includes(id)).map(ruleWords),
    })),
  };
}

/** For putting rows in an order, and for nothing else. */
function share({ used, limit }: { readonly used: string; readonly limit: string }): number {
  return exact(used).div(exact(limit)).valueOf();
}

/** Returns one page of deliveries. */
export async function deliveriesPage(
  tx: Tx,
  { key, limit, status }: Pick<Question, 'key' | 'limit'> & { readonly status?: DeliveryStatus | undefined },
) {
  const before = key === null ? null : String(key[0]);
  const rows = await readDeliveries(tx, { before, most: limit + 1, status });
  const { items, next } = cutPage(rows, limit, ({ id }) => [id]);
  const ids = [...new Set(items.map(({ customer }) => customer))];
  const named =
    ids.length === 0
      ? []
      : await tx
          .selectFrom('customer')
          .select(['customer_id', 'body'])
          .where('customer_id', 'in', ids)
          .execute();
  const names = new Map(named.map(({ customer_id, body }) => [customer_id, body.name]));
  return {
    items: items.map((one) => deliveryView(one, names.get(one.customer) ?? one.customer)),
    next,
    total: null,
  };
}
