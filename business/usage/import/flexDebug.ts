import { type Instant, parseDate } from '#platform/instant.ts';
import { checkoutLog, gradeAttribute, momentRecord, saying } from './checkoutLog.ts';
import type { Collector } from './collector.ts';
import type { Bytes, Decoded, DecoderOptions } from './decoded.ts';
import { type Asked, type FlexLine, flexLine } from './flexDebugLine.ts';
import { checkBelievable } from './limits.ts';
import { decodeLines, type LineReader, refuseLine } from './lineDecoder.ts';
import { logClock, type PrintedDay } from './logClock.ts';
import { rejection } from './rejections.ts';

export type FlexDebugOptions = DecoderOptions & {
  /** The license server's name: one source for all its files. */
  readonly source: string;
  /** The zone of the license server's clock. */
  readonly zone: string;
  /** The day of the first line, where the log does not tell it before the first checkout. */
  readonly day?: string;
  /**
   * By what checkouts of one feature share a license (duplicate grouping of the license file): letters of `U` user, `H`
   * host, `V` the vendor's own string. Left out: only where a verbose line says that it shares one.
   */
  readonly grouping?: string;
};

/**
 * Decodes a debug log of FlexNet daemons (`lmgrd`, `lmadmin`, vendor daemons) by what their license administration guide
 * prints of it. The vendor says of it that it is no record of use: every record carries `evidenceGrade: debug-log`.
 *
 * `OUT` and `IN` of one daemon, feature, user, host and vendor's string are one checkout, a `sighting` (see `checkoutLog`). `DENIED` and `QUEUED` become `queued`, `RESERVE` a `reservation`: evidence. A daemon that stops or
 * starts lets go of all it had given out. The day comes from `TIMESTAMP`, `Start-Date` and `started on … (m/d/yyyy)`.
 */
export async function* flexDebug(bytes: Bytes, options: FlexDebugOptions): Decoded {
  yield* decodeLines(bytes, options, (found) => fileReader(options, found));
}

function fileReader(options: FlexDebugOptions, found: Collector): LineReader {
  const { source, zone, receivedAt } = options;
  const clock = logClock(zone, startOf(options, found));
  const log = checkoutLog(options, found);
  const sharing = sharers(options.grouping);
  let understood = false;
  let unmatched = { count: 0, line: 0 };

  const momentOf = (line: FlexLine, number: number) => {
    const second = clock.at(line.time);
    if (second === undefined) {
      const known = clock.knowsDay;
      found.fault(
        known
          ? rejection('time', 'There is no such time of day.', number)
          : rejection('day-missing', 'The log does not tell its day before this line.', number),
      );
      return undefined;
    }
    const checked = checkBelievable(second, receivedAt);
    if ('value' in checked) return log.moment(second);
    found.fault(rejection(checked.code, checked.detail, number));
    return undefined;
  };
  const dayTold = (line: Extract<FlexLine, { is: 'day' }>, number: number) => {
    if (!clock.day(line.day, line.time))
      return found.reject(rejection('time', 'There is no such day.', number));
    found.other();
    const at = momentOf(line, number);
    if (at !== undefined && line.starts) stopped(line.daemon, at);
  };
  const out = (line: Extract<FlexLine, { is: 'out' }>, number: number) => {
    const at = momentOf(line, number);
    if (at === undefined) return;
    const count = line.count ?? '1';
    const key = sharing.keyOf(line);
    if (sharing.joins(line, log.holding(key))) return found.other();
    const { user: who, host, feature, daemon } = line;
    const attributes = attributesOf(line);
    const parts = [daemon, host, line.data ?? '', line.details?.handle ?? ''];
    const refused = log.out({ key, group: daemon, feature, who, count, attributes, parts }, at, number);
    if (refused) found.reject(refused);
  };
  const back = (line: Extract<FlexLine, { is: 'in' }>, number: number) => {
    const at = momentOf(line, number);
    if (at === undefined) return;
    found.other();
    if (sharing.leaves(line) || log.back(sharing.keyOf(line), line.count ?? '1', at)) return;
    unmatched = { count: unmatched.count + 1, line: unmatched.line || number };
  };
  const stopped = (daemon: string, at: Instant) => {
    log.stop(/^lm(grd|admin)$/.test(daemon) ? null : daemon, at);
    sharing.forget();
  };
  const aside = (
    kind: 'queued' | 'reservation',
    one: {
      feature: string;
      who: string | null;
      count: string;
      attributes: Record<string, string>;
      parts: string[];
    },
    line: FlexLine,
    number: number,
  ) => {
    const at = momentOf(line, number);
    if (at === undefined) return;
    const record = momentRecord(kind, one, at, number, options);
    if ('todo' in record) found.reject(record);
    else found.accept(record);
  };
  return {
    take(text, number, open) {
      const line = flexLine(text);
      if (!line || line.is === 'malformed') return refuseLine(text, number, open, found);
      understood = true;
      switch (line.is) {
        case 'day':
          return dayTold(line, number);
        case 'out':
          return out(line, number);
        case 'in':
          return back(line, number);
        case 'denied':
        case 'queued': {
          const { feature, user: who, count, host, daemon } = line;
          const attributes = { ...attributesOf(line), ...saying({ answer: line.is, reason: line.reason }) };
          const parts = [line.is, daemon, host];
          return aside('queued', { feature, who, count: count ?? '1', attributes, parts }, line, number);
        }
        case 'reserve': {
          const { feature, count, type, name, daemon } = line;
          const attributes = { daemon, reservedFor: type, reservedName: name, [gradeAttribute]: 'debug-log' };
          return aside(
            'reservation',
            { feature, who: null, count, attributes, parts: [type, name] },
            line,
            number,
          );
        }
        case 'stop': {
          found.other();
          if (!clock.knowsDay) return;
          const at = momentOf(line, number);
          return at === undefined ? undefined : stopped(line.of, at);
        }
        default: {
          found.other();
          const at = clock.knowsDay ? clock.at(line.time) : undefined;
          if (at !== undefined && 'value' in checkBelievable(at, receivedAt)) log.seenUntil(at);
        }
      }
    },
    end() {
      if (!understood)
        return found.fault(rejection('format-unknown', 'No line is one of a debug log.', null));
      log.end();
      const at = log.seen;
      const note = (
        code: 'debug-log' | 'clock-jumped' | 'return-without-checkout',
        line: number | null,
        detail: string,
      ) => found.note({ kind: 'note', code, source, feature: null, at, line, detail });
      note('debug-log', null, 'A debug log is no record of use by what its vendor says of it.');
      if (clock.steps > 0) note('clock-jumped', null, `The clock stepped ${clock.steps} times.`);
      if (unmatched.count > 0)
        note(
          'return-without-checkout',
          unmatched.line,
          `${unmatched.count} returns are of checkouts that the log does not show.`,
        );
    },
  };
}

