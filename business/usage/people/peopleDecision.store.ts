import type { Tx } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { type Executed, execute, type Lifecycle } from '#platform/journal/journal.ts';
import { peopleDecider } from './peopleDecision.evolve.ts';
import type { PeopleRefusal } from './peopleDecision.refusals.ts';
import type { PeopleCommand, PeopleDecision, PeopleDecisions, PeopleEvent } from './peopleDecision.ts';

/** How decisions about people stand in the journal: ids of identities, never keys. What counts is shared; the reasons are documents, which are the vendor's own. */
export const peopleLifecycle: Lifecycle<PeopleDecisions, PeopleCommand, PeopleEvent, PeopleRefusal> = {
  lifecycle: 'peopleDecision',
  decider: peopleDecider,
  describe: ({ kind, ...payload }) => ({
    type: `peopleDecision.${kind}`,
    schemaVersion: 1,
    visibility: 'shared',
    payload: payload as unknown as Json,
  }),
  revive: (type, payload) =>
    ({ kind: type.slice('peopleDecision.'.length), ...(payload as object) }) as PeopleEvent,
};

/** Carries out one command about a customer's people: the one door. A merge or its undo is a change of usage: see `peopleChanged`. */
export function commandPeople(
  tx: Tx,
  command: PeopleCommand,
  by: { readonly customer: string; readonly actor: string; readonly now: Instant },
  once: { readonly idempotencyKey?: string; readonly asked?: Json } = {},
): Promise<Executed<PeopleDecisions, PeopleEvent, PeopleRefusal>> {
  return execute(tx, { ...peopleLifecycle, id: by.customer, command, ...by, ...once });
}

/** Returns the decisions about a customer's people, undone ones too, in the order in which they were made. */
export async function readDecisions(tx: Tx, customer: string): Promise<readonly PeopleDecision[]> {
  const row = await tx
    .selectFrom('stream_state')
    .select('state')
    .where('stream', '=', `${peopleLifecycle.lifecycle}/${customer}`)
    .where('customer_id', '=', customer)
    .executeTakeFirst();
  return row ? (row.state as unknown as PeopleDecisions).decisions : [];
}
