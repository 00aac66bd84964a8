import { sql } from 'kysely';
import type { Staff } from '#business/identity/staff.store.ts';
import type { Tx } from '#platform/database/scope.ts';

/** Returns who of the team answers for each customer in scope: who works here under the address its owner is named with. */
export async function ownersOf(tx: Tx, staff: readonly Staff[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ customer_id: string; email: string | null }>`
    SELECT customer_id, lower(body #>> '{owner,email}') AS email FROM customer`.execute(tx);
  const ids = new Map(staff.flatMap(({ email, id, active }) => (active ? [[email.toLowerCase(), id]] : [])));
  return new Map(
    rows.flatMap(({ customer_id, email }) => {
      const id = ids.get(email ?? '');
      return id === undefined ? [] : [[customer_id, id]];
    }),
  );
}
