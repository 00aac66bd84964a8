import { describe, expect, it } from 'vitest';
import { chunks, everything, instant, usual } from './decoders.testing.ts';
import { type SentinelOptions, sentinel } from './sentinel.ts';

const options: SentinelOptions = { ...usual, source: 'lic3' };
const decode = (text: string, size?: number) => everything(sentinel(chunks(text, size), options));

const eight = Date.UTC(2026, 2, 3, 7) / 1000;
/** A date as the server prints it, in its own zone: one hour before UTC's. */
const date = (stamp: number) => {
  const [weekday, day, month, year, time] = new Date((stamp + 3600) * 1000)
    .toUTCString()
    .replace(',', '')
    .split(' ');
  return `${weekday} ${month} ${day} ${time} ${year}  ${stamp}`;
};
const entry = (
  minute: number,
  transaction: number,
  who: string,
  { life = 0, count = 1, feature = 'solver' } = {},
) =>
  `2 0 MTI1 ${date(eight + 60 * minute)} ${feature} v2.0 ${transaction} 1 ${life} ${who} ws1 9.6 ${count} - MA== 7549 OTM1\n`;
const startup = `# Startup Sentinel RMS Development Kit v9.6 ${date(eight)} lic3 140 4294489039\n`;
const shutdown = (minute: number) =>
  `# Shutdown Sentinel RMS Development Kit v9.6 ${date(eight + 60 * minute)} lic3 42 Mg== 20\n`;

describe('a checkout', () => {
  it('is held from its issue to its release', async () => {
    const { records, rejections } = await decode(
      startup + entry(60, 0, 'ann', { count: 2 }) + entry(90, 2, 'ann', { life: 1800, count: 2 }),
    );
    expect(rejections).toEqual([]);
    expect(records).toMatchObject([
      {
        kind: 'sighting',
        feature: 'solver',
        who: 'ann',
        quantity: '2',
        at: instant('2026-03-03T08:00:00Z'),
        until: instant('2026-03-03T08:30:00Z'),
        attributes: { host: 'ws1', version: '2.0' },
      },
    ]);
  });

  it('of a commuter is one too', async () => {
    const { records } = await decode(startup + entry(60, 8, 'ann') + entry(90, 9, 'ann'));
    expect(records).toMatchObject([{ until: instant('2026-03-03T08:30:00Z') }]);
  });

  it('whose issue the log does not show began as long before as its release says', async () => {
    const { records } = await decode(startup + entry(90, 2, 'ann', { life: 7200 }));
    expect(records).toMatchObject([
      { at: instant('2026-03-03T06:30:00Z'), until: instant('2026-03-03T08:30:00Z') },
    ]);
    // The series is that of the log before, in which only the issue stands.
    const before = await decode(entry(-30, 0, 'ann'));
    expect(records[0]!.series).toBe(before.records[0]!.series);
  });

  it('whose issue the log does not show and whose release does not say is told', async () => {
    const { records, notes } = await decode(startup + entry(90, 2, 'ann'));
    expect({ records, notes }).toMatchObject({
      records: [],
      notes: [{ code: 'return-without-checkout', line: 2 }],
    });
  });

  it('ends where the server stops, and is held no longer than the log shows', async () => {
    const [stopped] = (await decode(entry(60, 0, 'ann') + shutdown(70))).records;
    expect(stopped).toMatchObject({ until: instant('2026-03-03T08:10:00Z') });
    const [open] = (await decode(entry(60, 0, 'ann') + entry(80, 0, 'bob'))).records;
    expect(open).toMatchObject({ who: 'ann', until: instant('2026-03-03T08:20:00Z') + 1 });
  });
});

it('a denial is evidence and never use', async () => {
  const { records } = await decode(startup + entry(60, 1, 'ann'));
  expect(records).toMatchObject([{ kind: 'queued', who: 'ann', attributes: { answer: 'denied' } }]);
});

it('an entry that its vendor prints is understood', async () => {
  const text = `# Startup Sentinel RMS Development Kit v7.00 Fri Aug 13 17:33:31 1999  934590811 jsmith 140 4294489039
2 0 MTI1 Fri Aug 13 17:33:33 1999  934590813 99 v 0 1 0 jsmith jsmith 7.00 1 - MA== 754986 OTM1MzQ1Nzk5
2 0 MTI1 Fri Aug 13 17:33:33 1999  934590813 99 v 2 0 0 jsmith jsmith 7.00 1 - - - - - - MQ== 905242 MTY2MDIyOA==
`;
  const { records, rejections } = await decode(text);
  expect(rejections).toEqual([]);
  expect(records).toMatchObject([{ feature: '99', who: 'jsmith', quantity: '1' }]);
});

it('is the same whatever the pieces it comes in, and names nobody in ids and series', async () => {
  const text = startup + entry(60, 0, 'änne.archer') + entry(90, 2, 'änne.archer', { life: 1800 });
  const whole = await decode(text);
  for (const size of [1, 7, 50]) expect(await decode(text, size)).toEqual(whole);
  expect(whole.records).toHaveLength(1);
  expect(JSON.stringify(whole.records.map(({ id, series }) => [id, series]))).not.toContain('archer');
});
