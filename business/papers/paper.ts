import type { Instant } from '#platform/instant.ts';
import type { Problem, Result } from '#platform/problem.ts';
import type { ColumnSpec, Fields } from '#platform/table/column.ts';

/** What can be brought in as a table. */
export const paperKinds = [
  'customers',
  'contacts',
  'mistakes',
  'openOrders',
  'partners',
  'orderLines',
  'products',
  'prices',
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** When rows are put, and whether to take something back, which alone may change a price in force. */
export type PutContext = { readonly now: Instant; readonly undoing: boolean };

/**
 * How the rows of a kind meet what is known. `State` is a working copy of it, which `put` and `remove` change, wholly or,
 * where they are refused, not at all; the store saves what became of it.
 */
export type Paper<State> = {
  readonly columns: readonly ColumnSpec[];
  /** What a row is about, by its key columns. */
  readonly nameOf: (fields: Fields) => string;
  /** The customer a row is about, `null` where it is about none or several. */
  readonly subjectOf: (fields: Fields, state: State) => string | null;
  /** The texts of what is known under a name. */
  readonly read: (state: State, name: string) => Fields | undefined;
  readonly put: (state: State, fields: Fields, context: PutContext) => Result<void>;
  readonly remove: (state: State, name: string, context: PutContext) => Result<void>;
  /** What turns out only when all rows have been put: the names that are refused, each with its problem. */
  readonly settle: (state: State, context: PutContext) => ReadonlyMap<string, Problem>;
  /** All that is known, in the order of a file. */
  readonly list: (state: State) => readonly Fields[];
};

/** The names of nested things: the customer and the mistake, the agreement and its line. Ids hold no space. */
export function nested(...ids: readonly (string | undefined)[]): string {
  return ids.map((id = '') => id).join(' ');
}
