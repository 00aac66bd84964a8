import type { PrintedClock, PrintedDay } from './logClock.ts';

/** What verbose lines tell between `^^^` and `^^^`, as far as it is used here. */
type Details = {
  readonly version: string;
  readonly user: string;
  readonly handle: string;
  readonly shared: boolean;
};

/** Who asked for what, and what for. */
export type Asked = {
  readonly feature: string;
  readonly user: string;
  readonly host: string;
  readonly count: string | null;
  /** The vendor's own string by which checkouts share a license. */
  readonly data: string | null;
  readonly reason: string | null;
  readonly details: Details | null;
};

/** What one line of a debug log says, by whom and when. */
export type FlexLine = { readonly time: PrintedClock; readonly daemon: string } & (
  | { readonly is: 'chatter' }
  | { readonly is: 'malformed' }
  | { readonly is: 'day'; readonly day: PrintedDay; readonly starts: boolean }
  /** A daemon began anew, or ended: whatever it had given out is no longer held. */
  | { readonly is: 'stop'; readonly of: string }
  | { readonly is: 'unsupported' }
  | {
      readonly is: 'reserve';
      readonly count: string;
      readonly feature: string;
      readonly type: string;
      readonly name: string;
    }
  | ({ readonly is: 'out' } & Asked)
  | ({ readonly is: 'in' } & Asked)
  | ({ readonly is: 'denied' } & Asked)
  | ({ readonly is: 'queued' } & Asked)
  | ({ readonly is: 'dequeued' } & Asked)
);

/** No line of a debug log is longer; what is longer is not understood. */
const longestFlexLine = 4096;

const LINE = /^\s*(?:\d{4}[-/]\d\d[-/]\d\d\s+)?(\d{1,2}):(\d\d):(\d\d) \(([^()\s]{1,100})\)(?: ?(.*))?$/;
const TIMESTAMP = /^TIMESTAMP (\d{1,2})\/(\d{1,2})\/(\d{4})\s*$/;
const STARTED = /\bstarted on .*\((\d{1,2})\/(\d{1,2})\/(\d{4})\)\s*$/;
const START_DATE = /^Start-Date: \w{3} (\w{3}) (\d{1,2}) (\d{4})\b/;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const EVENT = /^(OUT|IN|DENIED|QUEUED|DEQUEUED|UNSUPPORTED)(?: server died)?\s?: *(.*)$/;
const ASKED = /^(?:"([^"]+)"|([^\s"]+)) +(?:([^\s@()[\]^][^@()[\]^]*?)?@([^\s()[\]^]+)|([^\s@()[\]^]+))(.*)$/;
const OLD_DENIED = /^(\d{1,12}) (\S+) to (\S+?)(?:@(\S+))?\s*(\(.*\))?\s*$/;
const COUNT = /\((\d{1,12})(?: licenses?)?\)/;
const DATA = /\[([^\]]*)\]/;
const RESERVE =
  /^RESERVE (?:(\d{1,12}) )?(\S+) for (HOST_GROUP|HOST|USER|GROUP|DISPLAY|INTERNET|PROJECT) (\S.*)$/;

/** Returns what a line says; `undefined` where it does not begin as the lines of daemons do. */
export function flexLine(text: string): FlexLine | undefined {
  const match = text.length > longestFlexLine ? null : LINE.exec(text.trimEnd());
  if (!match) return undefined;
  const [, hour, minute, second, daemon, said = ''] = match;
  const time = { hour: Number(hour), minute: Number(minute), second: Number(second) };
  return { time, daemon: daemon!, ...saidBy(said, daemon!) } as FlexLine;
}

type Said<T = FlexLine> = T extends unknown ? Omit<T, 'time' | 'daemon'> : never;

function saidBy(said: string, daemon: string): Said {
  const told = dayTold(said);
  if (told) return told;
  const event = EVENT.exec(said);
  if (event) return eventOf(event[1]!, event[2]!);
  const reserve = RESERVE.exec(said);
  if (reserve) {
    const [, count = '1', feature, type, name] = reserve;
    return { is: 'reserve', count, feature: feature!, type: type!, name: name! };
  }
  const begun = /^(?:Started|Restarted) (\S+) \(/.exec(said);
  if (begun) return { is: 'stop', of: begun[1]! };
  return /^(Server started on |EXITING (DUE TO|WITH) )/i.test(said)
    ? { is: 'stop', of: daemon }
    : { is: 'chatter' };
}

function dayTold(said: string): Said | undefined {
  const stamp = TIMESTAMP.exec(said);
  const started = stamp ? null : STARTED.exec(said);
  const told = stamp ?? started;
  if (told) {
    const [, month, day, year] = told.map(Number);
    return { is: 'day', day: { year: year!, month: month!, day: day! }, starts: started !== null };
  }
  const date = START_DATE.exec(said);
  if (!date) return undefined;
  const printed = { year: Number(date[3]), month: months.indexOf(date[1]!) + 1, day: Number(date[2]) };
  return { is: 'day', day: printed, starts: false };
}

function eventOf(name: string, rest: string): Said {
  if (name === 'UNSUPPORTED') return { is: 'unsupported' };
  const is = name.toLowerCase() as 'out' | 'in' | 'denied' | 'queued' | 'dequeued';
  const old = is === 'denied' ? OLD_DENIED.exec(rest) : null;
  if (old) {
    const [, count, feature, user, host = '', reason = null] = old;
    return { is, feature: feature!, user: user!, host, count: count!, data: null, reason, details: null };
  }
  // Verbose lines have their details between two `^^^`.
  const [asking = '', between, ...behindThem] = rest.split('^^^');
  const details = between === undefined ? null : detailsOf(between);
  const asked = ASKED.exec(asking + behindThem.join(''));
  if (!asked) return { is: 'malformed' };
  const [, quoted, bare, before, host, alone, behind = ''] = asked;
  // Verbose lines name the user among the details alone.
  const user = before ?? details?.user ?? alone ?? '';
  if (user === '') return { is: 'malformed' };
  return {
    is,
    feature: (quoted ?? bare)!,
    user,
    host: host ?? '',
    count: COUNT.exec(behind)?.[1] ?? null,
    data: DATA.exec(behind)?.[1] || null,
    reason: /^\s*(\(.*\))\s*$/.exec(behind.replace(COUNT, '').replace(DATA, ''))?.[1] ?? null,
    details,
  };
}

/** Reads `ver user ip pid handle in_use out_of project flex_version flex_revision date time is_dup_group`. */
function detailsOf(between: string): Details | null {
  const words = between.trim().split(/\s+/);
  if (words.length < 5) return null;
  const [version, user, , , handle] = words;
  return { version: version!, user: user!, handle: handle!, shared: /^(1|y|yes|true)$/i.test(words.at(-1)!) };
}
