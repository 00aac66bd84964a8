import { sql } from 'kysely';
import type { Customer } from '#business/customers/customer.ts';
import { flagsOfAll } from '#business/customers/flags.store.ts';
import { flagsInForce } from '#business/customers/flags.ts';
import type { Finding } from '#business/findings/lifecycle.ts';
import { readTriage } from '#business/policy/triageTable.store.ts';
import type { TriageTable } from '#business/policy/triageTable.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import { type ToTriage, type Triaged, triageOf } from './triage.ts';

declare module '#platform/database/tables.ts' {
  interface Tables {
    finding_triage: {
      customer_id: string;
      finding: string;
      agreement: string;
      clause: string;
      group_key: string;
      severity: string | null;
      sequence: number | null;
      owner: string | null;
      due_on: string | null;
      table_version: number;
      table_row: number | null;
      problem: string | null;
    };
  }
}

type Known = Exclude<Finding, { status: 'none' }>;

/** An open finding as the table is asked about it, and who it is of. */
export type OpenFinding = ToTriage & { readonly name: string };

/** Returns all findings in scope (of one customer, where given) that are still open, with what the table may ask. */
export async function openFindings(tx: Tx, now: Instant, customer?: string): Promise<OpenFinding[]> {
  const only = customer === undefined ? sql`true` : sql`s.customer_id = ${customer}`;
  const { rows } = await sql<{
    state: Known;
    body: Customer;
    at_stake: string | null;
    currency: string | null;
  }>`
    SELECT s.state, c.body, p.at_stake, p.currency
    FROM stream_state s
    JOIN customer c ON c.customer_id = s.customer_id
    LEFT JOIN position p ON p.customer_id = s.customer_id AND p.finding = s.id AND p.body ->> 'atStake' IS NOT NULL
    WHERE ${only} AND s.lifecycle = 'finding' AND s.state ->> 'status' IN ('detected', 'verified', 'confirmed')
    ORDER BY s.customer_id, s.id`.execute(tx);
  const flags = await flagsOfAll(tx, now);
  return rows.map(({ state, body, at_stake, currency }) => ({
    finding: state,
    stake: at_stake === null || currency === null ? null : { amount: at_stake, currency },
    customer: body,
    name: body.name,
    flags: flagsInForce(flags.get(state.customer) ?? [], now).map(({ kind }) => kind),
    now,
  }));
}

/** Asks the table in force about every open finding in scope (of one customer, where given) and keeps what it says. */
export async function triageAll(tx: Tx, now: Instant, customer?: string): Promise<void> {
  // A table is published while findings come in: whoever is first, the other sees what it wrote.
  const lock = customer === undefined ? 'pg_advisory_xact_lock' : 'pg_advisory_xact_lock_shared';
  await sql`SELECT ${sql.raw(lock)}(hashtextextended('triage', 0))`.execute(tx);
  // A flag is raised while the same customer is examined: the second writes after the first, not beside it.
  if (customer !== undefined)
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`triage ${customer}`}, 0))`.execute(tx);
  const { table, version } = await readTriage(tx);
  await tx
    .deleteFrom('finding_triage')
    .$if(customer !== undefined, (query) => query.where('customer_id', '=', customer!))
    .execute();
  if (version === 0) return;
  const rows = (await openFindings(tx, now, customer)).map((one) => rowOf(one, table, version));
  if (rows.length === 0) return;
  await sql`
    INSERT INTO finding_triage (customer_id, finding, agreement, clause, group_key, severity, sequence, owner, due_on,
      table_version, table_row, problem)
    SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (
      customer_id text, finding text, agreement text, clause text, group_key text, severity text, sequence integer,
      owner text, due_on date, table_version integer, table_row integer, problem text
    )`.execute(tx);
}

function rowOf(one: OpenFinding, table: TriageTable, version: number) {
  const { finding } = one;
  const said: Triaged = triageOf(table, one);
  const { dueOn: due_on, row: table_row, ...rest } = said;
  const place = { agreement: finding.agreement, clause: finding.clause, group_key: finding.group };
  return {
    customer_id: finding.customer,
    finding: finding.key,
    ...place,
    ...rest,
    due_on,
    table_row,
    table_version: version,
  };
}
