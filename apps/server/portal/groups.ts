import type { Result } from '#platform/problem.ts';
import { failure, success } from '#platform/problem.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import { cursorAfter, readCursor } from '../http/cursor.ts';
import { notFound } from '../problems.ts';
import { placedGroups, placedView } from './clauseView.ts';
import type { EntriesQuery } from './entries.ts';
import { findLine, type LinePlace } from './line.ts';
import type { PortalGroups } from './lineSchemas.ts';
import { readMatter } from './overview.ts';

/** Returns one page of the groups of a clause with where each stands, closest to its limit first. */
export async function portalGroups(
  context: ServerContext,
  place: LinePlace,
  { cursor, limit, search = '' }: EntriesQuery,
): Promise<Result<PortalGroups>> {
  const key = readCursor(cursor, 1, ([skip]) => Number.isSafeInteger(skip) && Number(skip) >= 0);
  if (!key.ok) return key;
  const skip = Number(key.value?.[0] ?? 0);
  return asStaffOf(context, place.customer, async (tx) => {
    const matter = await readMatter(tx, place.customer, context.clock());
    const found = matter && findLine(matter, place);
    if (!matter || !found) return failure(notFound('such line'));
    const { known, clause, reading } = found;
    const wanted = search.trim().toLowerCase();
    const isNamed = (group: string) =>
      (JSON.parse(group) as string[]).some((value, i) => {
        const shown = clause.measure.groupBy[i] === 'who' ? matter.nameOf(value) : value;
        return shown.toLowerCase().includes(wanted);
      });
    const all = placedGroups(known, clause, reading, matter.now);
    const chosen = wanted === '' ? all : all.filter(({ group }) => isNamed(group));
    const items = chosen.slice(skip, skip + limit);
    return success({
      items: items.map((one) => placedView(known, clause, reading, one, matter)),
      next: skip + limit < chosen.length ? cursorAfter([skip + limit]) : null,
      total: chosen.length,
    });
  });
}
