import type { Instant } from '#platform/instant.ts';
import type { UsageRecord } from '../record.ts';
import type { RejectionCode } from './rejections.ts';

/** The bytes of a file or of a request's body, in pieces of any size. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** What every decoder needs. `digest`: sha-256 of a text (as UTF-8), in lower-case hexadecimal. */
export type DecoderOptions = {
  readonly receivedAt: Instant;
  readonly digest: (text: string) => string;
  /** How the file is written; UTF-8 when left out. */
  readonly encoding?: Encoding;
};

export type Encoding = 'utf-8' | 'windows-1252';

/** Why something was not taken. `line` counts from 1; `pointer` is a JSON pointer into the event. */
export type Rejection = {
  readonly line: number | null;
  readonly pointer: string | null;
  readonly code: RejectionCode;
  readonly detail: string;
  readonly todo: string;
};

/**
 * What a file says its lines add up to, per feature. For a license server: `inUse` is the header's total, `lines` the
 * checkouts listed, and they agree when `inUse = lines + reservations` (queued requests are not in use); of RLM, which
 * counts reserved licenses as in use only where somebody holds them, when `inUse = lines`. For a roster:
 * `inUse` is the number of rows, `lines` the rows that became members or were duplicates. `agrees` is `null` where the
 * file has no total to compare with.
 */
export type SourceTotal = {
  readonly source: string;
  readonly feature: string;
  readonly at: Instant | null;
  readonly issued: number | null;
  readonly inUse: number | null;
  readonly lines: number;
  readonly reservations: number;
  readonly queued: number;
  readonly agrees: boolean | null;
};

/**
 * Something to know that is no record. A `gap` says that use could not be seen at `at`: no data is not zero use.
 * `feature: null` means the whole source.
 */
export type Note = {
  readonly kind: 'note' | 'gap';
  readonly code:
    | 'server-error'
    | 'daemon-down'
    | 'host-down'
    | 'feature-error'
    | 'no-usage-shown'
    | 'license-file-only'
    | 'uncounted'
    | 'status-hour-twice'
    | 'duplicate-user'
    | 'debug-log'
    | 'clock-jumped'
    | 'return-without-checkout'
    | 'counter-begun';
  readonly source: string;
  readonly feature: string | null;
  readonly at: Instant | null;
  readonly line: number | null;
  readonly detail: string;
};

/** What a decoder yields: a part of the file. Only the last one has an `ending`. */
export type Batch = {
  readonly records: readonly UsageRecord[];
  readonly rejections: readonly Rejection[];
  readonly totals: readonly SourceTotal[];
  readonly notes: readonly Note[];
  /** How many entries have been read so far, where the decoder says. */
  readonly entries?: number;
  readonly ending: Ending | null;
};

/**
 * How every entry of the file was accounted for: `entries = accepted + rejected + blank + other`. An entry is a line, or
 * the row or event where one may span several lines. `other` entries were understood but carry no record of their own
 * (headers, titles, duplicates of a roster's row). At most `mostRejections` rejections are yielded; all are counted.
 */
export type Tally = {
  readonly entries: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly blank: number;
  readonly other: number;
};

/** How reading ended. With a `fault` nothing of the file may be taken, whatever was yielded before. */
export type Ending = { readonly tally: Tally; readonly fault: Rejection | null };

export const mostRejections = 1000;

/** A decoder at work. */
export type Decoded = AsyncGenerator<Batch, void, void>;
