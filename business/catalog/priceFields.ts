import { failure, type Problem, type Result, success } from '#platform/problem.ts';
import { given, inColumn, missingFields } from '#platform/table/checkFields.ts';
import type { Fields } from '#platform/table/column.ts';
import { readCatalog } from './catalogFile.ts';
import type { Catalog, PriceBook, PriceComponent, PriceModel, Tier } from './priceBook.ts';
import { priceColumns } from './priceColumns.ts';

/** A price with the book it stands in. */
export type PricePlace = {
  readonly book: Omit<PriceBook, 'components' | 'commitments'>;
  readonly component: PriceComponent;
};

/** Returns a price as the texts of its row. What has no column (discounts, minimum, proration) is not among them. */
export function priceToFields({ book, component }: PricePlace): Fields {
  const { id, product, edition, unitName, per, model } = component;
  return {
    book: book.id,
    component: id,
    currency: book.currency,
    from: book.from,
    until: book.until ?? '',
    product,
    edition: edition ?? '',
    unit: unitName.one,
    units: unitName.many,
    per,
    model: model.kind,
    ...amounts(model),
  };
}

function amounts(model: PriceModel): Fields {
  const none = { price: '', size: '', tiers: '' };
  switch (model.kind) {
    case 'flat':
      return { ...none, price: model.amount };
    case 'unit':
      return { ...none, price: model.unit };
    case 'package':
      return { ...none, price: model.price, size: model.size };
    case 'volume':
    case 'graduated':
      return { ...none, tiers: model.tiers.map(tierText).join('\n') };
    case 'blocks':
      return {
        ...none,
        tiers: model.tiers.map(({ upTo, size, price }) => `${upTo ?? 'inf'}: ${price} / ${size}`).join('\n'),
      };
  }
}

function tierText({ upTo, unit, flat }: Tier): string {
  return `${upTo ?? 'inf'}: ${unit}${flat === '0' ? '' : ` + ${flat}`}`;
}

/**
 * Returns the price a row of texts describes and its book, or its problems by column: what a catalog file would refuse,
 * and what contradicts the book or another one of its currency. Blank, currency and days are those of the book where it
 * is known. `before` keeps its discounts, its minimum and its proration; a price by blocks keeps its tiers.
 */
export function priceFromFields(fields: Fields, catalog: Catalog): Result<PricePlace> {
  const known = catalog.priceBooks.find(({ id }) => id === fields.book);
  const before = known?.components.find(({ id }) => id === fields.component);
  const inBook: Fields = known ? { ...fields, ...ofBook(known, fields) } : fields;
  const wanted = priceColumns.map((spec) =>
    ['currency', 'from'].includes(spec.key) ? { ...spec, need: 'new' as const } : spec,
  );
  const [missing, ...more] = missingFields(wanted, inBook);
  if (missing) return failure(missing, ...more);
  const other = known && differsFrom(known, inBook);
  if (other) return failure(other);
  const isBlocks = fields.model === 'blocks';
  if (isBlocks && fields.tiers !== (before ? amounts(before.model).tiers : undefined)) return failure(blocks);
  const model = isBlocks ? success({ model: 'flat', amount: '0' }) : modelForm(inBook);
  if (!model.ok) return model;
  const form = {
    ...given(inBook, 'product', 'edition', 'per'),
    id: fields.component!,
    unit: fields.units ? { one: fields.unit!, many: fields.units } : fields.unit!,
    ...model.value,
  };
  const book = { id: fields.book!, ...given(inBook, 'currency', 'from', 'until') };
  const read = readCatalog(JSON.stringify(documentOf({ ...book, components: [form] }, catalog)));
  if (!read.ok) return failure(read.problems.map(toColumn)[0]!, ...read.problems.map(toColumn).slice(1));
  const { components, commitments: _, ...place } = read.value.priceBooks[0]!;
  const component = components[0]!;
  return success({
    book: place,
    component: { ...before, ...component, model: isBlocks ? before!.model : kept(component.model, before) },
  });
}

function ofBook(known: PriceBook, fields: Fields): Fields {
  const own: Fields = { currency: known.currency, from: known.from, until: known.until ?? '' };
  return Object.fromEntries(Object.entries(own).filter(([key]) => (fields[key] ?? '') === ''));
}

function differsFrom(known: PriceBook, fields: Fields): Problem | undefined {
  const own: Fields = { currency: known.currency, from: known.from, until: known.until ?? '' };
  const key = Object.keys(own).find((name) => (fields[name] ?? '') !== own[name]);
  if (key === undefined) return undefined;
  const detail = `The book ${known.id} has ${own[key] || 'nothing'} there, the row ${fields[key] || 'nothing'}.`;
  const todo = 'Leave the book as it is, or give this price a book of its own.';
  return { code: 'book_differs', title: 'Against its book', detail, todo, pointer: `/${key}` };
}

