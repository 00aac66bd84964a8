/** An exact number in lowest terms; the denominator is above zero. */
export type Ratio = { readonly n: bigint; readonly d: bigint };

export const nought: Ratio = { n: 0n, d: 1n };

/** Returns `n / d` in lowest terms; `d` is above zero. */
export function ratio(n: bigint, d: bigint): Ratio {
  if (d === 1n) return { n, d };
  const divisor = commonDivisor(n < 0n ? -n : n, d);
  return { n: n / divisor, d: d / divisor };
}

function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b);
}

/** Returns the whole number as a ratio. */
export function whole(n: number): Ratio {
  return { n: BigInt(n), d: 1n };
}

/** Returns the exact number a decimal names (`12`, `2.75`); throws on anything else. */
export function fromDecimal(text: string): Ratio {
  const [integer, fraction = ''] = text.split('.');
  return ratio(BigInt(integer! + fraction), 10n ** BigInt(fraction.length));
}

/** Returns the exact number that a stored form is (`120`, `67500/31`). */
export function fromStored(text: string): Ratio {
  const [n, d] = text.split('/');
  return ratio(BigInt(n!), BigInt(d ?? '1'));
}

export function plus(a: Ratio, b: Ratio): Ratio {
  return ratio(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function minus(a: Ratio, b: Ratio): Ratio {
  return ratio(a.n * b.d - b.n * a.d, a.d * b.d);
}

export function times(a: Ratio, b: Ratio): Ratio {
  return ratio(a.n * b.n, a.d * b.d);
}

/** Returns `a / b`; `b` is above zero. */
export function over(a: Ratio, b: Ratio): Ratio {
  return ratio(a.n * b.d, a.d * b.n);
}

/** Returns less than zero, zero or more than zero as `a` is below, at or above `b`: for sorting. */
export function compare(a: Ratio, b: Ratio): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Returns the least whole number not below `a`; `a` is not negative. */
export function ceiling(a: Ratio): bigint {
  return (a.n + a.d - 1n) / a.d;
}

/** Returns the sum; the empty sum is zero. */
export function total(values: Iterable<Ratio>): Ratio {
  let result = nought;
  for (const value of values) result = plus(result, value);
  return result;
}

/** Returns the stored form: `120`, or `67500/31` in lowest terms. */
export function written(a: Ratio): string {
  return a.d === 1n ? String(a.n) : `${a.n}/${a.d}`;
}
