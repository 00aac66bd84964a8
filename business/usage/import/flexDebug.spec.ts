import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunks, everything, instant, usual } from './decoders.testing.ts';
import { flexDebugLog, type Session } from './flexDebug.testing.ts';
import { type FlexDebugOptions, flexDebug } from './flexDebug.ts';

const options: FlexDebugOptions = { ...usual, source: 'lic1', zone: 'Europe/Berlin' };
const decode = (text: string, more: Partial<FlexDebugOptions> = {}, size?: number) =>
  everything(flexDebug(chunks(text, size), { ...options, ...more }));

const start = ' 8:00:00 (lmgrd) FlexNet Licensing (v11.16.2) started on lic1 (linux) (3/3/2026)\n';
const log = (...lines: string[]) => start + lines.map((line) => `${line}\n`).join('');
const spans = async (text: string, more = {}) =>
  (await decode(text, more)).records
    .filter(({ kind }) => kind === 'sighting')
    .map(({ who, quantity, at, until }) => [who, quantity, clock(at), clock(until!)]);
/** Local time of day, to the second. */
const clock = (at: number): string =>
  new Date(Math.floor(at / 1000)).toLocaleTimeString('de-DE', { timeZone: 'Europe/Berlin' });

describe('a checkout', () => {
  it('is held from OUT to IN, by the daemon, feature, user and host of both', async () => {
    const { records, rejections, tally } = await decode(
      log(
        ' 9:00:00 (acmed) OUT: "solver" ann@ws1  (2 licenses)',
        ' 9:10:00 (acmed) OUT: "solver" bob@ws2',
        '10:30:00 (acmed) IN: "solver" ann@ws1  (2 licenses)',
        '11:00:00 (acmed) IN: "solver" bob@ws2  (SHUTDOWN)',
      ),
    );
    expect(rejections).toEqual([]);
    expect(records).toMatchObject([
      {
        source: 'lic1',
        kind: 'sighting',
        feature: 'solver',
        who: 'ann',
        quantity: '2',
        at: instant('2026-03-03T08:00:00Z'),
        until: instant('2026-03-03T09:30:00Z'),
        attributes: { host: 'ws1', daemon: 'acmed', evidenceGrade: 'debug-log' },
      },
      { who: 'bob', quantity: '1', until: instant('2026-03-03T10:00:00Z') },
    ]);
    expect(tally).toEqual({ entries: 5, accepted: 2, rejected: 0, blank: 0, other: 3 });
  });

  it('that is never returned is held as long as the log shows, and a longer log prolongs it', async () => {
    const first = log(' 9:00:00 (acmed) OUT: "solver" ann@ws1', '10:00:00 (lmgrd) TIMESTAMP 3/3/2026');
    const [one] = (await decode(first)).records;
    const [longer] = (await decode(`${first}11:00:00 (acmed) IN: "solver" ann@ws1\n`)).records;
    expect(one).toMatchObject({ until: instant('2026-03-03T09:00:00Z') + 1 });
    expect(longer).toMatchObject({ series: one!.series, until: instant('2026-03-03T10:00:00Z') });
  });

  it('given back and taken again within a second is never two at once', async () => {
    const { records } = await decode(
      log(
        ' 9:00:00 (acmed) OUT: "solver" ann@ws1',
        ' 9:05:00 (acmed) IN: "solver" ann@ws1',
        ' 9:05:00 (acmed) OUT: "solver" ann@ws1',
        ' 9:05:00 (acmed) IN: "solver" ann@ws1',
      ),
    );
    expect(records).toHaveLength(2);
    expect(records[1]!.at).toBeGreaterThanOrEqual(records[0]!.until!);
  });

  it('of several of one person ends by its count, else the oldest does', async () => {
    expect(
      await spans(
        log(
          ' 9:00:00 (acmed) OUT: "solver" ann@ws1',
          ' 9:10:00 (acmed) OUT: "solver" ann@ws1  (3 licenses)',
          ' 9:20:00 (acmed) IN: "solver" ann@ws1  (3 licenses)',
          ' 9:30:00 (acmed) IN: "solver" ann@ws1  (9 licenses)',
        ),
      ),
    ).toEqual([
      ['ann', '3', '09:10:00', '09:20:00'],
      ['ann', '1', '09:00:00', '09:30:00'],
    ]);
  });

  it('ends where its daemon does, or all daemons do', async () => {
    const out = [' 9:00:00 (acmed) OUT: "solver" ann@ws1', ' 9:00:00 (zend) OUT: "mesh" ann@ws1'];
    expect(
      await spans(log(...out, ' 9:30:00 (acmed) EXITING DUE TO SIGNAL 15', '10:00:00 (zend) busy')),
    ).toEqual([
      ['ann', '1', '09:00:00', '09:30:00'],
      ['ann', '1', '09:00:00', '10:00:00'],
    ]);
    const again = ' 9:40:00 (lmgrd) FlexNet Licensing (v11.16.2) started on lic1 (linux) (3/3/2026)';
    expect((await spans(log(...out, again))).map(([, , , end]) => end)).toEqual(['09:40:00', '09:40:00']);
  });

  it('of a verbose line has its user among the details', async () => {
    const details = '^^^ 2.0 ann 10.0.0.1 4711 0x12CE 2 5 none 11 19 3/3/2026 9:00 0 ^^^';
    const { records, rejections } = await decode(
      log(
        ` 9:00:00 (acmed) OUT: "solver" @ws1 (2) ${details}`,
        ` 9:30:00 (acmed) IN: "solver" @ws1 (2) ${details}`,
      ),
    );
    expect(rejections).toEqual([]);
    expect(records).toMatchObject([
      { who: 'ann', quantity: '2', attributes: { host: 'ws1', version: '2.0', handle: '0x12CE' } },
    ]);
  });

  it('whose start the log does not show is told, and claims nothing', async () => {
    const { records, notes } = await decode(log(' 9:00:00 (acmed) IN: "solver" ann@ws1'));
    expect(records).toEqual([]);
    expect(notes).toMatchObject([{ code: 'debug-log' }, { code: 'return-without-checkout', line: 2 }]);
  });
});

