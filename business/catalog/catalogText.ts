import type { Plain } from '#platform/yamlNodes.ts';
import { type Dated, without, yamlText } from '#platform/yamlText.ts';
import type {
  Catalog,
  Commitment,
  Discount,
  FeatureMapping,
  PriceBook,
  PriceComponent,
  PriceModel,
} from './priceBook.ts';

/** Returns a catalog as the form `catalog/1` of it; reading the form gives the same catalog. */
export function catalogToForm({ products, priceBooks, features, exchangeRates = [] }: Catalog): Dated {
  return {
    goodterms: 'catalog/1',
    products: products.map(({ id, name, editions }) =>
      without({ id, name, editions: editions.map((one) => ({ id: one.id, name: one.name })) }),
    ),
    ...without({
      priceBooks: priceBooks.map(bookToForm),
      features: features.map(mappingToForm),
      exchangeRates: exchangeRates.map(({ currency, from, rates }) => ({
        currency,
        from,
        rates: rates.map((one) => ({ currency: one.currency, rate: one.rate })),
      })),
    }),
  };
}

/** Returns a catalog as the YAML of its form, with comments. */
export function catalogText(catalog: Catalog): string {
  const form = catalogToForm(catalog);
  const explained = [
    { at: ['products'], words: 'What can be bought.' },
    {
      at: ['priceBooks'],
      words: 'Prices from a day on. What was in force stays: a new price needs a new book.',
    },
    { at: ['features'], words: 'Which product a feature of a usage source belongs to.' },
  ];
  return yamlText(
    form as Plain,
    explained.filter(({ at }) => at[0]! in form),
  );
}

function bookToForm({ id, currency, from, until, reason, components, commitments = [] }: PriceBook): Dated {
  return {
    ...without({ id, currency, from, until, reason }),
    components: components.map(componentToForm),
    ...without({ commitments: commitments.map(commitmentToForm) }),
  };
}

function commitmentToForm({ id, name, amount, per, overage, components }: Commitment): Dated {
  return without({ id, name, amount, per, overage: overage === '1' ? undefined : overage, components });
}

function componentToForm(component: PriceComponent): Dated {
  const { id, product, edition, unitName, per, model, proration, discounts = [], minimum } = component;
  const { one, many } = unitName;
  return without({
    ...{ id, product, edition },
    unit: many === `${one}s` ? one : { one, many },
    per,
    ...modelToForm(model),
    ...{ proration, minimum },
    discounts: discounts.map(discountToForm),
  });
}

function discountToForm({ name, kind, value, from, until }: Discount): Dated {
  return without({ name, off: kind === 'percent' ? `${value}%` : value, from, until });
}

function modelToForm(model: PriceModel): Dated {
  switch (model.kind) {
    case 'flat':
      return { model: 'flat', amount: model.amount };
    case 'unit':
      return { model: 'unit', price: model.unit };
    case 'package':
      return { model: 'package', size: model.size, price: model.price };
    case 'blocks':
      return {
        model: 'blocks',
        tiers: model.tiers.map(({ upTo, size, price }) => ({ upTo: upTo ?? 'inf', size, price })),
      };
    case 'volume':
    case 'graduated':
      return without({
        model: model.kind,
        ratchet: model.ratchet || undefined,
        tiers: model.tiers.map(({ upTo, unit, flat }) =>
          without({ upTo: upTo ?? 'inf', unit, flat: flat === '0' ? undefined : flat }),
        ),
      });
  }
}

function mappingToForm({
  source,
  feature,
  product,
  edition,
  precedence,
  from,
  until,
}: FeatureMapping): Dated {
  const rank = precedence === 0 ? undefined : String(precedence);
  return without({ source, feature, product, edition, precedence: rank, from, until });
}
