import type { Bytes, Encoding, Rejection } from './decoded.ts';
import { rejection } from './rejections.ts';

/** No line, and no event, may be longer (in characters). */
export const longestLine = 1_048_576;

const pieceSize = 65_536;
const newline = 0x0a;

/** A piece of a file's text and the number of the line it begins in, or what makes the file unreadable (always last). */
export type TextPiece = { readonly text: string; readonly line: number } | { readonly fault: Rejection };

/**
 * Lines without their ends; the first has number `first`. `open` where the only line here is the file's last and has no
 * line end, so that it may be cut off.
 */
export type Lines = { readonly lines: readonly string[]; readonly first: number; readonly open: boolean };

/**
 * Yields a file's text in pieces of at most 64 KB, without a byte order mark. Ends with a fault where the file is
 * empty, packed, a workbook, UTF-16, not valid in its encoding, or holds NUL bytes; the fault names the line.
 */
export async function* textPieces(
  bytes: Bytes,
  encoding: Encoding = 'utf-8',
): AsyncGenerator<TextPiece, void, void> {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let line = 1;
  let started = false;
  for await (const part of wholeCharacters(bytes, encoding)) {
    const fault = (started ? undefined : foreignFormat(part)) ?? nulByte(part, line);
    if (fault) return yield { fault };
    const piece = started ? part : withoutMark(part);
    started = true;
    const text = decoded(decoder, piece);
    if (text === undefined) return yield { fault: notUnicode(decoder, piece, line, encoding) };
    if (text !== '') yield { text, line };
    line += count(piece);
  }
  if (!started) yield { fault: rejection('empty', 'The file has no content.', null) };
}

/** Yields a file's lines, at most 1 MB each; ends as `textPieces` does. A line end is LF or CRLF. */
export async function* lines(
  bytes: Bytes,
  encoding: Encoding = 'utf-8',
): AsyncGenerator<Lines | { readonly fault: Rejection }, void, void> {
  let rest: string[] = [];
  let length = 0;
  let first = 1;
  for await (const piece of textPieces(bytes, encoding)) {
    if ('fault' in piece) return yield piece;
    const parts = piece.text.split('\n');
    rest.push(parts[0]!);
    length += parts[0]!.length;
    if (length > longestLine) return yield { fault: tooLong(first) };
    if (parts.length === 1) continue;
    parts[0] = rest.join('');
    const tail = parts.pop()!;
    yield { lines: parts.map(withoutReturn), first, open: false };
    first += parts.length;
    rest = [tail];
    length = tail.length;
  }
  const tail = rest.join('');
  if (tail !== '') yield { lines: [withoutReturn(tail)], first, open: true };
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

function tooLong(line: number): Rejection {
  return rejection('line-too-long', `Line ${line} is longer than 1 MB.`, line);
}

/** Yields the bytes in parts of at most 64 KB that end between characters. */
async function* wholeCharacters(bytes: Bytes, encoding: Encoding): AsyncGenerator<Uint8Array, void, void> {
  let carry = new Uint8Array(0);
  for await (const chunk of bytes) {
    for (let from = 0; from < chunk.length; from += pieceSize) {
      const part = joined(carry, chunk.subarray(from, from + pieceSize));
      const end = encoding === 'utf-8' ? lastWhole(part) : part.length;
      carry = part.slice(end);
      if (end > 0) yield part.subarray(0, end);
    }
  }
  if (carry.length > 0) yield carry;
}

/** Returns where the last character that may go on in the next part begins; the length where none does. */
function lastWhole(part: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= part.length; back += 1) {
    const byte = part[part.length - back]!;
    if (byte < 0x80) return part.length;
    if (byte < 0xc0) continue;
    const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return size > back ? part.length - back : part.length;
  }
  return part.length;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function withoutMark(part: Uint8Array): Uint8Array {
  return part[0] === 0xef && part[1] === 0xbb && part[2] === 0xbf ? part.subarray(3) : part;
}

function foreignFormat(part: Uint8Array): Rejection | undefined {
  const [a, b, c, d] = part;
  if (a === 0x1f && b === 0x8b) return rejection('compressed', 'The file is packed with gzip.', null);
  if (a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04)
    return rejection('spreadsheet', 'The file is a zip archive or an Excel workbook.', null);
  const marked = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  const everyOther = part.length >= 4 && ((a === 0 && c === 0) || (b === 0 && d === 0));
  if (marked || everyOther) return rejection('utf-16', 'The file is written in UTF-16.', 1);
  return undefined;
}

function nulByte(part: Uint8Array, line: number): Rejection | undefined {
  const at = part.indexOf(0);
  if (at < 0) return undefined;
  const number = line + count(part.subarray(0, at));
  return rejection('nul-byte', `Line ${number} holds a NUL byte.`, number);
}

function decoded(decoder: TextDecoder, part: Uint8Array): string | undefined {
  try {
    return decoder.decode(part);
  } catch {
    return undefined;
  }
}

function notUnicode(decoder: TextDecoder, part: Uint8Array, line: number, encoding: Encoding): Rejection {
  let from = 0;
  let number = line;
  for (;;) {
    const end = part.indexOf(newline, from);
    if (end < 0 || decoded(decoder, part.subarray(from, end)) === undefined) break;
    from = end + 1;
    number += 1;
  }
  return rejection('not-utf-8', `Line ${number} is not valid ${encoding.toUpperCase()}.`, number);
}

function count(part: Uint8Array): number {
  let lines = 0;
  for (let at = part.indexOf(newline); at >= 0; at = part.indexOf(newline, at + 1)) lines += 1;
  return lines;
}
