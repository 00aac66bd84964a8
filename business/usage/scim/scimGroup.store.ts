import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import type { Directory, ScimBody } from './scimUser.store.ts';

/** A group of a directory and the ids of the users in it. */
export type ScimGroup = {
  readonly id: string;
  readonly displayName: string;
  readonly externalId: string | null;
  readonly body: ScimBody;
  readonly version: number;
  readonly createdAt: Instant;
  readonly modifiedAt: Instant;
  readonly members: readonly string[];
};

/** Returns the groups of a directory in the order they came, all or the one with this id. */
export async function readScimGroups(
  tx: Tx,
  { customer, source }: Directory,
  id?: string,
): Promise<ScimGroup[]> {
  const { rows } = await sql<ScimGroup>`
    SELECT g.id, g.display_name AS "displayName", g.external_id AS "externalId", g.body, g.version,
      g.created_at AS "createdAt", g.modified_at AS "modifiedAt",
      ARRAY(SELECT m.user_id FROM scim_member m WHERE m.customer_id = g.customer_id AND m.source = g.source
        AND m.group_id = g.id ORDER BY m.user_id) AS members
    FROM scim_group g WHERE g.customer_id = ${customer} AND g.source = ${source}
      AND ${id === undefined ? sql`true` : sql`g.id = ${id}`} ORDER BY g.created_at, g.id`.execute(tx);
  return rows;
}

/** Keeps a group and exactly these members. */
export async function saveScimGroup(
  tx: Tx,
  { customer, source }: Directory,
  group: ScimGroup,
): Promise<void> {
  await sql`
    INSERT INTO scim_group (customer_id, source, id, display_name, external_id, body, version, created_at, modified_at)
    VALUES (${customer}, ${source}, ${group.id}, ${group.displayName}, ${group.externalId},
      ${JSON.stringify(group.body)}::jsonb, ${group.version}, ${toTimestamp(group.createdAt)},
      ${toTimestamp(group.modifiedAt)})
    ON CONFLICT (customer_id, source, id) DO UPDATE SET display_name = excluded.display_name,
      external_id = excluded.external_id, body = excluded.body, version = excluded.version,
      modified_at = excluded.modified_at`.execute(tx);
  await sql`
    DELETE FROM scim_member WHERE customer_id = ${customer} AND source = ${source} AND group_id = ${group.id}
      AND user_id <> ALL(${[...group.members]}::text[])`.execute(tx);
  await sql`
    INSERT INTO scim_member (customer_id, source, group_id, user_id)
    SELECT ${customer}, ${source}, ${group.id}, unnest(${[...group.members]}::text[]) ON CONFLICT DO NOTHING`.execute(
    tx,
  );
}

/** Removes a group; its members stay users. */
export async function deleteScimGroup(tx: Tx, { customer, source }: Directory, id: string): Promise<void> {
  await sql`
    DELETE FROM scim_group WHERE customer_id = ${customer} AND source = ${source} AND id = ${id}`.execute(tx);
}
