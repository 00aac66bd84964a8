import { exact } from '#platform/exact.ts';
import { nearest } from '#platform/nearest.ts';
import { failure, type Problem, type Result, success } from '#platform/problem.ts';
import { mostProblems, readYaml, withLine } from '#platform/yamlFile.ts';
import { type CatalogForm, catalogForm } from './catalogForm.ts';
import { overlapProblems } from './catalogOverlaps.ts';
import type { Catalog, PriceComponent, PriceModel } from './priceBook.ts';

/**
 * Returns the catalog in a YAML or JSON text of the form `goodterms: catalog/1` (see `catalog.schema.json`). All
 * problems come at once, with pointer and line. Beyond what the form says, refused are: `tiers_not_ascending`,
 * `tiers_not_open` (the last tier ends), `product_unknown`, `edition_unknown`, `dates_reversed`, `price_twice` (two
 * books of one currency give a component for the same days), `mapping_ambiguous` (two mappings of one feature, source
 * and precedence for the same days), `catalog_twice` (a second document).
 */
export function readCatalog(text: string): Result<Catalog> {
  const read = readYaml(text, { 'catalog/1': catalogForm });
  if (!read.ok) return read;
  const [document, second] = read.value;
  if (second) return failure(catalogTwice(second.lineOf('')));
  const { value, lineOf } = document!;
  const found = [...bookProblems(value), ...referenceProblems(value), ...overlapProblems(value)];
  const [first, ...rest] = found.slice(0, mostProblems).map((problem) => withLine(problem, lineOf));
  return first ? failure(first, ...rest) : success(toCatalog(value));
}

function bookProblems({ priceBooks, features }: CatalogForm): Problem[] {
  return [
    ...priceBooks.flatMap((book, i) => datesReversed(book, `/priceBooks/${i}`)),
    ...features.flatMap((mapping, i) => datesReversed(mapping, `/features/${i}`)),
    ...priceBooks.flatMap(({ components }, i) =>
      components.flatMap((component, j) =>
        'tiers' in component ? tierProblems(component.tiers, `/priceBooks/${i}/components/${j}/tiers`) : [],
      ),
    ),
  ];
}

function datesReversed(
  { from, until }: { from?: string | undefined; until?: string | undefined },
  at: string,
) {
  if (from === undefined || until === undefined || from < until) return [];
  return [
    {
      code: 'dates_reversed',
      title: 'Ends before it begins',
      detail: `It ends on ${until}, which is not after its first day, ${from}.`,
      todo: 'Give the first day it no longer holds as until, later than from.',
      pointer: `${at}/until`,
    },
  ];
}

function tierProblems(tiers: readonly { upTo: string | null }[], pointer: string): Problem[] {
  const title = 'Tiers do not follow one another';
  const problems = tiers.slice(1).flatMap(({ upTo }, i): Problem[] => {
    const before = tiers[i]!.upTo;
    if (before !== null && (upTo === null || exact(before).compare(exact(upTo)) < 0)) return [];
    const detail = `The tier up to ${upTo ?? 'inf'} follows the one up to ${before ?? 'inf'}.`;
    const todo = 'Put the tiers in ascending order, each end once, inf last.';
    return [{ code: 'tiers_not_ascending', title, detail, todo, pointer: `${pointer}/${i + 1}/upTo` }];
  });
  const last = tiers.at(-1)!.upTo;
  if (last === null || problems.length > 0) return problems;
  const detail = `Nothing says what more than ${last} units cost.`;
  const todo = 'Add a last tier with upTo: inf.';
  return [{ code: 'tiers_not_open', title, detail, todo, pointer: `${pointer}/${tiers.length - 1}/upTo` }];
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

function toCatalog({ products, priceBooks, features }: CatalogForm): Catalog {
  return {
    products,
    priceBooks: priceBooks.map((book) => ({
      ...book,
      until: book.until ?? null,
      components: book.components.map(toComponent),
    })),
    features: features.map(({ source, edition, from, until, ...mapping }) => ({
      ...mapping,
      source: source ?? null,
      edition: edition ?? null,
      from: from ?? null,
      until: until ?? null,
    })),
  };
}

type ComponentForm = CatalogForm['priceBooks'][number]['components'][number];

function toComponent(form: ComponentForm): PriceComponent {
  const { id, product, edition = null, unit, per } = form;
  return { id, product, edition, unitName: unit, per, model: toModel(form) };
}

function toModel(form: ComponentForm): PriceModel {
  switch (form.model) {
    case 'flat':
      return { kind: 'flat', amount: form.amount };
    case 'unit':
      return { kind: 'unit', unit: form.price };
    case 'volume':
    case 'graduated':
      return { kind: form.model, tiers: form.tiers };
  }
}
