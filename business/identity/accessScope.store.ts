import type { Pool } from 'pg';
import { type Tx, vendorWide, withScope } from '#platform/database/scope.ts';

/** The customer id of all rows that open doors: accounts, sessions, links, tokens. No customer can have it. */
export const accessScope = '@access';

/** Runs `work` where doors are opened: it sees accounts and the team, and no customer's rows. */
export function inAccess<T>(pool: Pool, actor: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return withScope(pool, { customers: [accessScope, vendorWide], actor }, work);
}
