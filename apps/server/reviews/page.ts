import { currencyDigits } from '#business/catalog/money.ts';
import type { Quarter } from '#business/reviews/insight.store.ts';
import { insightsOf, quarterBefore } from '#business/reviews/insight.store.ts';
import { rightSizeOf, yearlyInAll } from '#business/reviews/rightSize.ts';
import type { Period } from '#business/reviews/usedOver.ts';
import { wayOf } from '#business/upgrades/compare.ts';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import { exact, fixed } from '#platform/exact.ts';
import { dateIn, type Instant, startOfDate } from '#platform/instant.ts';
import { mostDrawn } from '../drawable.ts';
import { upcomingDates } from '../portal/dates.ts';
import { productName } from '../views/agreementView.ts';
import { decimal, readMatters, readRuling, type WayMatter } from '../waysUp/matter.ts';
import { ruled } from '../waysUp/seen.ts';
import { priceView } from '../waysUp/view.ts';
import type { Papers } from '../world.ts';
import type { ReviewLine, ReviewPage } from './schemas.ts';

const nextDates = 10;

/** Returns the page of a review as things stand now, or `undefined` where there is no such customer in scope. */
export async function reviewPage(
  tx: Tx,
  customer: string,
  period: Period,
  now: Instant,
): Promise<ReviewPage | undefined> {
  const found = await readMatters(tx, customer, now);
  if (!found) return undefined;
  const { papers } = found;
  const running = found.matters.filter(({ signed }) => signed.from <= now && now < signed.until);
  const doubts = await clausesInDoubt(tx, customer);
  const sized = [];
  for (const matter of running) {
    const whole = await unthinned(tx, customer, matter);
    const doubtful = doubts.has(JSON.stringify([matter.signed.id, matter.clause.id]));
    sized.push({ matter, size: rightSizeOf(whole, { period, doubtful }) });
  }
  const told = sized.filter(({ size }) => size.windows > 0);
  const ruling = await readRuling(tx, papers);
  const one = exact(1);
  return {
    period: { ...period },
    lines: sized.map(({ matter, size }) => lineView(papers, matter, size)),
    inAll: yearlyInAll(sized.map(({ size }) => size)).map(({ currency, total }) => ({
      currency,
      total: fixed(total, currencyDigits(currency)),
    })),
    dates: (await upcomingDates(tx, { papers })).slice(0, nextDates),
    questions: await questionsIn(tx, customer, period),
    alerts: await alertsIn(tx, customer, period),
    insights: await insightViews(tx, papers, quarterBefore(dateIn(now, 'UTC'))),
    gains: {
      within: told.filter(({ size }) => size.above === 0).length,
      of: told.length,
      ordersAtOnce: running.some((matter) => ruled(ruling, matter, wayOf(matter, one)).way === 'at-once'),
    },
  };
}

/** Of very many windows detection keeps the most telling; what was typical needs them all. */
async function unthinned(tx: Tx, customer: string, matter: WayMatter): Promise<WayMatter> {
  const isThinned = [...matter.groups.values()].some((windows) => windows.length >= mostDrawn);
  if (!isThinned) return matter;
  const only = { agreement: matter.signed.id, clause: matter.clause.id };
  return (await readMatters(tx, customer, matter.now, only))?.matters[0] ?? matter;
}

async function clausesInDoubt(tx: Tx, customer: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('clause_reading')
    .select(['agreement', 'clause', 'body'])
    .where('customer_id', '=', customer)
    .execute();
  return new Set(
    rows
      .filter(({ body }) => body.firstDifference !== null)
      .map(({ agreement, clause }) => JSON.stringify([agreement, clause])),
  );
}

function lineView(
  { catalog }: Papers,
  { signed, clause }: WayMatter,
  size: ReturnType<typeof rightSizeOf>,
): ReviewLine {
  const or = (value: string | null) => (value === null ? null : decimal(value));
  return {
    agreement: { id: signed.id, title: signed.title },
    clause: { id: clause.id, plain: clause.plain },
    product: { id: clause.product, name: productName(catalog, clause.product) },
    unit: { ...clause.unitName },
    ...{ zone: signed.zone, renewsOn: signed.renewsOn, windows: size.windows, idle: size.idle },
    ...{ limit: decimal(size.limit), above: size.above, headroom: decimal(size.headroom) },
    peak: size.peak && { value: decimal(size.peak.value), on: size.peak.on },
    ...{ typical: or(size.typical), unused: or(size.unused), ahead: or(size.ahead) },
    bars: size.bars.map((bar) => ({ ...bar, used: or(bar.used), limit: or(bar.limit) })),
    ...{ suggestion: size.suggestion, why: size.why, to: decimal(size.to), from: size.from },
    perYear: size.perYear && priceView(size.perYear),
    untilThen: size.untilThen && priceView(size.untilThen),
  };
}

function spanIn({ from, until }: Period): { from: Instant; until: Instant } {
  return { from: startOfDate(from, 'UTC'), until: startOfDate(until, 'UTC') };
}

async function questionsIn(tx: Tx, customer: string, period: Period): Promise<ReviewPage['questions']> {
  const { from, until } = spanIn(period);
  const rows = await tx
    .selectFrom('question_row as q')
    .innerJoin('stream_state as s', (join) =>
      join.onRef('s.id', '=', 'q.id').on('s.lifecycle', '=', 'question'),
    )
    .select(['q.status', 'q.contest', 's.state'])
    .where('q.customer_id', '=', customer)
    .where('q.asked_at', '>=', String(from))
    .where('q.asked_at', '<', String(until))
    .execute();
  const contests = rows.filter(({ contest }) => contest);
  const outcomeOf = (state: unknown) => (state as { outcome?: string | null }).outcome;
  return {
    asked: rows.length,
    answered: rows.filter(({ status }) => status === 'answered' || status === 'closed').length,
    contests: contests.length,
    right: contests.filter(({ state }) => ['agreed', 'partly'].includes(outcomeOf(state) ?? '')).length,
  };
}

async function alertsIn(tx: Tx, customer: string, period: Period): Promise<number> {
  const { from, until } = spanIn(period);
  const { many } = await tx
    .selectFrom('event')
    .select(({ fn }) => fn.countAll<string>().as('many'))
    .where('customer_id', '=', customer)
    .where('recorded_at', '>=', toTimestamp(from) as never)
    .where('recorded_at', '<', toTimestamp(until) as never)
    .where('type', 'in', ['alert.raised', 'alert.crossed'])
    .executeTakeFirstOrThrow();
  return Number(many);
}

/** Returns what a customer may read of similar ones in a quarter, with the names of the products. */
export async function insightViews(
  tx: Tx,
  { customer, catalog }: Pick<Papers, 'customer' | 'catalog'>,
  { name }: Quarter,
): Promise<ReviewPage['insights']> {
  const found = await insightsOf(tx, customer.id, name);
  return found.map(({ product, insight }) => ({
    ...insight,
    quarter: name,
    product: { id: product, name: productName(catalog, product) },
  }));
}
