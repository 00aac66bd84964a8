import { describe, expect, it } from 'vitest';
import { chunks, everything, instant, usual } from './decoders.testing.ts';
import { type OtlpOptions, otlp } from './otlp.ts';

const decode = (text: string, more: Partial<OtlpOptions> = {}, size?: number) =>
  everything(otlp(chunks(text, size), { ...usual, ...more }));

const nanos = (time: string) => String(BigInt(Date.parse(time)) * 1_000_000n);
const attribute = (key: string, stringValue: string) => ({ key, value: { stringValue } });
const request = (metric: object) => ({
  resourceMetrics: [
    {
      resource: { attributes: [attribute('service.name', 'api'), attribute('region', 'eu')] },
      scopeMetrics: [{ scope: { name: 'meter' }, metrics: [{ name: 'api.calls', ...metric }] }],
    },
  ],
});
type Point = {
  readonly at: string;
  readonly value: number | string;
  readonly start?: string;
  readonly who?: string;
};
const points = (list: readonly Point[]) =>
  list.map(({ at, value, start = '2026-03-01T00:00:00Z', who }) => ({
    startTimeUnixNano: nanos(start),
    timeUnixNano: nanos(at),
    ...(typeof value === 'string' ? { asInt: value } : { asDouble: value }),
    attributes: who === undefined ? [] : [attribute('enduser.id', who)],
  }));
const sum = (temporality: number | string, monotonic: boolean, ...list: Point[]) =>
  JSON.stringify(
    request({
      sum: { aggregationTemporality: temporality, isMonotonic: monotonic, dataPoints: points(list) },
    }),
  );
const noon = '2026-03-01T12:00:00Z';
const one = '2026-03-01T13:00:00Z';
const two = '2026-03-01T14:00:00Z';

describe('a delta sum', () => {
  it('is an occurrence of each interval, before its end', async () => {
    const { records, rejections } = await decode(
      sum(1, true, { at: '2026-03-02T00:00:00Z', value: '7', who: 'ann' }),
    );
    expect(rejections).toEqual([]);
    expect(records).toMatchObject([
      {
        source: 'api',
        kind: 'occurrence',
        feature: 'api.calls',
        at: instant('2026-03-01T23:59:59.999999Z'),
        quantity: '7',
        who: 'ann',
        series: null,
        attributes: { region: 'eu', 'service.name': 'api' },
      },
    ]);
  });

  it('may write its temporality in words, and its numbers as numbers', async () => {
    const text = sum('AGGREGATION_TEMPORALITY_DELTA', true, { at: noon, value: 0.1 });
    expect((await decode(text)).records).toMatchObject([{ quantity: '0.1' }]);
  });
});

describe('a cumulative sum', () => {
  const quantities = async (...list: Point[]) =>
    (await decode(sum(2, true, ...list))).records.map(({ quantity }) => quantity);

  it('counts what it rose by since the point before', async () => {
    expect(
      await quantities({ at: noon, value: '10' }, { at: one, value: '12' }, { at: two, value: '12' }),
    ).toEqual(['2', '0']);
    expect(await quantities({ at: noon, value: 0.1 }, { at: one, value: 0.3 })).toEqual(['0.2']);
  });

  it('counts from 0 after a reset, told by its start or by a lower value', async () => {
    expect(await quantities({ at: noon, value: '10' }, { at: one, value: '4' })).toEqual(['4']);
    expect(await quantities({ at: noon, value: '10' }, { at: one, value: '11', start: noon })).toEqual([
      '11',
    ]);
  });

  it('is counted apart for each set of attributes, and over the requests of a file', async () => {
    const text = [
      sum(2, true, { at: noon, value: '10', who: 'ann' }, { at: noon, value: '20', who: 'bob' }),
      sum(2, true, { at: one, value: '11', who: 'ann' }, { at: one, value: '25', who: 'bob' }),
    ].join('\n');
    const { records, notes } = await decode(`${text}\n`);
    expect(records.map(({ who, quantity }) => [who, quantity])).toEqual([
      ['ann', '1'],
      ['bob', '5'],
    ]);
    expect(notes).toMatchObject([{ code: 'counter-begun', source: 'api' }]);
  });

  it('of files that overlap by a point counts everything once', async () => {
    const all: Point[] = [
      { at: noon, value: '10' },
      { at: one, value: '12' },
      { at: two, value: '17' },
    ];
    const ids = async (...list: Point[]) =>
      (await decode(sum(2, true, ...list))).records.map(({ id, digest }) => [id, digest]);
    expect([...(await ids(...all.slice(0, 2))), ...(await ids(...all.slice(1)))]).toEqual(await ids(...all));
  });

  it('that may fall is a level, as a gauge is', async () => {
    const level = { kind: 'level', at: instant(noon), quantity: '10' };
    const [record] = (await decode(sum(2, false, { at: noon, value: '10' }))).records;
    expect(record).toMatchObject(level);
    expect(record!.series).not.toBeNull();
    const gauge = JSON.stringify(
      request({ unit: '{seat}', gauge: { dataPoints: points([{ at: noon, value: '10' }]) } }),
    );
    expect((await decode(gauge)).records).toMatchObject([{ ...level, attributes: { unit: '{seat}' } }]);
  });
});

it('what describes a person beside the key is left out', async () => {
  const [point] = points([{ at: noon, value: '1', who: 'u-7' }]);
  const described = {
    ...point,
    attributes: [...point!.attributes, attribute('user.email', 'ann@x.example')],
  };
  const text = JSON.stringify(request({ gauge: { dataPoints: [described] } }));
  const [record] = (await decode(text)).records;
  expect(record).toMatchObject({ who: 'u-7', attributes: { region: 'eu', 'service.name': 'api' } });
  expect(JSON.stringify(record)).not.toContain('ann@');
});

it('a point without a value is none, and neither are lists among its attributes', async () => {
  const [empty] = points([{ at: noon, value: '1' }]);
  const listed = {
    ...empty,
    attributes: [
      { key: 'args', value: { arrayValue: { values: [] } } },
      { key: 'n', value: { intValue: '7' } },
    ],
  };
  const text = JSON.stringify(request({ gauge: { dataPoints: [{ ...empty, flags: 1 }, listed] } }));
  const { records, tally } = await decode(text, { source: 'collector' });
  expect(records).toMatchObject([
    { source: 'collector', attributes: { n: '7', region: 'eu', 'service.name': 'api' } },
  ]);
  expect(tally).toEqual({ entries: 2, accepted: 1, rejected: 0, blank: 0, other: 1 });
});

it('a file is the same whatever the pieces it comes in, and names nobody in ids and series', async () => {
  const text = `[${sum(1, true, { at: noon, value: '1', who: 'änne.archer' })},\n${sum(2, false, { at: one, value: '2', who: 'änne.archer' })}]`;
  const whole = await decode(text);
  for (const size of [1, 7, 50]) expect(await decode(text, {}, size)).toEqual(whole);
  expect(whole.records).toHaveLength(2);
  expect(JSON.stringify(whole.records.map(({ id, series }) => [id, series]))).not.toContain('archer');
});
