import { customerIds } from '#business/customers/customer.store.ts';
import {
  isComputed,
  markComputed,
  type Quarter,
  quarterBefore,
  saveInsight,
} from '#business/reviews/insight.store.ts';
import { insightOf, type Share } from '#business/reviews/similar.ts';
import { usedOver } from '#business/reviews/usedOver.ts';
import { limitNow } from '#business/upgrades/matter.ts';
import { vendorWide, withScope } from '#platform/database/scope.ts';
import { exact, stored, zero } from '#platform/exact.ts';
import { dateIn } from '#platform/instant.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import { readMatters } from '../waysUp/matter.ts';

/**
 * Computes once what each customer may read of similar ones in the last quarter that is over. The figures of all are
 * held together in memory alone; what is kept of them is each customer's own row. Crash in between, and the next round
 * begins anew: rows that are there stay.
 */
export async function computeInsights(context: ServerContext): Promise<void> {
  const quarter = quarterBefore(dateIn(context.clock(), 'UTC'));
  if (await asStaffOf(context, vendorWide, (tx) => isComputed(tx, quarter.name))) return;
  const all = await sharesOf(context, quarter);
  for (const [product, shares] of all)
    for (const own of shares) {
      const insight = insightOf(own, shares);
      const row = { customer: own.customer, quarter: quarter.name, product };
      if (insight) await asStaffOf(context, own.customer, (tx) => saveInsight(tx, row, insight));
    }
  await asStaffOf(context, vendorWide, (tx) => markComputed(tx, quarter.name, context.clock()));
}

/** Of each product and customer the limit that was used most of in the quarter. */
async function sharesOf(context: ServerContext, quarter: Quarter): Promise<ReadonlyMap<string, Share[]>> {
  const { pool, actor } = context;
  const customers = await withScope(pool, { customers: [], actor }, customerIds);
  const shares = new Map<string, Share[]>();
  for (const customer of customers)
    for (const [product, share] of await ownShares(context, customer, quarter))
      shares.set(product, [...(shares.get(product) ?? []), share]);
  return shares;
}

function ownShares(
  context: ServerContext,
  customer: string,
  quarter: Quarter,
): Promise<ReadonlyMap<string, Share>> {
  return asStaffOf(context, customer, async (tx) => {
    const highest = new Map<string, Share>();
    const found = await readMatters(tx, customer, context.clock());
    if (!found) return highest;
    const { size = '', segment } = found.papers.customer;
    for (const matter of found.matters) {
      const { peak } = usedOver(matter.groups, quarter, matter.signed.zone);
      const limit = limitNow(matter);
      if (!peak || limit.lte(zero)) continue;
      const share: Share = { customer, segment, size, peak: peak.value, limit: stored(limit) };
      const known = highest.get(matter.clause.product);
      if (!known || ratio(share).gt(ratio(known))) highest.set(matter.clause.product, share);
    }
    return highest;
  });
}

const ratio = ({ peak, limit }: Share) => exact(peak).div(exact(limit));
