import { hash } from 'node:crypto';
import { type Instant, parseInstant } from '#platform/instant.ts';
import type { UsageRecord } from '../record.ts';
import type { Bytes, Decoded, Ending, Note, Rejection, SourceTotal } from './decoded.ts';
import type { RejectionCode } from './rejections.ts';

/** A broken input and what must be said about it: the code and line of the first rejection, or of the fault. */
export type BrokenInput = {
  readonly what: string;
  readonly input: string | Uint8Array | (() => Bytes);
  readonly code: RejectionCode;
  readonly line: number | null;
  /** Options that differ from the usual ones. */
  readonly options?: object;
};

/** Everything a decoder yielded. */
export type Everything = Ending & {
  readonly records: readonly UsageRecord[];
  readonly rejections: readonly Rejection[];
  readonly totals: readonly SourceTotal[];
  readonly notes: readonly Note[];
};

/** The options every decoder takes, as the tests give them. */
export const usual = {
  receivedAt: instant('2026-06-01T00:00:00Z'),
  digest: (text: string): string => hash('sha256', text, 'hex'),
};

/** Returns the instant of a text that is one. */
export function instant(text: string): Instant {
  const at = parseInstant(text);
  if (at === undefined) throw new Error(`not an instant: ${text}`);
  return at;
}

/** Returns a text's bytes in chunks of `size`. */
export function* chunks(text: string | Uint8Array, size = 65_536): Generator<Uint8Array> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Returns the bytes of an input. */
export function bytesOf(input: BrokenInput['input']): Bytes {
  return typeof input === 'function' ? input() : chunks(input);
}

/** Runs a decoder to its end. */
export async function everything(decoded: Decoded): Promise<Everything> {
  const all = { records: [], rejections: [], totals: [], notes: [] } as {
    records: UsageRecord[];
    rejections: Rejection[];
    totals: SourceTotal[];
    notes: Note[];
  };
  let ending: Ending | null = null;
  for await (const batch of decoded) {
    if (ending) throw new Error('something was yielded after the ending');
    all.records.push(...batch.records);
    all.rejections.push(...batch.rejections);
    all.totals.push(...batch.totals);
    all.notes.push(...batch.notes);
    ending = batch.ending;
  }
  if (!ending) throw new Error('the decoder yielded no ending');
  return { ...all, ...ending };
}

/** Yields `megabytes` of one letter without a line end; fails when far more is taken than a decoder may keep. */
export function* endlessLine(start: string, megabytes = 100): Generator<Uint8Array> {
  yield new TextEncoder().encode(start);
  const part = new Uint8Array(1_000_000).fill(0x61);
  for (let i = 0; i < megabytes; i += 1) {
    if (i > 3) throw new Error('the decoder reads on behind a line that is too long');
    yield part;
  }
}

/** Returns what befalls a text file of any format on its way: `start` is how a whole one begins, its last line ended. */
export function damaged(start: string): readonly BrokenInput[] {
  const lines = start.split('\n').length;
  const bytes = new TextEncoder().encode(start);
  return [
    { what: 'nothing at all', input: '', code: 'empty', line: null },
    { what: 'gzip', input: new Uint8Array([0x1f, 0x8b, 8, 0]), code: 'compressed', line: null },
    {
      what: 'an Excel workbook',
      input: new Uint8Array([0x50, 0x4b, 3, 4]),
      code: 'spreadsheet',
      line: null,
    },
    { what: 'UTF-16', input: new Uint8Array([0xff, 0xfe, 0x75, 0]), code: 'utf-16', line: 1 },
    { what: 'big-endian UTF-16', input: new Uint8Array([0, 0x75, 0, 0x73]), code: 'utf-16', line: 1 },
    {
      what: 'Latin-1 in the next line',
      input: new Uint8Array([...bytes, 0x6a, 0xf6, 0x72, 0x67, 0x0a]),
      code: 'not-utf-8',
      line: lines,
    },
    { what: 'a NUL byte', input: `${start}a\0b\n`, code: 'nul-byte', line: lines },
    { what: 'a line of 100 MB', input: () => endlessLine(start), code: 'line-too-long', line: lines },
  ];
}
