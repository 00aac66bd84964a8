import { ownAlertsOf, type StoredOwnAlert } from '#business/alerts/ownAlert.store.ts';
import type { PlacedSight } from '#business/alerts/sight.store.ts';
import type { Sight } from '#business/alerts/thresholds.ts';
import { accountsOf, type KnownAccount } from '#business/identity/accounts.store.ts';
import { readPositions } from '#business/remediation/position.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { exact, plain } from '#platform/exact.ts';
import { formatInstant } from '#platform/instant.ts';
import { somebody } from '../../questions/people.ts';
import type { OwnAlertsView, WatchedLine } from './schemas.ts';

/** Returns the alerts that a customer set, the clauses that can be watched, and who may hear of them. */
export async function ownAlertsView(tx: Tx, customer: string): Promise<OwnAlertsView> {
  const lines = await watchedLines(tx, customer);
  const accounts = await accountsOf(tx, { customer });
  const items = (await ownAlertsOf(tx, customer)).map((stored) => oneView(stored, lines, accounts));
  const colleagues = accounts
    .filter(({ status }) => status === 'active')
    .map(({ id, name }) => ({ id, name }));
  return { items, lines, colleagues };
}

function oneView(
  { id, version, alert }: StoredOwnAlert,
  lines: readonly WatchedLine[],
  accounts: readonly KnownAccount[],
) {
  const { watch, by, setAt, met, told } = alert;
  const { agreement, clause, threshold, hears } = watch;
  const nameOf = (account: string) => accounts.find((one) => one.id === account)?.name || somebody;
  const line = lines.find((one) => one.agreement === agreement && one.clause === clause);
  return {
    ...{ id, version, threshold: structuredClone(threshold) as never, met: met.length > 0 },
    line: line ?? gone(agreement, clause),
    hears: hears.map((account) => ({ id: account, name: nameOf(account) })),
    ...{ setBy: nameOf(by), setAt: formatInstant(setAt) },
    toldAt: told && formatInstant(told.at),
  };
}

function gone(agreement: string, clause: string): WatchedLine {
  const unit = { one: 'unit', many: 'units' };
  return { agreement, clause, product: clause, plain: clause, unit, now: null };
}

/** Of each clause with a limit the group closest to it: that is the one an alert is about first. */
async function watchedLines(tx: Tx, customer: string): Promise<WatchedLine[]> {
  const sights = await sightsOf(tx, customer);
  const lines = new Map<string, WatchedLine>();
  for (const { agreement, clause, product, unit } of await readPositions(tx, customer)) {
    const key = JSON.stringify([agreement, clause.id]);
    const own = sights.filter((one) => one.agreement === agreement && one.clause === clause.id);
    if (lines.has(key) || own.length === 0) continue;
    const [closest] = own.sort((a, b) => share(b.sight).compare(share(a.sight)));
    lines.set(key, {
      ...{ agreement, clause: clause.id, product: product.name, plain: clause.plain, unit },
      now: closest ? nowView(closest.sight) : null,
    });
  }
  return [...lines.values()];
}

async function sightsOf(tx: Tx, customer: string): Promise<PlacedSight[]> {
  const rows = await tx.selectFrom('alert_sight').selectAll().where('customer_id', '=', customer).execute();
  return rows.map(({ agreement, clause, group_key, body }) => ({
    agreement,
    clause,
    group: group_key,
    sight: body,
  }));
}

function share({ used, limit }: Sight) {
  return exact(used).div(exact(limit));
}

function nowView({ used, limit, forecast }: Sight) {
  const likely = forecast?.likely ?? null;
  return {
    ...{ used: plain(exact(used)), limit: plain(exact(limit)) },
    percent: exact(used).mul(100).div(exact(limit)).floor().valueOf(),
    likely: likely === null ? null : formatInstant(likely),
  };
}
