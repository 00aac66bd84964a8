import { countCustomers, listCustomers } from '#business/customers/customerList.store.ts';
import type { Result } from '#platform/problem.ts';
import { success } from '#platform/problem.ts';
import { principalNow } from '../access/current.ts';
import { asStaff, type ServerContext } from '../context.ts';
import { cutPage, readCursor } from '../http/cursor.ts';
import type { PortalEntries } from './overviewSchemas.ts';

/** What of the list is asked for. */
export type EntriesQuery = {
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly search?: string | undefined;
};

/** Returns one page of the customers that whoever asks may open, by name. */
export async function portalEntries(
  context: ServerContext,
  { cursor, limit, search }: EntriesQuery,
): Promise<Result<PortalEntries>> {
  const key = readCursor(cursor, 2, (parts) => parts.every((part) => typeof part === 'string'));
  if (!key.ok) return key;
  const after = key.value as readonly [string, string] | null;
  const now = context.clock();
  return asStaff(context, async (tx) => {
    const filter = { words: search };
    const rows = await listCustomers(tx, filter, { after, limit: limit + 1, now });
    const { items, next } = cutPage(rows, limit, ({ sortName, customer }) => [sortName, customer.id]);
    return success({
      items: items.map(({ customer: { id, name } }) => ({ id, name })),
      next,
      total: after === null ? await countCustomers(tx, filter, now) : null,
      as: principalNow()?.kind ?? 'staff',
    });
  });
}
