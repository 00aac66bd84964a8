import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { type Executed, execute, type Lifecycle } from '#platform/journal/journal.ts';
import type { By } from './alert.store.ts';
import { ownAlertDecider } from './ownAlert.decide.ts';
import type { OwnAlertRefusal } from './ownAlert.refusals.ts';
import type { KnownOwnAlert, OwnAlert, OwnAlertCommand, OwnAlertEvent } from './ownAlert.ts';

/** The topic under which somebody of a customer is to be told of an alert of their own. */
export const ownAlertTopic = 'ownAlert';

/** How alerts that customers set stand in the journal. The customer's own: both sides see them. */
export const ownAlertLifecycle: Lifecycle<OwnAlert, OwnAlertCommand, OwnAlertEvent, OwnAlertRefusal> = {
  lifecycle: 'ownAlert',
  decider: ownAlertDecider,
  describe: (event) => {
    const { kind, ...payload } = event;
    const json = payload as unknown as Json;
    return {
      ...{ type: `ownAlert.${kind}`, schemaVersion: 1, visibility: 'shared', payload: json },
      outbox: kind === 'fired' ? [{ topic: ownAlertTopic, payload: json }] : [],
    };
  },
  revive: (type, payload) =>
    ({ kind: type.slice('ownAlert.'.length), ...(payload as object) }) as OwnAlertEvent,
};

export type StoredOwnAlert = {
  readonly id: string;
  readonly customer: string;
  readonly alert: KnownOwnAlert;
  readonly version: number;
};

/** Makes those who set alerts for one customer wait for each other: how many there may be depends on what is there. */
export async function lockOwnAlerts(tx: Tx, customer: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${JSON.stringify(['own alerts', customer])}, 0))`.execute(
    tx,
  );
}

/** Carries out one command on an alert that a customer set: the one door for its people and detection. */
export function commandOwnAlert(
  tx: Tx,
  id: string,
  command: OwnAlertCommand,
  by: By,
  once: { readonly expectedVersion?: number; readonly idempotencyKey?: string; readonly asked?: Json } = {},
): Promise<Executed<OwnAlert, OwnAlertEvent, OwnAlertRefusal>> {
  return execute(tx, { ...ownAlertLifecycle, id, command, ...by, ...once });
}

/** Returns the alerts that watch for a customer, in order of their ids. */
export async function ownAlertsOf(tx: Tx, customer: string): Promise<StoredOwnAlert[]> {
  const rows = await tx
    .selectFrom('stream_state')
    .select(['id', 'customer_id', 'state', 'version'])
    .where('lifecycle', '=', ownAlertLifecycle.lifecycle)
    .where('customer_id', '=', customer)
    .orderBy('id')
    .execute();
  return rows.map(stored).filter(({ alert }) => alert.status === 'watching');
}

/** Returns one alert, or `undefined` when there is none in scope, or it was taken away. */
export async function readOwnAlert(
  tx: Tx,
  customer: string,
  id: string,
): Promise<StoredOwnAlert | undefined> {
  return (await ownAlertsOf(tx, customer)).find((one) => one.id === id);
}

function stored(row: { id: string; customer_id: string; state: Json; version: number }): StoredOwnAlert {
  const { id, customer_id, state, version } = row;
  return { id, customer: customer_id, alert: state as unknown as KnownOwnAlert, version };
}
