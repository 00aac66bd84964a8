import { type Tx, vendorWide } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { type Executed, execute, type Lifecycle } from '#platform/journal/journal.ts';
import type { TriageRefusal } from './triageTable.refusals.ts';
import {
  type TriageCommand,
  type TriageEvent,
  type TriagePolicy,
  type TriageTable,
  triageDecider,
} from './triageTable.ts';

/** How the triage table stands in the journal: the vendor's own. */
export const triageLifecycle: Lifecycle<TriagePolicy, TriageCommand, TriageEvent, TriageRefusal> = {
  lifecycle: 'triage-table',
  decider: triageDecider,
  describe: ({ kind, ...payload }) => ({
    type: `triage.${kind}`,
    schemaVersion: 1,
    visibility: 'vendor',
    payload: payload as unknown as Json,
  }),
  revive: (type, payload) =>
    ({ kind: type.slice('triage.'.length), ...(payload as object) }) as unknown as TriageEvent,
};

const id = 'current';

/** Publishes a table in place of the one at `expectedVersion` (0: the first). */
export function publishTriage(
  tx: Tx,
  table: TriageTable,
  by: { readonly actor: string; readonly now: Instant },
  expectedVersion: number,
): Promise<Executed<TriagePolicy, TriageEvent, TriageRefusal>> {
  const command: TriageCommand = { kind: 'publish', table, at: by.now };
  return execute(tx, { ...triageLifecycle, id, customer: null, command, ...by, expectedVersion });
}

/** Returns the table in force and its version; version 0 and no rows where none was published yet. */
export async function readTriage(tx: Tx): Promise<TriagePolicy & { readonly version: number }> {
  const row = await tx
    .selectFrom('stream_state')
    .select(['state', 'version'])
    .where('stream', '=', `${triageLifecycle.lifecycle}/${id}`)
    .where('customer_id', '=', vendorWide)
    .executeTakeFirst();
  if (!row) return { ...triageDecider.initial, version: 0 };
  return { ...(row.state as unknown as TriagePolicy), version: row.version };
}
