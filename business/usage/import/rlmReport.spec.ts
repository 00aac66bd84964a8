import { describe, expect, it } from 'vitest';
import { chunks, everything, instant, usual } from './decoders.testing.ts';
import { type RlmReportOptions, rlmReport } from './rlmReport.ts';

const options: RlmReportOptions = { ...usual, source: 'lic2', zone: 'Europe/Berlin' };
const decode = (text: string, more: Partial<RlmReportOptions> = {}, size?: number) =>
  everything(rlmReport(chunks(text, size), { ...options, ...more }));

const header = (
  format = 0,
  start = '03/03/2026 08:00',
) => `RLM Report Log Format ${format}, version 12.2, authenticated
ISV: acme, RLM version 12.2 BL2

Logfile format Copyright (C) 2006-2017 somebody.
You are encouraged to build tools to process this data.

START lic2 ${start}
TIMEZONE -60 0 0 # UTC+1
LICENSE FILE acme.lic
PRODUCT solver 2.0 1 5 0 5 "" "" "" "" "" "" 0 3 0 0 0 0 0 0 0
`;
const log = (...lines: string[]) => header() + lines.map((line) => `${line}\n`).join('');
const out = (who: string, handle: string, time: string, { count = 1, share = '0', day = '03/03' } = {}) =>
  `OUT solver 2.0 1 ${who} ws1 "" ${count} ${count} 0 ${handle} ${share} 1f3 "" "solver" "2.0" ${day} ${time}`;
const back = (who: string, handle: string, time: string, { count = 1, day = '03/03' } = {}) =>
  `IN 1 solver 2.0 ${who} ws1 "" ${count} 0 0 ${handle} ${day} ${time}`;

describe('a checkout', () => {
  it('is held from OUT to the IN of its handle', async () => {
    const { records, rejections } = await decode(
      log(
        out('ann', '4A', '09:00:00', { count: 2 }),
        out('bob', '4b', '09:10:00'),
        back('ann', '4a', '10:30:00', { count: 2 }),
        back('bob', '4b', '11:00:00'),
        'END 03/03/2026 23:00',
      ),
    );
    expect(rejections).toEqual([]);
    expect(records).toMatchObject([
      {
        kind: 'sighting',
        feature: 'solver',
        who: 'ann',
        quantity: '2',
        at: instant('2026-03-03T08:00:00Z'),
        until: instant('2026-03-03T09:30:00Z'),
        attributes: { host: 'ws1', version: '2.0', isv: 'acme', handle: '4a' },
      },
      { who: 'bob', until: instant('2026-03-03T10:00:00Z') },
    ]);
  });

  it('in the small format has minutes, and its day from the timestamps', async () => {
    const { records, rejections } = await decode(
      `${header(1, '03/03/2026 23:50')}OUT solver 2.0 ann ws1 "" 1 4a 0 23:55\nOUT solver 2.0 bob ws1 "" 1 4b 0 23:59\n03/04/2026 00:00\nIN 1 1 4a 00:10\nIN 1 1 4b 00:11\n`,
    );
    expect(rejections).toEqual([]);
    expect(records).toMatchObject([
      { who: 'ann', at: instant('2026-03-03T22:55:00Z'), until: instant('2026-03-03T23:10:00Z') },
      { who: 'bob', until: instant('2026-03-03T23:11:00Z') },
    ]);
  });

  it('in the detailed format has parts of a second', async () => {
    const detailed = `${out('ann', '4a', '09:00:00.5000')} "x64_l1 5.1" "solver" 0 0 10.0.0.1`;
    const { records } = await decode(`${header(2)}${detailed}\n${back('ann', '4a', '09:00:00.7501')}\n`);
    expect(records).toMatchObject([
      { at: instant('2026-03-03T08:00:00.5Z'), until: instant('2026-03-03T08:00:00.7501Z') },
    ]);
  });

  it('over the turn of the year has the years that the log tells', async () => {
    const text = header(0, '12/31/2025 08:00');
    const lines = [
      out('ann', '4a', '23:00:00', { day: '12/31' }),
      back('ann', '4a', '01:00:00', { day: '01/01' }),
    ];
    expect((await decode(`${text}${lines.join('\n')}\n`)).records).toMatchObject([
      { at: instant('2025-12-31T22:00:00Z'), until: instant('2026-01-01T00:00:00Z') },
    ]);
  });

  it('that shares a license holds it with the others, from the first to the last', async () => {
    const { records } = await decode(
      log(
        out('ann', '4a', '09:00:00'),
        out('ann', '4b', '09:10:00', { share: '4a' }),
        back('ann', '4a', '09:20:00'),
        out('ann', '4c', '09:30:00', { share: '4b' }),
        back('ann', '4b', '09:40:00'),
        back('ann', '4c', '09:50:00'),
      ),
    );
    expect(records).toMatchObject([
      { at: instant('2026-03-03T08:00:00Z'), until: instant('2026-03-03T08:50:00Z') },
    ]);
  });

  it('ends where the server shuts down; what is in use when a log starts counts from there', async () => {
    const first = log(out('ann', '4a', '09:00:00'), 'SHUTDOWN root lic2 03/03 10:00:00');
    const second = `${header(0, '03/03/2026 12:00')}INUSE solver 2.0 1 bob ws1 "" 3 4a 0 1f3 03/02 18:00:00\nEND 03/03/2026 14:00\n`;
    expect((await decode(first + second)).records).toMatchObject([
      { who: 'ann', until: instant('2026-03-03T09:00:00Z') },
      {
        who: 'bob',
        quantity: '3',
        at: instant('2026-03-03T11:00:00Z') + 1,
        until: instant('2026-03-03T13:00:00Z') + 1,
      },
    ]);
  });

  it('whose start the log does not show is told, and claims nothing', async () => {
    const { records, notes } = await decode(log(back('ann', '4a', '09:00:00')));
    expect({ records, notes }).toMatchObject({
      records: [],
      notes: [{ code: 'return-without-checkout', line: 11 }],
    });
  });
});

it('what was not given is evidence and never use', async () => {
  const { records, rejections } = await decode(
    log(
      'DENY solver 2.0 ann ws1 "" 2 -3 0 1f3 03/03 09:00',
      'QUE solver 2.0 bob ws1 "" 1 4d "" "solver" "2.0" 03/03 09:01:00',
      'DEQUE 6 solver 2.0 bob ws1 "" 1 4d 03/03 09:02:00',
    ),
  );
  expect(rejections).toEqual([]);
  expect(records).toMatchObject([
    { kind: 'queued', who: 'ann', quantity: '2', attributes: { answer: 'denied', reason: '-3' } },
    { kind: 'queued', who: 'bob', attributes: { answer: 'queued' } },
  ]);
});

it('is the same whatever the pieces it comes in, and names nobody in ids and series', async () => {
  const text = log(out('änne.archer', '4a', '09:00:00'), back('änne.archer', '4a', '09:10:00'));
  const whole = await decode(text);
  for (const size of [1, 7, 50]) expect(await decode(text, {}, size)).toEqual(whole);
  expect(whole.records).toHaveLength(1);
  expect(JSON.stringify(whole.records.map(({ id, series }) => [id, series]))).not.toContain('archer');
});
