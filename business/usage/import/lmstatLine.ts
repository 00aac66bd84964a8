import type { PrintedTime } from './lmstatTime.ts';

/** A license in somebody's hands, reserved or waited for, as one line shows it. */
type Holder = {
  readonly user: string;
  readonly host: string;
  readonly display: string;
  readonly version: string;
  readonly server: string;
  readonly handle: string;
  /** What the line calls the feature itself, where it does. */
  readonly requested: string | null;
};

/** What one line of `lmstat` output says. */
export type LmstatLine =
  | { readonly is: 'context' }
  | { readonly is: 'status'; readonly time: PrintedTime & { readonly year: number } }
  | { readonly is: 'error' | 'daemonDown' | 'hostDown' | 'licenseFile'; readonly text: string }
  | { readonly is: 'feature'; readonly feature: string; readonly issued: number; readonly inUse: number }
  | { readonly is: 'uncounted' | 'featureError'; readonly feature: string; readonly text: string }
  | { readonly is: 'issued'; readonly feature: string; readonly issued: number | null }
  | ({
      readonly is: 'checkout';
      readonly start: PrintedTime;
      readonly count: number;
      readonly linger: string | null;
    } & Holder)
  | ({ readonly is: 'queued'; readonly count: number } & Holder)
  | {
      readonly is: 'reservation';
      readonly count: number;
      readonly type: string;
      readonly name: string;
      readonly server: string;
    }
  | { readonly is: 'unknown' };

/** No line of lmstat is longer; what is longer is not understood. */
export const longestLmstatLine = 4096;

const number = '\\d{1,12}';
const STATUS =
  /^Flexible License Manager status on (\w{3}) (\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d\d)\s*$/;
const FEATURE = new RegExp(
  `^Users of (.+?): +\\(Total of (${number}) licenses? issued; +Total of (${number}) licenses? in use\\)\\s*$`,
);
const FEATURE_OTHER = /^Users of (.+?): +\((Uncounted|Error)\b(.*)\)\s*$/;
const HOLDER = /^\s+(\S.*?) \(v([^\s()]+)\) \(([^\s()/]+\/\d+) (\d+)\)(.*)$/;
const START = new RegExp(
  `^, start (\\w{3}) (\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))? (\\d{1,2}):(\\d\\d)(?:, (${number}) licenses?)?` +
    '(?:\\s+\\(linger: (\\d+ / \\d+)\\))?\\s*$',
);
const QUEUED = new RegExp(`^ queued for (${number}) licenses?\\s*$`);
const RESERVATION = new RegExp(
  `^\\s+(${number}) RESERVATIONs? for (HOST|GROUP|USER|DISPLAY|HOST_GROUP|INTERNET|PROJECT) (\\S.*?) ` +
    '\\(([^\\s()/]+/\\d+)(?: \\d+)?\\)\\s*$',
);
const ISSUED = new RegExp(`^(\\S+)\\s+\\S+\\s+(${number}|uncounted)\\s+\\S+\\s+\\S+\\s*$`);
const ISSUED_HEADER = /^Feature\s+Version\s+#licenses\s+Expires\s+Vendor\s*$/;
const ERROR =
  /^(Error getting status: .*|lmgrd is not running.*|Cannot (?:connect to|read data from) license server.*)$/;
const DAEMON_DOWN = /^\s*(\S+: (?:The desired )?vendor daemon is down.*|\S+: (?:DOWN|down)\b.*)$/i;
const HOST_DOWN =
  /^(\S+: (?:license server DOWN.*|Cannot connect to license server.*|Error getting status.*))$/i;
const CONTEXT = [
  /^(lmutil|lmstat) - Copyright/,
  /^\[Detecting lmgrd processes\.\.\.\]\s*$/,
  /^\s*\.\.\.\s*$/,
  /^License server status: /,
  /^\s+License file\(s\) on \S+: /,
  /^\S+: license server UP\b/,
  /^Vendor daemon status \(on \S+\):\s*$/,
  /^\s+\S+: UP\b/,
  /^Feature usage info:\s*$/,
  /^\s*".+" v\S+, vendor: \S+(, expiry: .+)?\s*$/,
  /^\s*(floating license|(uncounted )?node-?locked license.*|vendor_string: .*)$/,
  /^ {6}(but only reads the license file|lmstat -a is recommended instead)/,
  /^_+(\s+_+)+\s*$/,
];
const HOST = /^[A-Za-z0-9_][A-Za-z0-9_.:-]*$/;

