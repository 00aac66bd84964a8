import type { Clause } from '#business/agreements/agreement.ts';
import type { Provenance } from '#business/agreements/terms.ts';
import type { Customer } from '#business/customers/customer.ts';
import type { ReadingSummary } from '#business/findings/lifecycle.ts';
import type { Outside } from '#business/findings/outside.ts';
import { countedWords } from '#business/usage/countedWords.ts';
import { exact, grouped, stored, sum } from '#platform/exact.ts';
import { type CalendarDate, dateIn, type Instant } from '#platform/instant.ts';
import { weekdayAfter } from './dateWords.ts';
import type { Fact, FactSheet } from './factSheet.ts';
import { date, name, number, quote, text } from './makeFact.ts';
import type { OurMistakes } from './noticeKind.ts';
import { type PriceMatter, priceFacts } from './priceFacts.ts';
import { type QuestionToAsk, questionFacts } from './questionFacts.ts';

/** Everything a message about one finding may say. */
export type FindingMatter = PriceMatter & {
  readonly customer: Customer;
  readonly clause: Clause;
  readonly productName: string;
  /** `120 = 100 signed + 20 by grant EX-2026-014 through 2027-03-31` */
  readonly limitWords: string;
  /** What those words are made of. */
  readonly limitParts: readonly Provenance[];
  /** For a restriction: what was seen outside of the allowed set; empty for a capacity clause. */
  readonly outside: readonly Outside[];
  readonly counts: 'agree' | 'differ';
  readonly questions: readonly QuestionToAsk[];
  /** Our own mistakes behind the reading; `null` where it is not our mistake. No price is shown beside them. */
  readonly ours: OurMistakes | null;
  /** For a correction: what was said before. */
  readonly before: ReadingSummary | null;
  /** A recount found nothing beyond the clause any more: `reading` is what was said before, and nothing is measured anew. */
  readonly cleared: boolean;
  readonly today: CalendarDate;
};

/** How many days the customer has at least before we ask for an answer. */
export const daysToAnswer = 14;

/** Returns the fact sheet of a finding: each number, amount, date and name once, as every channel writes it, with its source. */
export function findingFacts(matter: FindingMatter): FactSheet {
  const { clause, key, reading, before, cleared, ours } = matter;
  const facts: Fact[] = [
    ...people(matter),
    ...dates(matter),
    number('limit', reading.limit, `finding ${key}: the effective limit, ${matter.limitWords}`),
    ...(cleared
      ? [text('cleared', 'cleared', `finding ${key}: a recount found nothing beyond the clause`)]
      : [
          number('measured', reading.value, `finding ${key}: reading ${reading.digest}`),
          number('excess', reading.excess, `finding ${key}: measured minus limit`),
        ]),
    number('windows', String(reading.windows), `finding ${key}: windows beyond the clause`),
    unit('limitUnit', reading.limit, clause),
    unit('excessUnit', reading.excess, clause),
    quote('unit', clause.unitName.many, `clause ${clause.id}`),
    text('periods', reading.windows === 1 ? 'period' : 'periods', 'grammar'),
    text('counts', matter.counts, `finding ${key}: latest verification`),
    ...limitFacts(matter),
    quote('plain', clause.plain, `clause ${clause.id}: its plain words`),
    quote('measuredAs', countedWords(clause), `clause ${clause.id}: its measure`),
    ...questionFacts(matter.questions, key),
    ...restriction(matter),
    ...(ours === null ? priceFacts(matter) : mistakes(ours, matter)),
  ];
  if (before)
    facts.push(
      number('measuredBefore', before.value, `finding ${key}: reading ${before.digest}`),
      number('excessBefore', before.excess, `finding ${key}: reading ${before.digest}`),
      unit('excessBeforeUnit', before.excess, clause),
    );
  return new Map(facts.map((fact) => [fact.id, fact]));
}

function unit(id: string, value: string, { unitName, id: clause }: Clause): Fact {
  return quote(id, exact(value).equals(1) ? unitName.one : unitName.many, `clause ${clause}`);
}

