import { flagsOfAll } from '#business/customers/flags.store.ts';
import { dueCustomers } from '#business/findings/finding.store.ts';
import { readStaff } from '#business/identity/staff.store.ts';
import { listPositions, positionChoices, totalPositions } from '#business/remediation/positionList.store.ts';
import { orderingOf } from '#business/remediation/positionWhere.store.ts';
import { formatInstant } from '#platform/instant.ts';
import { type Result, success } from '#platform/problem.ts';
import { writeCsv, writeWorkbook } from '#platform/table/writeTable.ts';
import { asStaff, type ServerContext } from '../context.ts';
import { type CursorKey, cutPage, isDay, readCursor } from '../http/cursor.ts';
import { exportRows } from './export.ts';
import { filterOf, questionOf } from './question.ts';
import {
  type ExportQuery,
  type ListQuery,
  listQuery,
  type PositionChoices,
  type PositionsPage,
} from './schemas.ts';
import { positionView, totalsView } from './view.ts';

/** Returns one page of the positions that pass a filter, with what all of them come to on the first page. */
export async function positionsPage(
  context: ServerContext,
  asked: ListQuery = listQuery.parse({}),
): Promise<Result<PositionsPage>> {
  const filter = filterOf(asked);
  if (!filter.ok) return filter;
  const now = context.clock();
  return asStaff(context, async (tx) => {
    const { query, owner, staff } = await questionOf(tx, filter.value, asked, now);
    const { keys, types } = orderingOf(query);
    const after = readCursor(asked.cursor, keys.length, (key) => fits(key, types));
    if (!after.ok) return after;
    const place = { now, owner, after: after.value, limit: asked.limit + 1 };
    const rows = await listPositions(tx, query, place);
    const { items, next } = cutPage(rows, asked.limit, ({ key }) => key);
    const totals = after.value === null ? await totalPositions(tx, query, place) : null;
    const beside = { staff, flags: await flagsOfAll(tx, now), now };
    return success({
      items: items.map((listed) => positionView(listed, beside)),
      next,
      total: totals?.found ?? null,
      asOf: formatInstant(now),
      loading: (await dueCustomers(tx, now, 1)).length > 0,
      totals: totals && totalsView(totals),
    });
  });
}

const limits: Readonly<Record<string, number>> = { smallint: 2 ** 15, integer: 2 ** 31 };

/** Whether the parts of a cursor are of the types of the columns they are compared with. */
function fits(key: CursorKey, types: readonly string[]): boolean {
  return key.every((part, i) => {
    const [type, text] = [types[i]!, String(part)];
    if (part === null || type === 'text') return true;
    if (type === 'date') return text === 'infinity' || isDay(part);
    if (type === 'numeric') return /^-?\d{1,1000}(\.\d{1,1000})?$/.test(text);
    return /^-?\d{1,10}$/.test(text) && Math.abs(Number(part)) < limits[type]!;
  });
}

/** Returns all positions that pass a filter as a file: an Excel workbook or CSV. */
export async function positionsFile(
  context: ServerContext,
  { format, ...asked }: ExportQuery,
): Promise<Result<Uint8Array>> {
  const filter = filterOf(asked);
  if (!filter.ok) return filter;
  const now = context.clock();
  // One moment for all pages that are read.
  const rows = await asStaff(
    context,
    async (tx) => exportRows(tx, await questionOf(tx, filter.value, asked, now), now),
    'repeatable read',
  );
  return success(format === 'csv' ? writeCsv(rows) : writeWorkbook([{ name: 'Positions', rows }]));
}

/** Returns what there is to choose from in the filters of the list. */
export function choicesPage(context: ServerContext): Promise<PositionChoices> {
  return asStaff(context, async (tx) => ({
    ...(await positionChoices(tx)),
    owners: (await readStaff(tx)).filter(({ active }) => active).map(({ id, name }) => ({ id, name })),
  }));
}
