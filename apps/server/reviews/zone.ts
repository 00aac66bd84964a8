import type { Tx } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import { readPapers } from '../world.ts';

/** Returns the zone in which a customer's day runs: that of its first agreement that runs, else of any; UTC without. */
export async function zoneOf(tx: Tx, customer: string, now: Instant): Promise<string> {
  const agreements = (await readPapers(tx, customer, now))?.agreements ?? [];
  const running = agreements.find(({ signed }) => signed.from <= now && now < signed.until);
  return (running ?? agreements[0])?.signed.zone ?? 'UTC';
}
