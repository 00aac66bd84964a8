import type { CapacityClause } from '#business/agreements/agreement.ts';
import { findingsOf } from '#business/findings/finding.store.ts';
import { judge } from '#business/findings/judge.ts';
import { judgeInput, type KnownToday } from '#business/findings/judgeInput.ts';
import type { Inputs } from '#business/policy/decisionTable.ts';
import { readOrderPolicy } from '#business/policy/orderPolicy.store.ts';
import { findingsAgreed } from '#business/settlement/quoteList.store.ts';
import type { Matter } from '#business/upgrades/matter.ts';
import type { Groups } from '#business/upgrades/replay.ts';
import { countByASweep } from '#business/usage/counts/one/sweep.ts';
import type { Tx } from '#platform/database/scope.ts';
import { exact, plain } from '#platform/exact.ts';
import type { Instant } from '#platform/instant.ts';
import { mostDrawn } from '../drawable.ts';
import { type Papers, readPapers, readWorld } from '../world.ts';

/** A clause with what was counted of it: no windows where nobody knows, as no data has come or the two counts differ. */
export type WayMatter = Matter & { readonly countedAt: Instant | null };

/** A customer with the clauses that more could be had of: limits, in order of agreement and clause. */
export type WayMatters = { readonly papers: Papers; readonly matters: readonly WayMatter[] };

/** Returns what more could be had of, or `undefined` where there is no such customer. `only`: one clause. */
export async function readMatters(
  tx: Tx,
  customer: string,
  now: Instant,
  only?: { readonly agreement: string; readonly clause: string },
): Promise<WayMatters | undefined> {
  const papers = await readPapers(tx, customer, now);
  if (!papers) return undefined;
  const readings = await tx
    .selectFrom('clause_reading')
    .selectAll()
    .where('customer_id', '=', customer)
    .execute();
  const matters: WayMatter[] = [];
  for (const known of papers.agreements)
    for (const clause of known.signed.clauses) {
      if (clause.kind !== 'capacity') continue;
      if (only && (known.signed.id !== only.agreement || clause.id !== only.clause)) continue;
      const reading = readings.find((row) => row.agreement === known.signed.id && row.clause === clause.id);
      const isKnown = reading && !reading.body.noData && reading.body.firstDifference === null;
      const kept: Groups = new Map(Object.entries(isKnown ? reading.body.groups : {}));
      matters.push({
        ...known,
        clause,
        catalog: papers.catalog,
        groups: only && isThinned(kept) ? await countedAnew(tx, papers, known, clause) : kept,
        now,
        countedAt: reading?.as_of ?? null,
      });
    }
  return { papers, matters };
}

/** Of very many windows detection keeps the most telling: enough for a list, too few to say how many were above. */
function isThinned(groups: Groups): boolean {
  return [...groups.values()].some((windows) => windows.length >= mostDrawn);
}

async function countedAnew(
  tx: Tx,
  { customer, now }: Papers,
  known: KnownToday,
  clause: CapacityClause,
): Promise<Groups> {
  const world = await readWorld(tx, customer.id, now);
  return world ? judge(judgeInput(world, known, clause), countByASweep) : new Map();
}

/** Returns what the table of orders may ask of an order, without its units and amount. */
export async function standingOf(tx: Tx, { customer }: Papers): Promise<Inputs> {
  const agreed = await findingsAgreed(tx, customer.id);
  // What nobody has confirmed is a suspicion, and no reason to treat anybody otherwise.
  const open = (await findingsOf(tx, customer.id)).some(
    ({ finding }) =>
      finding.status === 'confirmed' && finding.cause !== 'vendor-mistake' && !agreed.has(finding.key),
  );
  return {
    customer: customer.id,
    size: customer.size ?? null,
    segment: customer.segment ?? null,
    standing: open ? 'findings' : 'good',
  };
}

/** The table of orders in force, and what is known of the customer it is asked about. */
export type Ruling = Awaited<ReturnType<typeof readRuling>>;

/** Returns by what it is decided how a customer orders. */
export async function readRuling(tx: Tx, papers: Papers) {
  return { ...(await readOrderPolicy(tx)), inputs: await standingOf(tx, papers) };
}

/** Returns an exact number in stored form as a decimal for people and programs. */
export function decimal(value: string): string {
  return plain(exact(value));
}
