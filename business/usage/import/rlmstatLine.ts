import type { PrintedTime } from './lmstatTime.ts';

/** What one line of `rlmstat` output says. */
export type RlmstatLine =
  | { readonly is: 'begin' }
  | { readonly is: 'context' }
  | {
      readonly is: 'clock';
      readonly since: PrintedTime & { readonly year: number };
      readonly elapsed: number;
    }
  | { readonly is: 'error'; readonly text: string }
  | { readonly is: 'daemonDown'; readonly text: string }
  | { readonly is: 'section'; readonly isv: string; readonly of: 'pool' | 'usage' }
  | { readonly is: 'product'; readonly product: string; readonly version: string }
  | {
      readonly is: 'pool';
      readonly issued: number | null;
      readonly reservations: number;
      readonly inUse: number;
    }
  | {
      readonly is: 'checkout';
      readonly product: string;
      readonly version: string;
      readonly user: string;
      readonly host: string;
      readonly free: number;
      readonly reserved: number;
      readonly start: PrintedTime;
      readonly handle: string;
    }
  | { readonly is: 'unknown' };

/** No line of rlmstat is longer; what is longer is not understood. */
const longestRlmstatLine = 4096;

const number = '(\\d{1,12})';
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const CLOCK =
  /^\s+(?:Todays|Recent) Statistics \((?:(\d{1,5})d )?(\d\d):(\d\d):(\d\d)\), init time: (\w{3}) (\w{3}) +(\d{1,2}) (\d\d):(\d\d):(\d\d) (\d{4})\s*$/;
const SECTION = /^\s+(\S+) license (pool|usage) status on \S+ \(port \d+\)\s*$/;
const PRODUCT = /^\s+(\S+) v(\S+)\s*$/;
const POOL = new RegExp(
  `^\\s+count: (\\d{1,12}|uncounted), # reservations: ${number}, inuse: ${number}(?:,.*)?$`,
);
const CHECKOUT = new RegExp(
  `^\\s+(\\S+) v(\\S+): (\\S.*)@(\\S+) ${number}/${number} at (\\d\\d)/(\\d\\d) (\\d\\d):(\\d\\d)\\s+\\(handle: ([0-9a-fA-F]{1,16})\\)\\s*$`,
);
const SERVER = /^\s+(\S+)\s+\d+\s+(Yes|No)\s+\d+\s*$/;
const BEGIN = /^(rlmutil|rlmstat) v\S+|^\s+rlm status on \S+/;
const CONTEXT = [
  /^Setting license file path to /,
  /^\s*Copyright \(C\) .*Reprise/,
  /^\s+\S+ ISV server status on \S+ \(port \d+\)/,
  /^\s+\S+ (software|comm) version:? /,
  /^\s+\S+ (Debug|Report) log filename: /,
  /^\s+Startup time: /,
  /^\s+Recent Stats\s+Todays Stats\s+Total Stats\s*$/,
  /^\s+(Messages|Connections|Checkouts|Denials|Removals):\s+\d/,
  /^\s+(\d+d )?\d\d:\d\d:\d\d\s+(\d+d )?\d\d:\d\d:\d\d\s+(\d+d )?\d\d:\d\d:\d\d\s*$/,
  /^\s+-{3,}( ISV servers -{3,})?\s*$/,
  /^\s+Name\s+Port\s+Running\s+Restarts\s*$/,
  /^\s+obsolete: \d+, min_remove: /,
  /^Connection attempted to host: /,
  /^No error\s*$/,
];

/** Returns what a line says; a line that fits nothing known is `unknown`. */
export function rlmstatLine(text: string): RlmstatLine {
  if (text.length > longestRlmstatLine) return { is: 'unknown' };
  return licenseLine(text) ?? clockLine(text) ?? serverLine(text) ?? { is: 'unknown' };
}

function licenseLine(text: string): RlmstatLine | undefined {
  const checkout = CHECKOUT.exec(text);
  if (checkout) {
    const [, product, version, user, host, free, reserved, month, day, hour, minute, handle] = checkout;
    const start = {
      weekday: null,
      month: Number(month),
      day: Number(day),
      hour: Number(hour),
      minute: Number(minute),
    };
    return {
      is: 'checkout',
      product: product!,
      version: version!,
      user: user!,
      host: host!,
      free: Number(free),
      reserved: Number(reserved),
      start,
      handle: handle!.toLowerCase(),
    };
  }
  const pool = POOL.exec(text);
  if (!pool) return undefined;
  const [, count, reservations, inUse] = pool;
  const issued = count === 'uncounted' || count === '0' ? null : Number(count);
  return { is: 'pool', issued, reservations: Number(reservations), inUse: Number(inUse) };
}

function clockLine(text: string): RlmstatLine | undefined {
  const match = CLOCK.exec(text);
  if (!match) return undefined;
  const [days = '0', hours, minutes, seconds, weekday, month, day, hour, minute, second, year] =
    match.slice(1);
  const elapsed = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
  const since = {
    weekday: weekday!,
    month: months.indexOf(month!) + 1,
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    year: Number(year),
  };
  return { is: 'clock', since, elapsed };
}

function serverLine(text: string): RlmstatLine | undefined {
  if (BEGIN.test(text)) return { is: 'begin' };
  if (/^Error connecting to /.test(text)) return { is: 'error', text: text.trim() };
  const section = SECTION.exec(text);
  if (section) return { is: 'section', isv: section[1]!, of: section[2] as 'pool' | 'usage' };
  const server = SERVER.exec(text);
  if (server?.[2] === 'No') return { is: 'daemonDown', text: `${server[1]} is not running` };
  if (server || CONTEXT.some((known) => known.test(text))) return { is: 'context' };
  const product = PRODUCT.exec(text);
  return product ? { is: 'product', product: product[1]!, version: product[2]! } : undefined;
}
