import type { Clause, Variation } from '#business/agreements/agreement.ts';
import { dutiesOf, dutyDates } from '#business/agreements/duty.ts';
import { termsTimeline } from '#business/agreements/effectiveTerms.ts';
import { spanInForce } from '#business/agreements/operands.ts';
import type { ClauseTerms } from '#business/agreements/terms.ts';
import type { Catalog, PriceModel } from '#business/catalog/priceBook.ts';
import { latestOn, pricesOf } from '#business/catalog/priceBookAt.ts';
import type { KnownToday } from '#business/findings/judgeInput.ts';
import { exact, plain } from '#platform/exact.ts';
import { addDays, type CalendarDate, dateIn, type Instant } from '#platform/instant.ts';

/** What a date to know of is about. */
export type DateKind =
  | 'term-start'
  | 'term-end'
  | 'renewal'
  | 'variation-end'
  | 'limit-change'
  | 'price-change'
  | 'duty-due'
  | 'grace-end'
  | 'answer-due'
  | 'quote-end';

/** A date on which something begins, ends or is owed. `id` stays the same when its day moves. */
export type UpcomingDate = {
  readonly id: string;
  readonly kind: DateKind;
  readonly on: CalendarDate;
  readonly zone: string;
  readonly agreement: string | null;
  readonly clause: string | null;
  readonly about: string;
  /** What was and what will be (limits as decimals, sets as values); of a duty the time it is about, and its end. */
  readonly before: string | null;
  readonly after: string | null;
  /** What somebody wrote about it for the customer to read. */
  readonly told: string | null;
};

/** Which dates of duties are done: `agreement duty dueOn`, as `receiptKey` gives it. */
export type Receipts = ReadonlySet<string>;

/** Returns under what a receipt is looked up. */
export function receiptKey(agreement: string, duty: string, dueOn: string): string {
  return JSON.stringify([agreement, duty, dueOn]);
}

const ahead = 731;

/**
 * Returns the dates of one agreement from today on (days of its zone), soonest first: its term and renewal, where limits
 * change or a grant ends, new prices of what it prices by, and what is owed by when: within its grace by the end of that,
 * and overdue, until it has come, by the day on which it was due. Dates of duties are told two years ahead. Pauses of contact are the vendor's own and no date of the customer.
 */
export function datesOf(
  { agreement, signed }: KnownToday,
  {
    catalog,
    receipts,
    now,
  }: { readonly catalog: Catalog; readonly receipts: Receipts; readonly now: Instant },
): UpcomingDate[] {
  const today = dateIn(now, signed.zone);
  const known = { agreement, signed };
  const ends = grantEnds(known);
  const all = [
    ...termDates(known),
    ...ends,
    ...signed.clauses.flatMap((clause) => limitChanges(known, clause, now, ends)),
    ...priceChanges(known, catalog),
    ...duties(known, receipts, today),
  ];
  return all.filter(({ on, kind }) => on >= today || kind === 'duty-due').sort(byDay);
}

