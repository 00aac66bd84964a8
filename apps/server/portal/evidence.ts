import { evidenceFor } from '#business/findings/examine.ts';
import type { EvidenceRow, JudgedWindow, NotCounted } from '#business/findings/finding.ts';
import { judge, requestsFor } from '#business/findings/judge.ts';
import { judgeInput } from '#business/findings/judgeInput.ts';
import { notCountedIn } from '#business/findings/rulings.ts';
import { countByASweep } from '#business/usage/counts/one/sweep.ts';
import { formatInstant, type Instant } from '#platform/instant.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import { readWorld } from '../world.ts';
import { decimal } from './allowedFacts.ts';
import type { LinePlace } from './line.ts';
import type { PortalEvidence, PortalEvidenceRow } from './lineSchemas.ts';
import { findWindow, windowView } from './useView.ts';

/** One window of one group of a clause. */
export type WindowPlace = LinePlace & { readonly group: string; readonly window: string };

/** What one window was counted from. */
export type CountedWindow = {
  readonly window: JudgedWindow;
  readonly countedAt: Instant;
  readonly rows: readonly EvidenceRow[];
  readonly leftOut: readonly NotCounted[];
  readonly nameOf: (who: string) => string;
};

/**
 * Returns who and what was counted in a window, counted anew from the records as of the moment the page's numbers are of;
 * `undefined` when there is no such clause, group or window.
 */
export function countedWindow(
  context: ServerContext,
  place: WindowPlace,
): Promise<CountedWindow | undefined> {
  return asStaffOf(context, place.customer, async (tx) => {
    const row = await tx
      .selectFrom('clause_reading')
      .select('as_of')
      .where('customer_id', '=', place.customer)
      .where('agreement', '=', place.agreement)
      .where('clause', '=', place.clause)
      .executeTakeFirst();
    const world = row && (await readWorld(tx, place.customer, row.as_of));
    const known = world?.agreements.find(({ signed }) => signed.id === place.agreement);
    const clause = known?.signed.clauses.find(({ id }) => id === place.clause);
    if (!row || !world || !known || !clause) return undefined;
    const input = judgeInput(world, known, clause);
    const windows = judge(input, countByASweep).get(place.group) ?? [];
    const window = findWindow(windows, place.window, row.as_of);
    if (!window) return undefined;
    const requests = requestsFor(input);
    const rows = evidenceFor(requests, window, place.group);
    const leftOut = notCountedIn(window, requests[0]?.records ?? [], input.features);
    return { window, countedAt: row.as_of, rows, leftOut, nameOf: world.around.nameOf };
  });
}

/** Returns the stable key of a counted unit within its window. */
export function rowKey({ source, id, from }: Pick<EvidenceRow, 'source' | 'id' | 'from'>): string {
  return Buffer.from(JSON.stringify([source, id, formatInstant(from)])).toString('base64url');
}

/** Returns a counted unit as its customer reads it: people by the keys that their own sources use. */
export function rowView(row: EvidenceRow, nameOf: (who: string) => string): PortalEvidenceRow {
  const { source, id, kind, feature, who, from, until, contributes, because, merged, freed, stays } = row;
  return {
    key: rowKey(row),
    source,
    id,
    kind,
    feature,
    who: who === null ? null : nameOf(who),
    namedAs: merged ? nameOf(merged.was) : null,
    from: formatInstant(from),
    until: until === null ? null : formatInstant(until),
    contributes: decimal(contributes),
    rated: because ?? null,
    free: freed ? { by: freed.by, quantity: decimal(freed.quantity) } : null,
    staysBy: stays?.by ?? null,
  };
}

/** Returns one page of what a window was counted from, `skip` rows in. */
export function evidencePage(
  { agreement, clause, group }: WindowPlace,
  { window, countedAt, rows, leftOut, nameOf }: CountedWindow,
  { skip, limit }: { readonly skip: number; readonly limit: number },
): Omit<PortalEvidence, 'next'> {
  return {
    agreement,
    clause,
    group,
    window: windowView(window, countedAt),
    items: rows.slice(skip, skip + limit).map((row) => rowView(row, nameOf)),
    total: rows.length,
    leftOut: leftOut.map((entry) => leftOutView(entry, nameOf)),
  };
}

/** Ids of decisions about accounts are the vendor's own; a right is named by the agreement. */
function leftOutView({ cause, by, who, feature, records }: NotCounted, nameOf: (who: string) => string) {
  const byDecision = cause === 'left-out' || cause === 'listed-twice';
  return {
    cause,
    by: byDecision ? null : by,
    who: who === null ? null : nameOf(who),
    feature,
    records,
  };
}
