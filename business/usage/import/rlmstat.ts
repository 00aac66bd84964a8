import { after, type Instant, second } from '#platform/instant.ts';
import type { Collector } from './collector.ts';
import type { Bytes, Decoded, DecoderOptions, Rejection } from './decoded.ts';
import { checkBelievable } from './limits.ts';
import { decodeLines, type LineReader, refuseLine } from './lineDecoder.ts';
import { statusAt, statusTime } from './lmstatTime.ts';
import { rejection } from './rejections.ts';
import { type RlmstatLine, rlmstatLine } from './rlmstatLine.ts';
import { type RlmStatus, rlmStatus } from './rlmstatStatus.ts';

export type RlmstatOptions = DecoderOptions & {
  /** The license server's name: one source for all its files. */
  readonly source: string;
  /** The zone of the license server's clock. */
  readonly zone: string;
  /** When the status was taken, where the file does not say. */
  readonly at?: Instant;
};

/**
 * Decodes the output of `rlmutil rlmstat -a`, one status or several in a row. RLM does not print when a status was taken,
 * but since when it counts and for how long: their sum is the time. It is read in `zone`.
 *
 * Every line of the usage section becomes a `sighting` from its start until one microsecond after the status, `who` the
 * user; its count is what it holds of the pool and of reservations (`29/0`). Reserved licenses that nobody holds become a
 * `reservation` of the status's own microsecond. Starts have no year: it is the latest in which they are not after the status.
 *
 * Keys, by `derivedId`: a checkout's series is `checkout` of `[product, user, host, version, isv, handle, start, count, n]`,
 * its id `sighting` of `[series, status]`; a reservation's id `reservation` of `[product, isv, status]`. `n` counts equal
 * lines of one status from 1. Attributes: host, version, isv, handle.
 *
 * Totals per product and status: in use as the pools state it, beside what the lines add up to.
 */
export async function* rlmstat(bytes: Bytes, options: RlmstatOptions): Decoded {
  yield* decodeLines(bytes, options, (found) => fileReader(options, found));
}

function fileReader(options: RlmstatOptions, found: Collector): LineReader {
  const { source, zone, at, receivedAt } = options;
  const given = at === undefined ? null : statusAt(at, zone);
  const checked = at === undefined ? null : checkBelievable(at, receivedAt);
  if (checked && 'code' in checked)
    found.fault(rejection('option-unusable', `The option at: ${checked.detail}`, null));
  let understood = false;
  let begun = false;
  let status: RlmStatus = rlmStatus(options, given, found);

  const tell = (line: number, clock: Extract<RlmstatLine, { is: 'clock' }>) => {
    found.other();
    if (status.time) return;
    const since = statusTime(clock.since, zone);
    if (!since) return found.fault(rejection('time', 'Weekday and date of the status do not fit.', line));
    const time = checkBelievable(after(since.instant, clock.elapsed * second), receivedAt);
    if ('code' in time) return found.fault(rejection(time.code, time.detail, line));
    status.taken(statusAt(time.value, zone));
  };
  const note = (code: 'server-error' | 'daemon-down', line: number, detail: string) => {
    found.other();
    status.heard();
    const moment = status.time?.instant ?? null;
    found.note({ kind: 'gap', code, source, feature: null, at: moment, line, detail });
  };
  return {
    take(text, number, open) {
      const line = rlmstatLine(text);
      if (line.is === 'unknown') return refuseLine(text, number, open, found);
      understood = true;
      if (line.is === 'begin') {
        // `rlmutil v…` and `rlm status on …` stand above one status.
        if (begun && status.hasContent) {
          status.end();
          status = rlmStatus(options, given, found);
        }
        begun = true;
        return found.other();
      }
      if (line.is === 'clock') return tell(number, line);
      if (line.is === 'error') return note('server-error', number, line.text);
      if (line.is === 'daemonDown') return note('daemon-down', number, line.text);
      if (line.is === 'context') return found.other();
      const refused = status.take(line, number);
      if (refused) refuse(refused);
    },
    end() {
      if (understood) status.end();
      else found.fault(rejection('format-unknown', 'No line is one of rlmstat’s.', null));
    },
  };

  function refuse({ code, detail, line }: Rejection): void {
    if (code === 'status-time-missing') found.fault(rejection(code, detail, line));
    else found.reject(rejection(code, detail, line));
  }
}