/** Orders dates by their day, then by what they are about. */
export function byDay(a: UpcomingDate, b: UpcomingDate): number {
  return a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

const nothing = { clause: null, before: null, after: null, told: null };

function base({ signed }: KnownToday) {
  return { ...nothing, agreement: signed.id, zone: signed.zone, about: signed.title };
}

const idOf = (...parts: readonly string[]) => parts.join('/');

function termDates(known: KnownToday): UpcomingDate[] {
  const { signed } = known;
  const { id, from, until, renewsOn, zone } = signed;
  const lastDay = dateIn((until - 1) as Instant, zone);
  return [
    { ...base(known), id: idOf(id, 'term-start'), kind: 'term-start', on: dateIn(from, zone) },
    { ...base(known), id: idOf(id, 'term-end'), kind: 'term-end', on: lastDay },
    { ...base(known), id: idOf(id, 'renewal'), kind: 'renewal', on: renewsOn },
  ];
}

/** The last days of grants, and of pauses that the customer is told of. */
function grantEnds(known: KnownToday): UpcomingDate[] {
  const { agreement, signed } = known;
  return agreement.variations.flatMap(toldOf).flatMap((variation) => {
    const end = spanInForce(variation).at(-1)?.until;
    if (end === undefined || end > signed.until) return [];
    const on = dateIn((end - 1) as Instant, signed.zone);
    const place = { clause: variation.clause, about: variation.id };
    const id = idOf(signed.id, variation.id, 'end');
    const kind = variation.kind === 'permit' ? ('variation-end' as const) : ('grace-end' as const);
    return [{ ...base(known), ...place, id, kind, on }];
  });
}

/** Returns what of a variation is the customer's to know: a permit; of a pause what is more than the vendor's own contact. */
export function toldOf(variation: Variation): Variation[] {
  if (variation.kind === 'permit') return [variation];
  const pauses = variation.pauses.filter((paused) => paused !== 'contact');
  return pauses.length > 0 ? [{ ...variation, pauses }] : [];
}

function limitChanges(
  known: KnownToday,
  clause: Clause,
  now: Instant,
  ends: readonly UpcomingDate[],
): UpcomingDate[] {
  const { agreement, signed } = known;
  const timeline = termsTimeline(agreement, clause.id, signed, now);
  return timeline.slice(1).flatMap((piece, i) => {
    const [before, after] = [allowedWords(timeline[i]!.terms), allowedWords(piece.terms)];
    if (before === after || piece.from <= now) return [];
    const on = dateIn(piece.from, signed.zone);
    const from = { clause: clause.id, about: clause.plain, before, after };
    const byGrant = ends.some((end) => end.clause === clause.id && addDays(end.on, 1) === on);
    const id = idOf(signed.id, clause.id, 'limit', byGrant ? 'grant' : '', on);
    return [{ ...base(known), ...from, id, kind: 'limit-change' as const, on }];
  });
}

function allowedWords(terms: ClauseTerms): string {
  return terms.kind === 'capacity' ? plain(exact(terms.limit)) : terms.allowed.join(', ');
}

/** Where a newer book takes over a price that a clause names. Only prices of one unit are told by their amounts. */
function priceChanges(known: KnownToday, catalog: Catalog): UpcomingDate[] {
  const { signed } = known;
  const prices = pricesOf(catalog);
  const names = [...new Set(signed.clauses.flatMap(({ price }) => price ?? []))];
  return names.flatMap((name) => {
    const all = prices.get(`${signed.currency} ${name}`) ?? [];
    return all.flatMap(({ book, component }) => {
      const [old] = latestOn(all, addDays(book.from, -1));
      if (!old || old.book.id === book.id) return [];
      const [before, after] = [unitPrice(old.component.model), unitPrice(component.model)];
      if (JSON.stringify(old.component.model) === JSON.stringify(component.model)) return [];
      const clause = signed.clauses.find(({ price }) => price === name)!.id;
      const told = { clause, about: component.unitName.many, before, after, told: book.reason ?? null };
      const id = idOf(signed.id, 'price', name, book.id);
      return [{ ...base(known), ...told, id, kind: 'price-change' as const, on: book.from }];
    });
  });
}

function unitPrice(model: PriceModel): string | null {
  return model.kind === 'unit' ? model.unit : null;
}

function duties(known: KnownToday, receipts: Receipts, today: CalendarDate): UpcomingDate[] {
  const { signed } = known;
  return dutiesOf(signed).flatMap((duty) =>
    dutyDates(signed, duty, addDays(today, ahead))
      .filter(({ dueOn }) => !receipts.has(receiptKey(signed.id, duty.id, dueOn)))
      .flatMap((date): UpcomingDate[] => {
        const { dueOn, graceUntil } = date;
        const about = {
          about: duty.plain,
          before: date.about?.from ?? null,
          after: date.about?.through ?? null,
        };
        const id = idOf(signed.id, duty.id, dueOn);
        const due = { ...base(known), ...about, id, kind: 'duty-due' as const, on: dueOn };
        if (today <= dueOn || today > graceUntil) return [due];
        return [{ ...due, id: idOf(id, 'grace'), kind: 'grace-end' as const, on: graceUntil }];
      }),
  );
}
