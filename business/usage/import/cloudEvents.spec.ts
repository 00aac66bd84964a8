import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exact } from '#platform/exact.ts';
import { cloudEvents } from './cloudEvents.ts';
import { cloudEventsOverHttp } from './cloudEventsHttp.ts';
import { contentText } from './content.ts';
import { mostRejections } from './decoded.ts';
import { chunks, everything, instant, usual } from './decoders.testing.ts';
import type { CloudEventOptions } from './event.ts';
import { checkQuantity } from './limits.ts';

/** A published sample, where the checkout has it beside it. */
const shared = join(import.meta.dirname, '../../../../shared/real');

const event = {
  specversion: '1.0',
  id: 'e-1',
  source: '/api',
  type: 'call',
  time: '2026-03-01T08:00:00.25Z',
};
const decode = (text: string, options: Partial<CloudEventOptions> = {}, size?: number) =>
  everything(cloudEvents(chunks(text, size), { ...usual, ...options }));
const recordOf = async (more: object, options: Partial<CloudEventOptions> = {}) =>
  (await decode(JSON.stringify({ ...event, ...more }), options)).records[0];

describe('an event', () => {
  it('without data is one occurrence of its type', async () => {
    expect(await recordOf({})).toMatchObject({
      source: '/api',
      id: 'e-1',
      kind: 'occurrence',
      feature: 'call',
      at: instant('2026-03-01T08:00:00.25Z'),
      until: null,
      quantity: '1',
      who: null,
      series: null,
      attributes: {},
    });
  });

  it('says in data what it is', async () => {
    const data = {
      kind: 'held',
      feature: 'solver',
      quantity: 4,
      user: 'ann',
      handle: 'h-1',
      until: '2026-03-01T09:00:00Z',
    };
    expect(await recordOf({ data })).toMatchObject({
      kind: 'held',
      feature: 'solver',
      quantity: '4',
      who: 'ann',
      series: 'h-1',
      until: instant('2026-03-01T09:00:00Z'),
      attributes: {},
    });
  });

  it('prefers the first name of a field; the other is an attribute then', async () => {
    const data = { quantity: 2, value: 3, who: 'ann', user: 'bob' };
    expect(await recordOf({ data })).toMatchObject({
      quantity: '2',
      who: 'ann',
      attributes: { value: '3', user: 'bob' },
    });
  });

  it('makes attributes of all else, extensions too', async () => {
    const data = { region: 'eu', cores: 16, ratio: 0.5, trial: false, note: null, __proto__x: 'x' };
    expect((await recordOf({ subject: 'S', tenant: 'T', data }))?.attributes).toEqual({
      tenant: 'T',
      subject: 'S',
      region: 'eu',
      cores: '16',
      ratio: '0.5',
      trial: 'false',
      __proto__x: 'x',
    });
  });

  it('keeps an attribute named __proto__ as one', async () => {
    const text = JSON.stringify({ ...event, data: {} }).replace('"data":{}', '"data":{"__proto__":"x"}');
    const [record] = (await decode(text)).records;
    expect(Object.entries(record!.attributes)).toEqual([['__proto__', 'x']]);
  });

  it.each([
    ['0.1', '0.1'],
    ['1.50', '1.5'],
    ['0.10000000000000000', '0.1'],
    ['0.100000000000000001', '0.100000000000000001'],
    ['999999999999999.999', '999999999999999.999'],
    ['0.99999999999999999', '0.99999999999999999'],

    ['12e-2', '0.12'],
    ['-0', '0'],
    ['1e3', '1000'],
  ])('keeps the number %s digit by digit', async (written, expected) => {
    const text = JSON.stringify({ ...event, data: {} }).replace(
      '{}',
      `{"value":${written},"also":${written}}`,
    );
    const [record] = (await decode(text)).records;
    expect([record?.quantity, record?.attributes.also]).toEqual([expected, expected]);
  });

  it('keeps a whole number digit by digit that a double cannot hold', async () => {
    const text = JSON.stringify({ ...event, data: {} }).replace('{}', '{"order":9007199254740993}');
    expect((await decode(text)).records[0]?.attributes).toEqual({ order: '9007199254740993' });
  });

  it('of a level without a series belongs to its subject', async () => {
    expect(await recordOf({ subject: 'db-1', data: { kind: 'level' } })).toMatchObject({ series: 'db-1' });
  });

  it('that retracts names the id of what never happened', async () => {
    expect(await recordOf({ data: { kind: 'retraction', retracts: 'e-0' } })).toMatchObject({
      kind: 'retraction',
      series: 'e-0',
      attributes: {},
    });
  });

  it('has its fields where the map says', async () => {
    const fields = { quantity: 'duration', who: 'account', feature: 'route' };
    const data = { duration: '10', account: 7, route: '/hello', value: 99 };
    expect(await recordOf({ data }, { fields })).toMatchObject({
      quantity: '10',
      who: '7',
      feature: '/hello',
      attributes: { value: '99' },
    });
  });

  it('whose subject is the customer has no attribute of it', async () => {
    expect(await recordOf({ subject: 'us' }, { customerSubjects: ['us', 'us-2'] })).toMatchObject({
      attributes: {},
    });
  });

  it('may be as late as one day after it was received', async () => {
    expect((await recordOf({ time: '2026-06-02T00:00:00Z' }))?.at).toBe(instant('2026-06-02T00:00:00Z'));
  });
});

