import { flagsOfAll } from '#business/customers/flags.store.ts';
import { type ListedPosition, listPositions } from '#business/remediation/positionList.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import type { Written } from '#platform/table/writeTable.ts';
import type { Question } from './question.ts';
import type { Position } from './schemas.ts';
import { positionView } from './view.ts';

/** More rows than this a spreadsheet is no help with; the file says that it was cut. */
export const mostExported = 100_000;
const atOnce = 2_000;

type Column = readonly [heading: string, cell: (position: Position) => Written];

const columns: readonly Column[] = [
  ['Customer', ({ customer }) => customer.name],
  ['Customer id', ({ customer }) => customer.id],
  ['Agreement', ({ agreement }) => agreement],
  ['Product', ({ product }) => product.name],
  ['Clause', ({ clause }) => clause.plain],
  ['Group', ({ group }) => (group === '[]' ? '' : group)],
  ['Unit', ({ unit }) => unit.many],
  ['Entitled', ({ entitled }) => numberCell(entitled)],
  ['Used', ({ used }) => numberCell(used)],
  ['Balance', ({ balance }) => numberCell(balance)],
  ['Measured from', ({ period }) => period?.from ?? ''],
  ['Measured until', ({ period }) => (period ? (period.until ?? 'still running') : '')],
  ['Status', ({ status }) => status],
  ['At stake', ({ moneyAtStake }) => (moneyAtStake ? { number: moneyAtStake.amount } : '')],
  ['Currency', ({ moneyAtStake }) => moneyAtStake?.currency ?? ''],
  ['Renews on', ({ renewsOn }) => ({ day: renewsOn })],
  ['Owner', ({ owner }) => owner?.name ?? ''],
  ['Flags', ({ flags }) => flags.map(({ kind }) => kind).join(', ')],
  ['Severity', ({ triage }) => triage?.severity ?? ''],
  ['Due', ({ triage }) => (triage?.dueOn ? { day: triage.dueOn } : '')],
  ['Triage by', ({ triage }) => triage?.reason ?? ''],
  ['Finding', ({ finding }) => finding ?? ''],
];

/** A number as people read it becomes one that a spreadsheet can add; anything else stays a text. */
function numberCell(shown: string): Written {
  const number = shown.replaceAll(',', '').replace('−', '-');
  return /^-?\d+(\.\d+)?$/.test(number) ? { number } : shown;
}

/** Returns the rows of a list as cells, all that pass the filter in their order, under a row of headings. */
export async function exportRows(
  tx: Tx,
  { query, owner, staff }: Question,
  now: Instant,
): Promise<readonly Written[][]> {
  const flags = await flagsOfAll(tx, now);
  const rows: Written[][] = [columns.map(([heading]) => heading)];
  let after: readonly string[] | null = null;
  do {
    const found: ListedPosition[] = await listPositions(tx, query, { now, owner, after, limit: atOnce });
    for (const listed of found) {
      const position = positionView(listed, { staff, flags, now });
      rows.push(columns.map(([, cell]) => cell(position)));
    }
    after = found.length === atOnce ? found.at(-1)!.key : null;
  } while (after !== null && rows.length <= mostExported);
  if (after !== null) rows.push([`Cut after ${mostExported} rows: narrow the filter.`]);
  return rows;
}
