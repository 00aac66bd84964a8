import type { z } from '@hono/zod-openapi';
import { money } from '#business/catalog/money.ts';
import type { FlagSpan } from '#business/customers/flag.ts';
import { flagsInForce } from '#business/customers/flags.ts';
import type { Staff } from '#business/identity/staff.store.ts';
import type { ListedPosition, PositionTotals, TriageRow } from '#business/remediation/positionList.store.ts';
import { exact } from '#platform/exact.ts';
import { formatInstant, type Instant } from '#platform/instant.ts';
import type { Position, PositionsPage, TriageView } from './schemas.ts';

/** What is known beside the rows of a list. */
export type Beside = {
  readonly staff: readonly Staff[];
  readonly flags: ReadonlyMap<string, readonly FlagSpan[]>;
  readonly now: Instant;
};

/** Returns a position as the list shows it. */
export function positionView(listed: ListedPosition, { staff, flags, now }: Beside): Position {
  const { atStake, currency, ...row } = listed.body;
  const inForce = flagsInForce(flags.get(row.customer.id) ?? [], now);
  return {
    ...row,
    period: row.period ?? null,
    zone: row.zone ?? 'UTC',
    moneyAtStake: atStake === null ? null : moneyView(atStake, currency),
    flags: inForce.map(({ kind, until }) => ({ kind, until: until === null ? null : formatInstant(until) })),
    owner: ownerView(listed, staff),
    triage: listed.triage && triageView(listed.triage),
  };
}

function ownerView(listed: ListedPosition, staff: readonly Staff[]): Position['owner'] {
  const byId = (id: string | null | undefined) => staff.find((one) => one.id === id);
  const assigned = byId(listed.assignee);
  if (assigned) return { id: assigned.id, name: assigned.name, by: 'assigned' };
  const named = byId(listed.triage?.owner);
  if (named) return { id: named.id, name: named.name, by: 'table' };
  const own = staff.find(({ email }) => email === listed.ownerEmail);
  return own ? { id: own.id, name: own.name, by: 'customer' } : null;
}

/** Returns what the table made of a finding, with the row that did. */
export function triageView(triage: TriageRow): z.infer<typeof TriageView> {
  const { severity, sequence, dueOn, row, version, problem } = triage;
  const reason = problem ?? `row ${row} of version ${version}`;
  return {
    severity: severity as z.infer<typeof TriageView>['severity'],
    sequence,
    dueOn,
    reason,
    problem: problem !== null,
  };
}

/** Returns the totals of a list as shown. */
export function totalsView({
  all,
  customers,
  statuses,
  money: sums,
}: PositionTotals): PositionsPage['totals'] {
  return {
    all,
    customers,
    statuses: [...statuses].map(([status, positions]) => ({ status, positions })),
    atStake: sums.map(({ amount, currency, positions }) => ({ ...moneyView(amount, currency), positions })),
  };
}

function moneyView(amount: string, currency: string) {
  return { amount, currency, shown: money(exact(amount), currency) };
}
