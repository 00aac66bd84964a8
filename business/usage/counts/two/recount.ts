import type { Instant } from '#platform/instant.ts';
import type { Count, CountedValue, CountRequest, Measure, RatingStep, Window } from '../../measure.ts';
import { charges } from './charges.ts';
import { extremes, highestSoFar, requestOf } from './compared.ts';
import { byGroup, type Content, contents } from './content.ts';
import { direct, evaluate, nthHighest, percentile } from './evaluate.ts';
import { onlyHighest } from './highest.ts';
import { listed } from './listed.ts';
import { countedParts, countsAtItsTime, groupOf, passes } from './matching.ts';
import { fromDecimal, nought, over, type Ratio, written } from './ratio.ts';
import { settled } from './settled.ts';
import { spansOf } from './spans.ts';
import { standing } from './standing.ts';

/**
 * The second count: each definition of `Aggregate` and `RecordKind` evaluated as it is written, per window and group,
 * by code that shares nothing with the first count. It decides nothing alone: a finding is confirmed only where both
 * counts agree.
 */
export const recount: Count = (request) => {
  const { aggregate, unitSize, ratchet, window } = request.measure;
  if (window.unit === 'instant') return single(request);
  const values =
    'parts' in aggregate
      ? extremes(
          aggregate.kind,
          aggregate.parts.map((part) => single(requestOf(request, part))),
          unitSize,
        )
      : single(request);
  return ratchet ? highestSoFar(values, request.windows) : values;
};

/** The values of a measure that is no combination, without its ratchet. */
function single(request: CountRequest): CountedValue[] {
  const { measure, windows } = request;
  const inWindows = contents(
    matching(request),
    windows.map(({ counted }) => counted),
  );
  const unitSize = fromDecimal(measure.unitSize);
  return windows.flatMap((window, index) => {
    const found = valuesIn(measure, window, inWindows[index]!);
    return found.map(({ value, ...rest }) => ({
      ...rest,
      window: index,
      value: value === null ? null : written(over(value, unitSize)),
    }));
  });
}

type Found = Pick<CountedValue, 'group' | 'from' | 'until'> & { readonly value: Ratio | null };

/** The points and spans that count at all, in any window. */
function matching({ records, chosen, measure, features, asOf }: CountRequest): Content {
  const real = listed(settled(records, chosen), records);
  const spans = spansOf(real, asOf, measure.countReservations);
  const content = {
    points: real.filter(
      (record) =>
        record.kind === 'occurrence' && passes(record, measure) && countsAtItsTime(record, features),
    ),
    spans: spans
      .filter(({ record }) => passes(record, measure))
      .flatMap((span) => countedParts(span, features)),
  };
  return measure.firstUse ? charges(content, measure.firstUse, measure, asOf) : content;
}

/** The values of one window, by group. */
function valuesIn(measure: Measure, window: Window, content: Content): readonly Found[] {
  const groups = [...byGroup(content, (record) => groupOf(record, measure))];
  groups.sort(([a], [b]) => (a < b ? -1 : 1));
  if (measure.window.unit === 'instant')
    return groups.flatMap(([group, { spans }]) => stretches(group, spans, window, measure.rating));
  const { from, until } = window;
  const hours = hourlyValues(measure, window, content);
  const counting = ofHighest(measure, content);
  return groups.map(([group, own]) => ({
    group,
    from,
    until,
    value: windowValue(measure, window, counting ? counting(group) : own, hours.get(group) ?? []),
  }));
}

/** Where only highest kinds count: what of a group does. */
function ofHighest(measure: Measure, content: Content): ((group: string) => Content) | undefined {
  const { aggregate } = measure;
  if (aggregate.kind !== 'unique' || !aggregate.highest) return undefined;
  const groups = byGroup(onlyHighest(content, aggregate.by, aggregate.highest), (record) =>
    groupOf(record, measure),
  );
  return (group) => groups.get(group) ?? { points: [], spans: [] };
}

function windowValue(measure: Measure, window: Window, own: Content, hourly: readonly Ratio[]) {
  const { aggregate, rating = [] } = measure;
  const hours = window.hours.length;
  if (aggregate.kind === 'nthHighest') return nthHighest(aggregate.n, hourly, hours);
  if (aggregate.kind === 'percentile') return percentile(aggregate.p, hourly, hours);
  if ('parts' in aggregate) throw new Error('a combination is evaluated part by part');
  return evaluate(aggregate, own, window.counted, window.until - window.from, rating);
}

/** Per group the values of the hours in which it has records; all its other hours are zero. */
function hourlyValues(measure: Measure, window: Window, content: Content): Map<string, Ratio[]> {
  const values = new Map<string, Ratio[]>();
  const { aggregate, rating = [] } = measure;
  if (!('of' in aggregate)) return values;
  for (const [index, inHour] of contents(content, window.hours).entries()) {
    const hour = window.hours[index]!;
    for (const [group, own] of byGroup(inHour, (record) => groupOf(record, measure))) {
      const value = evaluate(direct(aggregate.of), own, hour, hour.until - hour.from, rating) ?? nought;
      const hourly = values.get(group) ?? [];
      hourly.push(value);
      values.set(group, hourly);
    }
  }
  return values;
}

/** The stretches of the window in which the standing level is above zero. */
function stretches(
  group: string,
  spans: Content['spans'],
  { counted }: Window,
  steps: readonly RatingStep[] = [],
): Found[] {
  return standing(spans, counted, steps)
    .filter(({ level }) => level.n > 0n)
    .map(({ from, until, level }) => ({
      group,
      from: from as Instant,
      until: until as Instant,
      value: level,
    }));
}
