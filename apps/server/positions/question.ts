import { readCatalog } from '#business/catalog/catalog.store.ts';
import { readStaff, type Staff } from '#business/identity/staff.store.ts';
import { type PositionFilter, type PositionQuery, ratesOn } from '#business/remediation/positionFilter.ts';
import type { OwnerKey } from '#business/remediation/positionWhere.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { dateIn, type Instant, parseDate } from '#platform/instant.ts';
import { failure, type Problem, type Result, success } from '#platform/problem.ts';
import type { FilterQuery } from './schemas.ts';

/** A question to the list, with what had to be read to ask it. */
export type Question = {
  readonly query: PositionQuery;
  readonly owner: OwnerKey | null;
  readonly staff: readonly Staff[];
};

/** Returns the filter an address asks for. Refuses an amount without its currency (`least_without_currency`). */
export function filterOf(asked: FilterQuery): Result<PositionFilter> {
  if (asked.least !== undefined && asked.currency === undefined) return failure(currencyMissing);
  return success({
    words: asked.words,
    statuses: asked.status,
    products: asked.product,
    customer: asked.customer,
    segments: asked.segment,
    sizes: asked.size,
    renewsFrom: asked.renewsFrom === undefined ? undefined : parseDate(asked.renewsFrom),
    renewsUntil: asked.renewsUntil === undefined ? undefined : parseDate(asked.renewsUntil),
    owner: asked.owner,
    flags: asked.flag,
    severities: asked.severity,
    currency: asked.currency,
    least: asked.least,
  });
}

/** Returns the whole question: the filter, the order, the vendor's rates, and whom `owner` names. */
export async function questionOf(
  tx: Tx,
  filter: PositionFilter,
  { order, backwards }: Pick<FilterQuery, 'order' | 'backwards'>,
  now: Instant,
): Promise<Question> {
  const staff = await readStaff(tx);
  const rates =
    order === 'money' ? ratesOn((await readCatalog(tx)).exchangeRates, dateIn(now, 'UTC')) : new Map();
  const owner = staff.find(({ id }) => id === filter.owner) ?? null;
  return { query: { filter, order, backwards: backwards === 'true', rates }, owner, staff };
}

const currencyMissing: Problem = {
  code: 'least_without_currency',
  title: 'Which currency?',
  detail: 'Amounts of different currencies are not compared: a least amount needs its currency.',
  todo: 'Add `currency`, such as EUR.',
  pointer: '/least',
};
