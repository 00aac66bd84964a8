import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chunks, everything, instant, usual } from './decoders.testing.ts';
import { type RlmstatOptions, rlmstat } from './rlmstat.ts';

const options: RlmstatOptions = { ...usual, source: 'lic2', zone: 'Europe/Berlin' };
const decode = (text: string, more: Partial<RlmstatOptions> = {}, size?: number) =>
  everything(rlmstat(chunks(text, size), { ...options, ...more }));

const header = (elapsed = '02:30:00', since = 'Tue Mar  3 07:00:00 2026') => `rlmutil v14.2
Copyright (C) 2006-2021, Reprise Software, Inc. All rights reserved.

    rlm status on lic2 (port 5053), up 1d 02:00:00
    rlm software version v14.2 (build:2)
    Todays Statistics (${elapsed}), init time: ${since}

    --------- ISV servers ----------
    Name           Port Running Restarts
    acme              5054   Yes      0

`;
const pool = (product: string, count: number, reservations: number, inUse: number) =>
  `    acme license pool status on lic2 (port 5054)\n\n    ${product} v2.0\n` +
  `        count: ${count}, # reservations: ${reservations}, inuse: ${inUse}, exp: permanent\n` +
  '        obsolete: 0, min_remove: 120, total checkouts: 9\n';
const usage = '    acme license usage status on lic2 (port 5054)\n';
const held = (who: string, counts = '1/0', start = '03/03 08:00') =>
  `    solver v2.0: ${who} ${counts} at ${start}  (handle: 4A)\n`;
const status = instant('2026-03-03T08:30:00Z');

describe('a status', () => {
  it('was taken when what it counts began, and as long after as it says', async () => {
    const { totals } = await decode(
      header('1d 02:30:00', 'Mon Mar  2 07:00:00 2026') + pool('solver', 5, 0, 0),
    );
    expect(totals).toMatchObject([{ at: status }]);
  });

  it('shows each checkout as seen from its start until then, with what it holds of reservations', async () => {
    const text = header() + pool('solver', 5, 2, 3) + usage + held('ann archer@ws1', '2/1', '03/02 17:05');
    const { records, totals, rejections } = await decode(text);
    expect(rejections).toEqual([]);
    expect(records).toMatchObject([
      {
        source: 'lic2',
        kind: 'sighting',
        feature: 'solver',
        at: instant('2026-03-02T16:05:00Z'),
        until: status + 1,
        quantity: '3',
        who: 'ann archer',
        attributes: { host: 'ws1', version: '2.0', isv: 'acme', handle: '4a' },
      },
      { kind: 'reservation', quantity: '1', who: null, series: null, at: status, until: status + 1 },
    ]);
    expect(totals).toMatchObject([{ feature: 'solver', issued: 5, inUse: 3, lines: 3, agrees: true }]);
  });

  it('says where lines and pools disagree, and adds up two pools of one product', async () => {
    const twoPools = pool('solver', 5, 0, 1) + pool('solver', 3, 0, 1);
    expect((await decode(header() + twoPools + usage + held('ann@ws1'))).totals).toMatchObject([
      { issued: 8, inUse: 2, lines: 1, agrees: false },
    ]);
  });

  it('of an earlier month in a line began last year', async () => {
    const { records } = await decode(header() + usage + held('ann@ws1', '1/0', '12/24 08:00'));
    expect(records).toMatchObject([{ at: instant('2025-12-24T07:00:00Z') }]);
  });

  it('follows another, which prolongs the checkouts of the first', async () => {
    const later = header('03:30:00') + usage + held('ann@ws1');
    const { records } = await decode(header() + usage + held('ann@ws1') + later);
    expect(new Set(records.map(({ series }) => series)).size).toBe(1);
    expect(records.map(({ until }) => until)).toEqual([status + 1, instant('2026-03-03T09:30:00Z') + 1]);
  });

  it('is the same whatever the pieces it comes in, and accounts for every line', async () => {
    const text = `${header() + pool('solver', 5, 0, 1) + usage + held('Änne@ws1')}what is this\n`;
    const whole = await decode(text);
    for (const size of [1, 3, 50]) expect(await decode(text, {}, size)).toEqual(whole);
    expect(whole.tally).toEqual({ entries: 19, accepted: 1, rejected: 1, blank: 4, other: 13 });
  });

  it('names nobody in ids and series', async () => {
    const { records } = await decode(header() + usage + held('ann.archer@ws1'));
    expect(JSON.stringify(records.map(({ id, series }) => [id, series]))).not.toContain('archer');
  });
});

describe('no data is not zero use', () => {
  it('where the server did not answer', async () => {
    const text =
      'rlmutil v12.2\n\nError connecting to "rlm" server\n\nConnection attempted to host: "" on port 5053\n';
    expect((await decode(text, { at: status })).notes).toMatchObject([
      { kind: 'gap', code: 'server-error', at: status },
    ]);
  });

  it('where an ISV server is down, and where no license is listed', async () => {
    const { notes } = await decode(header().replace('Yes', 'No '));
    expect(notes).toMatchObject([{ kind: 'gap', code: 'daemon-down', at: status }]);
    expect((await decode(header())).notes).toMatchObject([{ kind: 'gap', code: 'no-usage-shown' }]);
  });
});

const real = join(import.meta.dirname, '../../../../shared/real/rlm-rlmstat');
describe.runIf(existsSync(real))('a real status', () => {
  it('adds up to what its pools state', async () => {
    const { records, totals, rejections } = await decode(readFileSync(`${real}/rlm_output.txt`, 'utf8'));
    expect(rejections).toEqual([]);
    expect(records.map(({ quantity }) => quantity)).toEqual(['29', '27', '37']);
    expect(totals.find(({ feature }) => feature === 'converge_super')).toMatchObject({
      inUse: 93,
      agrees: true,
    });
  });
});
