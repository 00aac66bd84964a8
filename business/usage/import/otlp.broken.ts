import { type BrokenInput, endlessLine } from './decoders.testing.ts';

const march = String(BigInt(Date.parse('2026-03-01T08:00:00Z')) * 1_000_000n);
const point = { timeUnixNano: march, asInt: '3' };
const request = (
  metric: object,
  resource: object[] = [{ key: 'service.name', value: { stringValue: 'api' } }],
) =>
  JSON.stringify({
    resourceMetrics: [
      { resource: { attributes: resource }, scopeMetrics: [{ metrics: [{ name: 'calls', ...metric }] }] },
    ],
  });
const sum = (change: object): string =>
  request({ sum: { aggregationTemporality: 1, isMonotonic: true, dataPoints: [{ ...point, ...change }] } });
const attributes = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ key: `a${i}`, value: { stringValue: 'x' } }));
const good = sum({});
const refused = (
  what: string,
  input: string,
  code: BrokenInput['code'],
  options: object = {},
): BrokenInput => ({
  what,
  input: `${input}\n`,
  code,
  line: 1,
  options,
});

/** Broken OTLP metrics, each with what is said about it. */
export const brokenOtlp: readonly BrokenInput[] = [
  { what: 'nothing at all', input: '', code: 'empty', line: null },
  { what: 'blank lines only', input: '\n \n', code: 'empty', line: 1 },
  { what: 'gzip', input: new Uint8Array([0x1f, 0x8b, 8, 0]), code: 'compressed', line: null },
  { what: 'a zip archive', input: new Uint8Array([0x50, 0x4b, 3, 4]), code: 'spreadsheet', line: null },
  { what: 'UTF-16', input: new Uint8Array([0xff, 0xfe, 0x7b, 0]), code: 'utf-16', line: 1 },
  { what: 'a character cut in two', input: new Uint8Array([0x7b, 0xe2, 0x82]), code: 'not-utf-8', line: 1 },
  { what: 'a NUL byte in line 2', input: `${good}\n{"\0"}`, code: 'nul-byte', line: 2 },
  { what: 'a request of 100 MB', input: () => endlessLine('{"a":"'), code: 'line-too-long', line: 1 },
  { what: 'a file cut off', input: `${good}\n${good.slice(0, 60)}`, code: 'truncated', line: 2 },
  { what: 'a list cut off', input: `[${good},\n${good.slice(0, 60)}`, code: 'truncated', line: 2 },
  { what: 'text behind a list', input: `[${good}]\nmore`, code: 'json-broken', line: 2 },
  { what: 'broken JSON in line 2', input: `${good}\n{"resourceMetrics":}\n`, code: 'json-broken', line: 2 },
  refused('a number for a request', '[1]', 'not-metrics'),
  refused('traces', '{"resourceSpans":[]}', 'not-metrics'),
  refused('metrics that are no list', '{"resourceMetrics":{}}', 'not-metrics'),
  refused('a histogram', request({ histogram: { dataPoints: [point] } }), 'metric-kind'),
  refused('a summary', request({ summary: { dataPoints: [point] } }), 'metric-kind'),
  refused(
    'a sum that does not say what it sums',
    request({ sum: { isMonotonic: true, dataPoints: [point] } }),
    'metric-kind',
  ),
  refused('a metric without a name', request({ name: '', gauge: { dataPoints: [point] } }), 'not-text'),
  refused(
    'an endless name',
    request({ name: 'x'.repeat(513), gauge: { dataPoints: [point] } }),
    'text-too-long',
  ),
  refused('no service and no source', request({ gauge: { dataPoints: [point] } }, []), 'required', {
    source: undefined,
  }),
  refused('no value', sum({ asInt: undefined }), 'quantity-missing'),
  refused('a value in words', sum({ asInt: 'many' }), 'quantity-not-decimal'),
  refused('a sum that fell', sum({ asInt: '-3' }), 'quantity-negative'),
  refused('an absurd value', sum({ asInt: undefined, asDouble: 1e300 }), 'quantity-absurd'),
  refused('no time', sum({ timeUnixNano: undefined }), 'time'),
  refused('a time in words', sum({ timeUnixNano: '2026-03-01T08:00:00Z' }), 'time'),
  refused('a time of 2300', sum({ timeUnixNano: '10413792000000000000' }), 'time-absurd'),
  refused(
    'next year',
    sum({ timeUnixNano: String(BigInt(Date.parse('2027-03-01T08:00:00Z')) * 1_000_000n) }),
    'time-in-future',
  ),
  refused('65 attributes', sum({ attributes: attributes(65) }), 'too-many-attributes'),
  refused(
    'an attribute over 1 KB',
    sum({ attributes: [{ key: 'a', value: { stringValue: 'x'.repeat(1025) } }] }),
    'attribute-too-long',
  ),
  refused(
    'an endless user',
    sum({ attributes: [{ key: 'user.id', value: { stringValue: 'x'.repeat(513) } }] }),
    'text-too-long',
  ),
  {
    what: 'an empty source',
    input: good,
    code: 'option-unusable',
    line: null,
    options: { source: '' },
  },
];
