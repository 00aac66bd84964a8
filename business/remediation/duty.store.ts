import { sql } from 'kysely';
import type { SignedAgreement } from '#business/agreements/agreement.ts';
import { type DutyDate, type DutyState, dutiesOf, dutyDates } from '#business/agreements/duty.ts';
import type { Customer } from '#business/customers/customer.ts';
import { type Tx, textArray } from '#platform/database/scope.ts';
import { addDays, type CalendarDate, dateIn, type Instant } from '#platform/instant.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { type Executed, execute, type Lifecycle } from '#platform/journal/journal.ts';
import type { JsonColumn } from '#platform/journal/rows.ts';
import { searchable } from './positionFilter.ts';
import type { ReceiptRefusal } from './receipts.refusals.ts';
import { type ReceiptCommand, type ReceiptEvent, type Receipts, receiptsDecider } from './receipts.ts';

/** A duty's date as listed. */
export type DutyRow = {
  readonly customer: { readonly id: string; readonly name: string };
  readonly agreement: string;
  readonly duty: { readonly id: string; readonly plain: string };
} & DutyDate;

declare module '#platform/database/tables.ts' {
  interface Tables {
    duty_date: {
      customer_id: string;
      agreement: string;
      duty: string;
      due_on: string;
      remind_on: string;
      grace_until: string;
      customer_sort: string;
      body: JsonColumn<DutyRow>;
    };
    duty_receipt: {
      customer_id: string;
      agreement: string;
      duty: string;
      due_on: string;
      receipt: string;
      received_on: string;
    };
  }
}

/** How receipts stand in the journal: shared, for the customer did it. */
export const receiptsLifecycle: Lifecycle<Receipts, ReceiptCommand, ReceiptEvent, ReceiptRefusal> = {
  lifecycle: 'duty-receipts',
  decider: receiptsDecider,
  describe: ({ kind, ...payload }) => ({
    type: `duty.${kind}`,
    schemaVersion: 1,
    visibility: kind === 'received' ? 'shared' : 'vendor',
    payload: payload as unknown as Json,
  }),
  revive: (type, payload) =>
    ({ kind: type.slice('duty.'.length), ...(payload as object) }) as unknown as ReceiptEvent,
};

/** How far ahead dates are listed before their reminder begins, in days. */
const ahead = 366;

/** Replaces the dates of a customer's duties by those of its agreements as known now. */
export async function saveDutyDates(
  tx: Tx,
  customer: Customer,
  agreements: readonly SignedAgreement[],
  now: Instant,
): Promise<void> {
  await tx.deleteFrom('duty_date').where('customer_id', '=', customer.id).execute();
  const through = addDays(dateIn(now, 'UTC'), ahead);
  const rows = agreements.flatMap((signed) =>
    dutiesOf(signed).flatMap((duty) =>
      dutyDates(signed, duty, through).map((date) => ({
        agreement: signed.id,
        duty: duty.id,
        due_on: date.dueOn,
        remind_on: date.remindOn,
        grace_until: date.graceUntil,
        customer_sort: searchable(customer.name),
        body: {
          customer: { id: customer.id, name: customer.name },
          agreement: signed.id,
          duty: { id: duty.id, plain: duty.plain },
          ...date,
        },
      })),
    ),
  );
  if (rows.length === 0) return;
  await sql`
    INSERT INTO duty_date (customer_id, agreement, duty, due_on, remind_on, grace_until, customer_sort, body)
    SELECT ${customer.id}, agreement, duty, due_on, remind_on, grace_until, customer_sort, body
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (agreement text, duty text, due_on date,
      remind_on date, grace_until date, customer_sort text, body jsonb)
    ON CONFLICT DO NOTHING`.execute(tx);
}

/** Where a duty stands: whose, in which agreement. */
export type DutyPlace = { readonly customer: string; readonly agreement: string; readonly duty: string };

