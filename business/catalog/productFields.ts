import { failure, type Result, success } from '#platform/problem.ts';
import { fromLines, inColumn, missingFields, toLines } from '#platform/table/checkFields.ts';
import type { ColumnSpec, Fields } from '#platform/table/column.ts';
import { readCatalog } from './catalogFile.ts';
import type { Product } from './priceBook.ts';

/** What a table of products holds, one product a row. */
export const productColumns: readonly ColumnSpec[] = [
  {
    key: 'id',
    title: 'Id',
    explain: 'Your own short name for the product.',
    example: 'atlas',
    need: 'key',
    kind: 'text',
    synonyms: ['product', 'product id', 'sku', 'article', 'Artikelnummer'],
  },
  {
    key: 'name',
    title: 'Name',
    explain: 'The name as people say it.',
    example: 'Atlas',
    need: 'new',
    kind: 'text',
    synonyms: ['product name', 'description', 'Bezeichnung'],
  },
  {
    key: 'editions',
    title: 'Editions',
    explain: 'The editions it comes in, one a line: the id, a colon, the name. Blank: none.',
    example: 'team: Team',
    need: 'optional',
    kind: 'lines',
    synonyms: ['variants', 'tiers'],
  },
];

/** Returns a product as the texts of its row. */
export function productToFields({ id, name, editions }: Product): Fields {
  return { id, name, editions: toLines(editions.map((edition) => `${edition.id}: ${edition.name}`)) };
}

/** Returns the product a row of texts describes, or what a catalog file would refuse, by column. An edition without a name is called by its id. */
export function productFromFields(fields: Fields): Result<Product> {
  const [missing, ...more] = missingFields(productColumns, fields);
  if (missing) return failure(missing, ...more);
  const editions = fromLines(fields.editions ?? '').map((line) => {
    // An id may hold a colon, but no blank: the name begins behind a colon and a blank.
    const [id = '', ...name] = line.trim().split(/:\s+/);
    return { id, name: name.join(': ') || id };
  });
  const product = { id: fields.id!, name: fields.name!, editions };
  const read = readCatalog(JSON.stringify({ goodterms: 'catalog/1', products: [product] }));
  if (read.ok) return success(read.value.products[0]!);
  const [first, ...rest] = read.problems.map(({ line: _, ...problem }) => inColumn(problem, places));
  return failure(first!, ...rest);
}

const places = { '/products/0': 'id', '/products/0/name': 'name', '/products/0/editions': 'editions' };
