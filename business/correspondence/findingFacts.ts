import type { Clause, SignedAgreement } from '#business/agreements/agreement.ts';
import { money as moneyWords } from '#business/catalog/money.ts';
import type { Priced } from '#business/catalog/priced.ts';
import type { Customer } from '#business/customers/customer.ts';
import type { OpenQuestion } from '#business/findings/finding.ts';
import type { ReadingSummary } from '#business/findings/lifecycle.ts';
import type { Outside } from '#business/findings/outside.ts';
import { measureWords } from '#business/usage/measureWords.ts';
import { exact, grouped } from '#platform/exact.ts';
import { type CalendarDate, dateIn } from '#platform/instant.ts';
import { dateWords, lastDayWords, weekdayAfter } from './dateWords.ts';
import type { Fact, FactSheet } from './factSheet.ts';

/** Everything a message about one finding may say. */
export type FindingMatter = {
  readonly customer: Customer;
  readonly agreement: SignedAgreement;
  readonly clause: Clause;
  readonly productName: string;
  readonly key: string;
  readonly reading: ReadingSummary;
  /** `120 = 100 signed + 20 by grant EX-2026-014 through 2027-03-31` */
  readonly limitWords: string;
  /** For a restriction: what was seen outside of the allowed set; empty for a capacity clause. */
  readonly outside: readonly Outside[];
  readonly questions: readonly OpenQuestion[];
  readonly trueUp: Priced | null;
  /** For a correction: what was said before. */
  readonly before: ReadingSummary | null;
  readonly today: CalendarDate;
};

/** How many days the customer has at least before we ask for an answer. */
export const daysToAnswer = 14;

/** Returns the fact sheet of a finding: each number, amount, date and name once, as every channel writes it, with its source. */
export function findingFacts(matter: FindingMatter): FactSheet {
  const { clause, key, reading } = matter;
  const facts: Fact[] = [
    ...people(matter),
    ...dates(matter),
    number('limit', reading.limit, `finding ${key}: the effective limit, ${matter.limitWords}`),
    number('measured', reading.value, `finding ${key}: reading ${reading.digest}`),
    number('excess', reading.excess, `finding ${key}: measured minus limit`),
    { ...number('windows', String(reading.windows), `finding ${key}: windows beyond the clause`) },
    text(
      'limitUnit',
      exact(reading.limit).equals(1) ? clause.unitName.one : clause.unitName.many,
      `clause ${clause.id}`,
    ),
    text(
      'excessUnit',
      exact(reading.excess).equals(1) ? clause.unitName.one : clause.unitName.many,
      `clause ${clause.id}`,
    ),
    text('unit', clause.unitName.many, `clause ${clause.id}`),
    text('periods', reading.windows === 1 ? 'period' : 'periods', 'grammar'),
    text('limitWords', matter.limitWords, `agreement ${matter.agreement.id}: terms in force at the peak`),
    text('plain', clause.plain, `clause ${clause.id}: its plain words`),
    text('measuredAs', measureWords(clause.measure, clause.unitName), `clause ${clause.id}: its measure`),
    ...matter.questions.map((question, i) =>
      text(`question${i}`, question.words, `finding ${key}: open question ${question.code}`),
    ),
    ...restriction(matter),
    ...prices(matter),
  ];
  if (matter.before)
    facts.push(
      number('measuredBefore', matter.before.value, `finding ${key}: reading ${matter.before.digest}`),
    );
  return new Map(facts.map((fact) => [fact.id, fact]));
}

function people({ customer, agreement, productName }: FindingMatter): Fact[] {
  const of = `customer ${customer.id}`;
  return [
    name('customer', customer.name, of),
    name('contact', customer.contact.name, of),
    name('owner', customer.owner.name, of),
    text('ownerEmail', customer.owner.email, of),
    text('ownerRole', customer.owner.role, of),
    text('agreement', agreement.id, `agreement ${agreement.id}`),
    text('agreementTitle', agreement.title, `agreement ${agreement.id}`),
    name('product', productName, 'catalog'),
    text('sinceYear', customer.relationship.since.slice(0, 4), of),
    ...customer.relationship.goodExperiences.slice(0, 1).map((words) => text('goodExperience', words, of)),
    ...customer.relationship.vendorMistakes
      .slice(0, 1)
      .map((mistake) => text('mistake', mistake.what, `${of}: our mistake ${mistake.id}`)),
  ];
}

function dates({ agreement, reading, today, key }: FindingMatter): Fact[] {
  const { zone } = agreement;
  return [
    date('today', today, 'the day of writing'),
    date('since', dateIn(reading.from, zone), `finding ${key}: start of the first window beyond`),
    shown(
      'runUntil',
      lastDayWords(reading.until, zone),
      `finding ${key}: last day of the last window beyond`,
    ),
    date('peakFrom', dateIn(reading.peakFrom, zone), `finding ${key}: start of the peak's window`),
    shown(
      'peakUntil',
      lastDayWords(reading.peakUntil, zone),
      `finding ${key}: last day of the peak's window`,
    ),
    date('renewsOn', agreement.renewsOn, `agreement ${agreement.id}`),
    date(
      'replyBy',
      weekdayAfter(today, daysToAnswer),
      `first weekday at least ${daysToAnswer} days after the day of writing`,
    ),
  ];
}

/** What is allowed and what was seen in its place, value by value. */
function restriction({ clause, outside, limitWords, key }: FindingMatter): Fact[] {
  if (clause.kind !== 'restriction') return [];
  const seen = outside
    .map(({ value, units }) => `${value || 'not named'} (${grouped(exact(units))})`)
    .join(', ');
  return [
    text('attribute', clause.attribute, `clause ${clause.id}`),
    text('allowedSet', limitWords.split(' = ')[0]!, `clause ${clause.id}: what was allowed at the peak`),
    text('outside', seen, `finding ${key}: the values of the counted use`),
  ];
}

function prices({ trueUp, key }: FindingMatter): Fact[] {
  if (!trueUp) return [];
  return [
    ...trueUp.lines.flatMap((line, i) => [
      text(`priceLabel${i}`, line.label, `finding ${key}: true-up line ${i + 1}`),
      money(`priceAmount${i}`, line.shown, trueUp.currency, `finding ${key}: true-up line ${i + 1}`),
    ]),
    money('priceTotal', trueUp.total, trueUp.currency, `finding ${key}: true-up total`),
  ];
}

function number(id: string, value: string, trace: string): Fact {
  return { id, kind: 'number', value, shown: grouped(exact(value)), trace };
}

function money(id: string, value: string, currency: string, trace: string): Fact {
  return { id, kind: 'money', value, shown: moneyWords(exact(value), currency), trace };
}

function date(id: string, value: CalendarDate, trace: string): Fact {
  return { id, kind: 'date', value, shown: dateWords(value), trace };
}

function shown(id: string, words: string, trace: string): Fact {
  return { id, kind: 'date', value: words, shown: words, trace };
}

function name(id: string, value: string, trace: string): Fact {
  return { id, kind: 'name', value, shown: value, trace };
}

function text(id: string, value: string, trace: string): Fact {
  return { id, kind: 'text', value, shown: value, trace };
}
