import type { PrintedClock, PrintedDay } from './logClock.ts';

/** When a line is: the day in full, the day without its year, or the time of day alone; `micros` behind the second. */
export type ReportTime = {
  readonly day: PrintedDay | null;
  readonly month: number | null;
  readonly dayOfMonth: number | null;
  readonly clock: PrintedClock;
  readonly micros: number;
};

type Asked = {
  readonly product: string;
  readonly version: string;
  readonly user: string;
  readonly host: string;
  readonly count: string;
  readonly handle: string;
  readonly time: ReportTime;
};

/** What one line of a report log says. Handles are in lower case; `0` is none. */
export type ReportLine =
  | { readonly is: 'format' }
  | { readonly is: 'isv'; readonly name: string }
  | { readonly is: 'start'; readonly time: ReportTime }
  | { readonly is: 'time'; readonly time: ReportTime }
  | { readonly is: 'shutdown'; readonly time: ReportTime }
  | ({ readonly is: 'out'; readonly shares: string; readonly project: string | null } & Asked)
  | ({ readonly is: 'inUse' } & Asked)
  | ({ readonly is: 'denied'; readonly why: string } & Asked)
  | ({ readonly is: 'queued' } & Asked)
  | {
      readonly is: 'in';
      readonly why: string;
      readonly count: string;
      readonly handle: string;
      readonly time: ReportTime;
    }
  | { readonly is: 'context' }
  | { readonly is: 'unknown' };

/** No line of a report log is longer; what is longer is not understood. */
const longestReportLine = 16_384;

const CONTEXT =
  /^(PRODUCT|AUTH|SWITCH|REREAD|LICENSE FILE|TIMEZONE|REPROCESSED|DEQUE|METER_DEC|ROAM_EXTEND|TIMEJUMP|TEMP|DYNRES|log)\b/;
const TIME = /^(\d{1,2}):(\d\d)(?::(\d\d)(?:\.(\d{1,6}))?)?$/;
const DATE = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/;

/** Returns what a line says; one that fits nothing known is `unknown`. */
export function reportLine(text: string): ReportLine {
  if (text.length > longestReportLine) return { is: 'unknown' };
  if (text.startsWith('RLM Report Log Format ')) return { is: 'format' };
  const isv = /^ISV: (\S+), RLM version /.exec(text);
  if (isv) return { is: 'isv', name: isv[1]! };
  const words = wordsOf(text);
  if (!words) return { is: 'unknown' };
  return licenseLine(words) ?? serverLine(words) ?? { is: CONTEXT.test(text) ? 'context' : 'unknown' };
}

/** Splits at spaces; what stands in quotes is one word, which may be empty. `undefined` where a quote is left open. */
function wordsOf(text: string): string[] | undefined {
  const words = [...text.matchAll(/"([^"]*)"|([^\s"]+)/g)].map(([, quoted, bare]) => quoted ?? bare!);
  return (text.split('"').length - 1) % 2 === 0 ? words : undefined;
}

function licenseLine(words: readonly string[]): ReportLine | undefined {
  const time = timeOf(words);
  switch (words[0]) {
    case 'OUT':
      // small: OUT product version user host isv_def count handle share hh:mm
      return words.length === 10 ? outOf(words, time, 3, 6) : words.length >= 18 ? longOut(words) : undefined;
    case 'IN': {
      const [, why, ...rest] = words;
      const [count, handle] = words.length === 5 ? rest : [rest[5], rest[8]];
      return time && isCount(count) && isHandle(handle) && (words.length === 5 || words.length === 13)
        ? { is: 'in', why: why!, count, handle: handle.toLowerCase(), time }
        : undefined;
    }
    case 'INUSE':
      return words.length >= 12 ? askedOf('inUse', words, time, 4, 7, words[8]) : undefined;
    case 'DENY':
      return words.length >= 9 ? deniedOf(words, time) : undefined;
    case 'QUE':
      return words.length >= 9 ? askedOf('queued', words, time, 3, 6, words[7]) : undefined;
    default:
      return undefined;
  }
}

/** The words from `user` on are user, host, isv_def; `count` is where the count stands, two handles behind it. */
function outOf(words: readonly string[], time: ReportTime | undefined, user: number, count: number) {
  const asked = askedOf('out', words, time, user, count, words[count + 1]);
  return asked && isHandle(words[count + 2])
    ? { ...asked, is: 'out' as const, shares: words[count + 2]!.toLowerCase(), project: null }
    : undefined;
}

/** OUT product version pool# user host isv_def count cur_use cur_resuse handle share pid project product version date time … */
function longOut(words: readonly string[]): ReportLine | undefined {
  const asked = askedOf('out', words, timeOf(words.slice(0, 18)), 4, 7, words[10]);
  return asked && isHandle(words[11])
    ? { ...asked, is: 'out', shares: words[11].toLowerCase(), project: words[13] || null }
    : undefined;
}

function deniedOf(words: readonly string[], time: ReportTime | undefined): ReportLine | undefined {
  const asked = askedOf('denied', words, time, 3, 6, '0');
  return asked && /^-?\d+$/.test(words[7] ?? '') ? { ...asked, is: 'denied', why: words[7]! } : undefined;
}

function askedOf<Is extends 'out' | 'inUse' | 'denied' | 'queued'>(
  is: Is,
  words: readonly string[],
  time: ReportTime | undefined,
  user: number,
  count: number,
  handle: string | undefined,
): ({ readonly is: Is } & Asked) | undefined {
  const many = words[count];
  if (!time || !isCount(many) || !isHandle(handle)) return undefined;
  const [product = '', version = ''] = words.slice(1, 3);
  const [who = '', host = ''] = words.slice(user, user + 2);
  return { is, product, version, user: who, host, count: many, handle: handle.toLowerCase(), time };
}

function isCount(text: string | undefined): text is string {
  return text !== undefined && /^\d{1,12}$/.test(text);
}

function isHandle(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-fA-F]{1,16}$/.test(text);
}

function serverLine(words: readonly string[]): ReportLine | undefined {
  const time = timeOf(words);
  if (!time) return undefined;
  if (words[0] === 'START' || words[0] === 'END') {
    const is = words[0] === 'START' ? 'start' : 'time';
    return time.day && words.length === (is === 'start' ? 4 : 3) ? { is, time } : undefined;
  }
  if (words[0] === 'SHUTDOWN') return { is: 'shutdown', time };
  return words.length === 2 && time.day ? { is: 'time', time } : undefined;
}

/** Reads the last two words as a day and a time, or the last as a time. */
function timeOf(words: readonly string[]): ReportTime | undefined {
  const time = TIME.exec(words.at(-1) ?? '');
  if (!time) return undefined;
  const [, hour, minute, second = '0', fraction = ''] = time;
  const clock = { hour: Number(hour), minute: Number(minute), second: Number(second) };
  const micros = Number(fraction.padEnd(6, '0'));
  const date = DATE.exec(words.at(-2) ?? '');
  if (!date) return { day: null, month: null, dayOfMonth: null, clock, micros };
  const [, month, dayOfMonth, year] = date.map(Number);
  const day = year ? { year, month: month!, day: dayOfMonth! } : null;
  return { day, month: month!, dayOfMonth: dayOfMonth!, clock, micros };
}