describe('a digest', () => {
  const digestOf = async (data: object) => (await recordOf({ data }))?.digest;

  it('is of the content whatever the order and writing of its fields', async () => {
    const one = await digestOf({ a: '1', b: '2', quantity: 2 });
    expect(await digestOf({ quantity: '2.0', b: 2, a: 1 })).toBe(one);
  });

  it('differs with any part of the content', async () => {
    const all = [
      {},
      { a: '1' },
      { a: '2' },
      { b: '1' },
      { quantity: 2 },
      { who: 'x' },
      { series: 'x' },
      { feature: 'x' },
    ];
    expect(new Set(await Promise.all(all.map(digestOf))).size).toBe(all.length);
  });

  it('is taken over canonical JSON', () => {
    const content = {
      kind: 'held' as const,
      feature: 'f',
      at: instant('1970-01-01T00:00:01Z'),
      until: null,
      quantity: '1.5',
      who: 'ä"',
      series: null,
      attributes: { '10': 'x', '9': 'y' },
    };
    expect(contentText(content)).toBe(
      '{"at":1000000,"attributes":{"10":"x","9":"y"},"feature":"f","kind":"held","quantity":"1.5","series":null,"until":null,"who":"ä\\""}',
    );
  });
});

describe('a file', () => {
  const other = { ...event, id: 'e-2', data: { text: '{"],[\\ä' } };

  it.each([
    ['one event', JSON.stringify(other), 1],
    ['one event over several lines', JSON.stringify(other, null, 2), 1],
    ['lines', `${JSON.stringify(event)}\r\n\r\n${JSON.stringify(other)}\r\n`, 2],
    [
      'events over several lines each',
      [event, other].map((one) => JSON.stringify(one, null, 1)).join('\n'),
      2,
    ],
    ['a batch', JSON.stringify([event, other]), 2],
    ['a batch over several lines, with a mark', `\uFEFF\n${JSON.stringify([event, other], null, 2)}\n\n`, 2],
  ])('of %s is read, whatever the pieces it comes in', async (_, text, count) => {
    const whole = await decode(text);
    expect(whole).toMatchObject({ fault: null, rejections: [], tally: { accepted: count } });
    for (const size of [1, 2, 3, 7, 64]) expect(await decode(text, {}, size)).toEqual(whole);
  });

  it('of an empty batch has nothing to say', async () => {
    expect(await decode('[ ]')).toMatchObject({ records: [], fault: null, tally: { entries: 0 } });
  });

  it('names the line of each broken event and takes the others', async () => {
    const broken = { ...event, id: undefined };
    const text = [event, broken, other].map((one) => JSON.stringify(one)).join('\n\n');
    const { rejections, tally } = await decode(text);
    expect(rejections).toMatchObject([{ line: 3, pointer: '/id', code: 'required' }]);
    expect(tally).toEqual({ entries: 5, accepted: 2, rejected: 1, blank: 2, other: 0 });
    const batch = `[\n${[event, broken, other].map((one) => JSON.stringify(one)).join(',\n')}\n]`;
    expect((await decode(batch)).rejections).toMatchObject([{ line: 3, code: 'required' }]);
  });

  it('with a line cut in the middle still gives the line behind it', async () => {
    const text = `${JSON.stringify(event).slice(0, 50)}\n${JSON.stringify(other)}\n`;
    expect(await decode(text)).toMatchObject({
      fault: null,
      rejections: [{ line: 1, code: 'json-broken' }],
      tally: { accepted: 1 },
    });
  });

  it('of broken events reports the first thousand and counts all', async () => {
    const { rejections, tally } = await decode('{}\n'.repeat(mostRejections + 5));
    expect(rejections).toHaveLength(mostRejections);
    expect(tally.rejected).toBe(mostRejections + 5);
  });

  it.runIf(existsSync(`${shared}/cloudevents`))('of the published sample sums to 30', async () => {
    const text = readFileSync(`${shared}/cloudevents/openmeter_docs_batch.json`, 'utf8');
    const { records, rejections } = await decode(text, { fields: { quantity: 'duration' } });
    expect(records.map(({ quantity }) => quantity)).toEqual(['10', '20']);
    expect(rejections).toEqual([]);
  });
});

