import type { Bytes, Encoding, Rejection } from './decoded.ts';
import { type StructureScanner, structureScanner } from './jsonStructure.ts';
import { rejection } from './rejections.ts';
import { longestLine, textPieces } from './text.ts';

/** The text of one event and the line it begins in. `open`: the file ends right behind it, without a line end. */
export type EventText = { readonly text: string; readonly line: number; readonly open: boolean };

type Item = EventText | { readonly blank: true } | { readonly fault: Rejection };

type Splitter = { take(text: string): Iterable<Item>; end(): Iterable<Item> };

/**
 * Yields the text of each event of a JSON array, of one JSON object over several lines, or of NDJSON, and each blank
 * line of NDJSON. Keeps one event at a time. In NDJSON a line that begins with `{` begins a new event, whatever came
 * before, so that a broken one harms no other; in an array nothing behind a broken element can be read.
 */
export async function* eventTexts(bytes: Bytes, encoding?: Encoding): AsyncGenerator<Item, void, void> {
  let split: Splitter | undefined;
  let text = '';
  for await (const piece of textPieces(bytes, encoding)) {
    if ('fault' in piece) return yield piece;
    text += piece.text;
    const start = split ? text : text.trimStart();
    if (start === '' && text.length <= longestLine) continue;
    split ??= start.startsWith('[') ? arraySplitter() : lineSplitter();
    for (const item of split.take(text)) {
      yield item;
      if ('fault' in item) return;
    }
    text = '';
  }
  if (split) yield* split.end();
  else if (text !== '') yield { fault: rejection('empty', 'The file holds only blank lines.', 1) };
}

/** Splits NDJSON, and objects written over several lines. */
function lineSplitter(): Splitter {
  let rest = '';
  let line = 1;
  let event: { text: string; line: number } | undefined;
  let scanner: StructureScanner | undefined;
  let scanned = 0;

  /** Whether the event so far is whole; reads each of its characters once. */
  const isWhole = (text: string): boolean => {
    scanner ??= structureScanner();
    for (let stop = scanner.next(text, scanned); stop; stop = scanner.next(text, stop.at + 1));
    scanned = text.length;
    return scanner.open === 0;
  };
  const flush = function* (open: boolean): Iterable<Item> {
    if (event) yield { ...event, open };
    event = undefined;
    scanner = undefined;
    scanned = 0;
  };
  const takeLine = function* (text: string, number: number): Iterable<Item> {
    if (event && (text.startsWith('{') || isWhole(event.text))) yield* flush(false);
    const isBlank = text.trim() === '';
    if (event) event.text += `\n${text}`;
    else if (isBlank) return yield { blank: true };
    else event = { text, line: number };
    if (event.text.length > longestLine) yield { fault: tooLong(event.line) };
  };
  return {
    *take(text) {
      const parts = text.split('\n');
      parts[0] = rest + parts[0];
      rest = parts.pop()!;
      for (const part of parts) {
        yield* takeLine(part, line);
        line += 1;
      }
      if (rest.length > longestLine) yield { fault: tooLong(line) };
    },
    *end() {
      if (rest !== '') yield* takeLine(rest, line);
      // One line with its end is broken, not cut off; several lines without the last bracket are cut off.
      yield* flush(rest !== '' || (event?.text.includes('\n') === true && !isWhole(event.text)));
    },
  };
}

/** Splits a JSON array at the commas between its elements. */
function arraySplitter(): Splitter {
  const scanner = structureScanner();
  let element = '';
  let line = 1;
  let begun = false;
  let closed = false;
  let elements = 0;

  const add = (text: string): void => {
    if (!begun) {
      const start = text.trimStart();
      line += newlines(text.slice(0, text.length - start.length));
      begun = start !== '';
      element = start;
    } else element += text;
  };
  /** Ends the element; the lines it spans are passed. */
  const emit = (): Item => {
    const item = { text: element, line, open: false };
    line += newlines(element);
    [element, begun] = ['', false];
    elements += 1;
    return item;
  };
  return {
    *take(text) {
      // The first bracket is the array's own: the scanner counts it, the first element begins behind it.
      let from = elements === 0 && !begun && scanner.open === 0 && !closed ? text.indexOf('[') + 1 : 0;
      if (from > 0) {
        add(text.slice(0, from - 1));
        scanner.next('[', 0);
      }
      for (let stop = scanner.next(text, from); stop && !closed; stop = scanner.next(text, stop.at + 1)) {
        if (stop.depth > (stop.character === ',' ? 1 : 0)) continue;
        add(text.slice(from, stop.at));
        from = stop.at + 1;
        closed = stop.character === 'closed';
        if (begun || !closed || elements > 0) yield emit();
      }
      add(text.slice(from));
      if (closed && begun)
        yield { fault: rejection('json-broken', 'Something stands behind the end of the batch.', line) };
      else if (element.length > longestLine) yield { fault: tooLong(line) };
    },
    *end() {
      if (!closed) yield { fault: rejection('truncated', 'The batch has no end.', line) };
    },
  };
}

function newlines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

function tooLong(line: number): Rejection {
  return rejection('line-too-long', `The line or event in line ${line} is longer than 1 MB.`, line);
}
