import type { Decoded, Ending, Note, Rejection } from '#business/usage/import/decoded.ts';
import type { UsageRecord } from '#business/usage/record.ts';

/** A trial looks at this many lines of a text file at most, and at no more bytes than this. */
const mostLines = 1000;
const mostBytes = 4 * 1024 * 1024;
const newline = 0x0a;

/** The first bytes of a file, whole lines where it is text; `cut`: there is more. */
export type Head = { readonly bytes: Uint8Array; readonly cut: boolean };

/** Returns the first lines of a file. A packed file or workbook has no lines: it is returned as it is, up to the limit. */
export async function headOf(bytes: AsyncIterable<Uint8Array>): Promise<Head> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of bytes) {
    parts.push(part);
    length += part.length;
    if (length > mostBytes) break;
  }
  const all = Buffer.concat(parts);
  const end = isText(all) ? endOfLines(all, length > mostBytes) : all.length;
  return { bytes: all.subarray(0, end), cut: end < all.length || length > mostBytes };
}

function isText(bytes: Uint8Array): boolean {
  return !bytes.subarray(0, 65_536).includes(0) && !(bytes[0] === 0x1f && bytes[1] === 0x8b);
}

function endOfLines(bytes: Uint8Array, more: boolean): number {
  let end = 0;
  for (let lines = 0; lines < mostLines; lines += 1) {
    const next = bytes.indexOf(newline, end);
    if (next < 0) return more && end > 0 ? end : bytes.length;
    end = next + 1;
  }
  return end;
}

/** Returns the first lines as people read them, cut to what fits on a page; none of what is no text. */
export function firstLines({ bytes }: Head, encoding: string): string[] {
  if (!isText(bytes)) return [];
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, 65_536));
  return text
    .split(/\r?\n/, 8)
    .filter((line) => line !== '')
    .map((line) => (line.length > 240 ? `${line.slice(0, 239)}…` : line));
}

/** What a trial found. */
export type Trial = Ending & {
  readonly records: readonly UsageRecord[];
  readonly rejections: readonly Rejection[];
  readonly notes: readonly Note[];
};

/** Decodes the first lines without taking anything. That they end early is no fault of the file. */
export async function trialOf(batches: Decoded, cut: boolean): Promise<Trial> {
  const found = { records: [] as UsageRecord[], rejections: [] as Rejection[], notes: [] as Note[] };
  let ending: Ending = {
    tally: { entries: 0, accepted: 0, rejected: 0, blank: 0, other: 0 },
    fault: null,
  };
  for await (const batch of batches) {
    found.records.push(...batch.records);
    found.rejections.push(...batch.rejections);
    found.notes.push(...batch.notes);
    if (batch.ending) ending = batch.ending;
  }
  const cutByUs = cut && ending.fault?.code === 'truncated';
  return { ...found, ...ending, fault: cutByUs ? null : ending.fault };
}
