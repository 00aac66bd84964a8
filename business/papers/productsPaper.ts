import { productColumns, productFromFields, productToFields } from '#business/catalog/productFields.ts';
import { failure, type Problem, success } from '#platform/problem.ts';
import type { Paper } from './paper.ts';
import type { PricesState } from './pricesPaper.ts';

/** Products of the catalog with their editions, one a row. One that a price or a feature names cannot be taken away. */
export const productsPaper: Paper<PricesState> = {
  columns: productColumns,
  nameOf: ({ id = '' }) => id,
  subjectOf: () => null,
  read: ({ catalog }, name) => {
    const product = catalog.products.find(({ id }) => id === name);
    return product && productToFields(product);
  },
  put: (state, fields) => {
    const product = productFromFields(fields);
    if (!product.ok) return product;
    const { value } = product;
    const kept = new Set(value.editions.map(({ id }) => id));
    const gone = usesOf(state, value.id).find((edition) => edition !== null && !kept.has(edition));
    if (gone) return failure(inUse(`The edition ${gone} of ${value.id}`, '/editions'));
    const others = state.catalog.products.filter(({ id }) => id !== value.id);
    state.catalog = { ...state.catalog, products: [...others, value].sort((a, b) => (a.id < b.id ? -1 : 1)) };
    return success(undefined);
  },
  remove: (state, name) => {
    if (usesOf(state, name).length > 0) return failure(inUse(name, '/id'));
    state.catalog = { ...state.catalog, products: state.catalog.products.filter(({ id }) => id !== name) };
    return success(undefined);
  },
  settle: () => new Map(),
  list: ({ catalog }) => catalog.products.map(productToFields),
};

/** The editions of a product that prices and features name; `null` where they name all of it. */
function usesOf({ catalog: { priceBooks, features } }: PricesState, product: string): (string | null)[] {
  return [...priceBooks.flatMap(({ components }) => components), ...features]
    .filter((one) => one.product === product)
    .map(({ edition }) => edition);
}

function inUse(what: string, pointer: string): Problem {
  return {
    code: 'in_use',
    title: 'In use',
    detail: `${what} is named by prices or features.`,
    todo: 'Leave it, or take those out of the catalog first.',
    pointer,
  };
}
