import type { UsageRecord } from '#business/usage/record.ts';
import { settled } from './identity.ts';
import { keepListed } from './lists.ts';
import { type BySeries, endHeld, endLevels, endMembers, keepLastSeen, tie } from './series.ts';

/**
 * What records say once taken together: the positions of the points, and of the spans that are not empty.
 * `ends` is by position, infinity where a span has no known end.
 */
export type Resolved = {
  readonly points: readonly number[];
  readonly spans: readonly number[];
  readonly ends: Float64Array;
};

/** The records that have to be looked at together with others of their series. */
type Ties = Record<
  'open' | 'held' | 'return' | 'sighting' | 'reservation' | 'level' | 'member' | 'snapshot',
  BySeries
>;

/**
 * Returns what counts among records as received: identities settled, open checkouts paired with their returns, and
 * sightings, levels and members seen against the rest of their series (see `RecordKind`).
 */
export function resolve(records: readonly UsageRecord[], chosen: ReadonlyMap<string, string>): Resolved {
  const counts = settled(records, chosen);
  const ends = new Float64Array(records.length);
  const ties = tieAll(records, counts, ends);
  endHeld(records, ends, ties.open, ties.held, ties.return);
  keepLastSeen(records, ends, ties.sighting);
  keepLastSeen(records, ends, ties.reservation);
  endLevels(records, ends, ties.level);
  endMembers(records, ends, ties.member, ties.snapshot);
  keepListed(records, counts, ends, ties.member);
  const points: number[] = [];
  const spans: number[] = [];
  for (let position = 0; position < records.length; position += 1) {
    if (counts[position] === 0) continue;
    const record = records[position]!;
    if (record.kind === 'occurrence') points.push(position);
    else if (ends[position]! > record.at) spans.push(position);
  }
  return { points, spans, ends };
}

/** Sets the ends that records name themselves; what is no span keeps the end zero, before any start. */
function tieAll(records: readonly UsageRecord[], counts: Uint8Array, ends: Float64Array): Ties {
  const ties: Ties = {
    open: new Map(),
    held: new Map(),
    return: new Map(),
    sighting: new Map(),
    reservation: new Map(),
    level: new Map(),
    member: new Map(),
    snapshot: new Map(),
  };
  for (let position = 0; position < records.length; position += 1) {
    if (counts[position] === 0) continue;
    const record = records[position]!;
    const { kind } = record;
    if (kind === 'held') {
      ends[position] = record.until ?? Infinity;
      if (record.until === null) tie(ties.open, record, position);
    } else if (kind === 'sighting' || kind === 'reservation') {
      ends[position] = record.until ?? Infinity;
      tie(ties[kind], record, position);
    } else if (kind === 'level' || kind === 'member') {
      ends[position] = Infinity;
      tie(ties[kind], record, position);
    } else if (kind === 'return' || kind === 'snapshot') tie(ties[kind], record, position);
  }
  tieHeldBeside(ties, records, counts);
  return ties;
}

/** Checkouts matter to each other only in a series with an open one; most lists have none, and skip this. */
function tieHeldBeside(ties: Ties, records: readonly UsageRecord[], counts: Uint8Array): void {
  if (ties.open.size === 0) return;
  for (let position = 0; position < records.length; position += 1) {
    const record = records[position]!;
    if (counts[position] === 1 && record.kind === 'held') tie(ties.held, record, position);
  }
}
