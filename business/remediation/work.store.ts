import type { Tx } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import { eraseDocument } from '#platform/journal/documents.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { type Executed, execute, type Lifecycle } from '#platform/journal/journal.ts';
import type { WorkRefusal } from './work.refusals.ts';
import { type Work, type WorkCommand, type WorkEvent, workDecider } from './work.ts';

declare module '#platform/database/tables.ts' {
  interface Tables {
    assignment: {
      customer_id: string;
      agreement: string;
      clause: string;
      group_key: string;
      staff: string;
    };
  }
}

/** How the work at a customer stands in the journal: the vendor's own business. */
export const workLifecycle: Lifecycle<Work, WorkCommand, WorkEvent, WorkRefusal> = {
  lifecycle: 'customer-work',
  decider: workDecider,
  describe: ({ kind, ...payload }) => ({
    type: `work.${kind}`,
    schemaVersion: 1,
    visibility: 'vendor',
    payload: payload as unknown as Json,
  }),
  revive: (type, payload) =>
    ({ kind: type.slice('work.'.length), ...(payload as object) }) as unknown as WorkEvent,
};

/** Carries out one command on the work at a customer, keeps what lists read in step, and erases what is to be erased. */
export async function commandWork(
  tx: Tx,
  customer: string,
  command: WorkCommand,
  by: { readonly actor: string; readonly now: Instant },
  once: { readonly idempotencyKey?: string; readonly asked?: Json } = {},
): Promise<Executed<Work, WorkEvent, WorkRefusal>> {
  const done = await execute(tx, { ...workLifecycle, id: customer, customer, command, ...by, ...once });
  if (done.kind !== 'done') return done;
  if (command.kind === 'assign') await saveAssignments(tx, customer, done.state);
  if (command.kind === 'erase') {
    const texts = done.state.notes.find(({ id }) => id === command.id)?.texts ?? [];
    for (const { document } of texts) await eraseDocument(tx, document, by.now);
  }
  return done;
}

async function saveAssignments(tx: Tx, customer: string, { assigned }: Work): Promise<void> {
  await tx.deleteFrom('assignment').where('customer_id', '=', customer).execute();
  if (assigned.length === 0) return;
  const rows = assigned.map(({ group, ...place }) => ({ customer_id: customer, group_key: group, ...place }));
  await tx.insertInto('assignment').values(rows).execute();
}

/** Returns who works on what at a customer, and all notes. */
export async function readWork(tx: Tx, customer: string): Promise<Work> {
  const row = await tx
    .selectFrom('stream_state')
    .select('state')
    .where('stream', '=', `customer-work/${customer}`)
    .where('customer_id', '=', customer)
    .executeTakeFirst();
  return (row?.state as unknown as Work | undefined) ?? workDecider.initial;
}
