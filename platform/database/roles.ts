import type { Client } from 'pg';
import { appRole, ownerRole, schema } from './connect.ts';

const oldestVersion = 150_000;

/**
 * Makes sure that the two roles and the schema are there, and that the app's role is as powerless as it must be.
 * Works for a superuser and for an ordinary user that may create roles; any other user is told what to ask for.
 */
export async function prepareRoles(client: Client): Promise<void> {
  const { user, database, version, release } = await whoAndWhere(client);
  if (version < oldestVersion)
    throw new Error(`Goodterms needs PostgreSQL 15 or newer; the server at DATABASE_URL is ${release}.`);
  for (const role of [ownerRole, appRole]) {
    if (!(await exists(client, role))) await makeRole(client, role, user);
    if (!(await mayBecome(client, role))) await joinRole(client, role, user);
  }
  await checkAppRole(client);
  await makeSchema(client, user, database);
}

async function whoAndWhere(client: Client) {
  const { rows } = await client.query(
    `SELECT current_user AS user, current_database() AS database, current_setting('server_version') AS release,
       current_setting('server_version_num')::int AS version`,
  );
  return rows[0] as { user: string; database: string; release: string; version: number };
}

async function exists(client: Client, role: string): Promise<boolean> {
  return (await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role])).rowCount === 1;
}

async function mayBecome(client: Client, role: string): Promise<boolean> {
  try {
    await client.query(`SET ROLE ${role}`);
    await client.query('RESET ROLE');
    return true;
  } catch {
    return false;
  }
}

async function makeRole(client: Client, role: string, user: string): Promise<void> {
  try {
    await client.query(`CREATE ROLE ${role} NOLOGIN`);
  } catch (error) {
    // Another database of the same server may be making it this moment: roles belong to the whole server.
    if (await exists(client, role)) return;
    throw new Error(
      `${mayNot(user, `create the role ${role}`, error)}\n  CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO "${user}";`,
    );
  }
}

async function joinRole(client: Client, role: string, user: string): Promise<void> {
  try {
    await client.query(`GRANT ${role} TO CURRENT_USER`);
  } catch (error) {
    throw new Error(`${mayNot(user, `act as the role ${role}`, error)}\n  GRANT ${role} TO "${user}";`);
  }
}

async function makeSchema(client: Client, user: string, database: string): Promise<void> {
  const found = await client.query(
    'SELECT pg_get_userbyid(nspowner) AS owner FROM pg_namespace WHERE nspname = $1',
    [schema],
  );
  const owner = found.rows[0]?.owner;
  if (owner === ownerRole) return;
  if (owner !== undefined)
    throw new Error(
      `The schema ${schema} of the database ${database} belongs to ${owner}, not to ${ownerRole}: use another database.`,
    );
  try {
    await client.query(`CREATE SCHEMA ${schema} AUTHORIZATION ${ownerRole}`);
  } catch (error) {
    throw new Error(
      `${mayNot(user, 'create a schema', error)}\n  GRANT CREATE ON DATABASE "${database}" TO "${user}";`,
    );
  }
}

/** Row-level security binds only a role that cannot step around it: refuse to start with any other. */
async function checkAppRole(client: Client): Promise<void> {
  const { rows } = await client.query(
    `SELECT rolsuper OR rolbypassrls OR rolcreaterole OR pg_has_role(rolname, $2, 'MEMBER') AS powerful
       FROM pg_roles WHERE rolname = $1`,
    [appRole, ownerRole],
  );
  if (rows[0]?.powerful !== false)
    throw new Error(
      `The role ${appRole} must be neither superuser nor member of ${ownerRole}, and may neither bypass row-level security ` +
        `nor create roles: take these from it.`,
    );
}

function mayNot(user: string, what: string, error: unknown): string {
  return `The database user ${user} may not ${what} (${(error as Error).message}). Have an administrator run, once:`;
}
