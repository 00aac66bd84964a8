import { sql } from 'kysely';
import { withScope } from '#platform/database/scope.ts';
import type { Answer, Running } from '../given/running.ts';

/** A directory that holds a token of a customer and sends requests as one does. */
export type TestDirectory = {
  readonly token: string;
  readonly id: string;
  readonly send: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer>;
  /** Creates a user and returns its id. */
  readonly hire: (userName: string, more?: object) => Promise<string>;
  readonly patch: (path: string, ...operations: readonly object[]) => Promise<Answer>;
};

/** Makes a token for `customer` and returns the directory that holds it. */
export async function directoryOf(it: Running, customer: string, source = 'entra'): Promise<TestDirectory> {
  const json = { 'content-type': 'application/json' };
  const order = JSON.stringify({ source, feature: 'call' });
  const made = (await it.send('POST', `/v1/customers/${customer}/scim-tokens`, order, json)).body as {
    id: string;
    token: string;
  };
  const send: TestDirectory['send'] = (method, path, body, headers = {}) =>
    it.send(method, `/scim/v2/${customer}${path}`, body === undefined ? undefined : JSON.stringify(body), {
      authorization: `Bearer ${made.token}`,
      'content-type': 'application/scim+json',
      ...headers,
    });
  return {
    ...made,
    send,
    hire: async (userName, more = {}) => {
      const { status, body } = await send('POST', '/Users', user(userName, more));
      if (status !== 201) throw new Error(JSON.stringify(body));
      return (body as { id: string }).id;
    },
    patch: (path, ...operations) => send('PATCH', path, patchOf(...operations)),
  };
}

/** Returns a user as a directory sends it. */
export function user(userName: string, more: object = {}) {
  return {
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
    userName,
    name: { givenName: 'Given', familyName: 'Family' },
    emails: [{ value: userName, type: 'work', primary: true }],
    active: true,
    ...more,
  };
}

/** Returns the message of a patch. */
export function patchOf(...operations: readonly object[]) {
  return { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: operations };
}

/** Returns the rows of a table that belong to a customer. */
export function stored(it: Running, customer: string, table: string): Promise<Record<string, unknown>[]> {
  return withScope(it.db.app, { customers: [customer], actor: 'test' }, async (tx) => {
    const { rows } = await sql<Record<string, unknown>>`
      SELECT * FROM ${sql.table(table)} WHERE customer_id = ${customer} ORDER BY 1, 2, 3`.execute(tx);
    return rows;
  });
}

/** Returns all that a directory can change of a customer, as one text. */
export async function everything(it: Running, customer: string): Promise<string> {
  const tables = ['usage_record', 'scim_user', 'scim_group', 'scim_member', 'identity', 'usage_import'];
  return JSON.stringify(await Promise.all(tables.map((table) => stored(it, customer, table))));
}