describe('a request', () => {
  const over = (headers: Record<string, string>, body: string) =>
    everything(cloudEventsOverHttp(Object.entries(headers), chunks(body), usual));
  const binary = {
    'ce-specversion': '1.0',
    'ce-id': 'e-1',
    'ce-source': '/api',
    'ce-type': 'call%20%C3%A4',
    'CE-Time': '2026-03-01T08:00:00Z',
    'ce-tenant': 'T',
    'Content-Type': 'application/json; charset=utf-8',
    accept: '*/*',
  };

  it('in binary mode has the context in its headers', async () => {
    const { records } = await over(binary, '{"value":0.1}');
    expect(records).toMatchObject([
      { id: 'e-1', feature: 'call ä', quantity: '0.1', attributes: { tenant: 'T' } },
    ]);
  });

  it('in binary mode may have no body', async () => {
    expect((await over(binary, '')).records).toMatchObject([{ quantity: '1' }]);
  });

  it.each([
    ['without an id', { ...binary, 'ce-id': '' }, '{}', 'not-text'],
    ['with broken JSON', binary, '{', 'json-broken'],
    ['with text', { ...binary, 'Content-Type': 'text/plain' }, '"x"', 'data-not-object'],
  ])('in binary mode %s is refused', async (_, headers, body, code) => {
    expect((await over(headers, body)).rejections).toMatchObject([{ code }]);
  });

  it.each(['application/cloudevents+json', 'application/cloudevents-batch+json'])(
    'of %s is read as a file',
    async (type) => {
      const body = type.includes('batch') ? JSON.stringify([event]) : JSON.stringify(event);
      expect((await over({ 'content-type': type }, body)).records).toMatchObject([{ id: 'e-1' }]);
    },
  );
});

describe('a quantity', () => {
  it('keeps its value and has one writing', () => {
    const digits = (least: number, most: number) =>
      fc
        .array(fc.integer({ min: 0, max: 9 }), { minLength: least, maxLength: most })
        .map((all) => all.join(''));
    const parts = fc.record({
      whole: digits(1, 10),
      fraction: digits(0, 9),
      power: fc.integer({ min: -5, max: 5 }),
    });
    fc.assert(
      fc.property(parts, ({ whole, fraction, power }) => {
        const plain = fraction === '' ? whole : `${whole}.${fraction}`;
        const checked = checkQuantity(`${plain}e${power}`);
        const value = exact(plain).mul(exact(10).pow(exact(power))!);
        expect('value' in checked && exact(checked.value).equals(value)).toBe(true);
        expect('value' in checked && checked.value).toMatch(/^(0|[1-9]\d*)(\.\d*[1-9])?$/);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
