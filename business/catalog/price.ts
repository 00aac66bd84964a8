import { type Exact, exact, plain, stored, sum, zero } from '#platform/exact.ts';
import { adjustments, timeOf } from './adjustments.ts';
import { close, difference, type Item, takenBack } from './lines.ts';
import { mostDecimals } from './money.ts';
import type { PriceComponent } from './priceBook.ts';
import type { Priced } from './priced.ts';
import { sliceInWords, slicesOf } from './slices.ts';
import type { Span } from './span.ts';

export { combine, difference, exactTotal } from './lines.ts';
export type { Span } from './span.ts';

/** The most units reached so far, for a price whose tier stays once it is reached; without it the quantity itself. */
export type Reached = { readonly reached?: Exact };

/**
 * Returns the price of `quantity` units over a span: what they cost at list, less each discount in force, up to the
 * minimum charge. A recurring price counts each period of the agreement that the span meets by the part of it that is in
 * the span; `once` ignores the span. Quantities may be fractional, never negative (a bug). Where nothing is charged
 * there are no lines and the total is zero.
 */
export function priceOf(component: PriceComponent, quantity: Exact, options: Span & Reached): Priced {
  if (quantity.compare(zero) < 0) throw new Error(`a negative quantity: ${stored(quantity)}`);
  const { reached = quantity, ...span } = options;
  const { currency } = span;
  const time = timeOf(component, span);
  if (time.periods.compare(zero) === 0) return close(currency, []);
  const slices = slicesOf(component.model, quantity, component.unitName, reached);
  const items = slices.map((slice): Item => {
    const { kind, quantity: units, price, also } = slice;
    return {
      kind,
      label: sliceInWords(slice, currency, time.words),
      quantity: units && stored(units),
      unitPrice: plain(price, mostDecimals),
      share: time.share,
      ...(also && { also }),
      amount: (units ?? exact(1)).mul(price).mul(time.periods),
    };
  });
  const rate = sum(slices.map(({ quantity: units, price }) => (units ?? exact(1)).mul(price)));
  return close(currency, [...items, ...adjustments(component, rate, span)]);
}

/**
 * Returns what `added` units cost on top of `held` ones over a span. Where a unit costs the same whatever there is
 * already, that is their price, and so is one amount whatever the quantity; else what all together cost, less what the
 * held ones cost. Nothing added costs nothing.
 */
export function priceOfAdded(component: PriceComponent, held: Exact, added: Exact, span: Span): Priced {
  if (added.compare(zero) === 0) return close(span.currency, []);
  const isFlat = component.model.kind === 'flat';
  if (held.compare(zero) === 0 || isFlat || eachAlike(component)) return priceOf(component, added, span);
  return difference(priceOf(component, held.add(added), span), priceOf(component, held, span));
}

/**
 * Returns what is credited for `back` units of `held` ones over the rest of a span: exactly the charge for them over the
 * same span, taken back. A tier that stays once it is reached stays that of the held units; one amount whatever the
 * quantity is credited only where all is given back. More back than held is a bug.
 */
export function creditFor(component: PriceComponent, held: Exact, back: Exact, span: Span): Priced {
  if (back.compare(held) > 0) throw new Error(`${stored(back)} of ${stored(held)} cannot be given back`);
  if (back.compare(zero) === 0) return close(span.currency, []);
  if (back.equals(held) || eachAlike(component)) return takenBack(priceOf(component, back, span));
  return difference(
    priceOf(component, held.sub(back), { ...span, reached: held }),
    priceOf(component, held, span),
  );
}

/** Whether a unit costs the same whatever there is already. */
function eachAlike({ model, minimum, discounts = [] }: PriceComponent): boolean {
  const isShare = discounts.every(({ kind }) => kind === 'percent');
  return model.kind === 'unit' && minimum === undefined && isShare;
}
