import type { CalendarDate } from '#platform/instant.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { canonical } from '#platform/journal/json.ts';
import { type Entry, keyOf } from './catalog.ts';
import type { Catalog, PriceComponent, PriceModel } from './priceBook.ts';
import { latestOn, pricesOf } from './priceBookAt.ts';

/** A stretch of days in which something costs otherwise than before; `null`: no price. `until: null`: for good. */
export type PriceDifference = {
  readonly price: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
  readonly before: string | null;
  readonly after: string | null;
};

/** Returns from when to when which price differs between two catalogs, by the price's name and day. Discounts are named. */
export function priceDifferences(before: Catalog, after: Catalog): PriceDifference[] {
  const [was, is] = [pricesOf(before), pricesOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((price) => {
    const all = [...(was.get(price) ?? []), ...(is.get(price) ?? [])];
    const days = all.flatMap(({ book, component }) => [
      book.from,
      ...(book.until ? [book.until] : []),
      ...(component.discounts ?? []).flatMap(({ from, until }) =>
        [from, until].filter((day) => day !== null),
      ),
    ]);
    const words = (in_: typeof was, day: CalendarDate) => {
      const [found] = latestOn(in_.get(price) ?? [], day);
      return found ? priceWords(found.component, found.book.currency, day) : null;
    };
    return stretches([...new Set(days)].sort(), (day) => ({
      price,
      before: words(was, day),
      after: words(is, day),
    }));
  });
}

type At = Omit<PriceDifference, 'from' | 'until'>;

function stretches(days: readonly CalendarDate[], at: (day: CalendarDate) => At): PriceDifference[] {
  const found: PriceDifference[] = [];
  for (const [i, from] of days.entries()) {
    const until = days[i + 1] ?? null;
    const values = at(from);
    if (values.before === values.after) continue;
    const last = found.at(-1);
    const goesOn = last?.until === from && last.before === values.before && last.after === values.after;
    if (goesOn) found[found.length - 1] = { ...last, until };
    else found.push({ ...values, from, until });
  }
  return found;
}

function priceWords(component: PriceComponent, currency: string, day: CalendarDate): string {
  const { model, per, discounts = [], minimum } = component;
  const off = discounts
    .filter(({ from, until }) => (from === null || from <= day) && (until === null || day < until))
    .map(({ name, kind, value }) => `, less ${value}${kind === 'percent' ? ' %' : ''} (${name})`);
  const least = minimum === undefined ? '' : `, at least ${minimum}`;
  const period = per === 'once' ? 'once' : `a ${per}`;
  return `${currency} ${modelWords(model, component.unitName.one)} ${period}${off.join('')}${least}`;
}

function modelWords(model: PriceModel, unit: string): string {
  const upTo = (tier: { readonly upTo: string | null }) =>
    tier.upTo === null ? 'beyond' : `to ${tier.upTo}`;
  switch (model.kind) {
    case 'flat':
      return model.amount;
    case 'unit':
      return `${model.unit} for a ${unit}`;
    case 'package':
      return `${model.price} for ${model.size}`;
    case 'blocks':
      return model.tiers.map((tier) => `${upTo(tier)}: ${tier.price} for ${tier.size}`).join(', ');
    case 'volume':
    case 'graduated':
      return `${model.kind} ${model.tiers
        .map((tier) => `${upTo(tier)}: ${tier.unit}${tier.flat === '0' ? '' : ` and ${tier.flat}`}`)
        .join(', ')}`;
  }
}

/** What becomes of one entry of a catalog's lists. */
export type EntryChange = {
  readonly list: 'products' | 'priceBooks' | 'features' | 'exchangeRates';
  readonly name: string;
  readonly what: 'new' | 'changed' | 'gone';
};

/** Returns which entries are new, changed or gone between two catalogs. */
export function entryChanges(before: Catalog, after: Catalog): EntryChange[] {
  const lists = ['products', 'priceBooks', 'features', 'exchangeRates'] as const;
  return lists.flatMap((list) => {
    const was = new Map((before[list] ?? []).map((one): [string, Entry] => [keyOf(one), one]));
    const is = new Map((after[list] ?? []).map((one): [string, Entry] => [keyOf(one), one]));
    const name = (entry: Entry) =>
      'feature' in entry ? `${entry.feature} of ${entry.product}` : keyOf(entry);
    return [
      ...[...is].flatMap(([key, entry]): EntryChange[] => {
        const known = was.get(key);
        if (!known) return [{ list, name: name(entry), what: 'new' }];
        const same = canonical(known as unknown as Json) === canonical(entry as unknown as Json);
        return same ? [] : [{ list, name: name(entry), what: 'changed' }];
      }),
      ...[...was].flatMap(([key, entry]): EntryChange[] =>
        is.has(key) ? [] : [{ list, name: name(entry), what: 'gone' }],
      ),
    ];
  });
}
