import { exact } from '#platform/exact.ts';
import { failure, type Result, success } from '#platform/problem.ts';

/** Stripe's own list (docs.stripe.com/currencies): amounts without decimals, with three, and otherwise with two. */
const without = new Set([
  'BIF',
  'CLP',
  'DJF',
  'GNF',
  'JPY',
  'KMF',
  'KRW',
  'MGA',
  'PYG',
  'RWF',
  'VND',
  'VUV',
  'XAF',
  'XOF',
  'XPF',
]);
const three = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);
/** Its list and its special cases do not agree on this one: nothing is sent rather than a hundred times too much. */
const unclear = new Set(['UGX']);

/**
 * Returns an amount (a decimal) in the smallest unit Stripe counts a currency in. Refuses `amount_not_billable`: what is
 * no whole number of them, three decimals that do not end in 0, parts of a króna, and UGX.
 */
export function stripeAmount(amount: string, currency: string): Result<bigint> {
  const places = without.has(currency) ? 0 : three.has(currency) ? 3 : 2;
  const step = three.has(currency) ? 10n : currency === 'ISK' ? 100n : 1n;
  const minor = exact(amount).mul(10 ** places);
  const whole = minor.s * minor.n;
  if (minor.d !== 1n || whole % step !== 0n || unclear.has(currency))
    return failure({
      code: 'amount_not_billable',
      title: 'Stripe cannot bill this amount',
      detail: `${amount} ${currency} is no amount that Stripe takes in this currency.`,
      todo: 'Bill this quote by its CSV file.',
    });
  return success(whole);
}
