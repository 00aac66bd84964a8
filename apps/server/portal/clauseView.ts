import type { Clause } from '#business/agreements/agreement.ts';
import { effectiveTerms } from '#business/agreements/effectiveTerms.ts';
import { rightsOf } from '#business/agreements/rightsOf.ts';
import type { Catalog } from '#business/catalog/priceBook.ts';
import type { ClauseReading } from '#business/findings/finding.store.ts';
import type { KnownToday } from '#business/findings/judgeInput.ts';
import {
  byCloseness,
  type Counted,
  foremost,
  type Placed,
  whereUseStands,
} from '#business/portal/whereUseStands.ts';
import { countedWords } from '#business/usage/countedWords.ts';
import { formatInstant, type Instant, second } from '#platform/instant.ts';
import { productName } from '../views/agreementView.ts';
import { allowedFacts, conditionFacts, orderSources, rightFacts } from './allowedFacts.ts';
import { measureFacts } from './measureFacts.ts';
import type { PortalClause, PortalUse } from './overviewSchemas.ts';
import { reachView, viewOfUse, whyView } from './useView.ts';

/** What detection last said of a clause, and up to when it had counted. */
export type StoredReading = { readonly body: ClauseReading; readonly countedAt: Instant };

/** What the pages of one customer are drawn from, besides the clause itself. */
export type ClauseMatter = {
  readonly catalog: Catalog;
  readonly now: Instant;
  readonly silent: ReadonlySet<string>;
  readonly nameOf: (who: string) => string;
};

/** How many groups stand beside a clause; the others are behind its line. */
export const mostUses = 3;

/** Returns what was counted of one group of a clause, as `whereUseStands` takes it. */
export function countedOf(body: ClauseReading, group: string): Counted {
  return {
    windows: body.groups[group] ?? [],
    noData: body.noData,
    differs: body.firstDifference !== null,
    waiting: body.waiting?.[group] ?? [],
  };
}

/** Returns all groups of a clause with where each stands, closest to its limit first; one without groups has one, `[]`. */
export function placedGroups(
  { signed }: KnownToday,
  clause: Clause,
  reading: StoredReading | undefined,
  now: Instant,
): Placed[] {
  const groups = Object.keys(reading?.body.groups ?? {});
  const known = groups.length > 0 || clause.measure.groupBy.length > 0 ? groups : ['[]'];
  return known
    .map((group) => {
      const use = whereUseStands(signed, clause, reading && countedOf(reading.body, group), now);
      return { group, use };
    })
    .sort(byCloseness);
}

/** Returns one group as shown, with the day its limit would be reached. */
export function placedView(
  known: KnownToday,
  clause: Clause,
  reading: StoredReading | undefined,
  { group, use }: Placed,
  { now, nameOf }: ClauseMatter,
): PortalUse {
  const { signed } = known;
  const place = { signed, clause, group, countedAt: reading?.countedAt ?? null, nameOf };
  return viewOfUse(place, use, reachView(place, use, reading?.body.groups[group] ?? [], now));
}

/** Returns one clause: what is allowed, how it is counted, and where use stands. */
export function clauseView(
  known: KnownToday,
  clause: Clause,
  reading: StoredReading | undefined,
  matter: ClauseMatter,
): PortalClause {
  const { agreement, signed } = known;
  const { catalog, now } = matter;
  const at = Math.min(Math.max(now, signed.from), signed.until - 1) as Instant;
  const terms = effectiveTerms(agreement, { at, knownAt: now }).clauses.get(clause.id)!;
  const placed = placedGroups(known, clause, reading, now);
  const uses =
    placed.length > 0
      ? placed.map(({ use }) => use)
      : [whereUseStands(signed, clause, reading && countedOf(reading.body, '[]'), now)];
  const status = foremost(uses.map((use) => use.status));
  const doubt = status === 'cannot-tell' ? (uses.find((use) => use.doubt)?.doubt ?? null) : null;
  return {
    agreement: signed.id,
    id: clause.id,
    kind: clause.kind,
    product: { id: clause.product, name: productName(catalog, clause.product) },
    unit: clause.unitName,
    text: clause.text,
    plain: clause.plain,
    measuredAs: countedWords(clause),
    measure: measureFacts(clause.measure),
    allowed: allowedFacts(terms, signed.zone, orderSources(known)),
    condition: conditionFacts(clause),
    rights: rightsOf(agreement, clause, now).map(rightFacts),
    latenessSeconds: Math.floor(clause.lateness / second),
    status,
    why: doubt && whyView(doubt),
    uses: placed.slice(0, mostUses).map((one) => placedView(known, clause, reading, one, matter)),
    groups: placed.length,
    completeness: completenessOf(reading, matter.silent),
  };
}

function completenessOf(
  reading: StoredReading | undefined,
  silent: ReadonlySet<string>,
): PortalClause['completeness'] {
  const heard = Object.entries(reading?.body.heard ?? {});
  const sources = heard.map(([source]) => source).sort();
  const latest = heard.reduce<Instant | null>(
    (last, [, at]) => (last === null || at > last ? at : last),
    null,
  );
  return {
    countedAt: reading ? formatInstant(reading.countedAt) : null,
    dataUntil: latest === null ? null : formatInstant(latest),
    sources,
    silent: sources.filter((source) => silent.has(source)),
  };
}