describe('checkouts that share a license', () => {
  const lines = (details: string) => [
    ` 9:00:00 (acmed) OUT: "solver" ann@ws1 ${details}`,
    ` 9:10:00 (acmed) OUT: "solver" ann@ws1 ${details}`,
    ` 9:20:00 (acmed) IN: "solver" ann@ws1 ${details}`,
    ` 9:30:00 (acmed) IN: "solver" ann@ws1 ${details}`,
  ];

  it('are one where the license file groups by user and host', async () => {
    expect(await spans(log(...lines('')))).toHaveLength(2);
    expect(await spans(log(...lines('')), { grouping: 'UH' })).toEqual([
      ['ann', '1', '09:00:00', '09:30:00'],
    ]);
  });

  it('are apart where their hosts are', async () => {
    const other = lines('').map((line, i) => (i % 2 ? line.replace('ws1', 'ws2') : line));
    expect(await spans(log(...other), { grouping: 'UH' })).toHaveLength(2);
    expect(await spans(log(...other), { grouping: 'U' })).toHaveLength(1);
  });

  it('are one where the vendor’s string is, and where a verbose line says so', async () => {
    expect(await spans(log(...lines('[job-7] (1 licenses)')), { grouping: 'V' })).toHaveLength(1);
    const verbose = (shared: number) =>
      `^^^ 2.0 ann 10.0.0.1 4711 0x12CE 1 5 none 11 19 3/3/2026 9:00 ${shared} ^^^`;
    expect(await spans(log(...lines(verbose(0))))).toHaveLength(2);
    expect(await spans(log(...lines(verbose(1))))).toHaveLength(1);
  });
});

describe('what was not given', () => {
  it('is evidence and never use', async () => {
    const { records, rejections } = await decode(
      log(
        ' 9:00:00 (acmed) DENIED: "solver" ann@ws1  (Licensed number of users already reached. (-4,342:10054 ""))',
        ' 9:00:01 (acmed) QUEUED: "solver" ann@ws1  (2 licenses)',
        ' 9:00:02 (acmed) DEQUEUED: "solver" ann@ws1  (2 licenses)',
        ' 9:00:03 (acmed) UNSUPPORTED: "mesh" (PORT_AT_HOST_PLUS   ) ann@ws1  (no such feature. (-18,327))',
        ' 9:00:04 (acmed) DENIED: 3 solver to bob',
        ' 9:00:05 (acmed) RESERVE 2 solver for USER carl',
      ),
    );
    expect(rejections).toEqual([]);
    expect(records).toMatchObject([
      { kind: 'queued', who: 'ann', quantity: '1', attributes: { answer: 'denied' } },
      { kind: 'queued', who: 'ann', quantity: '2', attributes: { answer: 'queued' } },
      { kind: 'queued', who: 'bob', quantity: '3' },
      {
        kind: 'reservation',
        who: null,
        quantity: '2',
        attributes: { reservedFor: 'USER', reservedName: 'carl' },
      },
    ]);
    expect(records[0]!.attributes.reason).toContain('already reached');
  });
});

