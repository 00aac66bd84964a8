import { CsvError, type Parser, parse } from 'csv-parse';
import type { Bytes, Encoding, Rejection } from './decoded.ts';
import { rejection } from './rejections.ts';
import { longestLine, textPieces } from './text.ts';

/** The cells of one row and the line it begins in. `open`: the file ends in it, without a line end. */
export type CsvRow = { readonly cells: readonly string[]; readonly line: number; readonly open: boolean };

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

/**
 * Yields the rows of a CSV file, blank ones too, as they are read. The delimiter is the one of comma, semicolon and tab
 * that the first line has most of. A row may have 1 MB. What makes the file unreadable is handed to `fault`.
 */
export async function* csvRows(
  bytes: Bytes,
  { encoding }: { readonly encoding?: Encoding },
  fault: (reason: Rejection) => void,
): AsyncGenerator<CsvRow, void, void> {
  const pieces = textPieces(bytes, encoding);
  const start = await firstLine(pieces);
  if ('fault' in start) return fault(start.fault);
  let unread = 1;
  const parser = parse({
    delimiter: delimiterOf(start.text),
    info: true,
    max_record_size: longestLine,
    on_record: (row, { lines }) => {
      unread = lines + 1;
      return row;
    },
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
  });
  const fed = feed(parser, start.text, pieces, fault);
  let line = 1;
  let last: { readonly cells: readonly string[]; readonly line: number } | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      if (last) yield { ...last, open: false };
      last = { cells: record, line };
      line = info.lines + 1;
    }
    const { ended } = await fed;
    if (last) yield { ...last, open: !ended };
  } catch (error) {
    fault(brokenCsv(error, unread));
  } finally {
    parser.destroy();
    await fed;
  }
}

/** Returns the file's text up to the end of its first line at least. */
async function firstLine(
  pieces: ReturnType<typeof textPieces>,
): Promise<{ readonly text: string } | { readonly fault: Rejection }> {
  let text = '';
  while (!text.includes('\n')) {
    const next = await pieces.next();
    if (next.done) break;
    if ('fault' in next.value) return next.value;
    text += next.value.text;
    if (text.length > longestLine)
      return { fault: rejection('line-too-long', 'The first line is longer than 1 MB.', 1) };
  }
  return { text };
}

function delimiterOf(text: string): string {
  const header = text.split('\n', 1)[0]!.replace(/"[^"]*"/g, '');
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
}

/**
 * Writes the text into the parser as fast as its rows are taken. A fault ends the rows without an error.
 * Returns whether the text ended with a line end.
 */
async function feed(
  parser: Parser,
  start: string,
  pieces: ReturnType<typeof textPieces>,
  fault: (reason: Rejection) => void,
): Promise<{ readonly ended: boolean }> {
  let ended = start.endsWith('\n');
  const write = async (text: string): Promise<void> => {
    ended = text.endsWith('\n');
    if (parser.write(text)) return;
    await new Promise<void>((resume) => {
      const on = (): void => {
        parser.off('drain', on).off('close', on);
        resume();
      };
      parser.on('drain', on).on('close', on);
    });
  };
  await write(start);
  for await (const piece of pieces) {
    if (parser.destroyed) break;
    if ('fault' in piece) {
      fault(piece.fault);
      break;
    }
    await write(piece.text);
  }
  if (!parser.destroyed) parser.end();
  return { ended };
}

function brokenCsv(error: unknown, line: number): Rejection {
  if (!(error instanceof CsvError)) throw error;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return rejection('truncated', `A quote opened in line ${line} or below is never closed.`, line);
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return rejection('line-too-long', `The row in line ${line} is longer than 1 MB.`, line);
  return rejection('csv-broken', error.message, line);
}
