import type { CountedValue, CountRequest, HourlyAggregate, Window } from '#business/usage/measure.ts';
import { recordKey, type UsageRecord } from '#business/usage/record.ts';
import { type Exact, exact, greater, lesser, stored, sum, zero } from '#platform/exact.ts';
import { holds, hour, type Instant, type Interval } from '#platform/instant.ts';
import { attributeOf } from '../attributes.ts';

/** A record that counts, with the time it counts for. */
type Counted = { readonly record: UsageRecord; readonly isPoint: boolean } & Interval;

/**
 * The sentences of measure.ts and record.ts, word for word and hour by hour: what the laws hold the sweep against.
 * Only for times in whole hours and short histories.
 */
export function byDefinition(request: CountRequest): CountedValue[] {
  const counted = countedIn(request);
  const groups = [...new Set(counted.map((item) => groupOf(item.record, request)))].sort();
  return request.windows.flatMap((window, index) =>
    groups.flatMap((group) => {
      const own = counted.filter((item) => groupOf(item.record, request) === group);
      return valuesIn(own, window, request).map((value) => ({ group, window: index, ...value }));
    }),
  );
}

function groupOf(record: UsageRecord, { measure }: CountRequest): string {
  return JSON.stringify(measure.groupBy.map((name) => attributeOf(record, name) ?? ''));
}

function countedIn(request: CountRequest): Counted[] {
  const { measure, features } = request;
  const real = happened(request);
  return real.flatMap((record): Counted[] => {
    if (record.kind === 'member' && !isOnItsList(record, real, request)) return [];
    if (record.kind === 'reservation' && !measure.countReservations) return [];
    const counts = (at: Instant): boolean =>
      features.some(
        (rule) =>
          rule.feature === record.feature &&
          (rule.source ?? record.source) === record.source &&
          holds(rule, at),
      );
    const passes = measure.filter.every((filter) => {
      const value = attributeOf(record, filter.attribute);
      if (value === undefined) return false;
      return 'in' in filter ? filter.in.includes(value) : !filter.notIn.includes(value);
    });
    if (!passes) return [];
    const { at } = record;
    if (record.kind === 'occurrence')
      return counts(at) ? [{ record, isPoint: true, from: at, until: (at + 1) as Instant }] : [];
    const until = endOf(record, real) ?? request.asOf;
    return hoursOf({ from: at, until })
      .filter(({ from }) => counts(from))
      .map((part) => ({ record, isPoint: false, ...part }));
  });
}

function hoursOf({ from, until }: Interval): Interval[] {
  const parts: Interval[] = [];
  for (let at = from; at < until; at = (at + hour) as Instant)
    parts.push({ from: at, until: (at + hour) as Instant });
  return parts;
}

function happened({ records, chosen }: CountRequest): UsageRecord[] {
  const settled = [...Map.groupBy(records, recordKey)].flatMap(([key, variants]) => {
    const digests = new Set(variants.map((variant) => variant.digest));
    if (digests.size === 1) return [variants[0]!];
    return variants.filter((variant) => variant.digest === chosen.get(key)).slice(0, 1);
  });
  return settled.filter(
    (record) =>
      record.kind === 'retraction' ||
      !settled.some(
        (other) =>
          other.kind === 'retraction' && other.source === record.source && other.series === record.id,
      ),
  );
}

/** Whether a snapshot of the member's source, series and instant counts and names the same `members`, where it must. */
function isOnItsList(member: UsageRecord, real: readonly UsageRecord[], { records }: CountRequest): boolean {
  const isItsSnapshot = ({ kind, source, series, at }: UsageRecord): boolean =>
    kind === 'snapshot' &&
    series !== null &&
    source === member.source &&
    series === member.series &&
    at === member.at;
  if (member.attributes.members === undefined || !records.some(isItsSnapshot)) return true;
  return real.some((other) => isItsSnapshot(other) && other.attributes.members === member.attributes.members);
}

