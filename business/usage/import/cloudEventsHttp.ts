import { cloudEvents, parseEvent } from './cloudEvents.ts';
import { collector } from './collector.ts';
import type { Bytes, Decoded } from './decoded.ts';
import { type CloudEventOptions, decodeEvent } from './event.ts';
import type { JsonObject } from './eventFields.ts';
import { rejection } from './rejections.ts';
import { longestLine, textPieces } from './text.ts';

/** A request's headers, as `Headers` iterates them. */
export type HeaderPairs = Iterable<readonly [name: string, value: string]>;

/**
 * Decodes a request by the HTTP binding of CloudEvents 1.0. Structured and batched content (`application/cloudevents…`)
 * is read as `cloudEvents` reads a file. Binary mode takes the context from `ce-` headers, percent-decoded, and the
 * body as JSON `data`; an empty body is no data.
 */
export async function* cloudEventsOverHttp(
  headers: HeaderPairs,
  body: Bytes,
  options: CloudEventOptions,
): Decoded {
  const lowered = [...headers].map(([name, value]) => [name.toLowerCase(), value] as const);
  const type = lowered.find(([name]) => name === 'content-type')?.[1] ?? '';
  // Whoever sends a file as it is may not say what it is; binary mode always has its headers.
  if (/^application\/cloudevents/i.test(type) || !lowered.some(([name]) => name.startsWith('ce-')))
    return yield* cloudEvents(body, options);
  const found = collector();
  const text = await wholeText(body, options);
  if (typeof text === 'object') found.fault(text);
  else decodeBinary(lowered, type, text, options, found);
  yield found.last();
}

function decodeBinary(
  headers: readonly (readonly [string, string])[],
  type: string,
  body: string,
  options: CloudEventOptions,
  found: ReturnType<typeof collector>,
) {
  const context: Record<string, unknown> = type === '' ? {} : { datacontenttype: type };
  for (const [name, value] of headers)
    if (/^ce-[a-z0-9]+$/.test(name)) context[name.slice(3)] = percentDecoded(value);
  const data = body === '' ? { event: {}, written: () => ({}) } : parseEvent(body);
  if (!data) return found.reject(rejection('json-broken', 'The body is not valid JSON.', null, '/data'));
  const whole = (inner: JsonObject): JsonObject => ({ ...context, data: inner });
  const parsed = { event: whole(data.event), written: () => whole(data.written()) };
  const result = decodeEvent(parsed, null, options);
  if ('todo' in result) found.reject(result);
  else found.accept(result);
}

/** Returns a header's value decoded; one whose escapes are broken stays as it is, for the checks to judge. */
function percentDecoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

async function wholeText(body: Bytes, { encoding }: CloudEventOptions) {
  let text = '';
  for await (const piece of textPieces(body, encoding)) {
    if ('fault' in piece) return piece.fault.code === 'empty' ? '' : piece.fault;
    text += piece.text;
    if (text.length > longestLine) return rejection('line-too-long', 'The body is longer than 1 MB.', null);
  }
  return text;
}
