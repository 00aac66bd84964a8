import type { TableTest, TriagePage, TriageRow } from '../data/triage.ts';

export type Column = TriagePage['columns'][number];

/** A row as edited, with an id of its own while the page is open. */
export type EditedRow = { readonly id: number; readonly row: TriageRow };

/** What the columns are called. */
export const columnWords: Readonly<Record<string, string>> = {
  stake: 'Money at stake',
  percent: 'Excess in %',
  days: 'Days since it began',
  size: 'Customer size',
  segment: 'Segment',
  flags: 'Flags',
  evidence: 'How sure it is',
  amount: 'Amount to the end of the term',
  units: 'Units more',
  product: 'Product',
  customer: 'Customer',
  standing: 'Standing',
};

/** The kinds of tests a column understands, with their words. */
export function kindsOf(column: Column): readonly (readonly [TableTest['kind'], string])[] {
  const any = ['any', 'Any'] as const;
  const missing = column.optional ? ([['missing', 'None known']] as const) : [];
  switch (column.type) {
    case 'number':
    case 'money':
      return [any, ['between', 'From … below …'], ...missing];
    case 'choice':
    case 'text':
      return [any, ['oneOf', 'One of'], ...missing];
    case 'set':
      return [any, ['hasAny', 'Has one of'], ['hasNone', 'Has none of'], ...missing];
  }
}

/** Returns the plainest test of a kind, to be filled in. */
export function newTest(kind: TableTest['kind'], column: Column): TableTest {
  switch (kind) {
    case 'any':
    case 'missing':
      return { kind };
    case 'between':
      return {
        kind,
        atLeast: '0',
        below: null,
        ...(column.type === 'money' ? { currency: 'EUR' } : {}),
      };
    case 'oneOf':
    case 'hasAny':
    case 'hasNone':
      return { kind, values: column.values.slice(0, 1) };
  }
}

/** Returns a row that asks nothing and makes a finding of usual severity. */
export function newRow(): TriageRow {
  return { tests: {}, outcome: { severity: 'normal', sequence: 10, owner: null, dueDays: 30 } };
}

/** Returns the rows as they are sent: what is not asked is left out. */
export function rowsToSend(rows: readonly EditedRow[]): TriageRow[] {
  return rows.map(({ row }) => ({
    ...row,
    tests: Object.fromEntries(Object.entries(row.tests).filter(([, test]) => test.kind !== 'any')),
  }));
}

/** Returns the rows with one moved up or down. */
export function moved(rows: readonly EditedRow[], index: number, by: 1 | -1): EditedRow[] {
  const next = [...rows];
  const [row] = next.splice(index, 1);
  if (row) next.splice(Math.max(0, index + by), 0, row);
  return next;
}
