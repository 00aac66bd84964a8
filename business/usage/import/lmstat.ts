import { formatInstant, type Instant, isZone } from '#platform/instant.ts';
import { collector } from './collector.ts';
import type { Bytes, Decoded, DecoderOptions } from './decoded.ts';
import { checkBelievable, checkText } from './limits.ts';
import { headsTable, type LmstatLine, lmstatLine } from './lmstatLine.ts';
import { type Status, statusReader } from './lmstatStatus.ts';
import { statusAt, statusTime } from './lmstatTime.ts';
import { quoted, rejection } from './rejections.ts';
import { lines } from './text.ts';

export type LmstatOptions = DecoderOptions & {
  /** The license server's name: one source for all its files. */
  readonly source: string;
  /** The zone of the license server's clock. */
  readonly zone: string;
  /** When the status was taken, where the file does not say; in an hour that comes twice, which of the two. */
  readonly at?: Instant;
};

/**
 * Decodes the output of `lmstat -a` (one status or several in a row) and of `lmstat -i`.
 *
 * A status time is read in `zone`. Every line below `Users of FEATURE` becomes one record:
 * - a checkout: a `sighting` from its start until one microsecond after the status, `who` the user, `series` the key of
 *   the checkout, so that later statuses prolong it;
 * - a reservation and a queued request: a `reservation` or `queued` record of the status's own microsecond, in no series.
 *
 * Keys, by `derivedId`: a checkout's series is of `[feature, user, host, display, version, server, handle, start, count,
 * n]`, its id of `[series, status]`; a reservation's id of `[feature, type, name, server, count, n, status]`, a queued
 * request's of `[feature, user, host, display, version, server, handle, count, n, status]`. Times are in RFC 3339; `n`
 * counts equal lines of one status from 1. Attributes: host, display, version, server, handle, and where there are any
 * requested (another feature named in the line), linger, reservedFor and reservedName.
 *
 * Totals per feature and status: in use = checkouts + reservations, queued requests apart; blocks of one feature add up.
 * Servers and daemons that did not answer leave a gap: no data is not zero use. `lmstat -i` gives what is issued only.
 */
export async function* lmstat(bytes: Bytes, options: LmstatOptions): Decoded {
  const found = collector();
  const unusable = unusableOption(options);
  if (unusable) found.fault(rejection('option-unusable', unusable, null));
  const reader = fileReader(options, found);
  if (!found.failed) {
    for await (const part of lines(bytes, options.encoding)) {
      if ('fault' in part) found.fault(part.fault);
      else for (const [i, text] of part.lines.entries()) reader.take(text, part.first + i, part.open);
      if (found.failed) break;
      if (found.full) yield found.batch();
    }
    reader.end();
  }
  yield found.last();
}

function unusableOption({ source, zone, at, receivedAt }: LmstatOptions): string | undefined {
  const name = checkText('The option source', source);
  if ('code' in name) return name.detail;
  if (!isZone(zone)) return `The option zone is ${quoted(zone)}, which is no time zone.`;
  const time = at === undefined ? undefined : checkBelievable(at, receivedAt);
  return time && 'code' in time ? `The option at: ${time.detail}` : undefined;
}

/** Follows a file through its statuses. */
function fileReader(options: LmstatOptions, found: ReturnType<typeof collector>) {
  const { source, zone, at } = options;
  let table = false;
  let understood = false;
  let headed = false;
  let status: Status = statusReader(options, at === undefined ? null : statusAt(at, zone), found);

  const newStatus = (line: Extract<LmstatLine, { is: 'status' }>, number: number) => {
    // Before the first header a time given by option may stand for a status that never was.
    if (headed || !status.silent) status.end();
    headed = true;
    const time = statusTime(line.time, zone, at);
    const checked = time && checkBelievable(time.instant, options.receivedAt);
    if (!time || !checked)
      return found.fault(rejection('time', 'Weekday and date of the status do not fit.', number));
    if ('code' in checked) return found.fault(rejection(checked.code, checked.detail, number));
    found.other();
    status = statusReader(options, time, found);
    if (!time.twice) return;
    const detail = `The clock showed this hour twice; the first is taken, ${formatInstant(time.instant)}.`;
    found.note({
      kind: 'note',
      code: 'status-hour-twice',
      source,
      feature: null,
      at: time.instant,
      line: number,
      detail,
    });
  };
  return {
    take(text: string, number: number, open: boolean) {
      if (found.failed) return;
      if (text.trim() === '') return found.blank();
      table ||= headsTable(text);
      const line = lmstatLine(text, table);
      if (line.is === 'status') {
        table = false;
        understood = true;
        return newStatus(line, number);
      }
      if (line.is !== 'unknown') {
        understood = true;
        return status.take(line, number);
      }
      const detail = `The line is ${quoted(text)}.`;
      // A last line without its end that says nothing was cut off: the rest of the status is missing.
      if (open) found.fault(rejection('truncated', detail, number));
      else found.reject(rejection('line-not-understood', detail, number));
    },
    end() {
      if (found.failed) return;
      if (understood) status.end();
      else found.fault(rejection('format-unknown', 'No line is one of lmstat’s.', null));
    },
  };
}
