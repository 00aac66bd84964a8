import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readAgreements } from '#business/agreements/agreementFile.ts';
import { countByASweep } from '#business/usage/counts/one/sweep.ts';
import { recount } from '#business/usage/counts/two/recount.ts';
import type { Measure } from '#business/usage/measure.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import { windowsOf } from '#business/usage/windows.ts';
import { dateIn, formatInstant, type Interval, startOfDate } from '#platform/instant.ts';
import { allOf, aRecord, at } from '#test/given.ts';
import { tableAfter } from './markdown.ts';

const guide = readFileSync('docs/guide/measures.md', 'utf8');
const unquoted = (cell = '') => cell.replaceAll('`', '');

function measureOf(written: string, zone: string): Measure {
  const clause = `{ id: c, kind: capacity, product: p, unit: call, text: t, plain: p, limit: 1, limitRule: highest, measure: { ${written} } }`;
  const read = readAgreements(
    `{ goodterms: agreement/1, id: A, customer: c, title: t, signedOn: 2026-01-01, from: 2026-01-15, until: 2026-07-15, zone: ${zone}, currency: EUR, clauses: [${clause}] }`,
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value[0]!.signed.clauses[0]!.measure;
}

describe('aggregates', () => {
  const day = '2026-03-02';
  const whole: Interval = { from: at(day), until: at('2026-03-03') };
  const clock = (text = '') => at(`${day}T${text}:00Z`);
  const points = tableAfter(guide, 'with these points')
    .slice(1)
    .map(
      ([time, quantity, who]): UsageRecord => aRecord({ at: clock(time), quantity: quantity!, who: who! }),
    );
  const spans = tableAfter(guide, 'with these spans')
    .slice(1)
    .map(
      ([from, until, quantity, who]): UsageRecord =>
        aRecord({ kind: 'held', at: clock(from), until: clock(until), quantity: quantity!, who: who! }),
    );
  const value = (records: UsageRecord[], measure: Measure, count: typeof recount) => {
    const windows = windowsOf(measure, whole, { asOf: whole.until, anchor: dateIn(whole.from, 'UTC') });
    const features = [...new Set(records.map(({ feature }) => feature))].map((feature) => allOf(feature));
    const request = { records, chosen: new Map(), measure, features, windows, asOf: whole.until };
    return count(request)[0]?.value ?? '0';
  };

  test.each(tableAfter(guide, '| aggregate').slice(1))(
    '%s is %s and %s, by both counts',
    (name, ofPoints, ofSpans) => {
      const measure = measureOf(`aggregate: ${unquoted(name)}, window: day`, 'UTC');
      for (const count of [countByASweep, recount])
        expect([value(points, measure, count), value(spans, measure, count)]).toEqual([ofPoints, ofSpans]);
    },
  );
});

describe('rated quantities', () => {
  const noon: Interval = { from: at('2026-03-02'), until: at('2026-03-03') };
  const records = tableAfter(guide, 'each what a processor has in cores')
    .slice(1)
    .map(([server, processor, chip, quantity]): UsageRecord => {
      const attributes = { server: server!, processor: processor!, chip: chip! };
      return aRecord({ kind: 'held', ...noon, at: noon.from, quantity: quantity!, attributes });
    });

  test.each(tableAfter(guide, '| `rating` with').slice(1))('%s is %s, by both counts', (written, value) => {
    const measure = measureOf(`aggregate: peakConcurrency, window: day, rating: ${unquoted(written)}`, 'UTC');
    const windows = windowsOf(measure, noon, { asOf: noon.until, anchor: dateIn(noon.from, 'UTC') });
    const request = {
      records,
      chosen: new Map(),
      measure,
      features: [allOf('call')],
      windows,
      asOf: noon.until,
    };
    for (const count of [countByASweep, recount]) expect(count(request)[0]?.value).toBe(value);
  });
});

describe('windows', () => {
  const zone = 'Europe/Berlin';
  const term = {
    from: startOfDate('2026-01-15' as never, zone),
    until: startOfDate('2026-07-15' as never, zone),
  };
  const local = (instant: Interval['from']) => {
    const offset = formatInstant(instant) < '2026-03-29T01:00:00Z' ? 1 : 2;
    return new Date(instant / 1000 + offset * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
  };
  const shown = (interval: Interval | undefined) =>
    interval ? `${local(interval.from)} – ${local(interval.until)}` : '';

  test.each(tableAfter(guide, '| window').slice(1))('%s: %s of them', (written, many, first, second) => {
    const aggregate = unquoted(written).includes('instant') ? 'peakConcurrency' : 'sum';
    const measure = measureOf(`aggregate: ${aggregate}, ${unquoted(written)}`, zone);
    const windows = windowsOf(measure, term, { asOf: term.until, anchor: dateIn(term.from, zone) });
    const [one, two] = windows.map(({ counted }) => counted);
    expect([String(windows.length), shown(one), shown(two)]).toEqual([many, first, second]);
  });
});
