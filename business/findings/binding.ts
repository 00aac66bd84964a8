import { type Condition, conditionHolds, type Known } from '#business/agreements/condition.ts';
import { countByASweep } from '#business/usage/counts/one/sweep.ts';
import type { CountRequest, Measure } from '#business/usage/measure.ts';
import { recordKey, type UsageRecord } from '#business/usage/record.ts';
import { type Exact, exact } from '#platform/exact.ts';
import { earliest, type Instant, type Interval, latest, overlap } from '#platform/instant.ts';
import { unsettled } from './conflictRanges.ts';

/** A stretch of time over which it does not change whether a clause binds. */
export type Binding = Interval & { readonly known: Known };

/** What telling when a condition holds takes. */
export type Stated = Pick<CountRequest, 'records' | 'chosen' | 'asOf'> & { readonly term: Interval };

const statement: Measure = {
  aggregate: { kind: 'latest' },
  window: { unit: 'term' },
  zone: 'UTC',
  filter: [],
  groupBy: ['feature', 'source'],
  countReservations: false,
  unitSize: '1',
};

/**
 * Returns the request whose values are what each source states of the facts of a condition, between one statement and
 * the next: a fact is stated as a level, and stands until the source states it anew.
 */
export function factsRequest(condition: Condition, { records, chosen, asOf, term }: Stated): CountRequest {
  const facts = new Set(condition.of.map(({ fact }) => fact));
  const stating = statements(records, facts);
  const elapsed = overlap(term, { from: term.from, until: asOf });
  const inside = stating
    .map(({ at }) => at)
    .filter((at) => elapsed && elapsed.from < at && at < elapsed.until);
  const edges = elapsed ? [...new Set([elapsed.from, ...inside, elapsed.until])].sort((a, b) => a - b) : [];
  return {
    records: stating,
    chosen,
    asOf,
    measure: statement,
    features: [...facts].map((feature) => ({ source: null, feature, from: earliest, until: latest })),
    windows: edges.slice(1).map((until, i) => {
      const span = { from: edges[i]!, until };
      return { ...span, counted: span, hours: [] };
    }),
  };
}

/** Everything under the identities that state a fact, so that conflicts stay conflicts, and what takes records back. */
function statements(records: readonly UsageRecord[], facts: ReadonlySet<string>): UsageRecord[] {
  const own = records.filter(({ kind, feature }) => kind === 'level' && facts.has(feature));
  const keys = new Set(own.map(recordKey));
  return records.filter((record) => record.kind === 'retraction' || keys.has(recordKey(record)));
}

/**
 * Returns when a condition holds over the elapsed term, in pieces as long as can be, one after the other. Where a
 * statement is in conflict, and the choice nobody has made yet could change the answer, it is unknown.
 */
export function bindingOf(condition: Condition, stated: Stated): Binding[] {
  const request = factsRequest(condition, stated);
  const ways = [request, ...choicesOf(request)].map((way) => heldIn(condition, way));
  const pieces: Binding[] = [];
  for (const [index, { from, until }] of request.windows.entries()) {
    const answers = new Set(ways.map((way) => way[index]!));
    const known = answers.size === 1 ? ways[0]![index]! : 'unknown';
    const last = pieces.at(-1);
    if (last?.known === known) pieces[pieces.length - 1] = { ...last, until };
    else pieces.push({ from, until, known });
  }
  return pieces;
}

/** The same request with each variant of each unsettled statement chosen, one at a time. */
function choicesOf(request: CountRequest): CountRequest[] {
  return [...unsettled(request)].flatMap(([key, digests]) =>
    digests.map((digest) => ({ ...request, chosen: new Map([...request.chosen, [key, digest]]) })),
  );
}

/** Whether the condition holds in each window of a request for facts. */
function heldIn(condition: Condition, request: CountRequest): Known[] {
  const rows = Map.groupBy(countByASweep(request), ({ window }) => window);
  return request.windows.map((_, index) => {
    const amounts = new Map<string, Exact[]>();
    for (const { group, value } of rows.get(index) ?? []) {
      const [fact] = JSON.parse(group) as [string];
      if (value !== null) amounts.set(fact, [...(amounts.get(fact) ?? []), exact(value)]);
    }
    return conditionHolds(condition, amounts);
  });
}

/** Returns whether a clause binds at an instant, as far as is known. */
export function bindsAt(binding: readonly Binding[], at: Instant): Known {
  return binding.find(({ from, until }) => from <= at && at < until)?.known ?? 'unknown';
}
