import { after, type Instant } from '#platform/instant.ts';
import { checkoutLog, momentRecord, saying } from './checkoutLog.ts';
import type { Collector } from './collector.ts';
import type { Bytes, Decoded, DecoderOptions, Rejection } from './decoded.ts';
import { checkBelievable } from './limits.ts';
import { decodeLines, type LineReader, refuseLine } from './lineDecoder.ts';
import { logClock, type PrintedDay } from './logClock.ts';
import { rejection } from './rejections.ts';
import { type ReportLine, type ReportTime, reportLine } from './rlmReportLine.ts';

export type RlmReportOptions = DecoderOptions & {
  /** The license server's name: one source for all its files. */
  readonly source: string;
  /** The zone of the license server's clock. */
  readonly zone: string;
};

type Line<Is extends ReportLine['is']> = Extract<ReportLine, { is: Is }>;

/**
 * Decodes RLM report logs, standard, detailed and small, by the format their vendor publishes.
 *
 * `OUT` and the `IN` of its handle are one checkout, a `sighting` (see `checkoutLog`); those that share a license
 * (`share_handle`) hold one from the first to the last. `INUSE` at the start of a log is a checkout from that start on: what
 * came before stands in the log before. `DENY` and `QUE` become `queued`: evidence. `SHUTDOWN` and the start of another
 * log end whatever is out. Days without a year are of the year the log has told last, or next to it.
 */
export async function* rlmReport(bytes: Bytes, options: RlmReportOptions): Decoded {
  yield* decodeLines(bytes, options, (found) => fileReader(options, found));
}

