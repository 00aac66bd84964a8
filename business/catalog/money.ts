import { type Exact, fixed, plain } from '#platform/exact.ts';

/** More decimals than this no price has; a catalog file that has more is refused. */
export const mostDecimals = 12;

const smallest = new Map<string, number>();

/** Returns how many decimals the currency's smallest unit has: EUR 2, JPY 0, BHD 3 (Unicode CLDR, by way of Intl). */
export function currencyDigits(currency: string): number {
  const known = smallest.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency });
  const found = format.resolvedOptions().maximumFractionDigits ?? 0;
  smallest.set(currency, found);
  return found;
}

/** Returns an amount for people, rounded once to the currency's smallest unit: `€9,715.07`, `-¥5`. */
export function money(amount: Exact, currency: string): string {
  return written(fixed(amount, currencyDigits(currency)), currency);
}

/** Returns a price for people with all the decimals it has, and no fewer than the currency's: `€100.00`, `$0.0006`. */
export function unitPrice(price: Exact, currency: string): string {
  const decimals = plain(price, mostDecimals).split('.')[1]?.length ?? 0;
  return written(fixed(price, Math.max(decimals, currencyDigits(currency))), currency);
}

function written(decimal: string, currency: string): string {
  return formatOf(currency, decimal.split('.')[1]?.length ?? 0).format(digits(decimal));
}

const formats = new Map<string, Intl.NumberFormat>();

/** Making a format costs far more than using it; there are as many as currencies times decimals. */
function formatOf(currency: string, places: number): Intl.NumberFormat {
  const key = `${currency} ${places}`;
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
  formats.set(key, format);
  return format;
}

/** Intl formats a decimal string digit by digit; only its type wants a narrower word for it. */
function digits(decimal: string): Intl.StringNumericLiteral {
  return decimal as Intl.StringNumericLiteral;
}
