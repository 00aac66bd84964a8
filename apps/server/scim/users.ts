import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { checkText } from '#business/usage/import/limits.ts';
import { deleteScimUser, readScimUsers, type ScimUser } from '#business/usage/scim/scimUser.store.ts';
import { formatInstant } from '#platform/instant.ts';
import { plainBody, plainPatch } from './dialects.ts';
import { accepted, patched, type Query, type Resource, ScimError, soleEquality } from './protocol.ts';
import { type ScimSession, turnSeats } from './session.ts';

/** Returns the users a filter may be about: where it asks for one by name or external id, only that one. */
export async function usersFor({ tx, directory }: ScimSession, query: Query): Promise<Resource[]> {
  const userName = soleEquality(query, 'userName');
  const externalId = soleEquality(query, 'externalId');
  return (await readScimUsers(tx, directory, { userName, externalId })).map(userView);
}

/** Returns one user; refuses with 404 where the directory has none of this id. */
export async function userOf({ tx, directory }: ScimSession, id: string): Promise<ScimUser> {
  const [user] = await readScimUsers(tx, directory, { id });
  if (!user) throw new ScimError(404, null, `There is no user ${id.slice(0, 100)}.`);
  return user;
}

/** Creates a user; active unless the directory says otherwise. */
export async function createUser(session: ScimSession, body: unknown): Promise<ScimUser> {
  const attributes = accepted('User', plainBody(body));
  return saveUser(session, null, { active: true, ...attributes });
}

/** Replaces all attributes of a user; where nothing is said about `active`, it stays as it is. */
export async function replaceUser(session: ScimSession, before: ScimUser, body: unknown): Promise<ScimUser> {
  const attributes = accepted('User', plainBody(body));
  return saveUser(session, before, { active: before.active, ...attributes });
}

/** Changes some attributes of a user. */
export async function patchUser(session: ScimSession, before: ScimUser, message: unknown): Promise<ScimUser> {
  const now = userView(before);
  return saveUser(session, before, await patched('User', now, plainPatch(message, now)));
}

/** Takes a user out of the directory; an active one gives the seat back. */
export async function removeUser(session: ScimSession, before: ScimUser): Promise<void> {
  await turnSeats(session, [{ before, row: before, next: { active: false, groups: [] } }]);
  await deleteScimUser(session.tx, session.directory, before.id);
}

async function saveUser(
  session: ScimSession,
  before: ScimUser | null,
  attributes: Resource,
): Promise<ScimUser> {
  const { tx, directory, now } = session;
  const { active: said, ...body } = attributes;
  const userName = nameOf(body.userName);
  const active = said !== false;
  const [other] = await readScimUsers(tx, directory, { userName });
  if (other && other.id !== before?.id)
    throw new ScimError(409, 'uniqueness', 'There is another user of this userName.');
  if (before && before.active === active && isDeepStrictEqual(before.body, body)) return before;
  const id = before?.id ?? randomUUID();
  const externalId = typeof body.externalId === 'string' ? body.externalId : null;
  const row = {
    ...{ id, userName, externalId, body, active, modifiedAt: now },
    version: (before?.version ?? 0) + 1,
    createdAt: before?.createdAt ?? now,
  };
  const groups = before?.groups.map(({ name }) => name) ?? [];
  await turnSeats(session, [{ before, row, next: { active, groups } }]);
  return userOf(session, id);
}

function nameOf(value: unknown): string {
  const checked = checkText('userName', typeof value === 'string' ? value : '');
  if ('detail' in checked)
    throw new ScimError(400, 'invalidValue', 'userName has to be one line of at most 512 characters.');
  return checked.value;
}

/** Returns a user as a directory reads it. */
export function userView({ id, body, active, groups, version, ...user }: ScimUser): Resource {
  return {
    userName: `erased-${id}`,
    ...body,
    id,
    active,
    ...(groups.length > 0
      ? { groups: groups.map((one) => ({ value: one.id, display: one.name, type: 'direct' })) }
      : {}),
    meta: {
      resourceType: 'User',
      created: formatInstant(user.createdAt),
      lastModified: formatInstant(user.modifiedAt),
      version: `W/"${version}"`,
    },
  };
}
