import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import type {} from './account.store.ts';
import type { Principal } from './principal.ts';
import type { CustomerRole, StaffRole } from './roles.ts';

/** An account as it is looked up: of staff, name, address and role are those of the team. */
export type KnownAccount = {
  readonly id: string;
  readonly status: 'invited' | 'active' | 'closed' | 'erased';
  readonly principal: Principal;
  /** Empty where it was erased. */
  readonly name: string;
  readonly email: string;
  readonly language: string | null;
  readonly zone: string | null;
  readonly persona: boolean;
  readonly createdAt: Instant;
  readonly signedInAt: Instant | null;
  /** How it may prove who it is. */
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
};

type Row = {
  id: string;
  kind: 'staff' | 'partner' | 'customer';
  status: KnownAccount['status'];
  customer: string | null;
  partner: string | null;
  role: string;
  name: string | null;
  email: string | null;
  language: string | null;
  zone: string | null;
  persona: boolean;
  createdAt: Instant;
  signedInAt: Instant | null;
  hasPassword: boolean;
  hasSecondFactor: boolean;
};

// Who has left the team has no open account, whatever the account says.
const select = sql`
  SELECT a.id, a.kind, a.customer, a.partner, coalesce(a.role, s.state ->> 'role', 'partner') AS role,
    CASE WHEN a.kind = 'staff' AND s.state ->> 'status' <> 'active' AND a.status <> 'erased' THEN 'closed' ELSE a.status END AS status,
    coalesce(m.name, a.name) AS name, coalesce(m.email, a.email) AS email, a.language, a.zone, a.persona,
    a.created_at AS "createdAt", a.signed_in_at AS "signedInAt",
    c.password IS NOT NULL AS "hasPassword", c.confirmed_at IS NOT NULL AS "hasSecondFactor"
  FROM account a
    LEFT JOIN staff_member m ON a.kind = 'staff' AND m.customer_id = '*' AND m.id = a.id
    LEFT JOIN stream_state s ON a.kind = 'staff' AND s.lifecycle = 'staff' AND s.id = a.id
    LEFT JOIN account_credential c ON c.account = a.id`;

/** Returns an account by its id. */
export async function accountById(tx: Tx, id: string): Promise<KnownAccount | undefined> {
  return (await read(tx, sql`a.id = ${id}`))[0];
}

/** Returns all accounts of an address, whosever they are and however they stand, by id. */
export function accountsByEmail(tx: Tx, email: string): Promise<KnownAccount[]> {
  const small = email.toLowerCase();
  return read(
    tx,
    sql`a.id IN (SELECT id FROM account WHERE email = ${small}
      UNION ALL SELECT id FROM staff_member WHERE customer_id = '*' AND email = ${small})`,
  );
}

/** Returns the account of staff with this address that may sign in. */
export async function staffByEmail(tx: Tx, email: string): Promise<KnownAccount | undefined> {
  const all = await accountsByEmail(tx, email);
  return all.find(({ principal, status }) => principal.kind === 'staff' && status === 'active');
}

/** Returns the accounts of one side, by name; erased ones are left out. */
export function accountsOf(
  tx: Tx,
  side: 'staff' | { readonly customer: string } | { readonly partner: string },
): Promise<KnownAccount[]> {
  if (side === 'staff') return read(tx, sql`a.kind = 'staff'`);
  return 'customer' in side
    ? read(tx, sql`a.customer = ${side.customer}`)
    : read(tx, sql`a.partner = ${side.partner}`);
}

/** Returns the accounts that the demo offers, staff first. */
export function personas(tx: Tx): Promise<KnownAccount[]> {
  return read(tx, sql`a.persona AND a.status = 'active'`);
}

/** Whether anybody at all may sign in as an administrator. */
export async function hasAdministrator(tx: Tx): Promise<boolean> {
  return (await accountsOf(tx, 'staff')).some(isAdministrator);
}

/** Whether this is an open account of an administrator. */
export function isAdministrator({ principal, status }: KnownAccount): boolean {
  return principal.kind === 'staff' && principal.role === 'administrator' && status === 'active';
}

/** Puts down in which language and zone somebody reads, and when they signed in. */
export async function noteAccount(
  tx: Tx,
  id: string,
  { language, zone, signedInAt }: { language?: string | null; zone?: string | null; signedInAt?: Instant },
): Promise<void> {
  const set = {
    ...(language !== undefined ? { language } : {}),
    ...(zone !== undefined ? { zone } : {}),
    ...(signedInAt !== undefined ? { signed_in_at: toTimestamp(signedInAt) } : {}),
  };
  if (Object.keys(set).length === 0) return;
  await tx.updateTable('account').set(set).where('id', '=', id).execute();
}

async function read(tx: Tx, condition: RawBuilder<unknown>): Promise<KnownAccount[]> {
  const { rows } = await sql<Row>`${select} WHERE ${condition} AND a.status <> 'erased'
    ORDER BY array_position(ARRAY['staff', 'partner', 'customer'], a.kind), coalesce(m.name, a.name), a.id`.execute(
    tx,
  );
  return rows.map(({ kind, customer, partner, role, name, email, ...row }) => ({
    ...row,
    name: name ?? '',
    email: email ?? '',
    principal: principalOf(row.id, { kind, customer, partner, role }),
  }));
}

function principalOf(
  account: string,
  { kind, customer, partner, role }: Pick<Row, 'kind' | 'customer' | 'partner' | 'role'>,
): Principal {
  if (kind === 'staff') return { kind, account, role: role as StaffRole };
  if (kind === 'partner') return { kind, account, partner: partner! };
  return { kind, account, customer: customer!, role: role as CustomerRole };
}

/** Whether nobody but this one may sign in as an administrator. Of two who ask at once the second waits for the first. */
export async function isLastAdministrator(tx: Tx, id: string): Promise<boolean> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('administrators', 0))`.execute(tx);
  const all = (await accountsOf(tx, 'staff')).filter(isAdministrator);
  return all.length === 1 && all[0]!.id === id;
}
