import { type Used, underCommitment } from '#business/catalog/commitment.ts';
import { creditFor, difference, priceOf } from '#business/catalog/price.ts';
import { commitmentAt, componentAt } from '#business/catalog/priceBookAt.ts';
import { spanOf } from '#business/catalog/span.ts';
import { exact, plain, roundTo, stored, sum } from '#platform/exact.ts';
import { momentIn } from '#platform/fields.ts';
import { type CalendarDate, dateIn, startOfDate } from '#platform/instant.ts';
import { type Example, orThrow } from './example.ts';
import type { Figures } from './figures.ts';
import type { Question } from './form.ts';
import { quantityOf } from './priceFigures.ts';

type Asked<Ask extends Question['ask']> = Extract<Question, { ask: Ask }>;

/**
 * Returns what changing from one price to another in the middle of a period costs: `credit` for what is not used of the
 * older (negative), `charge` for what is left of the newer, `total` of both, and `seconds` of `of` where they are counted.
 */
export function changeFigures(example: Example, question: Asked<'change'>): Figures {
  const { signed, catalog } = example;
  const { currency, zone } = signed;
  const [from, until] = [momentIn(question.from, zone), momentIn(question.until, zone)];
  const span = spanOf({ from, until }, { currency, zone, anchor: signed.from });
  const { quantity } = quantityOf(example, question.quantity, span);
  const [newer, older] = [question.newer, question.older].map((component) =>
    priceOf(orThrow('price', componentAt(catalog, component, currency, span.from)).component, quantity, span),
  );
  const [part] = newer!.lines.flatMap(({ share }) => share);
  return {
    charge: newer!.total,
    credit: stored(exact(older!.total).neg()),
    total: difference(newer!, older!).total,
    ...(part && { [`${part.by}s`]: String(part.part), of: String(part.of) }),
  };
}

/** Returns what is credited for units given back: `credit` as a positive amount, and `days` of `of`. */
export function creditFigures(example: Example, question: Asked<'credit'>): Figures {
  const { signed, catalog } = example;
  const { from } = question;
  const span = dated(example, question);
  const { component } = orThrow('price', componentAt(catalog, question.component, signed.currency, from));
  const [held, kept] = [question.held, question.kept].map(
    (quantity) => quantityOf(example, quantity, question).quantity,
  );
  const credit = creditFor(component, held!, held!.sub(kept!), span);
  const [part] = credit.lines.flatMap(({ share }) => share);
  return {
    credit: stored(exact(credit.total).neg()),
    ...(part && { [`${part.by}s`]: String(part.part), of: String(part.of) }),
  };
}

/** Returns what use costs under a commitment: `total`, `COMPONENT.within`, `COMPONENT.beyond`, and `owed` of the rest. */
export function commitmentFigures(example: Example, question: Asked<'commitment'>): Figures {
  const { signed, catalog } = example;
  const { currency } = signed;
  const span = dated(example, question);
  const { commitment } = orThrow(
    'commitment',
    commitmentAt(catalog, question.commitment, currency, question.from),
  );
  const used = question.uses.map(({ component, quantity }): Used => {
    const price = orThrow('price', componentAt(catalog, component, currency, question.from));
    return { component: price.component, quantity: quantityOf(example, quantity, question).quantity };
  });
  const { lines, total } = underCommitment(commitment, used, span);
  const amounts = (kinds: readonly string[], of: string) => {
    const own = lines.filter(({ kind, component }) => kinds.includes(kind) && component === of);
    return plain(roundTo(sum(own.map(({ amount }) => exact(amount))), 10));
  };
  const parts = commitment.components.flatMap((of) => [
    [`${of}.within`, amounts(['charge', 'fee', 'discount'], of)],
    [`${of}.beyond`, amounts(['overage'], of)],
  ]);
  const owed =
    lines.find(({ kind, component }) => kind === 'minimum' && component === undefined)?.amount ?? '0';
  return { total, owed, ...Object.fromEntries(parts) };
}

function dated({ signed }: Example, { from, until }: { from: CalendarDate; until: CalendarDate }) {
  const { currency, zone } = signed;
  const interval = { from: startOfDate(from, zone), until: startOfDate(until, zone) };
  const span = spanOf(interval, { currency, zone, anchor: signed.from });
  if (span.until !== until || dateIn(interval.from, zone) !== from) throw new Error('not whole days');
  return span;
}
