import Fraction from 'fraction.js';

/** An exact rational number. Money, counts and averages stay exact until they are shown; see `roundTo`. */
export type Exact = Fraction;

/** A decimal as people write it: optional sign, digits, optional fraction; no exponent, no grouping. */
const DECIMAL = /^-?\d{1,30}(\.\d{1,30})?$/;
/** How an exact number is stored: a decimal, or `numerator/denominator` in lowest terms. */
const STORED = /^-?\d{1,400}(\/\d{1,400})?$/;

export const zero: Exact = new Fraction(0);

/** Returns the number written in `text` (`12`, `-0.25`), or `undefined` when it is not a plain decimal. */
export function parseDecimal(text: string): Exact | undefined {
  return DECIMAL.test(text) ? new Fraction(text) : undefined;
}

/** Returns the exact number in a decimal or in stored form (`67500/31`). Throws on anything else: use it on our own data. */
export function exact(value: string | number | bigint): Exact {
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new Error(`not a whole number: ${value}`);
  const text = String(value);
  if (!STORED.test(text) && !DECIMAL.test(text)) throw new Error(`not an exact number: ${text}`);
  return new Fraction(text);
}

/** Returns the stored form: a whole number as `120`, anything else as `numerator/denominator` in lowest terms. */
export function stored(value: Exact): string {
  return value.toFraction();
}

/** Returns the sum; the empty sum is zero. */
export function sum(values: Iterable<Exact>): Exact {
  let total = zero;
  for (const value of values) total = total.add(value);
  return total;
}

/** Returns the greater of two numbers. */
export function greater(a: Exact, b: Exact): Exact {
  return a.compare(b) >= 0 ? a : b;
}

/** Returns the lesser of two numbers. */
export function lesser(a: Exact, b: Exact): Exact {
  return a.compare(b) <= 0 ? a : b;
}

/**
 * The one rounding rule: to `places` decimals, half away from zero (commercial rounding, DIN 1333).
 * 5.335 becomes 5.34 and -5.335 becomes -5.34.
 */
export function roundTo(value: Exact, places: number): Exact {
  const scale = 10n ** BigInt(places);
  const doubled = value.n * scale * 2n + value.d;
  return new Fraction(value.s * (doubled / (value.d * 2n)), scale);
}

/** Returns `value` rounded by `roundTo`, written with exactly `places` decimals: `9715.07`. */
export function fixed(value: Exact, places: number): string {
  const rounded = roundTo(value, places);
  const digits = ((rounded.n * 10n ** BigInt(places)) / rounded.d).toString().padStart(places + 1, '0');
  const sign = rounded.s < 0n && rounded.n !== 0n ? '-' : '';
  return places === 0 ? sign + digits : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/**
 * Returns `value` for people: all its digits when the decimal ends within `places`, else rounded by `roundTo`;
 * no trailing zeros (`12`, `0.25`, `2177.4193548387`).
 */
export function plain(value: Exact, places = 10): string {
  const text = fixed(value, places);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** Returns `plain` with the thousands set apart by commas: `52,900.5`. */
export function grouped(value: Exact, places = 10): string {
  const [whole, ...rest] = plain(value, places).split('.');
  return [whole!.replace(/\B(?=(\d{3})+$)/g, ','), ...rest].join('.');
}
