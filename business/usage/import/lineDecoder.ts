import { isZone } from '#platform/instant.ts';
import { type Collector, collector } from './collector.ts';
import type { Bytes, Decoded, DecoderOptions } from './decoded.ts';
import { checkText } from './limits.ts';
import { quoted, rejection } from './rejections.ts';
import { lines } from './text.ts';

/** Follows a file line by line. `open`: the last line, without its end, so that it may be cut off. */
export type LineReader = {
  take(text: string, line: number, open: boolean): void;
  /** Called once the file was read to its end without a fault. */
  end(): void;
};

/** Where lines come from: the name of the source, and the zone of its clock where lines need one. */
export type LineOptions = DecoderOptions & { readonly source: string; readonly zone?: string };

/** Decodes a file of lines by a reader; refuses a source or a zone that is none. Keeps one piece of 64 KB in memory. */
export async function* decodeLines(
  bytes: Bytes,
  options: LineOptions,
  readerOf: (found: Collector) => LineReader,
): Decoded {
  const found = collector();
  const unusable = unusableOption(options);
  if (unusable) found.fault(rejection('option-unusable', unusable, null));
  else {
    const reader = readerOf(found);
    for await (const part of lines(bytes, options.encoding)) {
      if ('fault' in part) found.fault(part.fault);
      else
        for (const [i, text] of part.lines.entries())
          takeLine(reader, text, part.first + i, part.open, found);
      if (found.failed) break;
      if (found.full) yield found.batch();
    }
    if (!found.failed) reader.end();
  }
  yield found.last();
}

function takeLine(reader: LineReader, text: string, line: number, open: boolean, found: Collector): void {
  if (found.failed) return;
  if (text.trim() === '') found.blank();
  else reader.take(text, line, open);
}

function unusableOption({ source, zone }: LineOptions): string | undefined {
  const name = checkText('The option source', source);
  if ('code' in name) return name.detail;
  return zone === undefined || isZone(zone)
    ? undefined
    : `The option zone is ${quoted(zone)}, which is no time zone.`;
}

/** Refuses a line that is none of the format; the file as a whole where it is the last and may have been cut off. */
export function refuseLine(text: string, line: number, open: boolean, found: Collector): void {
  const detail = `The line is ${quoted(text)}.`;
  if (open) found.fault(rejection('truncated', detail, line));
  else found.reject(rejection('line-not-understood', detail, line));
}
