import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import { eraseDocument, writeDocument } from '#platform/journal/documents.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { type Executed, execute, type Lifecycle } from '#platform/journal/journal.ts';
import type { InstantColumn } from '#platform/journal/rows.ts';
import { accessScope } from './accessScope.store.ts';
import { type AccountRefusal, accountRefusals } from './account.refusals.ts';
import {
  type Account,
  type AccountCommand,
  type AccountEvent,
  accountDecider,
  type Whose,
} from './account.ts';
import { dropCredentials } from './credential.store.ts';
import { dropLinks } from './link.store.ts';
import type { CustomerRole } from './roles.ts';
import { endAllSessions } from './session.store.ts';
import type { Details } from './staff.ts';

declare module '#platform/database/tables.ts' {
  interface Tables {
    account: {
      customer_id: string;
      id: string;
      kind: Whose['kind'];
      customer: string | null;
      partner: string | null;
      role: CustomerRole | null;
      status: Exclude<Account['status'], 'none'>;
      name: string | null;
      email: string | null;
      language: string | null;
      zone: string | null;
      persona: boolean;
      created_at: InstantColumn;
      signed_in_at: InstantColumn | null;
    };
  }
}

/** How accounts stand in the journal: ids and roles; names and addresses are erasable documents. */
export const accountLifecycle: Lifecycle<Account, AccountCommand, AccountEvent, AccountRefusal> = {
  lifecycle: 'account',
  decider: accountDecider,
  describe: ({ kind, ...payload }) => ({
    type: `account.${kind}`,
    schemaVersion: 1,
    visibility: 'vendor',
    payload: payload as unknown as Json,
  }),
  revive: (type, payload) =>
    ({ kind: type.slice('account.'.length), ...(payload as object) }) as unknown as AccountEvent,
};

type By = { readonly actor: string; readonly now: Instant };
type Done = Executed<Account, AccountEvent, AccountRefusal>;
export type Person = { readonly name: string; readonly email: string };

/**
 * Invites somebody under a new id; of staff the id is the one in the team, which has name and address. Nobody is invited
 * twice by one address on the same side, also where that account is closed: open it again instead.
 */
export async function inviteAccount(
  tx: Tx,
  invited: {
    readonly id: string;
    readonly whose: Whose;
    readonly person: Person | null;
    readonly persona?: boolean;
  },
  by: By,
): Promise<Done> {
  const { id, whose } = invited;
  const person = invited.person && { ...invited.person, email: invited.person.email.toLowerCase() };
  if (person && (await isTaken(tx, whose, person.email))) return refused('account_email_taken');
  const details = person && (await writePerson(tx, person));
  const done = await run(tx, id, { kind: 'invite', id, whose, details, at: by.now }, by);
  if (done.kind !== 'done') {
    if (details) await eraseDocument(tx, details.document, by.now);
    return done;
  }
  await tx
    .insertInto('account')
    .values({
      ...{ customer_id: accessScope, id, kind: whose.kind, status: 'invited' },
      customer: whose.kind === 'customer' ? whose.customer : null,
      partner: whose.kind === 'partner' ? whose.partner : null,
      role: whose.kind === 'customer' ? whose.role : null,
      ...{ name: person?.name ?? null, email: person?.email ?? null },
      ...{ language: null, zone: null, persona: invited.persona ?? false },
      ...{ created_at: toTimestamp(by.now), signed_in_at: null },
    })
    .execute();
  return done;
}

/** Two who invite one address at once: the second waits for the first and is refused. */
async function isTaken(tx: Tx, whose: Whose, email: string): Promise<boolean> {
  const side = JSON.stringify(['account', email, whose.kind]);
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${side}, 0))`.execute(tx);
  const row = await tx
    .selectFrom('account')
    .select('id')
    .where('email', '=', email)
    .where('kind', '=', whose.kind)
    .$if(whose.kind === 'customer', (query) =>
      query.where('customer', '=', (whose as Extract<Whose, { kind: 'customer' }>).customer),
    )
    .$if(whose.kind === 'partner', (query) =>
      query.where('partner', '=', (whose as Extract<Whose, { kind: 'partner' }>).partner),
    )
    .executeTakeFirst();
  return row !== undefined;
}

/** Somebody has proved to have the address of an invitation: the account is open from now on. */
export async function acceptAccount(tx: Tx, id: string, by: By): Promise<Done> {
  const done = await run(tx, id, { kind: 'accept', at: by.now }, by);
  if (done.kind === 'done') await setRow(tx, id, { status: 'active' });
  return done;
}

/** Says how a person outside the team is called; their address stays the one that was proved. */
export async function renameAccount(tx: Tx, id: string, name: string, by: By): Promise<Done> {
  const row = await tx
    .selectFrom('account')
    .select('email')
    .where('id', '=', id)
    .where('kind', '<>', 'staff')
    .executeTakeFirst();
  if (!row || row.email === null) return refused('account_unknown');
  const details = await writePerson(tx, { name, email: row.email });
  const done = await run(tx, id, { kind: 'rename', details, at: by.now }, by);
  if (done.kind === 'done') await setRow(tx, id, { name });
  else await eraseDocument(tx, details.document, by.now);
  return done;
}

/** Gives a person of a customer another role. Their sessions end: what they were given holds for no open page. */
export async function giveRole(tx: Tx, id: string, role: CustomerRole, by: By): Promise<Done> {
  const done = await run(tx, id, { kind: 'giveRole', role, at: by.now }, by);
  if (done.kind !== 'done' || done.events.length === 0) return done;
  await setRow(tx, id, { role });
  await endAllSessions(tx, id);
  return done;
}

/** Closes an account: its sessions and links end, and what it signed in by is gone. */
export async function closeAccount(tx: Tx, id: string, by: By): Promise<Done> {
  const done = await run(tx, id, { kind: 'close', at: by.now }, by);
  if (done.kind !== 'done') return done;
  await setRow(tx, id, { status: 'closed' });
  await endAllSessions(tx, id);
  await dropLinks(tx, id);
  await dropCredentials(tx, id);
  return done;
}

/** Opens a closed account again, as one that is invited. */
export async function reopenAccount(tx: Tx, id: string, by: By): Promise<Done> {
  const done = await run(tx, id, { kind: 'reopen', at: by.now }, by);
  if (done.kind === 'done') await setRow(tx, id, { status: 'invited' });
  return done;
}

/** Erases name and address of a closed account; that there was one stays. */
export async function eraseAccount(tx: Tx, id: string, by: By): Promise<Done> {
  const done = await run(tx, id, { kind: 'erase', at: by.now }, by);
  if (done.kind !== 'done') return done;
  await setRow(tx, id, { status: 'erased', name: null, email: null });
  if (done.state.status !== 'none')
    for (const { document } of done.state.details) await eraseDocument(tx, document, by.now);
  return done;
}

async function writePerson(tx: Tx, person: Person): Promise<Details> {
  const { id: document, digest } = await writeDocument(tx, accessScope, JSON.stringify(person));
  return { document, digest };
}

async function setRow(tx: Tx, id: string, set: Record<string, string | null>): Promise<void> {
  await tx.updateTable('account').set(set).where('id', '=', id).execute();
}

function run(tx: Tx, id: string, command: AccountCommand, by: By): Promise<Done> {
  return execute(tx, { ...accountLifecycle, id, customer: accessScope, command, ...by });
}

function refused(code: AccountRefusal): Done {
  return { kind: 'refused', refusal: { code, words: accountRefusals[code] } };
}