describe('the day', () => {
  it.each([
    ['is the one lmgrd starts with', start],
    ['is that of a timestamp', ' 8:00:00 (lmgrd) TIMESTAMP 3/3/2026\n'],
    ['is that of Start-Date', ' 8:00:00 (@lmgrd-SLOG@) Start-Date: Tue Mar 03 2026 08:00:00 CET\n'],
  ])('%s', async (_, first) => {
    const [record] = (await decode(`${first} 9:00:00 (acmed) OUT: "solver" ann@ws1\n`)).records;
    expect(record!.at).toBe(instant('2026-03-03T08:00:00Z'));
  });

  it('is given, where the log does not tell it', async () => {
    const text = '23:59:59 (acmed) OUT: "solver" ann@ws1\n 0:00:01 (acmed) IN: "solver" ann@ws1\n';
    const [record] = (await decode(text, { day: '2026-03-02' })).records;
    expect(record).toMatchObject({
      at: instant('2026-03-02T22:59:59Z'),
      until: instant('2026-03-02T23:00:01Z'),
    });
  });

  it('goes on at midnight, and not where lines are out of order', async () => {
    const { records, notes } = await decode(
      log(
        '23:00:00 (acmed) OUT: "solver" ann@ws1',
        '22:59:58 (acmed) OUT: "solver" bob@ws1',
        ' 1:00:00 (acmed) IN: "solver" ann@ws1',
      ),
    );
    expect(records[0]).toMatchObject({ who: 'ann', until: instant('2026-03-04T00:00:00Z') });
    expect(records[1]!.at).toBe(instant('2026-03-03T22:00:00Z') + 1);
    expect(notes.map(({ code }) => code)).toEqual(['debug-log']);
  });

  it('of a clock that was set back counts as the time before, and is told', async () => {
    const { records, notes } = await decode(
      log('12:00:00 (acmed) OUT: "solver" ann@ws1', '11:00:00 (acmed) IN: "solver" ann@ws1'),
    );
    expect(records[0]!.until! - records[0]!.at).toBe(1);
    expect(notes).toMatchObject([{ code: 'debug-log' }, { code: 'clock-jumped' }]);
  });
});

describe('any log by the grammar', () => {
  const feature = fc.constantFrom('solver', 'mesh');
  const session = fc.record({
    feature,
    user: fc.constantFrom('ann', 'bob', 'carl'),
    host: fc.constantFrom('ws1', 'ws2'),
    count: fc.integer({ min: 1, max: 3 }),
    from: fc.integer({ min: 1, max: 4 * 86_400 }),
    length: fc.option(fc.integer({ min: 1, max: 2 * 86_400 })),
  });
  const length = 6 * 86_400;
  const sorted = (rows: (string | number)[][]) => rows.map((row) => JSON.stringify(row)).sort();

  it('gives each moment as many licenses as were out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(session, { maxLength: 30 }), async (made) => {
        const sessions: Session[] = made.map(({ length: lasts, ...one }) => ({
          ...one,
          until: lasts === null ? null : one.from + lasts,
        }));
        // The clock goes forward in this span: midnight comes by times of day alone.
        const text = flexDebugLog(sessions, { start: '2026-03-27T05:00:00Z', zone: 'Europe/Berlin', length });
        const { records, rejections } = await decode(text);
        const begin = instant('2026-03-27T05:00:00Z');
        const seconds = (at: number) => Math.floor((at - begin) / 1_000_000);
        const expected = sessions.flatMap((one) => {
          const { count, from, until } = one;
          return [
            [one.feature, one.user, one.host, from, count],
            [one.feature, one.user, one.host, until ?? length, -count],
          ];
        });
        const found = records.flatMap((one) => {
          const key = [one.feature, one.who!, one.attributes.host!];
          const count = Number(one.quantity);
          return [
            [...key, seconds(one.at), count],
            [...key, seconds(one.until!), -count],
          ];
        });
        expect(rejections).toEqual([]);
        expect(sorted(found)).toEqual(sorted(expected));
      }),
      { numRuns: 60, seed: 20260303 },
    );
  });

  it('is the same whatever the pieces it comes in, and names nobody in ids and series', async () => {
    const sessions: Session[] = [
      { feature: 'solver', user: 'änne.archer', host: 'ws1', count: 2, from: 60, until: 90_000 },
    ];
    const text = flexDebugLog(sessions, { start: '2026-10-24T05:00:00Z', zone: 'UTC', length: 100_000 });
    const whole = await decode(text, { receivedAt: instant('2027-01-01T00:00:00Z') });
    for (const size of [1, 7, 50])
      expect(await decode(text, { receivedAt: instant('2027-01-01T00:00:00Z') }, size)).toEqual(whole);
    expect(JSON.stringify(whole.records.map(({ id, series }) => [id, series]))).not.toContain('archer');
  });

  it('keeps the checkouts in mind that are open, and no more', async () => {
    const text = function* () {
      yield new TextEncoder().encode(start);
      for (let i = 0; i < 60_000; i += 1) {
        const time = `${9 + Math.floor(i / 3600)}:${String(Math.floor(i / 60) % 60).padStart(2, '0')}:${String(i % 60).padStart(2, '0')}`;
        if (9 + Math.floor(i / 3600) > 23) return;
        yield new TextEncoder().encode(
          `${time} (acmed) OUT: "solver" u${i}@ws1\n${time} (acmed) IN: "solver" u${i}@ws1\n`,
        );
      }
    };
    let most = 0;
    let records = 0;
    for await (const batch of flexDebug(text(), options)) {
      most = Math.max(most, batch.records.length);
      records += batch.records.length;
    }
    expect(records).toBe(54_000);
    expect(most).toBeLessThan(12_000);
  });
});
