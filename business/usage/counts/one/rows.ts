import type { UsageRecord } from '#business/usage/record.ts';

/** What counts, column by column, before it has groups and amounts; see `Track`. */
export type Rows = {
  readonly record: UsageRecord[];
  readonly from: number[];
  readonly until: number[];
  readonly end: number[];
};

/** Returns rows to be filled. */
export function emptyRows(): Rows {
  return { record: [], from: [], until: [], end: [] };
}

/** Adds one row. */
export function addRow(rows: Rows, record: UsageRecord, from: number, until: number, end: number): void {
  rows.record.push(record);
  rows.from.push(from);
  rows.until.push(until);
  rows.end.push(end);
}
