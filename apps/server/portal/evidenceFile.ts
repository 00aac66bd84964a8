import { type Written, writeCsv, writeWorkbook } from '#platform/table/writeTable.ts';
import { type CountedWindow, rowView } from './evidence.ts';
import type { PortalEvidenceRow } from './lineSchemas.ts';

type Column = readonly [heading: string, cell: (row: PortalEvidenceRow) => Written];

const columns: readonly Column[] = [
  ['Source', ({ source }) => source],
  ['Record', ({ id }) => id],
  ['Kind', ({ kind }) => kind],
  ['Feature', ({ feature }) => feature],
  ['Who', ({ who }) => who ?? ''],
  ['Named by the source as', ({ namedAs }) => namedAs ?? ''],
  ['From', ({ from }) => from],
  ['Until', ({ until }) => until ?? ''],
  ['Counts', ({ contributes }) => ({ number: contributes })],
  ['Rated', ({ rated }) => rated ?? ''],
  ['Free by', ({ free }) => (free ? `${free.quantity} by ${free.by}` : '')],
  ['Stays taken by', ({ staysBy }) => staysBy ?? ''],
  ['Key', ({ key }) => key],
];

/** Returns all that was counted in a window as a file: an Excel workbook or CSV. */
export function evidenceFile({ rows, nameOf }: CountedWindow, format: 'xlsx' | 'csv'): Uint8Array {
  const cells = rows.map((row) => {
    const view = rowView(row, nameOf);
    return columns.map(([, cell]) => cell(view));
  });
  const table = [columns.map(([heading]): Written => heading), ...cells];
  return format === 'csv' ? writeCsv(table) : writeWorkbook([{ name: 'Counted', rows: table }]);
}
