import { after, formatInstant, type Instant } from '#platform/instant.ts';
import { parseEvent } from './cloudEvents.ts';
import { type Collector, collector } from './collector.ts';
import { derivedId, sealed } from './content.ts';
import type { Bytes, Decoded, DecoderOptions } from './decoded.ts';
import { type Doubts, doubts, type JsonObject, member } from './eventFields.ts';
import { type EventText, eventTexts } from './eventTexts.ts';
import { checkQuantity, checkText } from './limits.ts';
import { increases } from './otlpIncrease.ts';
import {
  type Attributes,
  attributesIn,
  checkedAttributes,
  isObject,
  listOf,
  numberIn,
  type Stream,
  startOf,
  streamOf,
  timeOf,
} from './otlpPoint.ts';
import { quoted, rejection } from './rejections.ts';

export type OtlpOptions = DecoderOptions & {
  /** The source of all points; left out: the `service.name` of each resource. */
  readonly source?: string;
  /** The attribute that names who used it; left out: `enduser.id`, else `user.id`. */
  readonly who?: string;
};

/** What the points of one metric have in common. */
type Metric = {
  readonly name: string;
  readonly scope: string;
  readonly unit: string;
  readonly resource: Attributes;
  readonly stream: Stream;
  readonly line: number;
};

/**
 * Decodes OpenTelemetry metrics in OTLP/JSON: `ExportMetricsServiceRequest`s, one, a list, or one a line. Each data point is
 * an entry.
 *
 * | points of | record |
 * |---|---|
 * | a delta sum | an `occurrence` of the sum, a microsecond before the end of its interval |
 * | a cumulative, monotonic sum | an `occurrence` of what it rose by since the point before, of which this file must hold one; a lower value or another start is a reset, after which it counts from 0 |
 * | a cumulative sum that may fall, a gauge | a `level` |
 *
 * Feature is the metric's name; `who` an attribute; the other attributes of the point and its resource are attributes, and
 * so is the unit. Histograms and summaries are refused.
 *
 * Keys, by `derivedId`: a series is `metric` of `[scope, metric, attributes by name]`, an id `point` of `[series, start, time]`.
 */
export async function* otlp(bytes: Bytes, options: OtlpOptions): Decoded {
  const found = collector();
  const rose = increases();
  const unusable = options.source === undefined ? undefined : checkText('The option source', options.source);
  if (unusable && 'code' in unusable) found.fault(rejection('option-unusable', unusable.detail, null));
  else
    for await (const item of eventTexts(bytes, options.encoding)) {
      if ('fault' in item) found.fault(item.fault);
      else if ('blank' in item) found.blank();
      else takeRequest(item, options, rose, found);
      if (found.failed) break;
      if (found.full) yield found.batch();
    }
  if (!found.failed && rose.first > 0) {
    const detail = `${rose.first} counters were seen for the first time: what they had counted before is in no record.`;
    const source = options.source ?? rose.source;
    found.note({ kind: 'note', code: 'counter-begun', source, feature: null, at: null, line: null, detail });
  }
  yield found.last();
}

type Rises = ReturnType<typeof increases>;

function takeRequest(item: EventText, options: OtlpOptions, rose: Rises, found: Collector) {
  const parsed = parseEvent(item.text);
  if (parsed === undefined) {
    // What ends without a line end and cannot be read was cut off: the rest of the file is missing.
    if (item.open)
      return found.fault(rejection('truncated', 'The last request is not valid JSON.', item.line));
    return found.reject(rejection('json-broken', 'The request is not valid JSON.', item.line));
  }
  const written = isObject(parsed.event) ? parsed.written() : undefined;
  if (!written || !Array.isArray(member(written, 'resourceMetrics')))
    return found.reject(rejection('not-metrics', 'The entry holds no resourceMetrics.', item.line));
  let points = 0;
  for (const [r, resource] of listOf(written, 'resourceMetrics').entries()) {
    const described = member(resource, 'resource');
    const attributes = isObject(described) ? attributesIn(described) : {};
    for (const [s, scoped] of listOf(resource, 'scopeMetrics').entries())
      for (const [m, metric] of listOf(scoped, 'metrics').entries()) {
        const pointer = `/resourceMetrics/${r}/scopeMetrics/${s}/metrics/${m}`;
        points += takeMetric(metric, { scoped, attributes, line: item.line, pointer }, options, rose, found);
      }
  }
  if (points === 0) found.other();
}

type Place = {
  readonly scoped: JsonObject;
  readonly attributes: Attributes;
  readonly line: number;
  readonly pointer: string;
};

