import type { Tx } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { type Executed, execute, type Lifecycle } from '#platform/journal/journal.ts';
import { agreementDecider } from './agreement.evolve.ts';
import type { AgreementCommand, AgreementEvent, AgreementState } from './agreement.lifecycle.ts';
import type { AgreementRefusal } from './agreement.refusals.ts';
import type { Agreement } from './agreement.ts';

/** How agreements stand in the journal: all of it is shared with the customer who signed it. */
export const agreementLifecycle: Lifecycle<
  AgreementState,
  AgreementCommand,
  AgreementEvent,
  AgreementRefusal
> = {
  lifecycle: 'agreement',
  decider: agreementDecider,
  describe: ({ kind, ...payload }) => ({
    type: `agreement.${kind}`,
    schemaVersion: 1,
    visibility: 'shared',
    payload: payload as unknown as Json,
  }),
  revive: (type, payload) =>
    ({ kind: type.slice('agreement.'.length), ...(payload as object) }) as AgreementEvent,
};

/** Carries out one command on an agreement: the one door for people, files and timers. */
export function commandAgreement(
  tx: Tx,
  id: string,
  command: AgreementCommand,
  by: {
    readonly customer: string;
    readonly actor: string;
    readonly now: Instant;
    readonly expectedVersion?: number;
  },
): Promise<Executed<AgreementState, AgreementEvent, AgreementRefusal>> {
  return execute(tx, { ...agreementLifecycle, id, command, ...by });
}

/** Returns the agreements of a customer, in order of their ids. */
export async function agreementsOf(tx: Tx, customer: string): Promise<Agreement[]> {
  const rows = await tx
    .selectFrom('stream_state')
    .select('state')
    .where('customer_id', '=', customer)
    .where('lifecycle', '=', 'agreement')
    .orderBy('id')
    .execute();
  return rows.map(({ state }) => state as unknown as Agreement);
}