function fileReader(options: RlmReportOptions, found: Collector): LineReader {
  const { source, zone, receivedAt } = options;
  const clock = logClock(zone, null);
  const log = checkoutLog(options, found);
  const sharing = sharers();
  let headed = false;
  let isv = '';
  let started: Instant | null = null;
  let unmatched = { count: 0, line: 0 };

  const secondOf = (time: ReportTime, number: number): Instant | undefined => {
    const day = time.day ?? dayNear(time, clock.today);
    if (!day && !clock.knowsDay) {
      found.fault(rejection('no-start', 'The line stands before any START.', number));
      return undefined;
    }
    const second = day ? clock.on(day, time.clock) : clock.at(time.clock);
    const checked = second === undefined ? undefined : checkBelievable(second, receivedAt);
    if (checked && 'value' in checked) return after(checked.value, time.micros);
    const { code, detail } = checked ?? { code: 'time' as const, detail: 'There is no such day or time.' };
    found.fault(rejection(code, detail, number));
    return undefined;
  };
  const momentOf = (line: { readonly time: ReportTime }, number: number): Instant | undefined => {
    const second = secondOf(line.time, number);
    return second === undefined ? undefined : log.moment(second);
  };
  const take = (line: Line<'out' | 'inUse'>, key: string, at: Instant, number: number) => {
    const { product: feature, user, host, version, count, handle } = line;
    const attributes = saying({
      host,
      version,
      isv,
      handle,
      project: line.is === 'out' ? line.project : null,
    });
    const who = user === '' ? null : user;
    const parts = [host, version, isv, handle];
    const refused = log.out({ key, group: isv, feature, who, count, attributes, parts }, at, number);
    if (refused) found.reject(refused);
    return !refused;
  };
  const out = (line: Line<'out'>, number: number) => {
    const at = momentOf(line, number);
    if (at === undefined) return;
    const root = sharing.rootOf(isv, line.shares);
    if (line.shares !== '0' && line.shares !== line.handle && root !== undefined && log.holding(root) > 0) {
      sharing.join(isv, line.handle, root);
      return found.other();
    }
    const key = keyOf(isv, line.handle);
    // A handle that is taken again was given back where the log could not tell.
    while (log.back(key, line.count, at));
    if (take(line, key, at, number)) sharing.join(isv, line.handle, key);
  };
  const inUse = (line: Line<'inUse'>, number: number) => {
    const key = keyOf(isv, line.handle);
    if (sharing.rootOf(isv, line.handle) !== undefined || log.holding(key) > 0) return found.other();
    if (started === null)
      return found.fault(rejection('no-start', 'The line stands before any START.', number));
    if (take(line, key, log.moment(started), number)) sharing.join(isv, line.handle, key);
  };
  const back = (line: Line<'in'>, number: number) => {
    const at = momentOf(line, number);
    if (at === undefined) return;
    found.other();
    const root = sharing.leave(isv, line.handle);
    if (root === 'shared') return;
    if (!log.back(root ?? keyOf(isv, line.handle), line.count, at))
      unmatched = { count: unmatched.count + 1, line: unmatched.line || number };
  };
  const aside = (line: Line<'denied'> | Line<'queued'>, number: number) => {
    const at = momentOf(line, number);
    if (at === undefined) return;
    const { product: feature, user, host, version, count } = line;
    const why = line.is === 'denied' ? line.why : null;
    const attributes = saying({ host, version, isv, answer: line.is, reason: why });
    const who = user === '' ? null : user;
    const one = { feature, who, count, attributes, parts: [line.is, host, version, isv, line.handle] };
    const record = momentRecord('queued', one, at, number, options);
    if ('todo' in record) found.reject(record as Rejection);
    else found.accept(record);
  };
  const stop = (line: { readonly time: ReportTime }, number: number): Instant | undefined => {
    const at = momentOf(line, number);
    if (at === undefined) return undefined;
    found.other();
    log.stop(null, at);
    sharing.forget();
    return at;
  };
  return {
    take(text, number, open) {
      const line = reportLine(text);
      if (line.is === 'unknown') {
        // Between its first line and START a log has some lines of plain text.
        if (headed && started === null && !open) return found.other();
        return refuseLine(text, number, open, found);
      }
      if (line.is === 'format') {
        headed = true;
        started = null;
        return found.other();
      }
      if (line.is === 'isv') isv = line.name;
      if (line.is === 'isv' || line.is === 'context') return found.other();
      if (!headed) return found.fault(rejection('no-start', 'The log has no first line.', number));
      if (line.is === 'start') {
        started = stop(line, number) ?? null;
        return;
      }
      if (line.is === 'shutdown') return void stop(line, number);
      if (line.is === 'out') return out(line, number);
      if (line.is === 'inUse') return inUse(line, number);
      if (line.is === 'in') return back(line, number);
      if (line.is !== 'time') return aside(line, number);
      const at = secondOf(line.time, number);
      if (at === undefined) return;
      log.seenUntil(at);
      found.other();
    },
    end() {
      if (!headed) return found.fault(rejection('format-unknown', 'No line begins a report log.', null));
      log.end();
      const note = (code: 'clock-jumped' | 'return-without-checkout', line: number | null, detail: string) =>
        found.note({ kind: 'note', code, source, feature: null, at: log.seen, line, detail });
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

function keyOf(isv: string, handle: string): string {
  return `${isv}/${handle}`;
}

/** The day of a month and day without a year: the one nearest to the day before it. */
function dayNear({ month, dayOfMonth }: ReportTime, today: PrintedDay | null): PrintedDay | null {
  if (month === null || dayOfMonth === null || !today) return null;
  const years = month - today.month >= 7 ? -1 : today.month - month >= 7 ? 1 : 0;
  return { year: today.year + years, month, day: dayOfMonth };
}

/** Who holds a license together: each handle's key of the checkout that stands for all. */
function sharers() {
  const roots = new Map<string, string>();
  const members = new Map<string, number>();
  return {
    rootOf: (isv: string, handle: string): string | undefined => roots.get(keyOf(isv, handle)),
    join(isv: string, handle: string, root: string): void {
      roots.set(keyOf(isv, handle), root);
      members.set(root, (members.get(root) ?? 0) + 1);
    },
    /** Takes one out: `shared` where others still hold it, else the key of the checkout that ends. */
    leave(isv: string, handle: string): string | undefined {
      const root = roots.get(keyOf(isv, handle));
      if (root === undefined) return undefined;
      roots.delete(keyOf(isv, handle));
      const left = (members.get(root) ?? 1) - 1;
      if (left > 0) members.set(root, left);
      else members.delete(root);
      return left > 0 ? 'shared' : root;
    },
    forget(): void {
      roots.clear();
      members.clear();
    },
  };
}
