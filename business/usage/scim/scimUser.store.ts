import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import type { SeatHistory } from './seat.ts';

/** Attributes of a resource as the directory sent them, without id and meta. */
export type ScimBody = Readonly<Record<string, unknown>>;

/** A user of a directory; `body` holds what names the person, and is empty once the person was erased. */
export type ScimUser = SeatHistory & {
  readonly id: string;
  readonly userName: string | null;
  readonly externalId: string | null;
  readonly body: ScimBody;
  readonly active: boolean;
  /** The key by which the records name the person; `null` where it was erased. */
  readonly who: string | null;
  readonly version: number;
  readonly createdAt: Instant;
  readonly modifiedAt: Instant;
  /** The groups the user is in, by name. */
  readonly groups: readonly { readonly id: string; readonly name: string }[];
};

/** Of which customer and directory. */
export type Directory = { readonly customer: string; readonly source: string };

type Which = {
  readonly id?: string | undefined;
  readonly userName?: string | undefined;
  readonly externalId?: string | undefined;
};

/** Returns the users of a directory in the order they came, all or those with this id, user name (in any case), external id. */
export async function readScimUsers(
  tx: Tx,
  { customer, source }: Directory,
  { id, userName, externalId }: Which = {},
): Promise<ScimUser[]> {
  const { rows } = await sql<ScimUser>`
    SELECT u.id, u.user_name AS "userName", u.external_id AS "externalId", u.body, u.active, i.value AS who, u.changes,
      u.changed_at AS "changedAt", u.version, u.created_at AS "createdAt", u.modified_at AS "modifiedAt",
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', g.id, 'name', g.display_name) ORDER BY g.id)
        FROM scim_member m JOIN scim_group g ON g.customer_id = m.customer_id AND g.source = m.source AND g.id = m.group_id
        WHERE m.customer_id = u.customer_id AND m.source = u.source AND m.user_id = u.id), '[]') AS groups
    FROM scim_user u LEFT JOIN identity i ON i.id = u.identity_id
    WHERE u.customer_id = ${customer} AND u.source = ${source} AND ${equal('u.id', id)}
      AND ${equal('u.user_name', userName?.toLowerCase())} AND ${equal('u.external_id', externalId)}
    ORDER BY u.created_at, u.id`.execute(tx);
  return rows;
}

function equal(column: string, value: string | undefined): RawBuilder<unknown> {
  return value === undefined ? sql`true` : sql`${sql.ref(column)} = ${value}`;
}

/** What is kept of a user when it is created or changed. */
export type ScimUserRow = Pick<
  ScimUser,
  'id' | 'body' | 'active' | 'externalId' | 'version' | 'createdAt' | 'modifiedAt' | 'changes' | 'changedAt'
> & { readonly userName: string | null; readonly who: string | null };

/** Keeps a user as it is now, new or changed. The person gets an identity, so that erasing reaches who never had a seat too. */
export async function saveScimUser(tx: Tx, { customer, source }: Directory, row: ScimUserRow): Promise<void> {
  await sql`
    INSERT INTO identity (customer_id, value) SELECT ${customer}, ${row.who}::text WHERE ${row.who}::text IS NOT NULL
    ON CONFLICT DO NOTHING`.execute(tx);
  const changedAt = row.changedAt === null ? null : toTimestamp(row.changedAt);
  await sql`
    INSERT INTO scim_user (customer_id, source, id, user_name, external_id, body, active, identity_id, changes, changed_at,
      version, created_at, modified_at)
    VALUES (${customer}, ${source}, ${row.id}, ${row.userName?.toLowerCase() ?? null}, ${row.externalId},
      ${JSON.stringify(row.body)}::jsonb, ${row.active},
      (SELECT id FROM identity WHERE customer_id = ${customer} AND value = ${row.who}), ${row.changes},
      ${changedAt}, ${row.version}, ${toTimestamp(row.createdAt)}, ${toTimestamp(row.modifiedAt)})
    ON CONFLICT (customer_id, source, id) DO UPDATE SET user_name = excluded.user_name,
      external_id = excluded.external_id, body = excluded.body, active = excluded.active,
      identity_id = coalesce(excluded.identity_id, scim_user.identity_id), changes = excluded.changes,
      changed_at = excluded.changed_at, version = excluded.version, modified_at = excluded.modified_at`.execute(
    tx,
  );
}

/** Takes a user out of the directory and its groups; the records stay. */
export async function deleteScimUser(tx: Tx, { customer, source }: Directory, id: string): Promise<void> {
  await sql`
    DELETE FROM scim_user WHERE customer_id = ${customer} AND source = ${source} AND id = ${id}`.execute(tx);
}

/** Empties what directories said of a person who is erased; seat and membership stay, and name nobody. */
export async function eraseScimUser(tx: Tx, customer: string, identity: string): Promise<void> {
  await sql`
    UPDATE scim_user SET user_name = NULL, external_id = NULL, body = '{}', version = version + 1
    WHERE customer_id = ${customer} AND identity_id = ${identity}::bigint`.execute(tx);
}
