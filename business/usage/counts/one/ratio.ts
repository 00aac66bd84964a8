import { exact, stored } from '#platform/exact.ts';

/** A quotient of whole numbers, not reduced; the denominator is above zero. */
export type Ratio = { readonly n: bigint; readonly d: bigint };

export const nothing: Ratio = { n: 0n, d: 1n };

/** Returns the quotient that a number in stored form is. */
export function readRatio(text: string): Ratio {
  const [n, d = '1'] = text.split('/');
  return { n: BigInt(n!), d: BigInt(d) };
}

/** Below zero where `a` is less than `b`, above where it is more. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const [one, other] = a.d === b.d ? [a.n, b.n] : [a.n * b.d, b.n * a.d];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Returns a function that divides by the measure's unit size, a decimal, and writes the result in stored form. */
export function writingIn(unitSize: string): (value: Ratio) => string {
  const size = exact(unitSize);
  return ({ n, d }) => {
    const [top, bottom] = [n * size.d, d * size.n];
    if (top % bottom === 0n) return String(top / bottom);
    return stored(exact(top).div(exact(bottom)));
  };
}
