import type { SignedAgreement } from '#business/agreements/agreement.ts';
import type { Pause } from '#business/agreements/terms.ts';
import type { Priced, PricedLine } from '#business/catalog/priced.ts';
import type { ReadingSummary } from '#business/findings/lifecycle.ts';
import { spanToPay } from '#business/remediation/spanToPay.ts';
import { exact, stored, sum, zero } from '#platform/exact.ts';
import { dateIn, type Instant } from '#platform/instant.ts';
import type { Fact } from './factSheet.ts';
import { date, money, number, price, quote, text } from './makeFact.ts';

/** What the block of prices is drawn from. */
export type PriceMatter = {
  readonly agreement: SignedAgreement;
  readonly key: string;
  readonly reading: ReadingSummary;
  readonly trueUp: Priced | null;
  /** The forbearance that pauses fees on the day of writing. */
  readonly feesPaused: Pause | null;
};

/**
 * Returns the prices as facts: each line with the numbers of its arithmetic, the total, and the first and the last day
 * paid for. While fees are paused: until when, and no price.
 */
export function priceFacts({ agreement, key, reading, trueUp, feesPaused }: PriceMatter): Fact[] {
  const { zone } = agreement;
  if (feesPaused) {
    const last = dateIn((feesPaused.until - 1) as Instant, zone);
    return [date('feesPausedThrough', last, `forbearance ${feesPaused.of}: its last day`)];
  }
  if (!trueUp) return [];
  const span = spanToPay(agreement, reading);
  const first = dateIn(span.from, zone);
  const last = dateIn((span.until - 1) as Instant, zone);
  return [
    date('priceFrom', first, `finding ${key}: start of the peak's window, within the term`),
    date('priceThrough', last, `agreement ${agreement.id}: last day of the term`),
    ...trueUp.lines.flatMap((line, i) =>
      lineFacts(line, i, trueUp.currency, `finding ${key}: true-up line ${i + 1}`),
    ),
    money('priceTotal', trueUp.total, trueUp.currency, `finding ${key}: true-up total`),
  ];
}

function lineFacts(line: PricedLine, i: number, currency: string, trace: string): Fact[] {
  const whole = wholePeriods(line);
  return [
    text(`priceLabel${i}`, line.label, trace),
    money(`priceAmount${i}`, line.shown, currency, trace),
    ...(line.kind === 'fee' ? [text(`priceFee${i}`, line.label, `${trace}, a fixed fee`)] : []),
    ...(line.quantity === null ? [] : [number(`priceQuantity${i}`, line.quantity, `${trace}, its quantity`)]),
    ...(line.unitPrice === null
      ? []
      : [price(`priceUnit${i}`, line.unitPrice, currency, `${trace}, its price in the list`)]),
    ...(whole === null ? [] : [number(`priceWhole${i}`, whole, `${trace}, its whole periods`)]),
    ...line.share.flatMap(({ part, of, by }, j) => [
      number(`priceDays${i}of${j}`, String(part), `${trace}, ${by}s charged of a period`),
      number(`pricePeriod${i}of${j}`, String(of), `${trace}, ${by}s of that period`),
    ]),
    ...(line.also ?? []).map(({ kind, value }, j) =>
      alsoFact(kind, `priceAlso${i}of${j}`, value, { currency, trace }),
    ),
  ];
}

function alsoFact(
  kind: NonNullable<PricedLine['also']>[number]['kind'],
  id: string,
  value: string,
  { currency, trace }: { readonly currency: string; readonly trace: string },
): Fact {
  switch (kind) {
    case 'number':
      return number(id, value, `${trace}, a number of it`);
    case 'money':
      return price(id, value, currency, `${trace}, an amount of it`);
    case 'name':
      return quote(id, value, `${trace}, its name in the list`);
  }
}

/** The amount is quantity × price × periods: what is left of the periods after the parts of them are the whole ones. */
function wholePeriods({ amount, quantity, unitPrice, share }: PricedLine): string | null {
  if (unitPrice === null) return null;
  const one = exact(unitPrice).mul(exact(quantity ?? '1'));
  if (one.equals(zero)) return null;
  const parts = sum(share.map(({ part, of }) => exact(part).div(exact(of))));
  const whole = exact(amount).abs().div(one.abs()).sub(parts);
  return whole.gt(zero) ? stored(whole) : null;
}
