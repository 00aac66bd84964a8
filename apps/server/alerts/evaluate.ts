import { createHash } from 'node:crypto';
import type { Clause } from '#business/agreements/agreement.ts';
import { decideAlert } from '#business/alerts/alert.decide.ts';
import { alertsOf, type By, commandAlert, type StoredAlert } from '#business/alerts/alert.store.ts';
import type { AlertCommand, AlertPlace } from '#business/alerts/alert.ts';
import { nextWake } from '#business/alerts/nextWake.ts';
import { rulesInForce } from '#business/alerts/rules.store.ts';
import { type PlacedSight, saveSights } from '#business/alerts/sight.store.ts';
import { sightOf, tellingWindow } from '#business/alerts/sightOf.ts';
import { metRules, type Sight } from '#business/alerts/thresholds.ts';
import { type ClauseReading, markDue, type StoredFinding } from '#business/findings/finding.store.ts';
import type { JudgedWindow } from '#business/findings/finding.ts';
import type { Tx } from '#platform/database/scope.ts';
import { exact } from '#platform/exact.ts';
import type { Instant } from '#platform/instant.ts';
import { tellOfAlert } from '../notifications/tell.ts';
import type { Papers } from '../world.ts';
import { evaluateOwnAlerts } from './own/evaluate.ts';

/** What detection has just found out about one customer. */
export type Detected = {
  readonly world: Papers;
  readonly readings: readonly {
    readonly agreement: string;
    readonly clause: string;
    readonly body: ClauseReading;
  }[];
  readonly findings: readonly StoredFinding[];
};

/** Of a clause with more groups than this only those closest to their limit are watched: the rest is far from it. */
const mostGroups = 200;

/**
 * Brings the alerts of a customer to what detection found, in its transaction: raises, escalates and clears them, and
 * puts down when they may change by time alone. What is known already writes nothing.
 */
export async function evaluateAlerts(tx: Tx, detected: Detected): Promise<void> {
  const { customer, now } = detected.world;
  const rulesOf = await rulesInForce(tx);
  const known = new Map((await alertsOf(tx, customer.id)).map((one) => [one.id, one]));
  const sights: PlacedSight[] = [];
  const wakes: Instant[] = [];
  for (const { id, place, sight } of placesIn(detected, known)) {
    const { agreement, clause } = place;
    const rules = rulesOf({ customer: customer.id, agreement, clause });
    const before = known.get(id);
    const met = sight ? metRules(rules, sight, before?.alert.met ?? [], now) : [];
    const finding = liveFinding(detected.findings, place);
    const shown = sight ?? before?.alert.sight;
    if (shown) {
      const command: AlertCommand = { kind: 'look', at: now, place, met, sight: shown, finding };
      await give(tx, { id, command, before }, { customer: customer.id, actor: 'detection', now });
    }
    if (sight) sights.push({ ...place, sight });
    const wake = nextWake(rules, sight, before?.alert, now);
    if (wake !== null) wakes.push(wake);
  }
  await saveSights(tx, customer.id, sights);
  wakes.push(...(await evaluateOwnAlerts(tx, { customer: customer.id, sights, now })));
  if (wakes.length > 0) await markDue(tx, customer.id, Math.min(...wakes) as Instant);
}

type Seen = { readonly id: string; readonly place: AlertPlace; readonly sight: Sight | null };
type Known = ReadonlyMap<string, StoredAlert>;

/** Every place to look at: of each clause the groups closest to their limit, and all of which an alert is known. */
function placesIn({ world, readings }: Detected, known: Known): Seen[] {
  const { customer, agreements, now } = world;
  const read = new Map(readings.map(({ agreement, clause, body }) => [`${agreement} ${clause}`, body]));
  const quiet = new Set<string>();
  const places = agreements.flatMap(({ signed }) =>
    signed.clauses.flatMap((clause) => {
      const body = read.get(`${signed.id} ${clause.id}`);
      // Nothing was reported: what was known stays, as silence of a source is not the end of use.
      if (!body || body.noData) quiet.add(`${signed.id} ${clause.id}`);
      if (!body || body.noData || clause.kind !== 'capacity') return [];
      const idOf = (group: string) =>
        alertId(customer.id, { agreement: signed.id, clause: clause.id, group });
      return closest(body, clause, (group) => known.has(idOf(group))).map(([group, windows]) => ({
        id: idOf(group),
        place: { agreement: signed.id, clause: clause.id, group },
        sight: sightOf(signed, clause, windows, now),
      }));
    }),
  );
  const seen = new Set(places.map(({ id }) => id));
  const gone = [...known.values()].filter(
    ({ id, alert }) => !seen.has(id) && !quiet.has(`${alert.agreement} ${alert.clause}`),
  );
  return [...places, ...gone.map(({ id, alert }) => ({ id, place: placeOf(alert), sight: null }))];
}

function placeOf({ agreement, clause, group }: AlertPlace): AlertPlace {
  return { agreement, clause, group };
}

type Group = readonly [string, readonly JudgedWindow[]];

function closest({ groups }: ClauseReading, clause: Clause, isKnown: (group: string) => boolean): Group[] {
  const all = Object.entries(groups);
  if (all.length <= mostGroups) return all;
  const share = ([, windows]: Group) => {
    const window = tellingWindow(clause, windows);
    const limit = exact(window?.limit ?? '0');
    return window && limit.gt(0) ? exact(window.value).div(limit).valueOf() : 0;
  };
  const ranked = all.map((one) => ({ one, share: share(one) })).sort((a, b) => b.share - a.share);
  const near = ranked.slice(0, mostGroups).map(({ one }) => one);
  return [...near, ...ranked.slice(mostGroups).flatMap(({ one }) => (isKnown(one[0]) ? [one] : []))];
}

/** Returns the key of the finding that is alive at a place. */
function liveFinding(findings: readonly StoredFinding[], place: AlertPlace): string | null {
  const live = findings.find(
    ({ finding }) =>
      finding.agreement === place.agreement &&
      finding.clause === place.clause &&
      finding.group === place.group &&
      (finding.status === 'detected' || finding.status === 'verified' || finding.status === 'confirmed'),
  );
  return live?.finding.key ?? null;
}

type Given = {
  readonly id: string;
  readonly command: AlertCommand;
  readonly before: StoredAlert | undefined;
};

/** Asks first what would come of it: most looks change nothing, and need no lock. */
async function give(tx: Tx, { id, command, before }: Given, by: By): Promise<void> {
  const decided = decideAlert(command, before?.alert ?? { status: 'none' });
  if ('refused' in decided || decided.events.length === 0) return;
  await commandAlert(tx, id, command, by);
  const rose = decided.events.some(({ kind }) => kind === 'raised' || kind === 'risen');
  if (rose && command.kind === 'look' && command.finding === null)
    await tellOfAlert(tx, { customer: by.customer, ...command.place }, by.now);
}

/** `A-northwind-seats-1a2b3c4d`: readable, and always the same for one place. */
function alertId(customer: string, { agreement, clause, group }: AlertPlace): string {
  const place = JSON.stringify([customer, agreement, clause, group]);
  return `A-${customer}-${clause}-${createHash('sha256').update(place).digest('hex').slice(0, 8)}`;
}
