import { sql } from 'kysely';
import { type Tx, vendorWide } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import type { InstantColumn } from '#platform/journal/rows.ts';

declare module '#platform/database/tables.ts' {
  interface Tables {
    saved_filter: {
      customer_id: string;
      id: string;
      name: string;
      address: string;
      version: number;
      recorded_at: InstantColumn;
    };
  }
}

/** A filter of the list under a name, for everybody at the vendor. `address`: the query of the list, without order of keys. */
export type SavedFilter = {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly version: number;
};

/** More than this nobody finds again; and each is counted when the list is opened. */
export const mostSaved = 30;

/** Returns all saved filters by name. */
export function readSavedFilters(tx: Tx): Promise<SavedFilter[]> {
  return tx
    .selectFrom('saved_filter')
    .select(['id', 'name', 'address', 'version'])
    .where('customer_id', '=', vendorWide)
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .execute();
}

/** Keeps a filter under a name. Returns `false` where the name is taken or there are too many already. */
export async function saveFilter(
  tx: Tx,
  filter: Omit<SavedFilter, 'version'>,
  now: Instant,
): Promise<'saved' | 'name taken' | 'too many'> {
  await tx
    .selectFrom('saved_filter')
    .select('id')
    .where('customer_id', '=', vendorWide)
    .forUpdate()
    .execute();
  const known = await readSavedFilters(tx);
  if (known.length >= mostSaved) return 'too many';
  if (known.some(({ name }) => name === filter.name)) return 'name taken';
  await tx
    .insertInto('saved_filter')
    .values({ customer_id: vendorWide, ...filter, version: 1, recorded_at: toTimestamp(now) })
    .execute();
  return 'saved';
}

/** Gives a filter another name, if it still is at `version`. Returns the version there is where it is not; 0: none. */
export async function renameFilter(
  tx: Tx,
  { id, name, version }: Pick<SavedFilter, 'id' | 'name' | 'version'>,
): Promise<'renamed' | 'name taken' | number> {
  const known = await readSavedFilters(tx);
  const one = known.find((filter) => filter.id === id);
  if (one?.version !== version) return one?.version ?? 0;
  if (known.some((filter) => filter.name === name && filter.id !== id)) return 'name taken';
  await tx
    .updateTable('saved_filter')
    .set({ name, version: version + 1 })
    .where('customer_id', '=', vendorWide)
    .where('id', '=', id)
    .execute();
  return 'renamed';
}

/** Removes a filter. Returns whether there was one. */
export async function removeFilter(tx: Tx, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('saved_filter')
    .where('customer_id', '=', vendorWide)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
