import { type Tx, vendorWide } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import { eraseDocument, writeDocument } from '#platform/journal/documents.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { type Executed, execute, type Lifecycle } from '#platform/journal/journal.ts';
import type { InstantColumn } from '#platform/journal/rows.ts';
import type { StaffRole } from './roles.ts';
import { type StaffRefusal, staffRefusals } from './staff.refusals.ts';
import { type StaffCommand, type StaffEvent, type StaffMember, staffDecider } from './staff.ts';

declare module '#platform/database/tables.ts' {
  interface Tables {
    staff_member: {
      customer_id: string;
      id: string;
      name: string | null;
      email: string | null;
      retired_at: InstantColumn | null;
    };
  }
}

/** How people of the vendor stand in the journal: ids and roles; names and addresses are erasable documents. */
export const staffLifecycle: Lifecycle<StaffMember, StaffCommand, StaffEvent, StaffRefusal> = {
  lifecycle: 'staff',
  decider: staffDecider,
  describe: ({ kind, ...payload }) => ({
    type: `staff.${kind}`,
    schemaVersion: 1,
    visibility: 'vendor',
    payload: payload as unknown as Json,
  }),
  revive: (type, payload) =>
    ({ kind: type.slice('staff.'.length), ...(payload as object) }) as unknown as StaffEvent,
};

/** A person of the vendor as lists show them; without name and address where these were erased. */
export type Staff = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: StaffRole;
  readonly active: boolean;
  readonly version: number;
};

/** What is said of a person. */
export type StaffDetails = { readonly name: string; readonly email: string; readonly role: StaffRole };

type By = { readonly actor: string; readonly now: Instant };
type Done = Executed<StaffMember, StaffEvent, StaffRefusal>;

/** Returns all people of the vendor who are or were in the team, by name; those erased are left out. */
export async function readStaff(tx: Tx): Promise<Staff[]> {
  const rows = await tx
    .selectFrom('staff_member')
    .innerJoin('stream_state', (join) =>
      join.onRef('stream_state.id', '=', 'staff_member.id').on('stream_state.lifecycle', '=', 'staff'),
    )
    .select(['staff_member.id', 'name', 'email', 'state', 'version'])
    .where('staff_member.customer_id', '=', vendorWide)
    .where('name', 'is not', null)
    .orderBy('name')
    .orderBy('staff_member.id')
    .execute();
  return rows.map(({ id, name, email, state, version }) => {
    const { role, status } = state as unknown as { role: StaffRole; status: string };
    return { id, name: name!, email: email!, role, active: status === 'active', version };
  });
}

/** Adds a person or changes what is said of one; two people never share an address. `expectedVersion` 0 adds. */
export async function saveStaff(
  tx: Tx,
  id: string,
  details: StaffDetails,
  by: By,
  expectedVersion: number,
): Promise<Done> {
  const { name, role } = details;
  const email = details.email.toLowerCase();
  const taken = await tx
    .selectFrom('staff_member')
    .select('id')
    .where('customer_id', '=', vendorWide)
    .where('email', '=', email)
    .where('id', '<>', id)
    .executeTakeFirst();
  if (taken) return refused('staff_email_taken');
  const { id: document, digest } = await writeDocument(tx, vendorWide, JSON.stringify({ name, email }));
  const said = { role, details: { document, digest }, at: by.now };
  const command: StaffCommand =
    expectedVersion === 0 ? { kind: 'add', id, ...said } : { kind: 'change', ...said };
  const done = await run(tx, id, command, by, expectedVersion);
  if (done.kind !== 'done') {
    await eraseDocument(tx, document, by.now);
    return done;
  }
  const row = { name, email };
  await tx
    .insertInto('staff_member')
    .values({ customer_id: vendorWide, id, ...row, retired_at: null })
    .onConflict((conflict) => conflict.columns(['customer_id', 'id']).doUpdateSet(row))
    .execute();
  return done;
}

/** Retires a person, takes one back, or erases name and address of one who is retired. */
export async function moveStaff(
  tx: Tx,
  id: string,
  kind: 'retire' | 'takeBack' | 'erase',
  by: By,
  expectedVersion: number,
): Promise<Done> {
  const done = await run(tx, id, { kind, at: by.now }, by, expectedVersion);
  if (done.kind !== 'done') return done;
  const retired_at = kind === 'takeBack' ? null : toTimestamp(by.now);
  const set = kind === 'erase' ? { retired_at, name: null, email: null } : { retired_at };
  await tx
    .updateTable('staff_member')
    .set(set as never)
    .where('customer_id', '=', vendorWide)
    .where('id', '=', id)
    .execute();
  if (kind === 'erase' && done.state.status !== 'none')
    for (const { document } of done.state.details) await eraseDocument(tx, document, by.now);
  return done;
}

function run(tx: Tx, id: string, command: StaffCommand, by: By, expectedVersion: number): Promise<Done> {
  return execute(tx, { ...staffLifecycle, id, customer: null, command, ...by, expectedVersion });
}

function refused(code: StaffRefusal): Done {
  return { kind: 'refused', refusal: { code, words: staffRefusals[code] } };
}
