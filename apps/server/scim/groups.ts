import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { checkAttribute } from '#business/usage/import/limits.ts';
import {
  deleteScimGroup,
  readScimGroups,
  type ScimGroup,
  saveScimGroup,
} from '#business/usage/scim/scimGroup.store.ts';
import { readScimUsers } from '#business/usage/scim/scimUser.store.ts';
import { formatInstant } from '#platform/instant.ts';
import { plainBody, plainPatch } from './dialects.ts';
import { accepted, patched, type Resource, ScimError } from './protocol.ts';
import { regroup, type ScimSession } from './session.ts';

/** Returns the groups of the directory. */
export async function groupsOf({ tx, directory }: ScimSession): Promise<Resource[]> {
  return (await readScimGroups(tx, directory)).map(groupView);
}

/** Returns one group; refuses with 404 where the directory has none of this id. */
export async function groupOf({ tx, directory }: ScimSession, id: string): Promise<ScimGroup> {
  const [group] = await readScimGroups(tx, directory, id);
  if (!group) throw new ScimError(404, null, `There is no group ${id.slice(0, 100)}.`);
  return group;
}

/** Creates a group with its members. */
export async function createGroup(session: ScimSession, body: unknown): Promise<ScimGroup> {
  return saveGroup(session, null, accepted('Group', plainBody(body)));
}

/** Replaces name and members of a group. */
export async function replaceGroup(
  session: ScimSession,
  before: ScimGroup,
  body: unknown,
): Promise<ScimGroup> {
  return saveGroup(session, before, accepted('Group', plainBody(body)));
}

/** Changes name or members of a group. */
export async function patchGroup(
  session: ScimSession,
  before: ScimGroup,
  message: unknown,
): Promise<ScimGroup> {
  const now = groupView(before);
  return saveGroup(session, before, await patched('Group', now, plainPatch(message, now)));
}

/** Removes a group; its members keep their seats. */
export async function removeGroup(session: ScimSession, { id, members }: ScimGroup): Promise<void> {
  await regroup(session, new Set(members), () => deleteScimGroup(session.tx, session.directory, id));
}

async function saveGroup(
  session: ScimSession,
  before: ScimGroup | null,
  attributes: Resource,
): Promise<ScimGroup> {
  const { tx, directory, now } = session;
  const { members: listed, ...body } = attributes;
  const displayName = nameOf(body.displayName);
  const members = await membersOf(session, listed);
  const same =
    before && isDeepStrictEqual(before.body, body) && isDeepStrictEqual([...before.members], members);
  if (same) return before;
  const id = before?.id ?? randomUUID();
  const group: ScimGroup = {
    ...{ id, displayName, body, members, modifiedAt: now },
    externalId: typeof body.externalId === 'string' ? body.externalId : null,
    version: (before?.version ?? 0) + 1,
    createdAt: before?.createdAt ?? now,
  };
  await regroup(session, touched(before, group), () => saveScimGroup(tx, directory, group));
  return groupOf(session, id);
}

/** Whose seats change: those who come or go; everybody in it, where its name changes. */
function touched(before: ScimGroup | null, { displayName, members }: ScimGroup): ReadonlySet<string> {
  const [was, is] = [new Set(before?.members), new Set(members)];
  return before !== null && before.displayName !== displayName ? was.union(is) : was.symmetricDifference(is);
}

async function membersOf({ tx, directory }: ScimSession, listed: unknown): Promise<string[]> {
  const ids = Array.isArray(listed) ? listed.map((one) => String((one as Resource).value)) : [];
  if (ids.length === 0) return [];
  const known = new Set((await readScimUsers(tx, directory)).map(({ id }) => id));
  const stranger = ids.find((id) => !known.has(id));
  if (stranger !== undefined)
    throw new ScimError(400, 'invalidValue', `There is no user ${stranger.slice(0, 100)} to be a member.`);
  return [...new Set(ids)].sort();
}

function nameOf(value: unknown): string {
  const name = typeof value === 'string' ? value : '';
  if ('detail' in checkAttribute(`group:${name}`, 'member') || name === '')
    throw new ScimError(400, 'invalidValue', 'displayName has to be one line of at most 120 characters.');
  return name;
}

/** Returns a group as a directory reads it. */
export function groupView({ id, body, members, version, ...group }: ScimGroup): Resource {
  return {
    ...body,
    id,
    ...(members.length > 0 ? { members: members.map((value) => ({ value, type: 'User' })) } : {}),
    meta: {
      resourceType: 'Group',
      created: formatInstant(group.createdAt),
      lastModified: formatInstant(group.modifiedAt),
      version: `W/"${version}"`,
    },
  };
}
