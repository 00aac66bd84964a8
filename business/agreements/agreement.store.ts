import type { Tx } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { type Executed, execute, type Lifecycle } from '#platform/journal/journal.ts';
import { agreementDecider } from './agreement.evolve.ts';
import type { AgreementCommand, AgreementEvent, AgreementState } from './agreement.lifecycle.ts';
import type { AgreementRefusal } from './agreement.refusals.ts';

/** How agreements stand in the journal. All of it is shared with the customer. */
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

/** Who commands, when, and whose agreement it is. */
export type By = { readonly customer: string; readonly actor: string; readonly now: Instant };

/** What a command says; when it is recorded comes from `By`, so that envelope and event never differ. */
export type AgreementRequest = AgreementCommand extends infer C
  ? C extends AgreementCommand
    ? Omit<C, 'now'>
    : never
  : never;

/** Carries out one command on an agreement: the one door for people and imports alike. */
export function commandAgreement(
  tx: Tx,
  id: string,
  request: AgreementRequest,
  by: By,
  once: { readonly expectedVersion?: number; readonly idempotencyKey?: string } = {},
): Promise<Executed<AgreementState, AgreementEvent, AgreementRefusal>> {
  const command = { ...request, now: by.now } as AgreementCommand;
  return execute(tx, { ...agreementLifecycle, id, command, ...by, ...once });
}
