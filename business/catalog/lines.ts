import { type Exact, exact, fixed, roundTo, stored, sum, zero } from '#platform/exact.ts';
import { failure, type Result, success } from '#platform/problem.ts';
import { currencyDigits } from './money.ts';
import type { Priced, PricedLine } from './priced.ts';

/** A line before it is closed: its amount exact, not yet shown. */
export type Item = Omit<PricedLine, 'amount' | 'shown'> & { readonly amount: Exact };

/** Returns the lines of a price without its rounding line, their amounts exact. */
export function itemsOf({ lines }: Priced): Item[] {
  return lines
    .filter(({ kind }) => kind !== 'rounding')
    .map(({ shown: _, ...line }) => ({ ...line, amount: exact(line.amount) }));
}

/** Returns the lines with each and the exact sum rounded once, and the line that makes the first add up to the second. */
export function close(currency: string, items: readonly Item[]): Priced {
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

/**
 * Returns what changing from `older` to `newer` costs: the newer price as charges, the older one as credits (negative
 * amounts), the exact sum rounded once. Both in one currency (else a bug).
 */
export function difference(newer: Priced, older: Priced): Priced {
  if (newer.currency !== older.currency) throw new Error(`${newer.currency} and ${older.currency} differ`);
  const [kept, gone] = withoutPairs(itemsOf(newer), itemsOf(older));
  return close(newer.currency, [...kept, ...gone.map(turned)]);
}

/** Returns a price as a credit: each line taken back, and nothing else. */
export function takenBack(priced: Priced): Priced {
  return close(priced.currency, itemsOf(priced).map(turned));
}

function turned(item: Item): Item {
  const lessened = item.label.startsWith('less ');
  return {
    ...item,
    kind: item.amount.compare(zero) < 0 ? 'charge' : 'credit',
    label: lessened ? `taken back: ${item.label.slice('less '.length)}` : `less ${item.label}`,
    amount: item.amount.neg(),
  };
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
