import { type Exact, exact, plain, zero } from '#platform/exact.ts';

/** Returns the sum of what is at stake per currency, in order of currency; amounts exact, as decimals. Nothing at stake, no row. */
export function sumsByCurrency(
  rows: readonly { readonly atStake: string | null; readonly currency: string }[],
): readonly { readonly currency: string; readonly amount: string }[] {
  const sums = new Map<string, Exact>();
  for (const { atStake, currency } of rows)
    if (atStake !== null) sums.set(currency, (sums.get(currency) ?? zero).add(exact(atStake)));
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, amount]) => ({ currency, amount: plain(amount) }));
}
