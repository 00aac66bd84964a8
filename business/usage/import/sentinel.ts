import { after, fromMilliseconds, hour, type Instant, second } from '#platform/instant.ts';
import { type CheckedOut, checkoutLog, momentRecord, saying } from './checkoutLog.ts';
import type { Collector } from './collector.ts';
import type { Bytes, Decoded, DecoderOptions } from './decoded.ts';
import { checkBelievable } from './limits.ts';
import { decodeLines, type LineReader, refuseLine } from './lineDecoder.ts';
import { rejection } from './rejections.ts';

export type SentinelOptions = DecoderOptions & {
  /** The license server's name: one source for all its files. */
  readonly source: string;
};

/** No line of a usage log is longer; what is longer is not understood. */
const longestSentinelLine = 16_384;

const DATE = /(\w{3}) (\w{3}) {1,2}(\d{1,2}) (\d\d):(\d\d):(\d\d) (\d{4})\s+(\d{1,12})\b/;
const ENTRY =
  /^(\d+) (\d+) \S+ (\w{3} \w{3} {1,2}\d{1,2} \d\d:\d\d:\d\d \d{4}\s+\d{1,12}) (\S+) (\S+) (\S+) (\S+) (\S+) (\S+) (\S+) (\S+) (\S+)(?: .*)?$/;
const SERVER = /^# (Startup|Shutdown) /;
/** What a transaction does; the others have no published meaning here. */
const transactions: Readonly<Record<string, 'out' | 'denied' | 'back'>> = {
  '0': 'out',
  '1': 'denied',
  '2': 'back',
  '8': 'out',
  '9': 'back',
};

type Entry = {
  readonly at: Instant;
  readonly does: 'out' | 'denied' | 'back';
  readonly lasted: number;
  readonly one: Omit<CheckedOut, 'group'>;
};

/**
 * Decodes the usage log of a Sentinel RMS license server by the fields its vendor publishes. An issue (0, and 8 for a
 * commuter) and its release (2, 9) are one checkout, a `sighting` (see `checkoutLog`), matched by feature, version, user and
 * host. A release says how long its license was out: one whose issue the log does not show begins so long before. A denial
 * (1) becomes `queued`: evidence. A server that starts or stops lets go of whatever is out. Times are the time stamps.
 */
export async function* sentinel(bytes: Bytes, options: SentinelOptions): Decoded {
  yield* decodeLines(bytes, options, (found) => fileReader(options, found));
}

function fileReader(options: SentinelOptions, found: Collector): LineReader {
  const { source, receivedAt } = options;
  const log = checkoutLog(options, found);
  let understood = false;
  let unmatched = { count: 0, line: 0 };

  const refuse = (code: 'time' | 'encrypted' | 'line-not-understood', detail: string, line: number) =>
    found.reject(rejection(code, detail, line));
  const stop = (text: string, number: number) => {
    const at = stampOf(text);
    if (at === undefined) return refuse('time', 'Date and time stamp do not fit.', number);
    const checked = checkBelievable(at, receivedAt);
    if ('code' in checked) return found.reject(rejection(checked.code, checked.detail, number));
    found.other();
    log.stop(null, log.moment(at));
  };
  const back = ({ at, lasted, one }: Entry, moment: Instant, number: number) => {
    if (log.back(one.key, one.count, moment)) return found.other();
    if (lasted === 0) {
      unmatched = { count: unmatched.count + 1, line: unmatched.line || number };
      return found.other();
    }
    const from = after(at, -lasted * second);
    const begun = checkBelievable(from, receivedAt);
    if ('code' in begun) return found.reject(rejection(begun.code, begun.detail, number));
    const refused = log.past({ ...one, group: '' }, from, moment, number);
    if (refused) found.reject(refused);
  };
  const take = (entry: Entry, number: number) => {
    const checked = checkBelievable(entry.at, receivedAt);
    if ('code' in checked) return found.reject(rejection(checked.code, checked.detail, number));
    const moment = log.moment(entry.at);
    if (entry.does === 'back') return back(entry, moment, number);
    if (entry.does === 'out') {
      const refused = log.out({ ...entry.one, group: '' }, moment, number);
      return refused ? found.reject(refused) : undefined;
    }
    const { attributes, ...one } = entry.one;
    const denied = { ...one, attributes: { ...attributes, answer: 'denied' } };
    const record = momentRecord('queued', denied, moment, number, options);
    if ('todo' in record) found.reject(record);
    else found.accept(record);
  };
  return {
    take(text, number, open) {
      if (SERVER.test(text)) {
        understood = true;
        return stop(text, number);
      }
      if (text.startsWith('#')) return found.other();
      const match = text.length > longestSentinelLine ? null : ENTRY.exec(text);
      if (!match) return refuseLine(text, number, open, found);
      understood = true;
      const entry = entryOf(match);
      if (typeof entry === 'string')
        return refuse(
          entry,
          entry === 'encrypted' ? 'The entry is encrypted.' : `The entry is ${text.slice(0, 80)}.`,
          number,
        );
      take(entry, number);
    },
    end() {
      if (!understood)
        return found.fault(rejection('format-unknown', 'No line is one of a usage log.', null));
      log.end();
      if (unmatched.count === 0) return;
      const detail = `${unmatched.count} releases are of licenses that the log does not show.`;
      const { line } = unmatched;
      found.note({
        kind: 'note',
        code: 'return-without-checkout',
        source,
        feature: null,
        at: log.seen,
        line,
        detail,
      });
    },
  };
}

function entryOf(match: RegExpExecArray): Entry | 'time' | 'encrypted' | 'line-not-understood' {
  const [, server, license, date, feature, printed, transaction, inUse, life, user, host, lsver, many] =
    match;
  // The vendor's level, where there is one, overrides the server's; 3 and 4 encrypt the numbers.
  if (Number(license === '0' ? server : license) >= 3) return 'encrypted';
  const at = stampOf(date!);
  if (at === undefined) return 'time';
  const does = transactions[transaction!];
  const numbers = [inUse!, life!, many!].every((text) => /^\d{1,12}$/.test(text));
  if (!does || !numbers) return 'line-not-understood';
  const version = printed!.replace(/^v/, '');
  const one = {
    key: JSON.stringify([feature, version, user, host]),
    feature: feature!,
    who: user === '-' ? null : user!,
    count: many!,
    attributes: saying({ host: host === '-' ? null : host, version, serverVersion: lsver }),
    parts: [host!, version],
  };
  return { at, does, lasted: Number(life), one };
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** No clock is farther than this from UTC. */
const farthestZone = 15 * hour;

/** Returns the instant of a time stamp; `undefined` where the date beside it is another, whatever the zone. */
function stampOf(text: string): Instant | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [, , month, day, hours, minutes, seconds, year, stamp] = match;
  const at = fromMilliseconds(Number(stamp) * 1000);
  const parts = [Number(year), months.indexOf(month!), Number(day), Number(hours), Number(minutes)] as const;
  const shown = fromMilliseconds(Date.UTC(...parts, Number(seconds)));
  return Math.abs(shown - at) <= farthestZone ? at : undefined;
}
