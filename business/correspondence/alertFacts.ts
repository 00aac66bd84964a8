import type { Clause, SignedAgreement } from '#business/agreements/agreement.ts';
import type { AlertKind } from '#business/alerts/rule.ts';
import type { Sight } from '#business/alerts/thresholds.ts';
import type { Upgrade } from '#business/alerts/upgrade.ts';
import type { Customer } from '#business/customers/customer.ts';
import { exact, greater, stored, zero } from '#platform/exact.ts';
import { dateIn, type Instant } from '#platform/instant.ts';
import type { Fact, FactSheet } from './factSheet.ts';
import { date, money, name, number, quote } from './makeFact.ts';

/** Everything a message about one alert may say. */
export type AlertMatter = {
  readonly id: string;
  readonly kind: AlertKind;
  readonly customer: Customer;
  readonly signed: SignedAgreement;
  readonly clause: Clause;
  readonly productName: string;
  readonly sight: Sight;
  /** The rules that are met, in words. */
  readonly rules: readonly string[];
  readonly upgrades: readonly Upgrade[];
  /** The key of the finding that takes over, once use is above the limit. */
  readonly finding: string | null;
};

/** Returns the fact sheet of an alert: each number, amount, date and name once, as every channel writes it, with its source. */
export function alertFacts(matter: AlertMatter): FactSheet {
  const { customer, signed, clause, productName, id } = matter;
  const of = `customer ${customer.id}`;
  const facts: Fact[] = [
    name('customer', customer.name, of),
    name('contact', customer.contact.name, of),
    name('owner', customer.owner.name, of),
    name('ownerEmail', customer.owner.email, of),
    name('ownerRole', customer.owner.role, of),
    name('agreement', signed.id, `agreement ${signed.id}`),
    name('product', productName, 'catalog'),
    name('alert', id, 'the alert'),
    quote('plain', clause.plain, `clause ${clause.id}: its plain words`),
    ...matter.rules.map((words, i) => quote(`rule${i}`, words, 'alert rules')),
    ...(matter.finding === null ? [] : [name('finding', matter.finding, 'the finding')]),
    ...factsOfUse(matter),
    ...forecastFacts(matter),
    date('renewsOn', signed.renewsOn, `agreement ${signed.id}`),
    ...matter.upgrades.flatMap((upgrade, i) => upgradeFacts(upgrade, i, matter)),
    ...(matter.upgrades.length === 0
      ? []
      : [
          date(
            'priceThrough',
            dateIn((signed.until - 1) as Instant, signed.zone),
            `agreement ${signed.id}: last day of the term`,
          ),
        ]),
  ];
  return new Map(facts.map((fact) => [fact.id, fact]));
}

function factsOfUse({ sight, clause, id }: AlertMatter): Fact[] {
  const [used, limit] = [exact(sight.used), exact(sight.limit)];
  const left = stored(greater(zero, limit.sub(used)));
  const trace = `alert ${id}`;
  return [
    number('used', sight.used, `${trace}: use as last counted`),
    number('limit', sight.limit, `${trace}: the effective limit`),
    number('left', left, `${trace}: limit minus use`),
    // Rounded down: 99.9 % is not all of it.
    number('percent', stored(used.mul(100).div(limit).floor()), `${trace}: use of the limit, whole percents`),
    unit('limitUnit', sight.limit, clause),
    unit('leftUnit', left, clause),
  ];
}

/** Dates of a forecast are estimates, and only ever told as "likely between … and …". */
function forecastFacts({ sight: { forecast }, signed }: AlertMatter): Fact[] {
  if (!forecast) return [];
  const on = (at: Instant) => dateIn(at, signed.zone);
  const trace = 'estimate from past use';
  return [
    date('earlyOn', on(forecast.early), `${trace}: in one case of ten the limit is crossed before`),
    ...(forecast.likely === null ? [] : [date('likelyOn', on(forecast.likely), `${trace}: in the middle`)]),
    ...(forecast.late === null
      ? []
      : [date('lateOn', on(forecast.late), `${trace}: in one case of ten the limit is crossed after`)]),
  ];
}

function upgradeFacts(
  { kind, units, limitAfter, price }: Upgrade,
  i: number,
  { clause }: AlertMatter,
): Fact[] {
  const trace = `price list: ${kind === 'tier' ? 'up to the next tier' : 'more units'}`;
  const is = kind === 'tier' ? `tier${i}` : `more${i}`;
  return [
    number(`${is}Units`, units, trace),
    unit(`${is}Unit`, units, clause),
    number(`${is}After`, limitAfter, `${trace}: the limit then`),
    money(`${is}Total`, price.total, price.currency, `${trace}: what they cost until the end of the term`),
  ];
}

function unit(id: string, value: string, { unitName, id: clause }: Clause): Fact {
  return quote(id, exact(value).equals(1) ? unitName.one : unitName.many, `clause ${clause}`);
}
