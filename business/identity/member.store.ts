import type { Tx } from '#platform/database/scope.ts';
import { accountRefusals } from './account.refusals.ts';
import { closeAccount, eraseAccount } from './account.store.ts';
import { accountById, isLastAdministrator } from './accounts.store.ts';
import { dropLinks } from './link.store.ts';
import { endAllSessions } from './session.store.ts';
import { moveStaff, readStaff, type StaffDetails, saveStaff } from './staff.store.ts';

type By = Parameters<typeof saveStaff>[3];
type Done = Awaited<ReturnType<typeof saveStaff>>;
type NotLast = { readonly kind: 'refused'; readonly refusal: { code: 'last_administrator'; words: string } };

/**
 * Changes what is said of a person of the team, in the scope of signing in. With another role or address their sessions
 * and links end. The last administrator keeps the role.
 */
export async function changeMember(
  tx: Tx,
  id: string,
  details: StaffDetails,
  by: By,
  expectedVersion: number,
): Promise<Done | NotLast> {
  if (details.role !== 'administrator' && (await isLastAdministrator(tx, id))) return last;
  const before = (await readStaff(tx)).find((one) => one.id === id);
  const done = await saveStaff(tx, id, details, by, expectedVersion);
  const sameWay = before?.role === details.role && before.email === details.email.toLowerCase();
  if (done.kind === 'done' && !sameWay) {
    await endAllSessions(tx, id);
    await dropLinks(tx, id);
  }
  return done;
}

/** Retires a person, whose account is closed with it, takes one back, who is invited anew, or erases one who left. */
export async function moveMember(
  tx: Tx,
  id: string,
  kind: 'retire' | 'takeBack' | 'erase',
  by: By,
  expectedVersion: number,
): Promise<Done | NotLast> {
  if (kind === 'retire' && (await isLastAdministrator(tx, id))) return last;
  const done = await moveStaff(tx, id, kind, by, expectedVersion);
  if (done.kind !== 'done' || kind === 'takeBack' || !(await accountById(tx, id))) return done;
  await closeAccount(tx, id, by);
  if (kind === 'erase') await eraseAccount(tx, id, by);
  return done;
}

const last: NotLast = {
  kind: 'refused',
  refusal: { code: 'last_administrator', words: accountRefusals.last_administrator },
};
