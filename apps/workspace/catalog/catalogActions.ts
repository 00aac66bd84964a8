import { type Action, type Field, said } from '../editing/action.ts';
import type { CatalogForm } from './catalogData.ts';

const named = (list: readonly { readonly id: string }[]) => list.map(({ id }) => ({ value: id, label: id }));

/** Returns all guided changes of a catalog that are possible as it stands. */
export function catalogActions(form: CatalogForm): Action<CatalogForm>[] {
  const { products, priceBooks = [] } = form;
  const isPriced = priceBooks.some(({ components }) => components.length > 0);
  return [
    addProduct(form),
    ...(products.length > 0 ? [addEdition(form), addBook(form)] : []),
    ...(priceBooks.length > 0 && products.length > 0 ? [addPrice(form)] : []),
    ...(isPriced ? [addDiscount(form)] : []),
    ...(products.length > 0 ? [addMapping(form)] : []),
  ];
}

function addProduct(form: CatalogForm): Action<CatalogForm> {
  return {
    key: 'product',
    title: 'Add a product',
    explain: 'Something that can be bought.',
    fields: [
      { name: 'id', label: 'Id', hint: 'Short, such as atlas.' },
      { name: 'name', label: 'Name' },
    ],
    apply: ({ id = '', name = '' }) => ({ ...form, products: [...form.products, { id, name }] }),
  };
}

function addEdition(form: CatalogForm): Action<CatalogForm> {
  return {
    key: 'edition',
    title: 'Add an edition',
    explain: 'A variant of a product.',
    fields: [
      { name: 'product', label: 'Product', kind: 'select', options: named(form.products) },
      { name: 'id', label: 'Id', hint: 'Short, such as pro.' },
      { name: 'name', label: 'Name' },
    ],
    apply: ({ product, id = '', name = '' }) => ({
      ...form,
      products: form.products.map((one) =>
        one.id === product ? { ...one, editions: [...(one.editions ?? []), { id, name }] } : one,
      ),
    }),
  };
}

function priceFields(form: CatalogForm): Field[] {
  const is = (value: string) => ({ field: 'model', is: value });
  return [
    { name: 'component', label: 'Price', hint: 'A short name clauses refer to, such as atlas-seat.' },
    { name: 'product', label: 'Product', kind: 'select', options: named(form.products) },
    { name: 'edition', label: 'Edition', optional: true, hint: 'Left out: any.' },
    { name: 'unit', label: 'What one unit is called', hint: 'Such as seat.' },
    {
      name: 'per',
      label: 'Covers',
      kind: 'select',
      options: [
        { value: 'month', label: 'a month' },
        { value: 'quarter', label: 'a quarter' },
        { value: 'year', label: 'a year' },
        { value: 'once', label: 'for good, paid once' },
      ],
    },
    {
      name: 'model',
      label: 'How it is priced',
      kind: 'select',
      options: [
        { value: 'unit', label: 'for each unit' },
        { value: 'flat', label: 'one amount, whatever the quantity' },
        { value: 'package', label: 'in packages' },
      ],
    },
    { name: 'amount', label: 'Amount', when: is('flat') },
    { name: 'price', label: 'Price of a unit', when: is('unit') },
    { name: 'size', label: 'Units in a package', when: is('package') },
    { name: 'packagePrice', label: 'Price of a package', when: is('package') },
    { name: 'minimum', label: 'Least charge', optional: true },
  ];
}

function component(values: Readonly<Record<string, string>>) {
  const { component: id = '', product = '', edition = '', unit = '', per = '', model = '' } = values;
  const { amount = '', price = '', size = '', packagePrice = '', minimum = '' } = values;
  const costs = model === 'flat' ? { amount } : model === 'unit' ? { price } : { size, price: packagePrice };
  return said({ id, product, edition, unit, per, model, ...costs, minimum });
}

function addBook(form: CatalogForm): Action<CatalogForm> {
  return {
    key: 'book',
    title: 'Add a price book, for new prices from a day on',
    explain:
      'What was in force keeps its price. A new book takes over from its first day for the prices it names; others stay.',
    fields: [
      { name: 'id', label: 'Price book', hint: 'Such as PB-2027-EUR.' },
      { name: 'currency', label: 'Currency', initial: 'EUR' },
      { name: 'from', label: 'From', kind: 'date' },
      ...priceFields(form),
    ],
    apply: (values) => {
      const { id = '', currency = '', from = '' } = values;
      const book = { id, currency, from, components: [component(values)] };
      return { ...form, priceBooks: [...(form.priceBooks ?? []), book] };
    },
  };
}

function addPrice(form: CatalogForm): Action<CatalogForm> {
  return {
    key: 'price',
    title: 'Add a price to a price book',
    explain: 'For something the book does not price yet. Tiers and blocks: in the text.',
    fields: [
      { name: 'book', label: 'Price book', kind: 'select', options: named(form.priceBooks ?? []) },
      ...priceFields(form),
    ],
    apply: (values) => ({
      ...form,
      priceBooks: (form.priceBooks ?? []).map((one) =>
        one.id === values.book ? { ...one, components: [...one.components, component(values)] } : one,
      ),
    }),
  };
}

function addDiscount(form: CatalogForm): Action<CatalogForm> {
  const all = (form.priceBooks ?? []).flatMap((book) =>
    book.components.map(({ id }) => ({ id: `${book.id} ${id}` })),
  );
  return {
    key: 'discount',
    title: 'Add a discount',
    explain: 'Less for a time, from a day that is still to come.',
    fields: [
      { name: 'place', label: 'Price', kind: 'select', options: named(all) },
      { name: 'name', label: 'Name of the discount' },
      { name: 'off', label: 'Less', hint: '20% or an amount.' },
      { name: 'from', label: 'From', kind: 'date' },
      { name: 'until', label: 'Until', kind: 'date', optional: true },
    ],
    apply: ({ place = '', name = '', off = '', from = '', until = '' }) => {
      const [book, price] = place.split(' ');
      const discount = said({ name, off, from, until });
      return {
        ...form,
        priceBooks: (form.priceBooks ?? []).map((one) => ({
          ...one,
          components: one.components.map((known) =>
            one.id === book && known.id === price
              ? { ...known, discounts: [...((known.discounts as object[] | undefined) ?? []), discount] }
              : known,
          ),
        })),
      };
    },
  };
}

function addMapping(form: CatalogForm): Action<CatalogForm> {
  return {
    key: 'mapping',
    title: 'Say which product a feature belongs to',
    explain: 'Reports of use name features. Only what is mapped to a product counts for it.',
    fields: [
      { name: 'feature', label: 'Feature', hint: 'As the usage source writes it.' },
      { name: 'source', label: 'Usage source', optional: true, hint: 'Left out: any.' },
      { name: 'product', label: 'Product', kind: 'select', options: named(form.products) },
      { name: 'edition', label: 'Edition', optional: true },
    ],
    apply: ({ feature = '', source = '', product = '', edition = '' }) => ({
      ...form,
      features: [...(form.features ?? []), said({ feature, source, product, edition })],
    }),
  };
}
