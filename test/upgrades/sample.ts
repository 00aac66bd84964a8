import type { Pool } from 'pg';
import { parseInstant } from '#platform/instant.ts';
import { accounts, doors } from './sample/accounts.ts';
import { conflicts, directory, edits, files, jobs, lastCalls, papers, tables } from './sample/bringIn.ts';
import { alerts, duties, findings, people } from './sample/matters.ts';
import { neighbors } from './sample/neighbors.ts';
import { orders } from './sample/orders.ts';
import { ownRoom } from './sample/ownRoom.ts';
import { contests, questions } from './sample/questions.ts';
import { arrangeReviews, holdReview } from './sample/reviews.ts';
import { type SampleServer, sampleServer } from './sample/server.ts';
import { team, work } from './sample/team.ts';

/** When its first day begins. */
const begins = parseInstant('2026-11-22T09:00:00Z')!;
/** When the sample is read: on the fourth day, so that time has done its part; before what was answered closes. */
export const sampleAt = parseInstant('2026-11-25T08:45:00Z')!;

/**
 * Loads the sample through the public interface (what opens doors, also half-way, by their stores), so that every table has rows. All but ids and salts, which are drawn at
 * random, is the same each time.
 */
export async function loadSample(pool: Pool): Promise<void> {
  const server = await sampleServer(pool, begins);
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
    await customersRoom(server, staff);
  } finally {
    await server.stop();
  }
}

/** What customers and their people do for themselves, and the vendor's answers. */
async function customersRoom(server: SampleServer, staff: string): Promise<void> {
  await neighbors(server);
  const people = await accounts(server, staff);
  await ownRoom(server, people);
  const held = await arrangeReviews(server, people);
  await questions(server, people);
  await contests(server, people);
  await orders(server, people);
  // Letters from here on still wait.
  await server.post('nothing');
  await holdReview(server, people, held);
  await doors(server, people);
}
