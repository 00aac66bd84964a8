import type { Instant } from '#platform/instant.ts';
import type { RecordKind, UsageRecord } from '../record.ts';
import { sealed } from './content.ts';
import type { DecoderOptions, Rejection } from './decoded.ts';
import {
  attributeTaker,
  contextText,
  type Doubts,
  doubts,
  type FieldMap,
  fieldReader,
  type JsonObject,
  member,
  type ParsedEvent,
  pointerTo,
  shown,
} from './eventFields.ts';
import { checkBelievable, checkQuantity, checkTime } from './limits.ts';
import { quoted } from './rejections.ts';

export type CloudEventOptions = DecoderOptions & {
  readonly fields?: FieldMap;
  /** Where `subject` names the customer: the subjects that mean this one. Left out: the subject is an attribute. */
  readonly customerSubjects?: readonly string[];
};

const kinds: ReadonlySet<string> = new Set(['occurrence', 'held', 'return', 'level', 'retraction']);
const contextAttributes: ReadonlySet<string> = new Set(
  'specversion id source type time subject datacontenttype dataschema data data_base64'.split(' '),
);
const jsonType = /^[\w.+-]+\/([\w.+-]+\+)?json\s*(;|$)/i;

/** Returns the record an event stands for, by the mapping published at `cloudEvents`, or why it stands for none. */
export function decodeEvent(
  parsed: ParsedEvent,
  line: number | null,
  options: CloudEventOptions,
): UsageRecord | Rejection {
  const { event } = parsed;
  const doubt = doubts(line);
  if (member(event, 'specversion') !== '1.0')
    doubt.refuse('specversion', `specversion is ${shown(member(event, 'specversion'))}.`, '/specversion');
  const id = contextText(event, 'id', doubt);
  const source = contextText(event, 'source', doubt);
  const content = contentOf(parsed, options, doubt);
  return doubt.first ?? sealed(source, id, content, options.digest);
}

function contentOf({ event, written }: ParsedEvent, options: CloudEventOptions, doubt: Doubts) {
  const type = contextText(event, 'type', doubt);
  const at = timeOf(contextText(event, 'time', doubt), options.receivedAt, doubt);
  const data = dataOf(event, doubt);
  const field = fieldReader(data, () => dataOf(written(), doubt), options.fields ?? {}, doubt);
  const subject = subjectOf(event, options, doubt);
  const kind = (field.text('kind') ?? 'occurrence') as RecordKind;
  if (!kinds.has(kind)) doubt.refuse('kind', `The kind is ${quoted(kind)}.`, field.pointer('kind'));
  const until = field.time('until');
  if (until !== null && until <= at)
    doubt.refuse('until-not-after', 'until is not after time.', field.pointer('until'));
  return {
    kind,
    feature: field.text('feature') ?? type,
    at,
    until,
    quantity: quantityOf(field, options.fields, doubt),
    who: field.text('who'),
    series: seriesOf(kind, until, subject, field, doubt),
    attributes: attributesOf({ event, written }, data, { kind, field, subject, options }, doubt),
  };
}

type Fields = ReturnType<typeof fieldReader>;

function timeOf(text: string, receivedAt: Instant, doubt: Doubts): Instant {
  const at = doubt.settle(checkTime('time', text), '/time', receivedAt);
  return doubt.settle(checkBelievable(at, receivedAt), '/time', receivedAt);
}

function dataOf(event: JsonObject, doubt: Doubts): JsonObject {
  const type = member(event, 'datacontenttype');
  const data = member(event, 'data') ?? {};
  if (member(event, 'data_base64') !== undefined)
    doubt.refuse('data-not-object', 'The data is in base64.', '/data_base64');
  if (typeof type === 'string' && !jsonType.test(type))
    doubt.refuse('data-not-object', `The data is ${quoted(type)}.`, '/datacontenttype');
  if (typeof data === 'object' && !Array.isArray(data)) return data as JsonObject;
  doubt.refuse('data-not-object', `The data is ${shown(data)}.`, '/data');
  return {};
}

function subjectOf(event: JsonObject, { customerSubjects }: CloudEventOptions, doubt: Doubts): string | null {
  const value = member(event, 'subject');
  const subject = value === undefined ? null : contextText(event, 'subject', doubt);
  if (customerSubjects && (subject === null || !customerSubjects.includes(subject)))
    doubt.refuse('other-customer', `The subject is ${shown(value)}.`, '/subject');
  return subject;
}

function quantityOf(field: Fields, map: FieldMap | undefined, doubt: Doubts): string {
  const text = field.text('quantity');
  if (text === null && map?.quantity !== undefined)
    doubt.refuse('quantity-missing', `${map.quantity} is missing.`, field.pointer('quantity'));
  return doubt.settle(checkQuantity(text ?? '1'), () => field.pointer('quantity'), '0');
}

function seriesOf(
  kind: RecordKind,
  until: Instant | null,
  subject: string | null,
  field: Fields,
  doubt: Doubts,
): string | null {
  if (kind === 'retraction') {
    const retracts = field.text('retracts');
    if (retracts === null) doubt.refuse('retracts-missing', 'retracts is missing.', '/data/retracts');
    return retracts;
  }
  const series = field.text('series') ?? (kind === 'level' ? subject : null);
  const needed = kind === 'return' || kind === 'level' || (kind === 'held' && until === null);
  if (series === null && needed)
    doubt.refuse(
      'series-missing',
      `A ${kind} belongs to a series, and none is named.`,
      field.pointer('series'),
    );
  return series;
}

function attributesOf(
  { event, written }: ParsedEvent,
  data: JsonObject,
  known: { kind: RecordKind; field: Fields; subject: string | null; options: CloudEventOptions },
  doubt: Doubts,
): Record<string, string> {
  const attributes = attributeTaker(doubt);
  const used = new Set<string | undefined>(
    (['kind', 'feature', 'quantity', 'who', 'series', 'until'] as const).map(known.field.nameOf),
  );
  if (known.kind === 'retraction') used.add(known.field.nameOf('retracts'));
  for (const name of Object.keys(event))
    if (!contextAttributes.has(name))
      attributes.take(
        name,
        event[name],
        () => written()[name],
        () => `/${name}`,
      );
  if (!known.options.customerSubjects)
    attributes.take(
      'subject',
      known.subject,
      () => null,
      () => '/subject',
    );
  for (const name of Object.keys(data))
    if (!used.has(name))
      attributes.take(
        name,
        data[name],
        () => (written().data as JsonObject)[name],
        () => pointerTo(name),
      );
  return attributes.taken();
}
