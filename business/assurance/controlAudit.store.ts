import { type Tx, vendorWide } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { type Executed, execute, type Lifecycle } from '#platform/journal/journal.ts';
import { controlAuditDecider } from './controlAudit.decide.ts';
import type { ControlAuditRefusal } from './controlAudit.refusals.ts';
import type { ControlAudit, ControlAuditCommand, ControlAuditEvent } from './controlAudit.ts';

/** How control audits stand in the journal: the vendor's own business, one stream a quarter. */
export const controlAuditLifecycle: Lifecycle<
  ControlAudit,
  ControlAuditCommand,
  ControlAuditEvent,
  ControlAuditRefusal
> = {
  lifecycle: 'control-audit',
  decider: controlAuditDecider,
  describe: ({ kind, ...payload }) => ({
    type: `control-audit.${kind}`,
    schemaVersion: 1,
    visibility: 'vendor',
    payload: payload as unknown as Json,
  }),
  revive: (type, payload) =>
    ({ kind: type.slice('control-audit.'.length), ...(payload as object) }) as unknown as ControlAuditEvent,
};

/** Carries out one command on the audit of a quarter. */
export function commandControlAudit(
  tx: Tx,
  quarter: string,
  command: ControlAuditCommand,
  by: { readonly actor: string; readonly now: Instant },
  once: { readonly idempotencyKey?: string; readonly asked?: Json; readonly expectedVersion?: number } = {},
): Promise<Executed<ControlAudit, ControlAuditEvent, ControlAuditRefusal>> {
  return execute(tx, { ...controlAuditLifecycle, id: quarter, customer: null, command, ...by, ...once });
}

/** An audit as kept, and the version of its stream. */
export type StoredAudit = {
  readonly audit: Exclude<ControlAudit, { status: 'none' }>;
  readonly version: number;
};

/** Returns the audits of all quarters, the latest first. */
export async function readControlAudits(tx: Tx): Promise<StoredAudit[]> {
  const rows = await tx
    .selectFrom('stream_state')
    .select(['state', 'version'])
    .where('lifecycle', '=', 'control-audit')
    .where('customer_id', '=', vendorWide)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ state, version }) => ({ audit: state as unknown as StoredAudit['audit'], version }));
}
