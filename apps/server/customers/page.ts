import type { z } from '@hono/zod-openapi';
import {
  type CustomerFilter,
  countCustomers,
  customerChoices,
  listCustomers,
} from '#business/customers/customerList.store.ts';
import { flagsOfAll } from '#business/customers/flags.store.ts';
import { formatInstant } from '#platform/instant.ts';
import { asStaff, type ServerContext } from '../context.ts';
import { cutPage } from '../http/cursor.ts';
import type { CustomerList } from './schemas.ts';

/** Returns a page of the list of customers, read at one moment; `after`: the sort name and the id of the last one shown. */
export function customersPage(
  context: ServerContext,
  filter: CustomerFilter,
  after: readonly (string | number | null)[] | null,
  limit: number,
): Promise<z.infer<typeof CustomerList>> {
  const now = context.clock();
  return asStaff(
    context,
    async (tx) => {
      const behind = after && ([String(after[0]), String(after[1])] as const);
      const rows = await listCustomers(tx, filter, { after: behind, limit: limit + 1, now });
      const flags = await flagsOfAll(tx, now);
      const { items, next } = cutPage(rows, limit, ({ sortName, customer }) => [sortName, customer.id]);
      return {
        items: items.map(({ customer, agreements }) => {
          const { id, name, size, segment, riskTolerance, owner } = customer;
          const badges = (flags.get(id) ?? []).map(({ kind, until }) => ({
            kind,
            until: until === null ? null : formatInstant(until),
          }));
          return { id, name, size, segment, riskTolerance, owner: owner.name, agreements, flags: badges };
        }),
        next,
        total: await countCustomers(tx, filter, now),
        choices: after ? null : listOf(await customerChoices(tx)),
      };
    },
    'repeatable read',
  );
}

function listOf({ segments, owners }: Awaited<ReturnType<typeof customerChoices>>) {
  return { segments: [...segments], owners: [...owners] };
}