/** Takes the points of one metric; returns how many entries it was. */
function takeMetric(
  metric: JsonObject,
  { scoped, attributes: resource, line, pointer }: Place,
  options: OtlpOptions,
  rose: Rises,
  found: Collector,
): number {
  const name = member(metric, 'name');
  const checked = checkText('The metric', typeof name === 'string' ? name : '');
  if ('code' in checked) {
    found.reject(rejection(checked.code, checked.detail, line, `${pointer}/name`));
    return 1;
  }
  const known = streamOf(metric);
  if (!known) {
    const detail = `The metric ${quoted(checked.value)} is neither a sum nor a gauge.`;
    found.reject(rejection('metric-kind', detail, line, pointer));
    return 1;
  }
  const scope = member(scoped, 'scope');
  const one = {
    name: checked.value,
    scope: isObject(scope) ? String(member(scope, 'name') ?? '') : '',
    unit: String(member(metric, 'unit') ?? ''),
    resource,
    stream: known.stream,
    line,
  };
  const at = `${pointer}/${known.stream.is === 'gauge' ? 'gauge' : 'sum'}/dataPoints`;
  for (const [i, point] of known.points.entries()) takePoint(point, one, `${at}/${i}`, options, rose, found);
  return known.points.length;
}

function takePoint(
  point: JsonObject,
  metric: Metric,
  pointer: string,
  options: OtlpOptions,
  rose: Rises,
  found: Collector,
) {
  const { name: feature, stream, line } = metric;
  const doubt = doubts(line);
  // Bit 1 of the flags: the point holds no value.
  if (Number(member(point, 'flags') ?? 0) & 1) return found.other();
  const { source, who, series, attributes } = whoseOf(point, metric, pointer, options, doubt);
  const time = timeOf(point, options.receivedAt, pointer, doubt);
  const start = startOf(point);
  const written = numberIn(point, pointer, doubt);
  if (doubt.first) return found.reject(doubt.first);
  const rises = stream.is === 'cumulative' && stream.monotonic;
  const value = rises ? rose.since(source, series, { value: written, start, time }) : written;
  if (value === null) return found.other();
  const checked = checkQuantity(value);
  if ('code' in checked) return found.reject(rejection(checked.code, checked.detail, line, pointer));
  const isLevel = stream.is !== 'delta' && !rises;
  const times = [start === null ? '' : formatInstant(start), formatInstant(time)];
  const kind = isLevel ? ('level' as const) : ('occurrence' as const);
  const at = isLevel ? time : within(time);
  const { value: quantity } = checked;
  const content = {
    kind,
    feature,
    at,
    until: null,
    quantity,
    who,
    series: isLevel ? series : null,
    attributes,
  };
  found.accept(
    sealed(source, derivedId('point', [series, ...times], options.digest), content, options.digest),
  );
}

/** What describes a person beside the key, by the names OpenTelemetry has for it: left out, for it could not be erased. */
const ofPerson = /^(enduser|user)\./;

/** Returns what a point says beside its number. */
function whoseOf(
  point: JsonObject,
  { name, scope, unit, resource }: Metric,
  pointer: string,
  options: OtlpOptions,
  doubt: Doubts,
) {
  const said = { ...resource, ...attributesIn(point) };
  const source = sourceOf(said, options, pointer, doubt);
  const whoAt = options.who ?? ['enduser.id', 'user.id'].find((one) => said[one] !== undefined);
  const { [whoAt ?? '']: who = null, ...rest } = said;
  if (who !== null) doubt.settle(checkText('The user', who), `${pointer}/attributes`, '');
  const measured = unit === '' || rest.unit !== undefined ? {} : { unit };
  const named = Object.entries({ ...rest, ...measured }).filter(([one]) => !ofPerson.test(one));
  const attributes = checkedAttributes(Object.fromEntries(named), pointer, doubt);
  const parts = [scope, name, JSON.stringify(Object.entries(said).sort())];
  return { source, who, attributes, series: derivedId('metric', parts, options.digest) };
}

/** An interval's sum belongs to the interval: its end is already of the next day. */
function within(time: Instant): Instant {
  return time > 0 ? after(time, -1) : time;
}

function sourceOf(said: Attributes, { source }: OtlpOptions, pointer: string, doubt: Doubts): string {
  if (source !== undefined) return source;
  const service = said['service.name'];
  if (service !== undefined) return doubt.settle(checkText('service.name', service), pointer, '');
  doubt.refuse('required', 'service.name is missing, and no source is given.', pointer);
  return '';
}
