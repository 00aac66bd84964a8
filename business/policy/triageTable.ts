import type { Instant } from '#platform/instant.ts';
import type { Decider, Refusal } from '#platform/journal/decider.ts';
import type { Column, Table } from './decisionTable.ts';
import { isFit } from './tableFit.ts';
import { type TriageRefusal, triageRefusals } from './triageTable.refusals.ts';

export const severities = ['critical', 'high', 'normal', 'low'] as const;
export type Severity = (typeof severities)[number];

/** How sure a finding is: everything agrees; verification passed without totals to compare with; or something is open. */
export const evidenceGrades = ['proven', 'sound', 'open'] as const;

/** What a row makes of a finding. `owner`: a member of staff; `null`: the owner of the customer. Due so many days after it was detected. */
export type TriageOutcome = {
  readonly severity: Severity;
  readonly sequence: number;
  readonly owner: string | null;
  readonly dueDays: number | null;
};

export type TriageTable = Table<TriageOutcome>;

/** What the table may ask of a finding. No price and no percentage there may be: those two are optional. */
export const triageColumns: readonly Column[] = [
  { id: 'stake', type: 'money', optional: true },
  { id: 'percent', type: 'number', optional: true },
  { id: 'days', type: 'number' },
  { id: 'size', type: 'choice', values: ['small', 'medium', 'large'] },
  { id: 'segment', type: 'text' },
  { id: 'flags', type: 'set', values: ['legal-hold', 'do-not-contact', 'in-renewal-talks'] },
  { id: 'evidence', type: 'choice', values: evidenceGrades },
];

/** The vendor's table; the version of its stream is the version that is shown with a reason. */
export type TriagePolicy = { readonly table: TriageTable };

export type TriageCommand = { readonly kind: 'publish'; readonly table: TriageTable; readonly at: Instant };
export type TriageEvent = { readonly kind: 'published'; readonly table: TriageTable; readonly at: Instant };

type Decision = { readonly events: readonly TriageEvent[] } | { readonly refused: Refusal<TriageRefusal> };

/** Returns the event of publishing a table, or why it is refused: a test must be one its column understands. */
export function decideTriage(command: TriageCommand): Decision {
  const { table, at } = command;
  if (!isFit(table, triageColumns))
    return { refused: { code: 'table_test_unfit', words: triageRefusals.table_test_unfit } };
  return { events: [{ kind: 'published', table, at }] };
}

/** The lifecycle of the triage table: one after another, each one whole. */
export const triageDecider: Decider<TriagePolicy, TriageCommand, TriageEvent, TriageRefusal> = {
  initial: { table: { rows: [] } },
  decide: decideTriage,
  evolve: (_, { table }) => ({ table }),
};
