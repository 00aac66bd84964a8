import type { Tx } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { type Executed, execute, history, type Lifecycle, type Outgoing } from '#platform/journal/journal.ts';
import { alertDecider } from './alert.evolve.ts';
import type { AlertRefusal } from './alert.refusals.ts';
import type { Alert, AlertCommand, AlertEvent, KnownAlert } from './alert.ts';

/** The topic under which somebody is to be told of an alert. */
export const alertTopic = 'alert';

/** What was silenced is not told again; what eased or is over needs nobody. */
const told: ReadonlySet<AlertEvent['kind']> = new Set(['raised', 'risen', 'resumed', 'crossed']);

/** How alerts stand in the journal: shared, as the customer is told of them; an acknowledgment is the vendor's own. */
export const alertLifecycle: Lifecycle<Alert, AlertCommand, AlertEvent, AlertRefusal> = {
  lifecycle: 'alert',
  decider: alertDecider,
  describe: (event) => {
    const { kind, ...payload } = event;
    return {
      type: `alert.${kind}`,
      schemaVersion: 1,
      visibility: kind === 'acknowledged' ? 'vendor' : 'shared',
      payload: payload as unknown as Json,
      outbox: told.has(kind) ? [outgoing(event)] : [],
    };
  },
  revive: (type, payload) => ({ kind: type.slice('alert.'.length), ...(payload as object) }) as AlertEvent,
};

function outgoing(event: AlertEvent): Outgoing {
  return { topic: alertTopic, payload: event as unknown as Json };
}

/** Who commands, when, and about which customer. */
export type By = { readonly customer: string; readonly actor: string; readonly now: Instant };

/** Carries out one command on an alert: the one door for people and detection alike. */
export function commandAlert(
  tx: Tx,
  id: string,
  command: AlertCommand,
  by: By,
  once: { readonly expectedVersion?: number; readonly idempotencyKey?: string; readonly asked?: Json } = {},
): Promise<Executed<Alert, AlertEvent, AlertRefusal>> {
  return execute(tx, { ...alertLifecycle, id, command, ...by, ...once });
}

export type StoredAlert = {
  readonly id: string;
  readonly customer: string;
  readonly alert: KnownAlert;
  readonly version: number;
};

/** Returns the alerts of a customer, over or not, in order of their ids. */
export async function alertsOf(tx: Tx, customer: string): Promise<StoredAlert[]> {
  const rows = await tx
    .selectFrom('stream_state')
    .select(['id', 'customer_id', 'state', 'version'])
    .where('lifecycle', '=', alertLifecycle.lifecycle)
    .where('customer_id', '=', customer)
    .orderBy('id')
    .execute();
  return rows.map(stored);
}

/** Returns one alert, or `undefined` when it is not in scope. */
export async function readAlert(tx: Tx, customer: string, id: string): Promise<StoredAlert | undefined> {
  const row = await tx
    .selectFrom('stream_state')
    .select(['id', 'customer_id', 'state', 'version'])
    .where('stream', '=', `${alertLifecycle.lifecycle}/${id}`)
    .where('customer_id', '=', customer)
    .executeTakeFirst();
  return row && stored(row);
}

function stored(row: { id: string; customer_id: string; state: Json; version: number }): StoredAlert {
  return {
    id: row.id,
    customer: row.customer_id,
    alert: row.state as unknown as KnownAlert,
    version: row.version,
  };
}

/** Returns the event of an alert at a version of its stream, or `undefined` when it is not in scope. */
export async function alertEvent(tx: Tx, id: string, version: number): Promise<AlertEvent | undefined> {
  const events = await history(tx, `${alertLifecycle.lifecycle}/${id}`);
  const event = events.find((one) => one.version === version);
  return event && alertLifecycle.revive(event.type, event.payload, event.schemaVersion);
}
