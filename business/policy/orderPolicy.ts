import type { Instant } from '#platform/instant.ts';
import type { Decider, Refusal } from '#platform/journal/decider.ts';
import { type Column, decideByTable, type Inputs, type Table } from './decisionTable.ts';
import { isFit } from './tableFit.ts';
import { type TriageRefusal as PolicyRefusal, triageRefusals } from './triageTable.refusals.ts';

/** What a row makes of an order: the customer orders at once, or asks and the vendor answers. */
export const orderWays = ['at-once', 'request'] as const;
export type OrderWay = (typeof orderWays)[number];

export type OrderTable = Table<OrderWay>;

/**
 * What the table may ask of an order. `amount` is what it costs to the end of the term, missing where there is no price.
 * `standing`: `good`, or `findings` while something confirmed has not been agreed about.
 */
export const orderColumns: readonly Column[] = [
  { id: 'amount', type: 'money', optional: true },
  { id: 'units', type: 'number' },
  { id: 'product', type: 'text' },
  { id: 'customer', type: 'text' },
  { id: 'size', type: 'choice', values: ['small', 'medium', 'large'], optional: true },
  { id: 'segment', type: 'text', optional: true },
  { id: 'standing', type: 'choice', values: ['good', 'findings'] },
];

/** The vendor's table; the version of its stream is the version that an order names. */
export type OrderPolicy = { readonly table: OrderTable };
export type OrderPolicyCommand = {
  readonly kind: 'publish';
  readonly table: OrderTable;
  readonly at: Instant;
};
export type OrderPolicyEvent = {
  readonly kind: 'published';
  readonly table: OrderTable;
  readonly at: Instant;
};

/**
 * Returns how something is ordered, and the row that says so. What no row covers is a request (`row: null`), and so is
 * what costs nobody knows what: nothing is ordered at once by an oversight.
 */
export function wayOfOrder(
  table: OrderTable,
  inputs: Inputs,
): { readonly way: OrderWay; readonly row: number | null } {
  if ((inputs.amount ?? null) === null) return { way: 'request', row: null };
  const decided = decideByTable(table, orderColumns, inputs);
  return decided.kind === 'decided'
    ? { way: decided.outcome, row: decided.row }
    : { way: 'request', row: null };
}

type Decision =
  | { readonly events: readonly OrderPolicyEvent[] }
  | { readonly refused: Refusal<PolicyRefusal> };

/** Returns the event of publishing a table, or why it is refused: a test must be one its column understands. */
export function decideOrderPolicy({ table, at }: OrderPolicyCommand): Decision {
  if (!isFit(table, orderColumns))
    return { refused: { code: 'table_test_unfit', words: triageRefusals.table_test_unfit } };
  return { events: [{ kind: 'published', table, at }] };
}

/** The lifecycle of the table of orders: one after another, each one whole. */
export const orderPolicyDecider: Decider<OrderPolicy, OrderPolicyCommand, OrderPolicyEvent, PolicyRefusal> = {
  initial: { table: { rows: [] } },
  decide: decideOrderPolicy,
  evolve: (_, { table }) => ({ table }),
};
