import type { SignedAgreement } from '#business/agreements/agreement.ts';
import { currencyDigits } from '#business/catalog/money.ts';
import { combine, difference, priceOf } from '#business/catalog/price.ts';
import { componentAt } from '#business/catalog/priceBookAt.ts';
import type { Priced } from '#business/catalog/priced.ts';
import { type Exact, exact, stored } from '#platform/exact.ts';
import { momentIn } from '#platform/fields.ts';
import { addDays, type CalendarDate, dateIn } from '#platform/instant.ts';
import { type Example, orThrow } from './example.ts';
import type { Figures } from './figures.ts';
import type { Quantity, Question } from './form.ts';
import { examined, limitAt, windowAt } from './reading.ts';

type Asked<Ask extends Question['ask']> = Extract<Question, { ask: Ask }>;
type Dates = { readonly from: CalendarDate; readonly until: CalendarDate };
type Ordered = Dates & { readonly quantity: Exact };

/**
 * Returns the price of a quantity over a span: `total` and, in the currency's smallest unit, `totalMinor`; `lines`, each
 * shown amount, the rounding line too; `unitPrice` where one charge is all; and, where a part of one period is
 * charged, that part: `days` (by the second: `seconds`) of `of`, `period` as its first and last day, `nextPeriod` the first day behind it.
 */
export function priceFigures(example: Example, question: Asked<'price'>): Figures {
  const ordered = quantityOf(example, question.quantity, question);
  const prices = question.components.map((component) => priceFor(example, component, ordered));
  const priced = orThrow('price', combine(prices));
  const { lines, total, currency } = priced;
  const [charge, other] = lines.filter(({ kind }) => kind === 'charge');
  const [part] = lines.flatMap(({ share }) => share);
  return {
    total,
    totalMinor: stored(exact(total).mul(10 ** currencyDigits(currency))),
    lines: lines.map(({ shown }) => shown),
    ...(charge && !other ? { unitPrice: charge.unitPrice ?? charge.shown } : {}),
    ...(part
      ? {
          [`${part.by}s`]: String(part.part),
          of: String(part.of),
          ...(part.by === 'day'
            ? {
                period: [part.from, addDays(part.until as CalendarDate, -1)],
                nextPeriod: part.until,
              }
            : {}),
        }
      : {}),
  };
}

/**
 * Returns what changing from one quantity to another costs over a span: `newer` and `older`, each rounded by itself,
 * `total`, and `rounding`, which is what makes the shown parts add up to it.
 */
export function differenceFigures(example: Example, question: Asked<'difference'>): Figures {
  const [newer, older] = [question.newer, question.older].map((quantity) =>
    priceFor(example, question.component, quantityOf(example, quantity, question)),
  ) as [Priced, Priced];
  const { total, lines } = difference(newer, older);
  const rounding = lines.find(({ kind }) => kind === 'rounding')?.shown ?? '0';
  return { newer: newer.total, older: older.total, total, rounding };
}

function priceFor(example: Example, component: string, { quantity, from, until }: Ordered): Priced {
  const { signed, catalog } = example;
  const { currency } = signed;
  const price = orThrow('price', componentAt(catalog, component, currency, from));
  const anchor = dateIn(signed.from, signed.zone);
  return priceOf(price.component, quantity, { currency, from, until, anchor });
}

/** Returns a quantity and the time it is priced for: an order line only while it holds. */
export function quantityOf(example: Example, quantity: Quantity, { from, until }: Dates): Ordered {
  const { signed } = example;
  if ('orderLine' in quantity) return orderLine(example, quantity.orderLine, { from, until });
  const counted =
    'limit' in quantity
      ? limitAt(example, quantity.limit, momentIn(quantity.at, signed.zone))
      : windowAt(examined(example, quantity.reading), quantity, signed).value;
  return { quantity: exact(counted), from, until };
}

/** Returns the line's quantity and the part of the span in which it holds. */
function orderLine({ agreement, signed }: Example, id: string, { from, until }: Dates): Ordered {
  const added = agreement.amendments
    .flatMap(({ changes }) => changes)
    .flatMap((change) => (change.kind === 'addOrderLine' ? [change.orderLine] : []));
  const line = [...signed.orderLines, ...added].find((one) => one.id === id);
  if (!line) throw new Error(`there is no order line ${id}`);
  const [first, end] = datesOf(line, signed);
  return {
    quantity: exact(line.quantity),
    from: first > from ? first : from,
    until: end < until ? end : until,
  };
}

function datesOf(line: Pick<SignedAgreement, 'from' | 'until'>, { zone }: SignedAgreement) {
  return [dateIn(line.from, zone), dateIn(line.until, zone)] as const;
}
