import { decideCatalog } from '#business/catalog/catalog.decide.ts';
import type { Catalog } from '#business/catalog/priceBook.ts';
import { pricePlaces, withoutPriceOf, withPrice } from '#business/catalog/priceChanges.ts';
import { priceColumns } from '#business/catalog/priceColumns.ts';
import { type PricePlace, priceFromFields, priceToFields } from '#business/catalog/priceFields.ts';
import { failure, type Problem, success } from '#platform/problem.ts';
import { nested, type Paper, type PutContext } from './paper.ts';

/** The catalog as it was and as the rows make it. */
export type PricesState = { readonly before: Catalog; catalog: Catalog };

/** Prices of price books, one a row. */
export const pricesPaper: Paper<PricesState> = {
  columns: priceColumns,
  nameOf: ({ book, component }) => nested(book, component),
  subjectOf: () => null,
  read: ({ catalog }, name) => {
    const [id, componentId] = name.split(' ');
    const book = catalog.priceBooks.find((one) => one.id === id);
    const component = book?.components.find((one) => one.id === componentId);
    return book && component && priceToFields({ book, component });
  },
  put: (state, fields, context) => {
    const place = priceFromFields(fields, state.catalog);
    if (!place.ok) return place;
    const catalog = withPrice(state.catalog, place.value);
    const wrong = context.undoing ? undefined : againstThePast(state.before, catalog, place.value, context);
    if (wrong) return failure(wrong);
    state.catalog = catalog;
    return success(undefined);
  },
  remove: (state, name) => {
    const [book = '', component = ''] = name.split(' ');
    state.catalog = withoutPriceOf(state.catalog, book, component);
    return success(undefined);
  },
  settle: () => new Map(),
  list: ({ catalog }) => pricePlaces(catalog).map(priceToFields),
};

/** Asks the catalog's own rule about this price alone: what other rows do is theirs. */
function againstThePast(
  before: Catalog,
  after: Catalog,
  { book, component }: PricePlace,
  { now }: PutContext,
): Problem | undefined {
  const alone = ({ priceBooks }: Catalog): Catalog => ({
    products: [],
    features: [],
    priceBooks: priceBooks
      .filter(({ currency }) => currency === book.currency)
      .map(({ commitments: _, ...one }) => ({
        ...one,
        components: one.components.filter(({ id }) => id === component.id),
      })),
  });
  const command = { kind: 'import', at: now, zone: 'UTC', catalog: alone(after) } as const;
  const decided = decideCatalog(command, alone(before));
  if (!('refused' in decided)) return undefined;
  const { code, words } = decided.refused;
  return {
    code,
    title: 'Refused',
    detail: words,
    todo: 'Give the new price a book of its own.',
    pointer: '/price',
  };
}
