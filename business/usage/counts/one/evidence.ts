import type { EvidenceRow } from '#business/findings/finding.ts';
import type { CountRequest } from '#business/usage/measure.ts';
import type { Instant } from '#platform/instant.ts';
import { partOf } from './combining.ts';
import { ofHour, valueOfHours } from './hourly.ts';
import { matched } from './matching.ts';
import { measuringPlain } from './measuring.ts';
import { compareRatios, type Ratio, readRatio, writingIn } from './ratio.ts';
import { type Item, recordOf } from './sample.ts';
import { type Share, sharesAt, sharesOf, sharing } from './shares.ts';
import { stretchOf, stretchOfHour } from './stretch.ts';
import { countByASweep } from './sweep.ts';
import { isLater } from './tally.ts';

/**
 * Returns what the value of a group in a window is made of, one row per counted unit, by time, source and id; the
 * contributions add up to the value exactly. None where the group or the window has nothing.
 *
 * `count`, `sum`: each point. `unique`: the first record of each value (of those that count). `peakConcurrency`, and
 * `max` of spans: the spans in force at the first instant of the highest level; `min` of spans: of the lowest; `latest`
 * of spans: at the last instant. `min`, `max`, `latest` of points: the one that makes the value. `timeWeighted`: each
 * span with its share. `nthHighest`, `percentile`: what the first hour of the value that counts is made of. Of the
 * window `instant`: the highest level, as `max`; `evidenceAt` gives that of any other instant. `lowerOf`, `greaterOf`:
 * of the first part that has the value. A ratchet: of the first window that reached it. Where quantities are rated,
 * each row adds what it adds to those before it, and says how.
 */
export function evidenceOf(request: CountRequest, window: number, group: string): readonly EvidenceRow[] {
  const { ratchet, ...measure } = request.measure;
  if (ratchet) {
    const reached = windowReached(request, window, group);
    return evidenceOf({ ...request, measure }, reached, group);
  }
  if ('parts' in measure.aggregate) return evidenceOfPart(request, window, group);
  const use = matched(request);
  const chosen = request.windows[window];
  const number = use.groups.indexOf(group);
  if (!chosen || number < 0) return [];
  const { aggregate, window: rule } = measure;
  const of = sharing(use, measure);
  if (rule.unit === 'instant')
    return rowsOf(sharesOf(of, number, { kind: 'peakConcurrency' }, stretchOf(chosen)), request);
  if (!('of' in aggregate)) return rowsOf(sharesOf(of, number, aggregate, stretchOf(chosen)), request);
  const stretches = chosen.hours.map(stretchOfHour);
  const values = measuringPlain(use, ofHour(aggregate), stretches, measure)(number);
  const value = valueOfHours(aggregate, values);
  const hour = stretches.find((_, i) => value && values[i] && compareRatios(values[i], value) === 0);
  return hour ? rowsOf(sharesOf(of, number, ofHour(aggregate), hour), request) : [];
}

/** Returns the spans of a group in force at an instant, each with its quantity: what the standing level is made of. */
export function evidenceAt(request: CountRequest, instant: Instant, group: string): readonly EvidenceRow[] {
  const use = matched(request);
  const number = use.groups.indexOf(group);
  return number < 0 ? [] : rowsOf(sharesAt(sharing(use, request.measure), number, instant), request);
}

/** The first window with the value that a window has by the ratchet. */
function windowReached(request: CountRequest, window: number, group: string): number {
  const values = countByASweep(request).filter((row) => row.group === group);
  const value = values.find((row) => row.window === window)?.value;
  return values.find((row) => row.value === value)?.window ?? window;
}

function evidenceOfPart(request: CountRequest, window: number, group: string): readonly EvidenceRow[] {
  const { aggregate, unitSize } = request.measure;
  if (!('parts' in aggregate)) return [];
  const isHere = (row: { window: number; group: string }): boolean =>
    row.window === window && row.group === group;
  const value = countByASweep(request).find(isHere)?.value;
  const write = writingIn(unitSize);
  const part = aggregate.parts
    .map((one) => partOf(request, one))
    .find((one) => countByASweep(one).some((row) => isHere(row) && write(readRatio(row.value!)) === value));
  if (!part) return [];
  return evidenceOf(part, window, group).map((row) => ({
    ...row,
    contributes: write(readRatio(row.contributes)),
  }));
}

function rowsOf(shares: readonly Share[], { measure }: CountRequest): EvidenceRow[] {
  const write: (value: Ratio) => string = writingIn(measure.unitSize);
  const inOrder = [...shares].sort((a, b) => (isLater(recordOf(a.item), recordOf(b.item)) ? 1 : -1));
  return inOrder.map(({ item, value, because }) => {
    const { source, id, kind, feature, who, at } = recordOf(item);
    const row = { source, id, kind, feature, who, from: at, until: endOf(item), contributes: write(value) };
    return because === undefined ? row : { ...row, because };
  });
}

/** The end of a span that has a known one, and of what a charge pays for; a point has none. */
function endOf({ track, position }: Item): Instant | null {
  const end = track.end[position]!;
  return track.record[position]!.kind === 'occurrence' || end === Infinity ? null : (end as Instant);
}
