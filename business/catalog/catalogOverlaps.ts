import type { Problem } from '#platform/problem.ts';
import type { CatalogForm } from './catalogForm.ts';

/** Something that holds from a day on (`''`: always has), until a day or without end. */
type Dated = { readonly from: string; readonly until: string | undefined; readonly pointer: string };

/**
 * Returns a problem for each price and each feature mapping that another of the same name contradicts. A book without
 * an end yields to a later one; one that states its end contradicts a book that starts before it.
 */
export function overlapProblems(form: CatalogForm): Problem[] {
  return [...pricesTwice(form), ...mappingsTwice(form)];
}

function pricesTwice({ priceBooks }: CatalogForm): Problem[] {
  const prices = priceBooks.flatMap(({ id: book, currency, from, until, components, commitments = [] }, i) =>
    Object.entries({ components, commitments }).flatMap(([list, all]) =>
      all.map(({ id }, j) => {
        const pointer = `/priceBooks/${i}/${list}/${j}`;
        return { id, list, book, currency, from, until, pointer };
      }),
    ),
  );
  const byName = Map.groupBy(prices, ({ currency, list, id }) => `${currency} ${list} ${id}`);
  return [...byName.values()].flatMap((same) =>
    contradictions(same, (a, b) => b.from === a.from || (a.until !== undefined && b.from < a.until)).map(
      ([a, b]) => ({
        code: 'price_twice',
        title: 'Two prices for the same days',
        detail: `The price ${b.id} in ${b.currency} stands in ${a.book} and in ${b.book}, both in force on ${b.from}.`,
        todo: `End ${a.book} on ${b.from}, or begin ${b.book} later, or take the price out of one of them.`,
        pointer: b.pointer,
      }),
    ),
  );
}

function mappingsTwice({ features }: CatalogForm): Problem[] {
  const mappings = features.map(({ source, feature, precedence, from = '', until }, i) => {
    const pointer = `/features/${i}`;
    return { name: JSON.stringify([feature, source ?? null, precedence]), feature, from, until, pointer };
  });
  const byName = Map.groupBy(mappings, ({ name }) => name);
  return [...byName.values()].flatMap((same) =>
    contradictions(same, (a, b) => a.until === undefined || b.from < a.until).map(([, b]) => ({
      code: 'mapping_ambiguous',
      title: 'Two mappings of one feature',
      detail: `The feature ${JSON.stringify(b.feature)} is mapped twice for the same days with the same precedence.`,
      todo: 'Give the one that should win the lesser precedence, or dates that do not overlap.',
      pointer: b.pointer,
    })),
  );
}

/** In order of their first day, what contradicts anything before it contradicts a neighbor, so neighbors are enough to refuse. */
function contradictions<T extends Dated>(same: readonly T[], contradict: (a: T, b: T) => boolean): [T, T][] {
  const sorted = same.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return sorted
    .slice(1)
    .map((b, i): [T, T] => [sorted[i]!, b])
    .filter(([a, b]) => contradict(a, b));
}
