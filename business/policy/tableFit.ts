import type { Column, Table, Test } from './decisionTable.ts';

/** Returns whether every test of a table is one that its column understands. */
export function isFit(table: Table<unknown>, columns: readonly Column[]): boolean {
  return table.rows.every((row) => Object.entries(row.tests).every(([id, test]) => fits(columns, id, test)));
}

function fits(columns: readonly Column[], id: string, test: Test): boolean {
  const column = columns.find((one) => one.id === id);
  if (!column) return false;
  switch (test.kind) {
    case 'any':
      return true;
    case 'missing':
      return column.optional === true;
    case 'between':
      return column.type === 'money' ? test.currency !== undefined : column.type === 'number';
    case 'oneOf':
      return column.type === 'text' || (column.type === 'choice' && isWithin(test.values, column.values));
    case 'hasAny':
    case 'hasNone':
      return column.type === 'set' && isWithin(test.values, column.values);
  }
}

function isWithin(values: readonly string[], all: readonly string[]): boolean {
  return values.length > 0 && values.every((value) => all.includes(value));
}
