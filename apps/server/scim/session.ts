import { createHash } from 'node:crypto';
import { markDue } from '#business/findings/finding.store.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import type { ScimToken } from '#business/usage/scim/scimToken.store.ts';
import { recordSeats } from '#business/usage/scim/scimUsage.store.ts';
import {
  type Directory,
  readScimUsers,
  type ScimUser,
  type ScimUserRow,
  saveScimUser,
} from '#business/usage/scim/scimUser.store.ts';
import { changeSeat, type Seat } from '#business/usage/scim/seat.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';

/** One request of a directory that has shown its token: its transaction, its moment, and where it came in. */
export type ScimSession = {
  readonly tx: Tx;
  readonly directory: Directory;
  readonly token: ScimToken;
  readonly now: Instant;
  /** Address of the directory's door, to which `/Users/…` is added. */
  readonly base: string;
};

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A user as it was (`null`: there was none) and as it is to be; groups by name. */
export type Turn = {
  readonly before: ScimUser | null;
  readonly row: Omit<ScimUserRow, 'changes' | 'changedAt' | 'who'>;
  readonly next: Seat;
};

/** Keeps users as they are to be, and the records that this makes of their seats; all in the request's transaction. */
export async function turnSeats(session: ScimSession, turns: readonly Turn[]): Promise<void> {
  const { tx, directory, token, now } = session;
  const rows: ScimUserRow[] = [];
  const records: UsageRecord[] = [];
  for (const { before, row, next } of turns) {
    const who = before?.who ?? row.userName;
    const was = before
      ? { ...before, groups: before.groups.map(({ name }) => name) }
      : { active: false, groups: [], changes: 0, changedAt: null };
    const of = { source: directory.source, feature: token.feature, user: row.id, who };
    const { history, record } = changeSeat(of, was, next, { now, digest: sha256 });
    if (record) records.push(record);
    rows.push({ ...row, ...history, who });
  }
  await recordSeats(tx, directory, records, { actor: `scim:${token.id}`, now });
  for (const row of rows) await saveScimUser(tx, directory, row);
  if (records.length > 0) await markDue(tx, directory.customer, now);
}

/** Brings the seats of users up to date whose groups changed by `change`. */
export async function regroup(
  session: ScimSession,
  users: ReadonlySet<string>,
  change: () => Promise<void>,
): Promise<void> {
  const read = async () =>
    users.size === 0
      ? []
      : (await readScimUsers(session.tx, session.directory)).filter(({ id }) => users.has(id));
  const before = new Map((await read()).map((user) => [user.id, user]));
  await change();
  const turns = (await read()).map((user): Turn => {
    const next = { active: user.active, groups: user.groups.map(({ name }) => name) };
    return { before: before.get(user.id)!, row: user, next };
  });
  await turnSeats(session, turns);
}
