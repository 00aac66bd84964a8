import {
  type Exact,
  exact,
  fixed,
  grouped,
  lesser,
  plain,
  roundTo,
  stored,
  sum,
  zero,
} from '#platform/exact.ts';
import type { CalendarDate } from '#platform/instant.ts';
import { failure, type Result, success } from '#platform/problem.ts';
import { currencyDigits, mostDecimals, unitPrice } from './money.ts';
import type { PriceComponent, PriceModel, Tier } from './priceBook.ts';
import type { Priced, PricedLine } from './priced.ts';
import { charged, inWords, periods } from './proration.ts';

/** The span that is charged, from `from` up to, not including, `until`; periods count from `anchor`, the agreement's first day. */
export type Span = {
  readonly currency: string;
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly anchor: CalendarDate;
};

/** A line before it is closed: its amount exact, not yet shown. */
type Item = Omit<PricedLine, 'amount' | 'shown'> & { readonly amount: Exact };

/** What is multiplied by the number of periods: so many units at a price, or (no quantity) a fixed amount. */
type Slice = { readonly kind: 'charge' | 'fee'; readonly quantity: Exact | null; readonly price: Exact };

/**
 * Returns the price of `quantity` units over a span. A recurring price counts each period of the agreement that the
 * span meets by the days of it that are in the span; `once` ignores the span. Quantities may be fractional, never
 * negative (a bug). Where nothing is charged there are no lines and the total is zero.
 */
export function priceOf(component: PriceComponent, quantity: Exact, options: Span): Priced {
  if (quantity.compare(zero) < 0) throw new Error(`a negative quantity: ${stored(quantity)}`);
  const { currency, from, until, anchor } = options;
  const span = charged(component.per, from, until, anchor);
  const factor = periods(span);
  if (factor.compare(zero) === 0) return close(currency, []);
  const per = component.per === 'once' ? '' : ` per ${component.per}`;
  const times = inWords(component.per, span);
  const share = [...span.before, ...span.after];
  const items = slices(component.model, quantity).map(({ kind, quantity: units, price }): Item => {
    const rate = `${unitPrice(price, currency)}${per}${times}`;
    return {
      kind,
      label: `${units ? `${unitsInWords(units, component.unitName)} × ` : kind === 'fee' ? 'flat fee ' : ''}${rate}`,
      quantity: units && stored(units),
      unitPrice: plain(price, mostDecimals),
      share,
      amount: (units ?? exact(1)).mul(price).mul(factor),
    };
  });
  return close(currency, items);
}

/**
 * Returns what changing from `older` to `newer` costs: the newer price as charges, the older one as credits (negative
 * amounts), the exact sum rounded once. Both in one currency (else a bug).
 */
export function difference(newer: Priced, older: Priced): Priced {
  if (newer.currency !== older.currency) throw new Error(`${newer.currency} and ${older.currency} differ`);
  const [kept, gone] = withoutPairs(itemsOf(newer), itemsOf(older));
  const credits = gone.map(
    (item): Item => ({
      ...item,
      kind: item.kind === 'credit' ? 'charge' : 'credit',
      label: `less ${item.label}`,
      amount: item.amount.neg(),
    }),
  );
  return close(newer.currency, [...kept, ...credits]);
}

/** Leaves out, one for one, what both sides hold alike: a full tier bought before and after says nothing to the reader. */
function withoutPairs(newer: readonly Item[], older: readonly Item[]): [Item[], Item[]] {
  const same = (a: Item, b: Item) => a.kind === b.kind && a.label === b.label && a.amount.equals(b.amount);
  const gone = [...older];
  const kept = newer.filter((item) => {
    const pair = gone.findIndex((other) => same(item, other));
    if (pair >= 0) gone.splice(pair, 1);
    return pair < 0;
  });
  return [kept, gone];
}

/** Returns several prices as one sum, rounded once. Refuses an empty list (`nothing_to_add`) and mixed currencies (`mixed_currencies`). */
export function combine(prices: readonly Priced[]): Result<Priced> {
  const currencies = [...new Set(prices.map(({ currency }) => currency))];
  const [currency] = currencies;
  if (currency === undefined)
    return failure({
      code: 'nothing_to_add',
      title: 'There is nothing to add up',
      detail: 'A sum needs at least one price to know its currency.',
      todo: 'Give at least one price.',
    });
  if (currencies.length > 1)
    return failure({
      code: 'mixed_currencies',
      title: 'Prices in different currencies cannot be added',
      detail: `The prices are in ${currencies.join(' and ')}.`,
      todo: 'Add up the prices of each currency by itself.',
    });
  return success(close(currency, prices.flatMap(itemsOf)));
}

/** Returns the exact sum of the lines, before rounding. */
export function exactTotal(priced: Priced): Exact {
  return sum(itemsOf(priced).map(({ amount }) => amount));
}

function itemsOf({ lines }: Priced): Item[] {
  return lines
    .filter(({ kind }) => kind !== 'rounding')
    .map(({ shown: _, ...line }) => ({ ...line, amount: exact(line.amount) }));
}

/** Rounds each line and the exact sum once, and adds the line that makes the first add up to the second. */
function close(currency: string, items: readonly Item[]): Priced {
  const places = currencyDigits(currency);
  const line = (item: Item): PricedLine => ({
    ...item,
    amount: stored(item.amount),
    shown: fixed(item.amount, places),
  });
  const total = roundTo(sum(items.map(({ amount }) => amount)), places);
  const rest = total.sub(sum(items.map(({ amount }) => roundTo(amount, places))));
  const rounding: Item = {
    kind: 'rounding',
    label: 'rounding',
    quantity: null,
    unitPrice: null,
    share: [],
    amount: rest,
  };
  const lines = [...items, ...(rest.compare(zero) === 0 ? [] : [rounding])].map(line);
  return { currency, lines, total: fixed(total, places) };
}

function slices(model: PriceModel, quantity: Exact): Slice[] {
  if (model.kind === 'flat') return [{ kind: 'charge', quantity: null, price: exact(model.amount) }];
  if (quantity.compare(zero) === 0) return [];
  if (model.kind === 'unit') return [{ kind: 'charge', quantity, price: exact(model.unit) }];
  const entered = tiersEntered(model.tiers, quantity);
  if (model.kind === 'graduated') return entered.flatMap(({ tier, units }) => slicesOfTier(tier, units));
  return slicesOfTier(entered.at(-1)!.tier, quantity);
}

function slicesOfTier(tier: Tier, quantity: Exact): Slice[] {
  const units: Slice = { kind: 'charge', quantity, price: exact(tier.unit) };
  const fee: Slice = { kind: 'fee', quantity: null, price: exact(tier.flat) };
  return fee.price.compare(zero) === 0 ? [units] : [units, fee];
}

/** A tier reaches up to and including `upTo`; it is entered by anything above the tier before it. */
function tiersEntered(tiers: readonly Tier[], quantity: Exact): { tier: Tier; units: Exact }[] {
  const entered: { tier: Tier; units: Exact }[] = [];
  let below = zero;
  for (const tier of tiers) {
    if (quantity.compare(below) <= 0) break;
    const top = tier.upTo === null ? quantity : lesser(exact(tier.upTo), quantity);
    entered.push({ tier, units: top.sub(below) });
    below = top;
  }
  if (below.compare(quantity) < 0) throw new Error('the last tier has an end');
  return entered;
}

function unitsInWords(quantity: Exact, name: PriceComponent['unitName']): string {
  return `${grouped(quantity)} ${quantity.compare(exact(1)) === 0 ? name.one : name.many}`;
}
