import type { Instant } from '#platform/instant.ts';
import type { Count, CountedValue, CountRequest, Measure, Window } from '../../measure.ts';
import { byGroup, type Content, contents } from './content.ts';
import { direct, evaluate, nthHighest, percentile } from './evaluate.ts';
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
};

type Found = Pick<CountedValue, 'group' | 'from' | 'until'> & { readonly value: Ratio | null };

/** The points and spans that count at all, in any window. */
function matching({ records, chosen, measure, features, asOf }: CountRequest): Content {
  const real = listed(settled(records, chosen), records);
  const spans = spansOf(real, asOf, measure.countReservations);
  return {
    points: real.filter(
      (record) =>
        record.kind === 'occurrence' && passes(record, measure) && countsAtItsTime(record, features),
    ),
    spans: spans
      .filter(({ record }) => passes(record, measure))
      .flatMap((span) => countedParts(span, features)),
  };
}

/** The values of one window, by group. */
function valuesIn(measure: Measure, window: Window, content: Content): readonly Found[] {
  const groups = [...byGroup(content, (record) => groupOf(record, measure))];
  groups.sort(([a], [b]) => (a < b ? -1 : 1));
  if (measure.window.unit === 'instant')
    return groups.flatMap(([group, { spans }]) => stretches(group, spans, window));
  const { from, until } = window;
  const hours = hourlyValues(measure, window, content);
  return groups.map(([group, own]) => ({
    group,
    from,
    until,
    value: windowValue(measure, window, own, hours.get(group) ?? []),
  }));
}

function windowValue({ aggregate }: Measure, window: Window, own: Content, hourly: readonly Ratio[]) {
  const hours = window.hours.length;
  if (aggregate.kind === 'nthHighest') return nthHighest(aggregate.n, hourly, hours);
  if (aggregate.kind === 'percentile') return percentile(aggregate.p, hourly, hours);
  return evaluate(aggregate, own, window.counted, window.until - window.from);
}

/** Per group the values of the hours in which it has records; all its other hours are zero. */
function hourlyValues(measure: Measure, window: Window, content: Content): Map<string, Ratio[]> {
  const values = new Map<string, Ratio[]>();
  const { aggregate } = measure;
  if (!('of' in aggregate)) return values;
  for (const [index, inHour] of contents(content, window.hours).entries()) {
    const hour = window.hours[index]!;
    for (const [group, own] of byGroup(inHour, (record) => groupOf(record, measure))) {
      const value = evaluate(direct(aggregate.of), own, hour, hour.until - hour.from) ?? nought;
      const hourly = values.get(group) ?? [];
      hourly.push(value);
      values.set(group, hourly);
    }
  }
  return values;
}

/** The stretches of the window in which the standing level is above zero. */
function stretches(group: string, spans: Content['spans'], { counted }: Window): Found[] {
  return standing(spans, counted)
    .filter(({ level }) => level.n > 0n)
    .map(({ from, until, level }) => ({
      group,
      from: from as Instant,
      until: until as Instant,
      value: level,
    }));
}