function people({ customer, agreement, productName }: FindingMatter): Fact[] {
  const of = `customer ${customer.id}`;
  const { since, goodExperiences, openOrders } = customer.relationship;
  return [
    name('customer', customer.name, of),
    name('contact', customer.contact.name, of),
    name('owner', customer.owner.name, of),
    name('ownerEmail', customer.owner.email, of),
    name('ownerRole', customer.owner.role, of),
    name('agreement', agreement.id, `agreement ${agreement.id}`),
    name('agreementTitle', agreement.title, `agreement ${agreement.id}`),
    name('product', productName, 'catalog'),
    { id: 'sinceYear', kind: 'date', value: since, shown: since.slice(0, 4), trace: of },
    ...goodExperiences.slice(0, 1).map((words) => quote('goodExperience', words, of)),
    ...openOrders.map(({ id }, i) => name(`order${i}`, id, `${of}: order ${id} on its way`)),
  ];
}

function dates({ agreement, reading, today, key }: FindingMatter): Fact[] {
  const on = (instant: Instant) => dateIn(instant, agreement.zone);
  const lastDay = (until: Instant) => on((until - 1) as Instant);
  return [
    date('today', today, 'the day of writing'),
    date('since', on(reading.from), `finding ${key}: start of the first window beyond`),
    date('runUntil', lastDay(reading.until), `finding ${key}: last day of the last window beyond`),
    date('peakFrom', on(reading.peakFrom), `finding ${key}: start of the peak's window`),
    date('peakUntil', lastDay(reading.peakUntil), `finding ${key}: last day of the peak's window`),
    date('renewsOn', agreement.renewsOn, `agreement ${agreement.id}`),
    date(
      'replyBy',
      weekdayAfter(today, daysToAnswer),
      `first weekday at least ${daysToAnswer} days after the day of writing`,
    ),
  ];
}

/** Where the limit comes from, in words, and each number, day and id in them. */
function limitFacts({ agreement, clause, limitWords, limitParts }: FindingMatter): Fact[] {
  const terms = `agreement ${agreement.id}: terms in force at the peak`;
  const parts = limitParts.filter(({ counts }) => counts);
  const orders = parts.filter(({ kind }) => kind === 'order');
  const on = (instant: Instant) => dateIn(instant, agreement.zone);
  return [
    text('limitWords', limitWords, terms),
    ...(orders.length < 2
      ? []
      : [
          number('limitSigned', stored(sum(orders.map(({ value }) => exact(value)))), `${terms}, all orders`),
        ]),
    ...parts.flatMap(({ kind, of, value, from, until }, i) => [
      clause.kind === 'capacity'
        ? number(`limitPart${i}`, value, `${terms}, ${kind} ${of}`)
        : quote(`limitPart${i}`, value, `${terms}, ${kind} ${of}`),
      name(`limitPart${i}of`, of, `${terms}, ${kind} ${of}`),
      ...(kind === 'amendment' ? [date(`limitPart${i}from`, on(from), `amendment ${of}`)] : []),
      ...(kind === 'raiseTo' || kind === 'add' || kind === 'widen'
        ? [date(`limitPart${i}through`, on((until - 1) as Instant), `grant ${of}: its last day`)]
        : []),
    ]),
  ];
}

/** What is allowed and what was seen in its place, value by value. */
function restriction({ clause, outside, limitWords, key }: FindingMatter): Fact[] {
  if (clause.kind !== 'restriction') return [];
  const seen = outside
    .map(({ value, units }) => `${value || 'not named'} (${grouped(exact(units))})`)
    .join(', ');
  const trace = `finding ${key}: the values of the counted use`;
  return [
    quote('attribute', clause.attribute, `clause ${clause.id}`),
    quote('allowedSet', limitWords.split(' = ')[0]!, `clause ${clause.id}: what was allowed at the peak`),
    text('outside', seen, trace),
    ...outside.flatMap(({ value, units }, i) => [
      number(`outside${i}units`, units, trace),
      quote(`outside${i}`, value, trace),
    ]),
  ];
}

/** What we did wrong ourselves, and how much of the excess it explains. */
function mistakes(ours: OurMistakes, { customer, clause, key }: FindingMatter): Fact[] {
  const of = `customer ${customer.id}: our mistake`;
  return [
    text('ourMistake', ours.explainAll ? 'all' : 'part', `finding ${key}: our mistakes against the excess`),
    ...ours.mistakes.map(({ what, id }, i) => quote(`mistake${i}`, what, `${of} ${id}`)),
    ...(ours.mistakes.length === 0
      ? []
      : [
          number('mistakeUnits', ours.units, `${of}s ${ours.mistakes.map(({ id }) => id).join(', ')}`),
          unit('mistakeUnit', ours.units, clause),
        ]),
  ];
}
