import { Temporal } from 'temporal-polyfill';
import { exact, grouped } from '#platform/exact.ts';
import { dateIn, type Instant, minute, parseInstant, second, startOfDate } from '#platform/instant.ts';

/** How wide a terminal we write for. */
export const width = 100;

/** Returns `text` in lines that fit; the first begins with `first`, the others with `next`. A word is never broken. */
export function wrapped(text: string, first = '', next = first): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const [i, paragraph] of text
    .trim()
    .split(/\s*\n\s*/)
    .entries()) {
    if (i > 0) {
      lines.push(line);
      [line, empty] = [next, true];
    }
    for (const word of paragraph.split(/ +/)) {
      if (!empty && line.length + 1 + word.length > width) {
        lines.push(line);
        [line, empty] = [next, true];
      }
      line += empty ? word : ` ${word}`;
      empty = false;
    }
  }
  return [...lines, line].map((each) => each.trimEnd());
}

/** Returns a labeled text: the label, then the text in a column of its own. */
export function labeled(label: string, text: string, indent = '  '): string[] {
  const column = `${indent}${label}`.padEnd(indent.length + 12);
  return wrapped(text, column, ' '.repeat(column.length));
}

/** Returns rows in columns, two blanks apart; columns of `right` end at the right. Nothing is cut. */
export function columns(
  rows: readonly (readonly string[])[],
  indent: string,
  right: readonly number[] = [],
): string[] {
  const widths: number[] = [];
  for (const row of rows)
    for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
  return rows.map((row) =>
    `${indent}${row
      .map((cell, i) => (right.includes(i) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join('  ')}`.trimEnd(),
  );
}

/** Returns the lines of the first `most` items, and how many more there are. */
export function cut<T>(
  items: readonly T[],
  most: number,
  lines: (item: T) => readonly string[],
  more: (rest: number) => string,
): string[] {
  const shown = items.slice(0, most).flatMap(lines);
  return items.length > most ? [...shown, more(items.length - most)] : shown;
}

/** Returns an exact number in stored form for people: `12,000.5`. */
export function shown(value: string): string {
  return grouped(exact(value));
}

/** Returns `1 seat`, `2 seats`, `12,000.5 seats`. */
export function units(value: string, unit: { readonly one: string; readonly many: string }): string {
  return `${shown(value)} ${value === '1' ? unit.one : unit.many}`;
}

/** Returns `1 record`, `12 records`. */
export function several(n: number | string, one: string, many = `${one}s`): string {
  return units(String(n), { one, many });
}

/** Returns a moment as the zone's clock shows it, as a day where it is the first or last of one: `2026-03-12`, `2026-03-12 09:30 +01:00`. */
export function momentWords(text: string, zone: string): string {
  const instant = parsed(text);
  const date = dateIn(instant, zone);
  if (startsDay(instant, zone) || startsDay((instant + 1) as Instant, zone)) return date;
  const local = Temporal.Instant.fromEpochMilliseconds(Math.floor(instant / 1000)).toZonedDateTimeISO(zone);
  const micros = instant % second;
  const seconds = instant % minute === 0 ? '' : `:${String(local.second).padStart(2, '0')}`;
  const fraction = micros === 0 ? '' : `.${String(micros).padStart(6, '0')}`;
  const clock = `${String(local.hour).padStart(2, '0')}:${String(local.minute).padStart(2, '0')}`;
  return `${date} ${clock}${seconds}${fraction} ${local.offset}`;
}

/**
 * Returns the end of a half-open span as the last that is in it: the day before where it ends with a day, and the
 * moment of a snapshot, which ends one microsecond later.
 */
export function lastWords(until: string, zone: string): string {
  const instant = parsed(until);
  if (startsDay(instant, zone)) return dateIn((instant - 1) as Instant, zone);
  if (instant % second !== 1) return momentWords(until, zone);
  const last = new Date((instant - 1) / 1000).toISOString();
  return momentWords(last, zone);
}

/** Returns a half-open span: `2026-03-01 to 2026-03-31`, or one day. */
export function spanWords(
  { from, until }: { readonly from: string; readonly until: string },
  zone: string,
): string {
  const first = momentWords(from, zone);
  const last = lastWords(until, zone);
  return first === last ? first : `${first} to ${last}`;
}

function startsDay(instant: Instant, zone: string): boolean {
  return startOfDate(dateIn(instant, zone), zone) === instant;
}

function parsed(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`not an instant: ${text}`);
  return instant;
}