function startOf({ day }: FlexDebugOptions, found: Collector): PrintedDay | null {
  if (day === undefined) return null;
  const [year, month, dayOfMonth] = (parseDate(day) ?? '').split('-').map(Number);
  if (year && month && dayOfMonth) return { year, month, day: dayOfMonth };
  found.fault(rejection('option-unusable', `The option day is ${JSON.stringify(day.slice(0, 60))}.`, null));
  return null;
}

function attributesOf({ daemon, host, data, details }: FlexLine & Asked): Record<string, string> {
  const { version, handle } = details ?? {};
  return saying({ host, daemon, data, version, handle, [gradeAttribute]: 'debug-log' });
}

/** Duplicate grouping: of those who share a license the first takes it and the last gives it back. */
function sharers(grouping: string | undefined) {
  const joined = new Map<string, number>();
  const letters = grouping === undefined ? 'UHV' : grouping.toUpperCase();
  const shares = (line: Asked): boolean => grouping !== undefined || line.details?.shared === true;
  const keyOf = ({ daemon, feature, user, host, data }: FlexLine & Asked): string =>
    JSON.stringify([
      daemon,
      feature,
      letters.includes('U') ? user : null,
      letters.includes('H') ? host : null,
      letters.includes('V') ? data : null,
    ]);
  return {
    keyOf,
    /** Whether this checkout is given a license that others hold; `held`: how many of its key do. */
    joins(line: FlexLine & Asked, held: number): boolean {
      if (!shares(line) || held === 0) return false;
      const key = keyOf(line);
      joined.set(key, (joined.get(key) ?? 0) + 1);
      return true;
    },
    /** Whether this return leaves the license with others. */
    leaves(line: FlexLine & Asked): boolean {
      const key = keyOf(line);
      const left = shares(line) ? (joined.get(key) ?? 0) : 0;
      if (left > 1) joined.set(key, left - 1);
      else if (left === 1) joined.delete(key);
      return left > 0;
    },
    forget: (): void => joined.clear(),
  };
}
