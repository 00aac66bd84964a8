import { listSources, type SourceRow } from '#business/usage/sources/sourceList.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { formatInstant, type Instant } from '#platform/instant.ts';
import type { PortalOverview } from './overviewSchemas.ts';

const mostSources = 200;

/** Returns the sources of a customer's use, by name. */
export async function readSources(
  tx: Tx,
  customer: string,
  now: Instant,
): Promise<PortalOverview['sources']> {
  const rows = await listSources(tx, { customer, now }, { after: null, limit: mostSources });
  return rows.map((row) => sourceView(row, now));
}

function sourceView(row: SourceRow, now: Instant): PortalOverview['sources'][number] {
  const { source, records, first, last, silentFrom, gaps, conflicts } = row;
  return {
    name: source,
    records,
    first: first === null ? null : formatInstant(first),
    last: last === null ? null : formatInstant(last),
    silent: silentFrom !== null && now > silentFrom,
    gaps,
    differing: conflicts,
  };
}