/** Carries out one command on the receipts of a duty, and keeps what lists read in step. */
export async function commandReceipts(
  tx: Tx,
  { customer, agreement, duty }: DutyPlace,
  command: ReceiptCommand,
  by: { readonly actor: string; readonly now: Instant },
  once: { readonly idempotencyKey?: string; readonly asked?: Json } = {},
): Promise<Executed<Receipts, ReceiptEvent, ReceiptRefusal>> {
  const id = JSON.stringify([agreement, duty]);
  const done = await execute(tx, { ...receiptsLifecycle, id, customer, command, ...by, ...once });
  if (done.kind !== 'done') return done;
  await tx
    .deleteFrom('duty_receipt')
    .where('customer_id', '=', customer)
    .where('agreement', '=', agreement)
    .where('duty', '=', duty)
    .execute();
  const rows = done.state.receipts
    .filter(({ undone }) => undone === null)
    .map((receipt) => ({
      customer_id: customer,
      agreement,
      duty,
      due_on: receipt.dueOn,
      receipt: receipt.id,
      received_on: receipt.receivedOn,
    }));
  if (rows.length > 0) await tx.insertInto('duty_receipt').values(rows).execute();
  return done;
}

/** Returns whether something is owed by this date. */
export async function isOwed(
  tx: Tx,
  { customer, agreement, duty }: DutyPlace,
  dueOn: string,
): Promise<boolean> {
  const row = await tx
    .selectFrom('duty_date')
    .select('due_on')
    .where('customer_id', '=', customer)
    .where('agreement', '=', agreement)
    .where('duty', '=', duty)
    .where('due_on', '=', dueOn)
    .executeTakeFirst();
  return row !== undefined;
}

/** Which dates to list; without states all, without a customer everybody's. */
export type DutyQuery = {
  readonly states: readonly DutyState[];
  readonly customer: string | null;
  readonly today: CalendarDate;
};

/** A date of the list with where it stands, what came in, and its place for the cursor. */
export type ListedDuty = {
  readonly body: DutyRow;
  readonly state: DutyState;
  readonly receipt: string | null;
  readonly receivedOn: CalendarDate | null;
  readonly key: readonly string[];
};

const stateSql = (today: CalendarDate) => sql`(CASE WHEN r.receipt IS NOT NULL THEN 'done'
  WHEN d.remind_on > ${today}::date THEN 'upcoming' WHEN d.grace_until >= ${today}::date THEN 'due' ELSE 'overdue' END)`;
const source = sql`FROM duty_date d LEFT JOIN duty_receipt r ON r.customer_id = d.customer_id
  AND r.agreement = d.agreement AND r.duty = d.duty AND r.due_on = d.due_on`;

/** Returns the dates of duties behind a place of the list, the earliest due first, at most `limit`. */
export async function listDuties(
  tx: Tx,
  { states, customer, today }: DutyQuery,
  place: { readonly after: readonly (string | number | null)[] | null; readonly limit: number },
): Promise<ListedDuty[]> {
  const keys = sql`d.due_on, d.customer_sort, d.customer_id, d.agreement, d.duty`;
  const behind = place.after
    ? sql`AND (${keys}) > (${place.after[0]}::date, ${sql.join(place.after.slice(1).map((part) => sql`${part}::text`))})`
    : sql``;
  const { rows } = await sql<ListedDuty>`
    SELECT d.body, ${stateSql(today)} AS state, r.receipt, r.received_on AS "receivedOn",
      ARRAY[d.due_on::text, d.customer_sort, d.customer_id, d.agreement, d.duty] AS key
    ${source} WHERE ${passes(states, customer, today)} ${behind} ORDER BY ${keys} LIMIT ${place.limit}`.execute(
    tx,
  );
  return rows;
}

function passes(states: readonly DutyState[], customer: string | null, today: CalendarDate) {
  return sql`(${customer}::text IS NULL OR d.customer_id = ${customer})
    AND (${states.length === 0} OR ${stateSql(today)} = ANY (${textArray(states)}::text[]))`;
}

/** Returns how many dates stand in each state (of one customer, where given). */
export async function countDuties(
  tx: Tx,
  customer: string | null,
  today: CalendarDate,
): Promise<ReadonlyMap<DutyState, number>> {
  const { rows } = await sql<{ state: DutyState; n: string }>`
    SELECT ${stateSql(today)} AS state, count(*) AS n ${source} WHERE ${passes([], customer, today)} GROUP BY 1`.execute(
    tx,
  );
  return new Map(rows.map(({ state, n }) => [state, Number(n)]));
}