/** Returns what a line says; a line that fits nothing known is `unknown`. `table`: inside the list of `lmstat -i`. */
export function lmstatLine(text: string, table: boolean): LmstatLine {
  if (text.length > longestLmstatLine) return { is: 'unknown' };
  return (
    statusLine(text) ?? featureLine(text) ?? holderLine(text) ?? serverLine(text, table) ?? { is: 'unknown' }
  );
}

/** Whether a line heads the list of `lmstat -i`. */
export function headsTable(text: string): boolean {
  return ISSUED_HEADER.test(text);
}

function statusLine(text: string): LmstatLine | undefined {
  const match = STATUS.exec(text);
  if (!match) return undefined;
  const [, weekday, month, day, year, hour, minute] = match;
  return { is: 'status', time: { ...printed(weekday!, month!, day!, hour!, minute!), year: Number(year) } };
}

function printed(weekday: string, month: string, day: string, hour: string, minute: string): PrintedTime {
  return { weekday, month: Number(month), day: Number(day), hour: Number(hour), minute: Number(minute) };
}

function featureLine(text: string): LmstatLine | undefined {
  const total = FEATURE.exec(text);
  if (total) return { is: 'feature', feature: total[1]!, issued: Number(total[2]), inUse: Number(total[3]) };
  const other = FEATURE_OTHER.exec(text);
  if (!other) return undefined;
  const is = other[2] === 'Error' ? 'featureError' : 'uncounted';
  return { is, feature: other[1]!, text: `${other[2]}${other[3]}` };
}

function holderLine(text: string): LmstatLine | undefined {
  const reserved = RESERVATION.exec(text);
  if (reserved)
    return {
      is: 'reservation',
      count: Number(reserved[1]),
      type: reserved[2]!,
      name: reserved[3]!,
      server: reserved[4]!,
    };
  const match = HOLDER.exec(text);
  const holder = match ? holderOf(match) : undefined;
  if (!match || !holder) return undefined;
  const queued = QUEUED.exec(match[5]!);
  if (queued) return { is: 'queued', count: Number(queued[1]), ...holder };
  const start = START.exec(match[5]!);
  if (!start) return undefined;
  const [, weekday, month, day, year, hour, minute, count = '1', linger = null] = start;
  const time = printed(weekday!, month!, day!, hour!, minute!);
  const started = year === undefined ? time : { ...time, year: Number(year) };
  return { is: 'checkout', start: started, count: Number(count), linger, ...holder };
}

/**
 * Reads user, host and display from the right, since users may be several words: the host is the last word that can be
 * a host's name and has a display behind it. A requested feature or version behind the display is set apart.
 */
function holderOf([, who, version, server, handle]: RegExpExecArray): Holder | undefined {
  const words = who!.split(' ').filter((word) => word !== '');
  const requested = words.at(-1)?.startsWith('feature=') ? words.pop()!.slice('feature='.length) : null;
  if (words.length > 3 && words.at(-1) === version) words.pop();
  if (words.length < 2) return undefined;
  const behind = words.length === 2 ? 0 : 1;
  let at = words.length - 1 - behind;
  while (at > 1 && !HOST.test(words[at]!)) at -= 1;
  return {
    user: words.slice(0, at).join(' '),
    host: words[at]!,
    display: words.slice(at + 1).join(' '),
    version: version!,
    server: server!,
    handle: handle!,
    requested,
  };
}

function serverLine(text: string, table: boolean): LmstatLine | undefined {
  if (ERROR.test(text)) return { is: 'error', text: text.trim() };
  if (HOST_DOWN.test(text)) return { is: 'hostDown', text: text.trim() };
  if (DAEMON_DOWN.test(text)) return { is: 'daemonDown', text: text.trim() };
  if (/^NOTE: lmstat -i does not give information/.test(text))
    return { is: 'licenseFile', text: text.trim() };
  if (headsTable(text) || CONTEXT.some((known) => known.test(text))) return { is: 'context' };
  const issued = table ? ISSUED.exec(text) : null;
  if (!issued) return undefined;
  return { is: 'issued', feature: issued[1]!, issued: issued[2] === 'uncounted' ? null : Number(issued[2]) };
}
