import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import type { Instant } from '#platform/instant.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { type Executed, execute, type Lifecycle } from '#platform/journal/journal.ts';
import type { InstantColumn, JsonColumn } from '#platform/journal/rows.ts';
import { findingDecider } from './finding.evolve.ts';
import type { FindingRefusal } from './finding.refusals.ts';
import type { EvidenceRow, JudgedWindow, NotCounted, Run, Verification } from './finding.ts';
import type { Finding, FindingCommand, FindingEvent } from './lifecycle.ts';
import type { Outside } from './outside.ts';

/** A reading with all that proves it. */
export type ReadingBody = {
  readonly run: Run;
  readonly evidence: readonly EvidenceRow[];
  readonly verification: Verification;
  readonly outside: readonly Outside[];
  /** Left out in readings of releases that knew neither decisions about people nor rights. */
  readonly notCounted?: readonly NotCounted[];
};

/** A clause as last examined. Windows by group; of many windows only the most telling are kept (see `drawable`). */
export type ClauseReading = {
  readonly groups: Readonly<Record<string, readonly JudgedWindow[]>>;
  readonly noData: boolean;
  readonly firstDifference: string | null;
  /** Ends of windows above the limit whose value can still fall, by group (rolling windows may begin alike); left out where there are none, and in readings of before. */
  readonly waiting?: Readonly<Record<string, readonly Instant[]>>;
  /** The latest moment of what counts here, by source; left out in readings of before. */
  readonly heard?: Readonly<Record<string, Instant>>;
};

declare module '#platform/database/tables.ts' {
  interface Tables {
    reading: {
      customer_id: string;
      finding: string;
      digest: string;
      body: JsonColumn<ReadingBody>;
      recorded_at: InstantColumn;
    };
    clause_reading: {
      customer_id: string;
      agreement: string;
      clause: string;
      as_of: InstantColumn;
      tzdata: string;
      body: JsonColumn<ClauseReading>;
    };
    detection_due: { customer_id: string; due_at: InstantColumn };
  }
}

/** How findings stand in the journal. Detection and verification are the vendor's own; what was decided is shared. */
export const findingLifecycle: Lifecycle<Finding, FindingCommand, FindingEvent, FindingRefusal> = {
  lifecycle: 'finding',
  decider: findingDecider,
  describe: ({ kind, ...payload }) => ({
    type: `finding.${kind}`,
    schemaVersion: 1,
    visibility: kind === 'confirmed' || kind === 'cleared' || kind === 'correctionDue' ? 'shared' : 'vendor',
    payload: payload as unknown as Json,
  }),
  revive: (type, payload) =>
    ({ kind: type.slice('finding.'.length), ...(payload as object) }) as FindingEvent,
};

/** Who commands, when, and about which customer. */
export type By = { readonly customer: string; readonly actor: string; readonly now: Instant };

/** Carries out one command on a finding: the one door for people and detection alike. */
export function commandFinding(
  tx: Tx,
  id: string,
  command: FindingCommand,
  by: By,
  once: { readonly expectedVersion?: number; readonly idempotencyKey?: string; readonly asked?: Json } = {},
): Promise<Executed<Finding, FindingEvent, FindingRefusal>> {
  return execute(tx, { ...findingLifecycle, id, command, ...by, ...once });
}

/** A finding and the version of its stream. */
export type StoredFinding = {
  readonly finding: Exclude<Finding, { status: 'none' }>;
  readonly version: number;
};

/** Returns all findings of a customer, in order of their beginning. */
export async function findingsOf(tx: Tx, customer: string): Promise<StoredFinding[]> {
  const rows = await tx
    .selectFrom('stream_state')
    .select(['state', 'version'])
    .where('customer_id', '=', customer)
    .where('lifecycle', '=', 'finding')
    .execute();
  return rows
    .map(({ state, version }) => ({ finding: state as unknown as StoredFinding['finding'], version }))
    .sort(
      (a, b) => a.finding.reading.from - b.finding.reading.from || (a.finding.key < b.finding.key ? -1 : 1),
    );
}

/** Keeps a reading, or brings what is kept under its digest up to date; the same one again changes nothing. */
export async function saveReading(
  tx: Tx,
  finding: string,
  digest: string,
  body: ReadingBody,
  by: By,
): Promise<void> {
  const row = { body: JSON.stringify(body) };
  await tx
    .insertInto('reading')
    .values({ customer_id: by.customer, finding, digest, recorded_at: toTimestamp(by.now), ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['customer_id', 'finding', 'digest'])
        .doUpdateSet(row)
        .where('reading.body', 'is distinct from', sql<never>`excluded.body`),
    )
    .execute();
}

/** Returns a reading of a finding by digest. */
export async function readReading(tx: Tx, finding: string, digest: string): Promise<ReadingBody | undefined> {
  const row = await tx
    .selectFrom('reading')
    .select('body')
    .where('finding', '=', finding)
    .where('digest', '=', digest)
    .executeTakeFirst();
  return row?.body;
}

/** Returns the readings of a customer's findings that these pairs of finding and digest name, by finding. */
export async function readReadings(
  tx: Tx,
  customer: string,
  named: readonly { readonly finding: string; readonly digest: string }[],
): Promise<ReadonlyMap<string, ReadingBody>> {
  const { rows } = await sql<{ finding: string; body: ReadingBody }>`
    SELECT r.finding, r.body FROM reading r
    JOIN jsonb_to_recordset(${JSON.stringify(named)}::jsonb) AS n (finding text, digest text)
      ON n.finding = r.finding AND n.digest = r.digest
    WHERE r.customer_id = ${customer}`.execute(tx);
  return new Map(rows.map(({ finding, body }) => [finding, body]));
}

/** Puts down that a customer has to be examined by `at` (sooner wins). Call it in the transaction that changed something. */
export function markDue(tx: Tx, customer: string, at: Instant): Promise<void> {
  return markAllDue(tx, [customer], at);
}

/** As `markDue`, for many customers at once, in the order of their ids, so that two who do so wait for each other. */
export async function markAllDue(tx: Tx, customers: Iterable<string>, at: Instant): Promise<void> {
  const ids = [...new Set(customers)].sort();
  for (let from = 0; from < ids.length; from += 5_000) {
    await tx
      .insertInto('detection_due')
      .values(ids.slice(from, from + 5_000).map((customer_id) => ({ customer_id, due_at: toTimestamp(at) })))
      .onConflict((conflict) =>
        conflict
          .column('customer_id')
          .doUpdateSet({ due_at: sql`least(detection_due.due_at, excluded.due_at)` }),
      )
      .execute();
  }
}

/** Returns the customers in scope that have to be examined by `now`, longest due first. */
export async function dueCustomers(tx: Tx, now: Instant, most: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('detection_due')
    .select('customer_id')
    .where('due_at', '<=', toTimestamp(now) as never)
    .orderBy('due_at')
    .limit(most)
    .execute();
  return rows.map(({ customer_id }) => customer_id);
}
