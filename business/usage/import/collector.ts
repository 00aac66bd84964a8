import type { UsageRecord } from '../record.ts';
import { type Batch, mostRejections, type Note, type Rejection, type SourceTotal } from './decoded.ts';

const batchSize = 5000;

/** Gathers what a decoder finds into batches and keeps the tally. */
export type Collector = ReturnType<typeof collector>;

/** Returns an empty collector. */
export function collector() {
  const tally = { entries: 0, accepted: 0, rejected: 0, blank: 0, other: 0 };
  let records: UsageRecord[] = [];
  let rejections: Rejection[] = [];
  let totals: SourceTotal[] = [];
  let notes: Note[] = [];
  let fault: Rejection | null = null;

  const take = (last: boolean): Batch => {
    const ending = last ? { tally: { ...tally }, fault } : null;
    const batch = { records, rejections, totals, notes, entries: tally.entries, ending };
    [records, rejections, totals, notes] = [[], [], [], []];
    return batch;
  };
  return {
    /** An entry that became a record. */
    accept(record: UsageRecord): void {
      tally.entries += 1;
      tally.accepted += 1;
      records.push(record);
    },
    /** An entry that was taken, whose record comes later, by `add`. */
    hold(): void {
      tally.entries += 1;
      tally.accepted += 1;
    },
    /** A record that stands for the file as a whole, or for an entry held. */
    add(record: UsageRecord): void {
      records.push(record);
    },
    /** An entry that was refused. */
    reject(reason: Rejection): void {
      tally.entries += 1;
      tally.rejected += 1;
      if (tally.rejected <= mostRejections) rejections.push(reason);
    },
    blank(): void {
      tally.entries += 1;
      tally.blank += 1;
    },
    other(): void {
      tally.entries += 1;
      tally.other += 1;
    },
    note(note: Note): void {
      notes.push(note);
    },
    total(total: SourceTotal): void {
      totals.push(total);
    },
    /** The file cannot be read on; the first fault counts. */
    fault(reason: Rejection): void {
      fault ??= reason;
    },
    get failed(): boolean {
      return fault !== null;
    },
    get full(): boolean {
      return records.length >= batchSize;
    },
    /** Returns what has been gathered since the last call. */
    batch: (): Batch => take(false),
    /** Returns the last batch, with the ending. */
    last: (): Batch => take(true),
  };
}
