import { collector } from './collector.ts';
import type { Bytes, Decoded } from './decoded.ts';
import { type CloudEventOptions, decodeEvent } from './event.ts';
import type { JsonObject, ParsedEvent } from './eventFields.ts';
import { type EventText, eventTexts } from './eventTexts.ts';
import { rejection } from './rejections.ts';

/**
 * Decodes CloudEvents 1.0 in JSON: one event, a batch (a JSON array), or one event a line (NDJSON). An event becomes a
 * record like this; everything else that is a scalar in `data`, and every extension attribute, becomes an attribute.
 *
 * | record | from |
 * |---|---|
 * | source, id | `source`, `id`: one source and id is one record for ever |
 * | at | `time`, which must be there |
 * | kind | `data.kind`: `occurrence` (when left out), `held`, `return`, `level` or `retraction` |
 * | feature | `data.feature`, else `type` |
 * | quantity | `data.quantity`, else `data.value`, else 1; a JSON number or a decimal text, kept digit by digit |
 * | who | `data.who`, else `data.user`, else nobody |
 * | series | `data.series`, else `data.handle`; for a level else `subject`; for a retraction `data.retracts` |
 * | until | `data.until` |
 *
 * `fields` names other fields of `data` for these; a quantity named so must then be there. `subject` is an attribute, or
 * with `customerSubjects` it names the customer, and events of others are refused. In attributes numbers stand in
 * their shortest plain form, exactly; null is left out. Two fields of one event that become one attribute
 * (an extension and a field of `data`) leave the one in `data`.
 */
export async function* cloudEvents(bytes: Bytes, options: CloudEventOptions): Decoded {
  const found = collector();
  for await (const item of eventTexts(bytes, options.encoding)) {
    if ('fault' in item) found.fault(item.fault);
    else if ('blank' in item) found.blank();
    else decodeText(item, options, found);
    if (found.failed) break;
    if (found.full) yield found.batch();
  }
  yield found.last();
}

function decodeText(item: EventText, options: CloudEventOptions, found: ReturnType<typeof collector>) {
  const parsed = parseEvent(item.text);
  if (parsed === undefined) {
    const detail = `${item.open ? 'The last event' : 'The event'} is not valid JSON.`;
    // What ends without a line end and cannot be read was cut off: the rest of the file is missing.
    if (item.open) found.fault(rejection('truncated', detail, item.line));
    else found.reject(rejection('json-broken', detail, item.line));
    return;
  }
  if (typeof parsed.event !== 'object' || parsed.event === null || Array.isArray(parsed.event))
    return found.reject(rejection('not-an-event', 'The entry is no JSON object.', item.line));
  const result = decodeEvent(parsed, item.line, options);
  if ('todo' in result) found.reject(result);
  else found.accept(result);
}

/** A number of up to 15 characters and no great exponent comes back from a double as it was; others are taken as written. */
const LONG_NUMBER = /[\d.]{16}|[eE][+-]?\d{3}/;

/** Parses a text; the second parse, which keeps numbers as written, is done only where some number needs it. */
export function parseEvent(text: string): ParsedEvent | undefined {
  try {
    const event = JSON.parse(text);
    let texts: JsonObject | undefined;
    const written = (): JsonObject => {
      texts ??= LONG_NUMBER.test(text) ? JSON.parse(text, numbersAsWritten) : event;
      return texts!;
    };
    return { event, written };
  } catch {
    return undefined;
  }
}

function numbersAsWritten(_name: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' ? context?.source : value;
}
