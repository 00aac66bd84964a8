import type { Clause, OrderLine } from '#business/agreements/agreement.ts';
import type { FeatureMapping } from '#business/catalog/priceBook.ts';
import { earliest, type Interval, latest } from '#platform/instant.ts';
import { featureRules } from './featureMap.ts';
import type { FeatureRule } from './measure.ts';

/** Returns the features that a clause names itself, and those under which the facts are stated that it depends on. */
export function namedFeatures({ features, onlyIf }: Pick<Clause, 'features' | 'onlyIf'>): string[] {
  return [...features, ...(onlyIf?.of.map(({ fact }) => fact) ?? [])];
}

/**
 * Returns the features that count for a clause: those it names, from any source and for all time; where it names none,
 * those the feature map takes to its product.
 */
export function clauseFeatures(
  clause: Pick<Clause, 'features' | 'product'>,
  map: {
    readonly mappings: readonly FeatureMapping[];
    readonly orderLines: readonly OrderLine[];
    readonly sources: readonly string[];
    readonly within: Interval;
    readonly zone: string;
  },
): readonly FeatureRule[] {
  if (clause.features.length > 0)
    return clause.features.map((feature) => ({ source: null, feature, from: earliest, until: latest }));
  const ordered = (product: string) => map.orderLines.filter((line) => line.product === product);
  return featureRules({ ...map, product: clause.product, ordered });
}
