import type { UsageRecord } from '#business/usage/record.ts';

/**
 * A whole number of the request's smallest unit of quantity (10 to the power of minus `places`): a number where every
 * sum of the request's quantities fits in 53 bits, else a bigint. One request never has both.
 */
export type Amount = number | bigint;

/** Quantities as whole amounts. */
export type Amounts = {
  /** Decimals of the smallest unit: an amount is its quantity times 10 to the power of `places`. */
  readonly places: number;
  /** Zero in the width of these amounts. */
  readonly zero: Amount;
  /** Returns the amount of a quantity that was among those given. */
  readonly of: (quantity: string) => Amount;
};

const SURELY_SAFE = 2 ** 52;

/** Returns the sum of two amounts of one request. Both widths share the operator; only the compiler wants to be told. */
export function add(a: Amount, b: Amount): Amount {
  return (a as number) + (b as number);
}

/** Returns the difference of two amounts of one request. */
export function subtract(a: Amount, b: Amount): Amount {
  return (a as number) - (b as number);
}

/** Returns the lesser of two amounts. */
export function lesser(a: Amount, b: Amount): Amount {
  return b < a ? b : a;
}

/** Returns the greater of two amounts. */
export function greater(a: Amount, b: Amount): Amount {
  return b > a ? b : a;
}

/** Returns a column of `length` amounts of the width of `zero`. */
export function column(length: number, zero: Amount): Amount[] | Float64Array {
  return typeof zero === 'number' ? new Float64Array(length) : new Array<Amount>(length).fill(zero);
}

/** Returns the one scale in which the quantities of all these records, and every sum of them, are whole numbers. */
export function amountsOf(lists: readonly (readonly UsageRecord[])[]): Amounts {
  const times = new Map<string, number>();
  for (const records of lists)
    for (const { quantity } of records) times.set(quantity, (times.get(quantity) ?? 0) + 1);
  let places = 0;
  for (const quantity of times.keys()) places = Math.max(places, decimals(quantity));
  let total = 0;
  for (const [quantity, count] of times) total += Number(digits(quantity, places)) * count;
  const width = total < SURELY_SAFE ? Number : BigInt;
  const amounts = new Map<string, Amount>();
  for (const quantity of times.keys()) amounts.set(quantity, width(digits(quantity, places)));
  return { places, zero: width(0), of: (quantity) => amounts.get(quantity)! };
}

/** Returns how many decimals a decimal is written with. */
export function decimals(quantity: string): number {
  const point = quantity.indexOf('.');
  return point < 0 ? 0 : quantity.length - point - 1;
}

/** Returns the digits of a decimal as a whole number of units of 10 to the power of minus `places`. */
export function digits(quantity: string, places: number): string {
  const [whole = '0', fraction = ''] = quantity.split('.');
  return whole + fraction.padEnd(places, '0');
}

/** Returns a whole number of units of 10 to the power of minus `places` as a decimal. */
export function decimalOf(value: Amount, places: number): string {
  const text = String(value).padStart(places + 1, '0');
  const fraction = text.slice(text.length - places).replace(/0+$/, '');
  const whole = text.slice(0, text.length - places);
  return fraction === '' ? whole : `${whole}.${fraction}`;
}
