import { Pool, type PoolConfig } from 'pg';
import { databaseTypes } from './types.ts';

/** The schema that holds everything of ours; nothing lies in `public`. */
export const schema = 'goodterms';
/** Owns the schema and migrates it. */
export const ownerRole = 'goodterms_owner';
/** The role of every request: owns nothing, may not bypass row-level security. */
export const appRole = 'goodterms_app';

/** Returns a pool whose every connection acts as `role`, in UTC, and finds names in our schema only. */
export function openPool(config: PoolConfig, role: string, max: number): Pool {
  const pool = new Pool({
    ...config,
    max,
    types: databaseTypes,
    application_name: `goodterms ${process.pid}`,
    onConnect: async (client) => {
      await client.query(
        `SELECT set_config('role', $1, false), set_config('search_path', $2, false),
           set_config('TimeZone', 'UTC', false), set_config('DateStyle', 'ISO', false)`,
        [role, schema],
      );
    },
  });
  // A connection lost while idle: the pool has dropped it already, and the next query gets a new one or its own error.
  pool.on('error', () => undefined);
  return pool;
}
