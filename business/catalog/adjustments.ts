import { type Exact, exact, grouped, lesser, stored, zero } from '#platform/exact.ts';
import type { Item } from './lines.ts';
import { unitPrice } from './money.ts';
import type { Discount, PriceComponent } from './priceBook.ts';
import { type Charged, charged, inWords, periods } from './proration.ts';
import { cutAt, type Span } from './span.ts';

/** Something taken off or added to each period of a part of the span; `rate` is what the period cost before it. */
type Step = { readonly span: Span; readonly rate: Exact; readonly by: Exact };

/**
 * Returns the lines of discounts and of a minimum charge, for a component whose units cost `rate` for one period. Each
 * discount applies, in the order of the component, for the time it is in force, to what those before it left; what is
 * paid once is paid on the first day of the span. The minimum is looked at last.
 */
export function adjustments(component: PriceComponent, rate: Exact, span: Span): Item[] {
  const { discounts = [], minimum, per } = component;
  const edges = discounts.flatMap(({ from, until }) => [from, until]).filter((day) => day !== null);
  const sections = per === 'once' ? [span] : cutAt(span, edges);
  let left = sections.map((section): Step => ({ span: section, rate, by: zero }));
  const items = discounts.flatMap((discount) => {
    const steps = left.map(({ span: section, rate: before }) => ({
      span: section,
      rate: before,
      by: inForce(discount, section) ? takenOff(discount, before) : zero,
    }));
    left = steps.map((step) => ({ ...step, rate: step.rate.sub(step.by) }));
    return joined(steps).map((step) => discountItem(component, discount, step));
  });
  if (minimum === undefined) return items;
  const least = exact(minimum);
  const missing = left.map((step) => ({ ...step, by: greaterThanZero(least.sub(step.rate)) }));
  return [...items, ...joined(missing).map((step) => minimumItem(component, least, step))];
}

function inForce({ from, until }: Discount, span: Span): boolean {
  return (from === null || from <= span.from) && (until === null || span.from < until);
}

function takenOff({ kind, value }: Discount, rate: Exact): Exact {
  return kind === 'percent' ? rate.mul(exact(value)).div(100) : lesser(exact(value), rate);
}

/** Parts that follow one another and change a period by the same amount are one line; what changes nothing is none. */
function joined(steps: readonly Step[]): Step[] {
  const all: Step[] = [];
  for (const step of steps) {
    const last = all.at(-1);
    if (last?.by.equals(step.by)) all[all.length - 1] = { ...last, span: rejoined(last.span, step.span) };
    else all.push(step);
  }
  return all.filter(({ by }) => by.compare(zero) !== 0);
}

function rejoined(first: Span, second: Span): Span {
  const exactly = second.exactly && first.exactly && { ...second.exactly, from: first.exactly.from };
  return { ...second, from: first.from, ...(exactly && { exactly }) };
}

function discountItem(component: PriceComponent, discount: Discount, { span, rate, by }: Step): Item {
  const time = timeOf(component, span);
  const percent = discount.kind === 'percent' ? `${grouped(exact(discount.value))}% of ` : '';
  const base = unitPrice(percent === '' ? by : rate, span.currency);
  return {
    kind: 'discount',
    label: `less ${percent}${base}${time.words} (${discount.name})`,
    quantity: null,
    unitPrice: null,
    share: time.share,
    also: [
      { kind: 'name', value: discount.name },
      { kind: 'money', value: stored(percent === '' ? by : rate) },
      ...(percent === '' ? [] : [{ kind: 'number' as const, value: discount.value }]),
      { kind: 'number', value: String(time.whole) },
    ],
    amount: by.mul(time.periods).neg(),
  };
}

function minimumItem(component: PriceComponent, least: Exact, { span, by }: Step): Item {
  const time = timeOf(component, span);
  const { currency } = span;
  return {
    kind: 'minimum',
    label: `${unitPrice(by, currency)}${time.words}, up to the minimum of ${unitPrice(least, currency)}`,
    quantity: null,
    unitPrice: null,
    share: time.share,
    also: [
      { kind: 'money', value: stored(by) },
      { kind: 'money', value: stored(least) },
      { kind: 'number', value: String(time.whole) },
    ],
    amount: by.mul(time.periods),
  };
}

/** How long a price is paid for: as a factor, and in words behind it. */
export function timeOf({ per, proration }: Pick<PriceComponent, 'per' | 'proration'>, span: Span) {
  const time: Charged = charged(per, span, proration);
  const each = per === 'once' ? '' : ` per ${per}`;
  return {
    periods: periods(time),
    whole: time.whole,
    share: [...time.before, ...time.after],
    words: `${each}${inWords(per, time)}`,
  };
}

function greaterThanZero(value: Exact): Exact {
  return value.compare(zero) > 0 ? value : zero;
}
