import type { Collector } from './collector.ts';
import type { Note } from './decoded.ts';
import { equalLines, featureTotals } from './featureTotals.ts';
import { checkText, refusal } from './limits.ts';
import type { LmstatOptions } from './lmstat.ts';
import type { LmstatLine } from './lmstatLine.ts';
import { lmstatRecord } from './lmstatRecord.ts';
import type { StatusTime } from './lmstatTime.ts';
import { rejection } from './rejections.ts';

type Line<Is extends LmstatLine['is']> = Extract<LmstatLine, { is: Is }>;
type Holder = Line<'checkout' | 'queued' | 'reservation'>;
type FeatureLine = Line<'feature' | 'uncounted' | 'featureError'>;

/** Where each kind of holder is added up. */
const column = { checkout: 'lines', queued: 'queued', reservation: 'reservations' } as const;

/** What a line that is no record tells its reader, and whether it is a gap. */
const told = {
  error: ['gap', 'server-error'],
  daemonDown: ['gap', 'daemon-down'],
  hostDown: ['note', 'host-down'],
  licenseFile: ['note', 'license-file-only'],
} as const satisfies Partial<Record<LmstatLine['is'], readonly [Note['kind'], Note['code']]>>;

/** Reads the lines of one status. */
export type Status = ReturnType<typeof statusReader>;

/** Returns a reader of the lines of one status; `time` is `null` as long as nobody has said when it was. */
export function statusReader(options: LmstatOptions, time: StatusTime | null, found: Collector) {
  const totals = featureTotals();
  const nth = equalLines();
  let feature: string | null = null;
  let silent = true;

  const note = (kind: Note['kind'], code: Note['code'], line: number | null, detail: string) =>
    found.note({ kind, code, source: options.source, feature, at: time?.instant ?? null, line, detail });

  const openFeature = (line: FeatureLine, number: number) => {
    silent = false;
    const checked = checkText('The feature', line.feature);
    feature = 'code' in checked ? null : line.feature;
    if ('code' in checked) return found.reject(refusal(checked, number));
    if (!time)
      return found.fault(
        rejection('status-time-missing', 'The output does not say when the status was taken.', number),
      );
    found.other();
    const total = totals.of(line.feature);
    if (line.is === 'feature') {
      totals.issue(line.feature, line.issued);
      total.inUse = (total.inUse ?? 0) + line.inUse;
    } else if (line.is === 'uncounted') note('note', 'uncounted', number, line.text);
    else note('gap', 'feature-error', number, line.text);
  };
  const hold = (line: Holder, number: number) => {
    if (feature === null || !time)
      return found.reject(rejection('no-feature', 'The line stands below no feature.', number));
    const { source, digest } = options;
    const record = lmstatRecord(line, { source, feature, status: time, line: number, nth, digest });
    if ('todo' in record) return found.reject(record);
    found.accept(record);
    totals.of(feature)[column[line.is]] += line.count;
  };
  return {
    take(line: Exclude<LmstatLine, { is: 'status' | 'unknown' }>, number: number) {
      if (line.is === 'checkout' || line.is === 'queued' || line.is === 'reservation')
        return hold(line, number);
      if (line.is === 'feature' || line.is === 'uncounted' || line.is === 'featureError')
        return openFeature(line, number);
      found.other();
      if (line.is === 'issued') return totals.issue(line.feature, line.issued);
      if (line.is === 'context') return;
      if (line.is !== 'hostDown' && line.is !== 'daemonDown') silent = false;
      const [kind, code] = told[line.is];
      note(kind, code, number, line.text);
    },
    /** Hands over the totals, and a gap where use was to be shown and no feature was. */
    end() {
      if (silent && time) note('gap', 'no-usage-shown', null, 'The status lists no feature.');
      for (const [name, total] of totals.all()) {
        const agrees = total.inUse === null ? null : total.inUse === total.lines + total.reservations;
        found.total({ source: options.source, feature: name, at: time?.instant ?? null, ...total, agrees });
      }
    },
    get silent(): boolean {
      return silent;
    },
  };
}
