import type { Rejection } from './decoded.ts';

/** Every reason for which a file, a line or an event is refused, with what its sender can do about it. The codes are stable. */
export const todos = {
  // The file as a whole: nothing of it is taken.
  empty: 'Check that the export was written; an empty file says nothing about use.',
  compressed: 'Unpack the file first (gunzip, unzip) and send what is inside.',
  spreadsheet: 'Open the workbook and save the sheet as CSV in UTF-8.',
  'utf-16': 'Save the file as UTF-8.',
  'not-utf-8': 'Save the file as UTF-8, or name its encoding (windows-1252).',
  'nul-byte': 'This is no text file, or a damaged one; export it again.',
  'line-too-long':
    'No line may be longer than 1 MB; check that the file has line ends and is of the format named.',
  truncated: 'The file ends in the middle; send it again, whole. Nothing of it was taken.',
  'format-unknown': 'Check that the file is of the format named.',
  'status-time-missing': 'Say when the status was taken (option at), since the file does not.',
  'declaration-form':
    'Correct this place of the declaration and send it again; nothing of it was taken. The guide to importing shows the form.',
  'periods-overlap': 'Declare each day of a feature once, or tell the lines apart by attributes.',
  'no-start': 'Send the log from its first line on: it says since when it tells of use.',
  'day-missing': 'Say on which day the log begins (option day), since it does not before its first event.',
  'option-unusable': 'Correct the option named.',
  'header-missing':
    'The first line must name the columns, and one of them must be user, login, email or name.',
  'column-missing':
    'The first row must name the columns, each once; say which of them is what (option fields), and the feature where none is.',
  'roster-empty': 'If nobody has a seat any more, say so (option allowEmpty); else export the roster again.',
  'csv-broken': 'Correct the quotes in the line named: a quote inside a quoted cell is written twice.',
  'too-many-rows': 'Split the file.',
  // One line, row or event: the others are taken.
  'json-broken': 'Correct the JSON of this event.',
  'not-an-event': 'Every entry must be one CloudEvents JSON object.',
  'not-metrics': 'Every entry must be one ExportMetricsServiceRequest in OTLP/JSON.',
  'metric-kind': 'Only sums (delta or cumulative) and gauges are taken; export this metric as one of them.',
  specversion: 'Only CloudEvents 1.0 is understood: specversion "1.0".',
  required: 'Add the attribute.',
  'not-text': 'Write the value as a text that is not empty.',
  'control-character': 'Take control characters and line breaks out of this text.',
  'not-unicode': 'The text holds half a surrogate pair; export it again as Unicode.',
  'text-too-long': 'Shorten the text: 512 characters are allowed.',
  time: 'Write the time in RFC 3339 with its offset: 2026-03-01T08:00:00Z.',
  'time-absurd': 'Correct the time: it must lie from 1970 to 2199.',
  'time-in-future': 'Correct the clock of the source: use cannot happen after it was reported.',
  'until-not-after': 'The end must come after the beginning.',
  kind: 'The kind must be occurrence, held, return, level or retraction.',
  'quantity-missing': 'Add the field that holds the quantity.',
  'quantity-not-decimal': 'Write the quantity as a decimal: 12 or 0.25.',
  'quantity-negative': 'A quantity cannot be negative; take back a wrong record with a retraction.',
  'quantity-absurd': 'Correct the quantity: it may be 10^15 at most.',
  'quantity-too-fine': 'Write the quantity with 18 decimals at most.',
  'series-missing': 'Say what the record belongs to: data.series or data.handle.',
  'retracts-missing': 'Say which record is taken back: data.retracts is its id.',
  'data-not-object': 'The data of an event must be one JSON object.',
  nested: 'Data may hold texts, numbers, true and false; flatten lists and objects.',
  'too-many-attributes': 'Send 64 attributes at most.',
  'attribute-too-long': 'Names of attributes may have 128 characters, values 1,024.',
  'other-customer': 'The event names somebody else; send it with that customer’s usage.',
  columns: 'Give the row as many cells as the header has columns.',
  'user-missing': 'Name the user in this row.',
  'line-not-understood': 'If this line matters, report it with the lines around it; it was left out.',
  encrypted:
    'Set the log’s encryption level to 2 or less (option -lfe of the license server), and send what it writes then.',
  'no-feature': 'The line stands before any feature; send the output whole.',
  'start-impossible': 'Weekday and date of the start fit no year from eleven before the status up to it.',
} as const;

/** A stable code of `todos`. */
export type RejectionCode = keyof typeof todos;

/** Returns the rejection with what to do about it; `detail` says what was found, in at most 300 characters. */
export function rejection(
  code: RejectionCode,
  detail: string,
  line: number | null,
  pointer: string | null = null,
): Rejection {
  return {
    line,
    pointer,
    code,
    detail: detail.length > 300 ? `${detail.slice(0, 299)}…` : detail,
    todo: todos[code],
  };
}

/** Returns `text` quoted for a message, cut to 60 characters, with control characters shown as `\u0007`. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);
}
