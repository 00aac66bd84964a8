import { exact, grouped } from '#platform/exact.ts';
import type { CalendarDate } from '#platform/instant.ts';
import { unitPrice } from './money.ts';
import type { PriceComponent } from './priceBook.ts';
import type { PriceInForce } from './priceBookAt.ts';
import type { Priced } from './priced.ts';
import { statedPrice } from './priceReason.ts';

/**
 * Returns why a price takes the units into account that are there already, for whoever reads "24 less 15": the steps
 * of the price, and that it is that of all units less that of those held. Empty where a unit costs the same whatever there is.
 */
export function tierWords(found: PriceInForce, day: CalendarDate, { lines }: Priced): string[] {
  const { component, book } = found;
  const { kind, steps } = statedPrice(found, day);
  const takesBack = lines.some((line) => line.kind === 'credit');
  if (steps.length < 2 && !takesBack) return [];
  const each = component.per === 'once' ? '' : ` a ${component.per}`;
  const money = (amount: string) => unitPrice(exact(amount), book.currency);
  const parts = steps.map(({ upTo, unit, flat, size }) => {
    const price = size === null ? money(unit) : `${money(unit)} for ${count(component, size)}`;
    const fee = flat === '0' ? '' : ` and ${money(flat)}`;
    return `${upTo === null ? 'above that' : `up to ${count(component, upTo)}`} ${price}${fee}${each}`;
  });
  const held = 'What is added costs what all units together cost, less what those held already cost.';
  return [
    ...(steps.length < 2 ? [] : [`${kindWords[kind]} ${parts.join(', ')}.`]),
    ...(takesBack ? [held] : []),
  ];
}

const kindWords = {
  flat: '',
  unit: '',
  package: 'By whole packages:',
  volume: 'Every unit has the price of the step that the whole number falls in:',
  graduated: 'Each step has its own price:',
  blocks: 'By whole blocks, each step at its own price:',
} as const;

function count({ unitName }: PriceComponent, quantity: string): string {
  const units = exact(quantity);
  return `${grouped(units)} ${units.equals(1) ? unitName.one : unitName.many}`;
}
