import type { Pool } from 'pg';
import { after, hour, parseInstant } from '#platform/instant.ts';
import { conflicts, directory, edits, files, jobs, lastCalls, papers, tables } from './sample/bringIn.ts';
import { alerts, duties, findings, people } from './sample/matters.ts';
import { sampleServer } from './sample/server.ts';
import { team, work } from './sample/team.ts';

/** When the sample is read. It was loaded in the hour before. */
export const sampleAt = parseInstant('2026-11-22T10:00:00Z')!;

/**
 * Loads the sample through the public interface, so that every table has rows. All but ids and salts, which are drawn at
 * random, is the same each time.
 */
export async function loadSample(pool: Pool): Promise<void> {
  const server = await sampleServer(pool, after(sampleAt, -hour));
  try {
    await papers(server);
    const staff = await team(server);
    await files(server);
    await jobs(server);
    await conflicts(server);
    await tables(server);
    await directory(server);
    await people(server);
    await work(server, staff);
    await findings(server);
    await alerts(server);
    await edits(server);
    await duties(server, staff);
    await lastCalls(server);
  } finally {
    await server.stop();
  }
}
