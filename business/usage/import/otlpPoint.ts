import type { Instant } from '#platform/instant.ts';
import { type Doubts, type JsonObject, member, shown } from './eventFields.ts';
import { type Checked, checkAttribute, checkBelievable, mostAttributes } from './limits.ts';

/** What a metric's points are. */
export type Stream =
  | { readonly is: 'delta'; readonly monotonic: boolean }
  | { readonly is: 'cumulative'; readonly monotonic: boolean }
  | { readonly is: 'gauge' };

/** Attributes by name, texts as they are, numbers in their digits. */
export type Attributes = Readonly<Record<string, string>>;

/** Returns an object's member that is a list of objects; what else stands there is no list. */
export function listOf(object: JsonObject, name: string): readonly JsonObject[] {
  const value = member(object, name);
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Whether a JSON value is an object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns what a metric's points are; `undefined` for histograms, summaries, and a sum that does not say what it sums. */
export function streamOf(
  metric: JsonObject,
): { readonly stream: Stream; readonly points: readonly JsonObject[] } | undefined {
  const gauge = member(metric, 'gauge');
  if (isObject(gauge)) return { stream: { is: 'gauge' }, points: listOf(gauge, 'dataPoints') };
  const sum = member(metric, 'sum');
  if (!isObject(sum)) return undefined;
  const temporality = String(member(sum, 'aggregationTemporality'));
  const monotonic = member(sum, 'isMonotonic') === true;
  const points = listOf(sum, 'dataPoints');
  if (temporality === '1' || temporality === 'AGGREGATION_TEMPORALITY_DELTA')
    return { stream: { is: 'delta', monotonic }, points };
  if (temporality === '2' || temporality === 'AGGREGATION_TEMPORALITY_CUMULATIVE')
    return { stream: { is: 'cumulative', monotonic }, points };
  return undefined;
}

/** Returns the attributes of a list of keys and values. Lists, maps and bytes are left out. */
export function attributesIn(object: JsonObject): Record<string, string> {
  const pairs = listOf(object, 'attributes').flatMap((pair) => {
    const name = member(pair, 'key');
    const value = member(pair, 'value');
    const text = isObject(value) ? scalar(value) : undefined;
    return typeof name === 'string' && text !== undefined ? [[name, text] as const] : [];
  });
  return Object.fromEntries(pairs);
}

function scalar(value: JsonObject): string | undefined {
  for (const name of ['stringValue', 'intValue', 'doubleValue', 'boolValue']) {
    const inner = member(value, name);
    if (['string', 'number', 'boolean'].includes(typeof inner)) return String(inner);
  }
  return undefined;
}

/** Returns the attributes as checked. */
export function checkedAttributes(attributes: Attributes, pointer: string, doubt: Doubts): Attributes {
  const names = Object.keys(attributes);
  if (names.length > mostAttributes)
    doubt.refuse('too-many-attributes', `The point has ${names.length} attributes.`, pointer);
  for (const name of names)
    doubt.settle(checkAttribute(name, attributes[name]!), `${pointer}/attributes`, '');
  return attributes;
}

/** Returns a point's number as text, digit by digit. */
export function numberIn(point: JsonObject, pointer: string, doubt: Doubts): string {
  const value = member(point, 'asInt') ?? member(point, 'asDouble');
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  doubt.refuse('quantity-missing', `The point holds ${shown(value)}.`, pointer);
  return '0';
}

/** Returns a point's time, cut to microseconds; the field holds nanoseconds since 1970. */
export function timeOf(point: JsonObject, receivedAt: Instant, pointer: string, doubt: Doubts): Instant {
  const time = doubt.settle(nanoseconds('timeUnixNano', point), `${pointer}/timeUnixNano`, receivedAt);
  return doubt.settle(checkBelievable(time, receivedAt), `${pointer}/timeUnixNano`, receivedAt);
}

/** Returns since when a point counts; `null` where it does not say. */
export function startOf(point: JsonObject): Instant | null {
  const start = nanoseconds('startTimeUnixNano', point);
  return 'value' in start && start.value > 0 ? start.value : null;
}

function nanoseconds(name: string, point: JsonObject): Checked<Instant> {
  const value = member(point, name);
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (!/^\d{1,20}$/.test(text)) return { code: 'time', detail: `${name} is ${shown(value)}.` };
  return { value: Number(BigInt(text) / 1000n) as Instant };
}