/** A ratchet has no column, so it stays. */
function kept(model: PriceModel, before: PriceComponent | undefined): PriceModel {
  return before?.model.kind === 'volume' && model.kind === 'volume' ? { ...before.model, ...model } : model;
}

type TierForm = { readonly upTo: string; readonly unit: string; readonly flat?: string };
type ModelForm = { readonly model: string } & Readonly<Record<string, string | readonly TierForm[]>>;

function modelForm(fields: Fields): Result<ModelForm> {
  const { model = '', price = '', size = '', tiers = '' } = fields;
  const isTiered = model === 'volume' || model === 'graduated';
  const wanted: Fields = isTiered ? { tiers } : model === 'package' ? { price, size } : { price };
  const lacking = Object.keys(wanted).find((key) => wanted[key] === '');
  if (lacking !== undefined) {
    const title = priceColumns.find(({ key }) => key === lacking)!.title;
    const detail = `${title} is not given, and a price of the model ${model} needs it.`;
    return failure({
      code: 'field_missing',
      title: 'Something is missing',
      detail,
      todo: `Fill in ${title}.`,
      pointer: `/${lacking}`,
    });
  }
  if (model === 'flat') return success({ model, amount: price });
  if (model === 'unit') return success({ model, price });
  if (model === 'package') return success({ model, price, size });
  const lines = tiers.split('\n').filter((line) => line.trim() !== '');
  const read = lines.map((line) => /^\s*(inf|[\d.]+)\s*:\s*([\d.]+)\s*(?:\+\s*([\d.]+)\s*)?$/.exec(line));
  const wrong = read.indexOf(null);
  if (wrong >= 0) {
    const detail = `The tier ${JSON.stringify(lines[wrong]!.slice(0, 60))} cannot be read.`;
    const todo = 'Write one tier a line: 100: 12.00, and last inf: 10.00 + 50.';
    return failure({ code: 'tiers_unreadable', title: 'No tier', detail, todo, pointer: '/tiers' });
  }
  return success({
    model,
    tiers: read.map((match) => ({
      upTo: match![1]!,
      unit: match![2]!,
      ...(match![3] ? { flat: match![3] } : {}),
    })),
  });
}

/** The price alone, beside the books that price the same: what the reader of catalogs then says is about this row. */
function documentOf(
  book: { readonly id: string; readonly components: readonly { readonly id: string }[] },
  catalog: Catalog,
) {
  const [{ id, product }] = book.components as [{ id: string; product: string }];
  const others = catalog.priceBooks.filter(
    (one) => one.id !== book.id && one.components.some((price) => price.id === id),
  );
  return {
    goodterms: 'catalog/1',
    products: named(product, catalog),
    priceBooks: [
      book,
      ...others.map((one) => ({
        ...{
          id: one.id,
          currency: one.currency,
          from: one.from,
          ...(one.until === null ? {} : { until: one.until }),
        },
        components: one.components.filter((price) => price.id === id).map(withoutPrice),
      })),
    ],
  };
}

/** The product alone where it is known: thousands of rows shall not each read all of them. */
function named(product: string, { products }: Catalog) {
  const known = products.find((one) => one.id === product);
  return known ? [known] : products.slice(0, 500);
}

function withoutPrice({ id, product, edition, unitName, per }: PriceComponent) {
  return {
    id,
    product,
    ...(edition === null ? {} : { edition }),
    unit: unitName,
    per,
    model: 'flat',
    amount: '0',
  };
}

const toColumn = (problem: Problem): Problem => {
  const { line: _, ...rest } = problem;
  return inColumn({ ...rest, pointer: (problem.pointer ?? '').replace(/^\/priceBooks\/\d+/, '') }, places);
};

const places = {
  '': 'component',
  '/id': 'book',
  '/currency': 'currency',
  '/from': 'from',
  '/until': 'until',
  '/components/0': 'component',
  ...Object.fromEntries(
    ['product', 'edition', 'unit', 'per', 'model', 'price', 'size', 'tiers'].map((key) => [
      `/components/0/${key}`,
      key,
    ]),
  ),
  '/components/0/amount': 'price',
};

const blocks: Problem = {
  code: 'value_unknown',
  title: 'Not by a table',
  detail: 'A price by blocks can be neither made nor changed here.',
  todo: 'Write it in a catalog file.',
  pointer: '/model',
};
