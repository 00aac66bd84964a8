import type { Customer } from '#business/customers/customer.ts';
import type { FlagKind } from '#business/customers/flag.ts';
import type { Finding } from '#business/findings/lifecycle.ts';
import { type Decided, decideByTable, type Inputs } from '#business/policy/decisionTable.ts';
import {
  type Severity,
  type TriageOutcome,
  type TriageTable,
  triageColumns,
} from '#business/policy/triageTable.ts';
import { exact, plain, zero } from '#platform/exact.ts';
import { addDays, type CalendarDate, dateIn, daysBetween, type Instant } from '#platform/instant.ts';

type Known = Exclude<Finding, { status: 'none' }>;

/** A finding that is still open, with what the table may ask besides. `stake`: `null` where no price is agreed. */
export type ToTriage = {
  readonly finding: Known;
  readonly stake: { readonly amount: string; readonly currency: string } | null;
  readonly customer: Pick<Customer, 'size' | 'segment'>;
  readonly flags: readonly FlagKind[];
  readonly now: Instant;
};

/** Returns what the table is asked about a finding. Percent is the excess of 100 allowed, none where nothing is allowed. */
export function triageInputs({ finding, stake, customer, flags, now }: ToTriage): Inputs {
  const reading = finding.status === 'confirmed' ? finding.confirmed : finding.reading;
  const limit = exact(reading.limit);
  const percent = limit.gt(zero) ? plain(exact(reading.excess).mul(100).div(limit)) : null;
  const days = daysBetween(dateIn(reading.from, 'UTC'), dateIn(now, 'UTC'));
  return {
    stake,
    percent,
    days: String(Math.max(0, days)),
    size: customer.size ?? null,
    segment: customer.segment ?? null,
    flags,
    evidence: gradeOf(finding),
  };
}

function gradeOf({ verification }: Known): 'proven' | 'sound' | 'open' {
  if (!verification?.passed) return 'open';
  return verification.reconciliation === 'agrees' ? 'proven' : 'sound';
}

/** What became of a finding: as the table says, with its row; or nothing, and why. */
export type Triaged = {
  readonly severity: Severity | null;
  readonly sequence: number | null;
  readonly owner: string | null;
  readonly dueOn: CalendarDate | null;
  readonly row: number | null;
  readonly problem: string | null;
};

const columnWords: Readonly<Record<string, string>> = {
  stake: 'money at stake',
  percent: 'excess in percent',
  days: 'days since it began',
  size: 'size of the customer',
  segment: 'segment of the customer',
  flags: 'flags of the customer',
  evidence: 'how sure it is',
};

/** Returns what the table makes of a finding; due counts from the day it was detected. */
export function triageOf(table: TriageTable, one: ToTriage): Triaged {
  const decided = decideByTable(table, triageColumns, triageInputs(one));
  const nothing = { severity: null, sequence: null, owner: null, dueOn: null, row: null };
  if (decided.kind !== 'decided') return { ...nothing, problem: problemOf(decided) };
  const { severity, sequence, owner, dueDays } = decided.outcome;
  const dueOn = dueDays === null ? null : addDays(dateIn(one.finding.detectedAt, 'UTC'), dueDays);
  return { severity, sequence, owner, dueOn, row: decided.row, problem: null };
}

function problemOf(decided: Exclude<Decided<TriageOutcome>, { kind: 'decided' }>): string {
  if (decided.kind === 'gap') return 'no row of the table covers it';
  const names = decided.columns.map((id) => columnWords[id] ?? id);
  return `not known, but asked by the table: ${names.join(', ')}`;
}
