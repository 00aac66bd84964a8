import type { Agreement, Clause, OrderLine, SignedAgreement } from '#business/agreements/agreement.ts';
import { termsTimeline } from '#business/agreements/effectiveTerms.ts';
import { rightsOf } from '#business/agreements/rightsOf.ts';
import type { Catalog } from '#business/catalog/priceBook.ts';
import { clauseFeatures } from '#business/usage/clauseFeatures.ts';
import type { FeatureRule, Measure } from '#business/usage/measure.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import type { Instant } from '#platform/instant.ts';
import { bindingOf } from './binding.ts';
import type { JudgeInput } from './judge.ts';

/** An agreement of a customer, as known now. */
export type KnownToday = { readonly agreement: Agreement; readonly signed: SignedAgreement };

/** What is known of one customer at `now`, wherever it was read from. */
export type Known = {
  readonly catalog: Pick<Catalog, 'features'>;
  readonly agreements: readonly KnownToday[];
  readonly records: readonly UsageRecord[];
  /** The digest chosen for each record in conflict that a person has settled, by `recordKey`. */
  readonly chosen: ReadonlyMap<string, string>;
  readonly now: Instant;
  /** The id under which records name a person, by the key the source uses; left out where records hold the keys. */
  readonly idOf?: (who: string) => string;
};

/** Returns what judging one clause needs, as of now. The order lines of all agreements tell which product a feature counts for. */
export function judgeInput(known: Known, { agreement, signed }: KnownToday, clause: Clause): JudgeInput {
  const { records, chosen, now } = known;
  const term = { from: signed.from, until: signed.until };
  const sources = [...new Set(records.map((record) => record.source))];
  const own = (one: Clause) => ({
    clause: byId(one, known.idOf),
    timeline: termsTimeline(agreement, one.id, term, now),
    features: featuresOf({ ...known, sources }, signed, one),
    rights: rightsOf(agreement, one, now),
  });
  const other = clause.kind === 'capacity' ? clause.allowance?.of : undefined;
  const grownBy = signed.clauses.find(({ id }) => id === other);
  return {
    ...own(clause),
    agreement: signed,
    records,
    chosen,
    asOf: now,
    ...(grownBy ? { grownBy: own(grownBy) } : {}),
    ...(clause.onlyIf ? { binding: bindingOf(clause.onlyIf, { records, chosen, asOf: now, term }) } : {}),
  };
}

/** Returns the features that count for a clause where use comes from these sources. */
export function featuresOf(
  {
    catalog,
    agreements,
    sources,
  }: Pick<Known, 'catalog' | 'agreements'> & { readonly sources: readonly string[] },
  { from, until, zone }: SignedAgreement,
  clause: Clause,
): readonly FeatureRule[] {
  const orderLines = agreements.flatMap(orderLinesOf);
  return clauseFeatures(clause, {
    mappings: catalog.features,
    orderLines,
    sources,
    within: { from, until },
    zone,
  });
}

/** The lines signed and those that amendments brought since. */
function orderLinesOf({ agreement, signed }: KnownToday): readonly OrderLine[] {
  const changes = agreement.amendments.flatMap((amendment) => amendment.changes);
  const added = changes.flatMap((change) => (change.kind === 'addOrderLine' ? [change.orderLine] : []));
  return [...signed.orderLines, ...added];
}

/** An agreement names people by their keys; where records hold ids, its filters have to. */
function byId(clause: Clause, idOf: Known['idOf']): Clause {
  if (!idOf) return clause;
  const inIds = (filter: Measure['filter']): Measure['filter'] =>
    filter.map((one) => {
      if (one.attribute !== 'who') return one;
      return 'in' in one ? { ...one, in: one.in.map(idOf) } : { ...one, notIn: one.notIn.map(idOf) };
    });
  const { aggregate, filter } = clause.measure;
  const counted =
    'parts' in aggregate
      ? {
          ...aggregate,
          parts: aggregate.parts.map((part) => ({ ...part, filter: inIds(part.filter) })),
        }
      : aggregate;
  return { ...clause, measure: { ...clause.measure, aggregate: counted, filter: inIds(filter) } };
}
