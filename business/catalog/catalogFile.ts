import { nearest } from '#platform/nearest.ts';
import { failure, type Problem, type Result, success } from '#platform/problem.ts';
import { mostProblems, readYaml, withLine } from '#platform/yamlFile.ts';
import { type CatalogForm, catalogForm } from './catalogForm.ts';
import { overlapProblems } from './catalogOverlaps.ts';
import { priceProblems } from './catalogPrices.ts';
import type { Catalog, Discount, PriceComponent, PriceModel } from './priceBook.ts';

/**
 * Returns the catalog in a YAML or JSON text of the form `goodterms: catalog/1` (see `catalog.schema.json`). All
 * problems come at once, with pointer and line. Beyond what the form says, refused are: `tiers_not_ascending`,
 * `tiers_not_open` (the last tier ends), `blocks_uneven` (a tier ends inside a block), `commitment_of_nothing` (no book of
 * the currency prices a component), `rates_twice` (two exchange rates for a day), `product_unknown`, `edition_unknown`,
 * `dates_reversed`, `price_twice` (two books of one currency give a component or a commitment for the same days),
 * `mapping_ambiguous` (two mappings of one feature, source and precedence for the same days), `catalog_twice` (a second
 * document).
 */
export function readCatalog(text: string): Result<Catalog> {
  const read = readYaml(text, { 'catalog/1': catalogForm });
  if (!read.ok) return read;
  const [document, second] = read.value;
  if (second) return failure(catalogTwice(second.lineOf('')));
  const { value, lineOf } = document!;
  const found = [...priceProblems(value), ...referenceProblems(value), ...overlapProblems(value)];
  const [first, ...rest] = found.slice(0, mostProblems).map((problem) => withLine(problem, lineOf));
  return first ? failure(first, ...rest) : success(toCatalog(value));
}

function referenceProblems({ products, priceBooks, features }: CatalogForm): Problem[] {
  const editions = new Map(products.map(({ id, editions }) => [id, editions.map((edition) => edition.id)]));
  const check = (of: { product: string; edition?: string | undefined }, pointer: string): Problem[] => {
    const known = editions.get(of.product);
    if (known === undefined) return [unknown('product', of.product, [...editions.keys()], pointer)];
    if (of.edition === undefined || known.includes(of.edition)) return [];
    return [unknown('edition', of.edition, known, pointer, ` of ${of.product}`)];
  };
  return [
    ...priceBooks.flatMap(({ components }, i) =>
      components.flatMap((component, j) => check(component, `/priceBooks/${i}/components/${j}`)),
    ),
    ...features.flatMap((mapping, i) => check(mapping, `/features/${i}`)),
  ];
}

function unknown(
  what: 'product' | 'edition',
  id: string,
  known: readonly string[],
  pointer: string,
  of = '',
): Problem {
  const meant = nearest(id, known);
  return {
    code: `${what}_unknown`,
    title: `Unknown ${what}`,
    detail: `The catalog has no ${what} ${id}${of}.`,
    todo: meant ? `Write ${meant}, if that is meant.` : `List the ${what} under products first.`,
    pointer: `${pointer}/${what}`,
  };
}

function catalogTwice(line: number | undefined): Problem {
  const detail = 'The file holds a second document; a catalog is imported as a whole.';
  const todo = 'Put all products, price books and features into one document.';
  const problem = { code: 'catalog_twice', title: 'More than one catalog', detail, todo, pointer: '' };
  return line === undefined ? problem : { ...problem, line };
}

function toCatalog({ products, priceBooks, features, exchangeRates }: CatalogForm): Catalog {
  return {
    products,
    priceBooks: priceBooks.map(({ commitments = [], reason, ...book }) => ({
      ...book,
      until: book.until ?? null,
      ...(reason !== undefined && { reason }),
      components: book.components.map(toComponent),
      ...(commitments.length > 0 && { commitments }),
    })),
    features: features.map(({ source, edition, from, until, ...mapping }) => ({
      ...mapping,
      source: source ?? null,
      edition: edition ?? null,
      from: from ?? null,
      until: until ?? null,
    })),
    ...(exchangeRates && exchangeRates.length > 0 && { exchangeRates }),
  };
}

type ComponentForm = CatalogForm['priceBooks'][number]['components'][number];

/** What a file leaves out is left out of the component too: it is then the same as one from before there was such a thing. */
function toComponent(form: ComponentForm): PriceComponent {
  const { id, product, edition = null, unit, per, proration, discounts = [], minimum } = form;
  return {
    ...{ id, product, edition, unitName: unit, per, model: toModel(form) },
    ...(proration && proration !== 'day' && { proration }),
    ...(discounts.length > 0 && { discounts: discounts.map(toDiscount) }),
    ...(minimum !== undefined && { minimum }),
  };
}

function toDiscount({ name, off, from, until }: NonNullable<ComponentForm['discounts']>[number]): Discount {
  return { name, ...off, from: from ?? null, until: until ?? null };
}

function toModel(form: ComponentForm): PriceModel {
  switch (form.model) {
    case 'flat':
      return { kind: 'flat', amount: form.amount };
    case 'unit':
      return { kind: 'unit', unit: form.price };
    case 'package':
      return { kind: 'package', size: form.size, price: form.price };
    case 'blocks':
      return { kind: 'blocks', tiers: form.tiers };
    case 'volume':
      return { kind: 'volume', tiers: form.tiers, ...(form.ratchet && { ratchet: true }) };
    case 'graduated':
      return { kind: 'graduated', tiers: form.tiers };
  }
}