/** The end of a span, `null` where it is held up to the moment of reading, its own start where it is none. */
function endOf(record: UsageRecord, real: readonly UsageRecord[]): Instant | null {
  const { kind, at, until } = record;
  const series = real.filter(
    (other) => record.series !== null && other.source === record.source && other.series === record.series,
  );
  const next = (of: UsageRecord['kind'], from: number): Instant | null => {
    const times = series.filter((other) => other.kind === of && other.at >= from).map((other) => other.at);
    return times.length === 0 ? null : (Math.min(...times) as Instant);
  };
  if (kind === 'held') {
    if (until !== null) return until;
    const ends = [next('return', at), next('held', at + 1)].filter((end) => end !== null);
    return ends.length === 0 ? null : (Math.min(...ends) as Instant);
  }
  if (kind === 'sighting' || kind === 'reservation') {
    const better = series.some((other) => {
      if (other.kind !== kind) return false;
      const [a, b] = [other.until ?? Infinity, until ?? Infinity];
      return a > b || (a === b && other.id < record.id);
    });
    return better ? at : until;
  }
  if (kind === 'level') {
    const replaced = series.some((other) => other.kind === kind && other.at === at && other.id > record.id);
    return replaced ? at : next('level', at + 1);
  }
  return kind === 'member' ? next('snapshot', at + 1) : at;
}

function valuesIn(
  own: readonly Counted[],
  window: Window,
  { measure }: CountRequest,
): Omit<CountedValue, 'group' | 'window'>[] {
  const size = exact(measure.unitSize);
  if (measure.window.unit === 'instant') return stretchesIn(own, window.counted, size);
  if (!own.some((item) => meets(item, window.counted))) return [];
  const { aggregate } = measure;
  const length = window.until - window.from;
  let value: Exact;
  if (!('of' in aggregate)) value = aggregated(own, aggregate, window.counted, length);
  else {
    const hours = window.hours.map((part) =>
      aggregated(own, hourly(aggregate.of), part, part.until - part.from),
    );
    const ascending = hours.sort((a, b) => a.compare(b));
    const rank =
      aggregate.kind === 'nthHighest'
        ? ascending.length - aggregate.n
        : Math.max(0, Number(exact(aggregate.p).div(100).mul(ascending.length).ceil()) - 1);
    value = ascending[rank] ?? zero;
  }
  return [{ from: window.from, until: window.until, value: stored(value.div(size)) }];
}

function hourly(of: HourlyAggregate) {
  return of === 'unique' ? { kind: of, by: 'who' } : { kind: of };
}

function meets(item: Interval, bounds: Interval): boolean {
  return item.from < bounds.until && item.until > bounds.from && item.from < item.until;
}

function levelAt(own: readonly Counted[], at: Instant): Exact {
  return sum(
    own.filter((item) => !item.isPoint && holds(item, at)).map((item) => exact(item.record.quantity)),
  );
}

function hoursIn({ from, until }: Interval): Instant[] {
  const first = Math.ceil(from / hour) * hour;
  return [from, ...Array.from({ length: 400 }, (_, i) => (first + i * hour) as Instant)].filter(
    (at, i) => at < until && (i === 0 || at > from),
  );
}

function stretchesIn(own: readonly Counted[], within: Interval, size: Exact) {
  const result: { from: Instant; until: Instant; value: string }[] = [];
  for (const from of hoursIn(within)) {
    const value = stored(levelAt(own, from).div(size));
    const until = Math.min(from + hour, within.until) as Instant;
    const last = result.at(-1);
    if (value === '0') continue;
    if (last && last.until === from && last.value === value) last.until = until;
    else result.push({ from, until, value });
  }
  return result;
}

type Plain = { readonly kind: string; readonly by?: string };

function aggregated(own: readonly Counted[], { kind, by }: Plain, bounds: Interval, length: number): Exact {
  const here = own.filter((item) => meets(item, bounds));
  const points = here.filter((item) => item.isPoint).map((item) => item.record);
  const levels = hoursIn(bounds).map((at) => levelAt(own, at));
  const quantities = points.map((record) => exact(record.quantity));
  const peak = levels.reduce(greater, zero);
  if (kind === 'count') return exact(points.length);
  if (kind === 'sum') return sum(quantities);
  if (kind === 'peakConcurrency') return peak;
  if (kind === 'unique') {
    const values = here.map((item) => attributeOf(item.record, by!));
    return exact(new Set(values.filter((value) => value !== undefined)).size);
  }
  if (kind === 'timeWeighted') return sum(levels).mul(hour).div(exact(length));
  if (here.length > points.length) {
    if (kind === 'latest') return levels.at(-1)!;
    return kind === 'max' ? peak : levels.reduce(lesser);
  }
  const place = (record: UsageRecord): string =>
    `${String(record.at).padStart(20, '0')}\n${recordKey(record)}`;
  const latest = [...points].sort((a, b) => (place(a) < place(b) ? -1 : 1)).at(-1);
  if (kind === 'latest') return latest ? exact(latest.quantity) : zero;
  if (quantities.length === 0) return zero;
  return quantities.reduce(kind === 'max' ? greater : lesser);
}
