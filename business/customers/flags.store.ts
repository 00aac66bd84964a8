import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { type Executed, execute, type Lifecycle } from '#platform/journal/journal.ts';
import type { InstantColumn } from '#platform/journal/rows.ts';
import type { FlagCommand, FlagEvent, FlagKind, FlagSpan, Flags } from './flag.ts';
import type { FlagRefusal } from './flags.refusals.ts';
import { flagsDecider, spanOf } from './flags.ts';

declare module '#platform/database/tables.ts' {
  interface Tables {
    customer_flag: {
      customer_id: string;
      id: string;
      kind: FlagKind;
      from_at: InstantColumn;
      until_at: InstantColumn | null;
    };
  }
}

/** How a customer's flags stand in the journal: the vendor's own business. */
export const flagsLifecycle: Lifecycle<Flags, FlagCommand, FlagEvent, FlagRefusal> = {
  lifecycle: 'customer-flags',
  decider: flagsDecider,
  describe: ({ kind, ...payload }) => ({
    type: `customer.${kind}`,
    schemaVersion: 1,
    visibility: 'vendor',
    payload: payload as unknown as Json,
  }),
  revive: (type, payload) =>
    ({ kind: type.slice('customer.'.length), ...(payload as object) }) as unknown as FlagEvent,
};

/** Carries out one command on the flags of a customer, and keeps what lists read in step. */
export async function commandFlags(
  tx: Tx,
  customer: string,
  command: FlagCommand,
  by: { readonly actor: string; readonly now: Instant },
  once: { readonly idempotencyKey?: string; readonly asked?: Json } = {},
): Promise<Executed<Flags, FlagEvent, FlagRefusal>> {
  const done = await execute(tx, { ...flagsLifecycle, id: customer, customer, command, ...by, ...once });
  if (done.kind === 'done') await saveSpans(tx, customer, done.state);
  return done;
}

async function saveSpans(tx: Tx, customer: string, { flags }: Flags): Promise<void> {
  await tx.deleteFrom('customer_flag').where('customer_id', '=', customer).execute();
  if (flags.length === 0) return;
  const rows = flags.map((flag) => {
    const { kind, from, until } = spanOf(flag);
    const until_at = until === null ? null : toTimestamp(until);
    return { customer_id: customer, id: flag.id, kind, from_at: toTimestamp(from), until_at };
  });
  await tx.insertInto('customer_flag').values(rows).execute();
}

/** Returns the flags of a customer with all their history; none when there never was one. */
export async function readFlags(tx: Tx, customer: string): Promise<Flags> {
  const row = await tx
    .selectFrom('stream_state')
    .select('state')
    .where('stream', '=', `customer-flags/${customer}`)
    .where('customer_id', '=', customer)
    .executeTakeFirst();
  return (row?.state as unknown as Flags | undefined) ?? { flags: [] };
}

/** Returns the flags in force at `now` of every customer in scope that has any; for `mayContact`, and for lists. */
export async function flagsOfAll(tx: Tx, now: Instant): Promise<ReadonlyMap<string, FlagSpan[]>> {
  const rows = await tx
    .selectFrom('customer_flag')
    .select(['customer_id', 'kind', 'from_at as from', 'until_at as until'])
    .where(
      sql<boolean>`from_at <= ${toTimestamp(now)} AND (until_at IS NULL OR until_at > ${toTimestamp(now)})`,
    )
    .execute();
  const all = new Map<string, FlagSpan[]>();
  for (const { customer_id, kind, from, until } of rows) {
    const known = all.get(customer_id) ?? [];
    all.set(customer_id, [...known, { kind, from, until }]);
  }
  return all;
}
