import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import type { Json } from './envelope.ts';
import type { EventRow } from './rows.ts';

/** What is needed to fold a stream: any `Lifecycle` is one. */
export type Foldable = {
  readonly lifecycle: string;
  readonly decider: { readonly initial: unknown; readonly evolve: (state: never, event: never) => unknown };
  readonly revive: (type: string, payload: Json, schemaVersion: number) => unknown;
};

/** A stream whose events and row do not say the same. */
export type Difference = { readonly stream: string; readonly what: string };

const pageSize = 200;

/**
 * Folds the events of every stream in scope and compares with its row: the state, the version, the customer, versions
 * without gaps. Returns the differences, none when all is well. A lifecycle that is not in `lifecycles` is a difference.
 */
export async function auditFolds(tx: Tx, lifecycles: readonly Foldable[]): Promise<Difference[]> {
  const known = new Map(lifecycles.map((each) => [each.lifecycle, each]));
  const differences: Difference[] = [];
  let last = '';
  for (;;) {
    const streams = await nextStreams(tx, last);
    if (streams.length === 0) return differences;
    last = streams.at(-1)!;
    const events = await tx
      .selectFrom('event')
      .selectAll()
      .where('stream', 'in', streams)
      .orderBy('stream')
      .orderBy('version')
      .execute();
    const rows = await tx.selectFrom('stream_state').selectAll().where('stream', 'in', streams).execute();
    const rowOf = new Map(rows.map((row) => [row.stream, row]));
    const eventsOf = Map.groupBy(events, (event) => event.stream);
    for (const stream of streams) {
      const what = compare(known, eventsOf.get(stream) ?? [], rowOf.get(stream));
      if (what !== undefined) differences.push({ stream, what });
    }
  }
}

/** From both tables: a stream may be missing in either. */
async function nextStreams(tx: Tx, last: string): Promise<string[]> {
  const { rows } = await sql<{ stream: string }>`
    (SELECT DISTINCT stream FROM event WHERE stream > ${last} ORDER BY stream LIMIT ${pageSize})
    UNION
    (SELECT stream FROM stream_state WHERE stream > ${last} ORDER BY stream LIMIT ${pageSize})
    ORDER BY stream LIMIT ${pageSize}`.execute(tx);
  return rows.map(({ stream }) => stream);
}

type Row = {
  readonly lifecycle: string;
  readonly customer_id: string;
  readonly version: number;
  readonly state: Json;
};

function compare(
  known: ReadonlyMap<string, Foldable>,
  events: readonly EventRow[],
  row?: Row,
): string | undefined {
  if (!row) return 'has events but no row';
  if (events.length === 0) return 'has a row but no events';
  const lifecycle = known.get(row.lifecycle);
  if (!lifecycle) return `is of a lifecycle nobody can fold: ${row.lifecycle}`;
  if (events.some((event, i) => event.version !== i + 1)) return 'has a gap in its versions';
  if (events.length !== row.version) return `has ${events.length} events, its row says ${row.version}`;
  if (events.some((event) => event.customer_id !== row.customer_id)) return 'has events of another customer';
  const { initial, evolve } = lifecycle.decider as Foldable['decider'] & {
    evolve: (state: unknown, event: unknown) => unknown;
  };
  const folded = events
    .map(({ type, payload, schema_version }) => lifecycle.revive(type, payload, schema_version))
    .reduce((state: unknown, event) => evolve(state, event), initial);
  return isDeepStrictEqual(folded, row.state) ? undefined : 'folds to another state than its row holds';
}
