import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import { accessScope } from './accessScope.store.ts';

/** Whether an installation shows the demo, with people anybody may be, or is somebody's own. */
export type Mode = 'demo' | 'own';

/** Returns the mode; `own` where none was ever put down. */
export async function readMode(tx: Tx): Promise<Mode> {
  const { rows } = await sql<{ mode: Mode }>`SELECT mode FROM installation`.execute(tx);
  return rows[0]?.mode ?? 'own';
}

/**
 * Puts down how the installation was started and returns its mode. The first start decides; `own` is for good, so that
 * an installation that was ever without the demo never lets anybody in as one of its people. One that already holds
 * customers, and says nothing, is somebody's own.
 */
export async function settleMode(
  tx: Tx,
  { wanted, hasCustomers, now }: { wanted: Mode; hasCustomers: boolean; now: Instant },
): Promise<Mode> {
  const first = hasCustomers ? 'own' : wanted;
  await sql`INSERT INTO installation (customer_id, mode, recorded_at)
    VALUES (${accessScope}, ${first}, ${toTimestamp(now)}) ON CONFLICT DO NOTHING`.execute(tx);
  if (wanted === 'own')
    await sql`UPDATE installation SET mode = 'own', recorded_at = ${toTimestamp(now)} WHERE mode = 'demo'`.execute(
      tx,
    );
  return readMode(tx);
}
