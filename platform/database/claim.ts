import { Client } from 'pg';
import type { Login } from './embedded.ts';

/** One number for the right to work on the data of an embedded server. */
const claimLock = 7_226_312;

/**
 * Takes the sole right to work on the embedded server's data, for as long as this process lives; returns how to give it
 * back. Throws when another Goodterms has it. `onLost` is called when the server ends under us.
 */
export async function claim(login: Login, folder: string, onLost: () => void): Promise<() => Promise<void>> {
  const client = new Client({
    ...login,
    database: 'postgres',
    application_name: `goodterms ${process.pid}`,
    keepAlive: true,
  });
  let over = false;
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS taken', [claimLock]);
  if (rows[0].taken !== true) {
    const holder = await client.query(
      `SELECT a.application_name AS name FROM pg_locks l JOIN pg_stat_activity a USING (pid)
        WHERE l.locktype = 'advisory' AND l.objid = $1 AND l.granted`,
      [claimLock],
    );
    await client.end();
    const who = String(holder.rows[0]?.name ?? '').replace('goodterms', 'process');
    throw new Error(
      `Goodterms is already running on the data in ${folder}${who && ` (${who})`}. ` +
        'Stop it first, or give this one data of its own: GOODTERMS_DATA=FOLDER npm start',
    );
  }
  client.on('end', () => {
    if (!over) onLost();
  });
  return async () => {
    over = true;
    await client.end();
  };
}
