import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chunks, everything, instant, usual } from './decoders.testing.ts';
import { type LmstatOptions, lmstat } from './lmstat.ts';

const options: LmstatOptions = { ...usual, source: 'lic', zone: 'Europe/Berlin' };
const decode = (text: string, more: Partial<LmstatOptions> = {}, size?: number) =>
  everything(lmstat(chunks(text, size), { ...options, ...more }));

const header = (status: string) => `lmutil - Copyright (c) 1989-2020 Flexera.
Flexible License Manager status on ${status}

License server status: 27000@lic
    License file(s) on lic: /opt/license.dat:

lic: license server UP (MASTER) v11.16

Vendor daemon status (on lic):

    vendord: UP v11.16

Feature usage info:

`;
const feature = (name: string, inUse: number) =>
  `Users of ${name}:  (Total of 9 licenses issued;  Total of ${inUse} licenses in use)\n\n` +
  `  "${name}" v2.0, vendor: vendord, expiry: 31-dec-2026\n  floating license\n\n`;
const tuesday = header('Tue 3/3/2026 9:30');
const status = instant('2026-03-03T08:30:00Z');
const checkout = (who: string, start = 'Tue 3/3 8:00', rest = '') =>
  `    ${who} (v2.0) (lic/27000 101), start ${start}${rest}\n`;

describe('a status', () => {
  it('shows each checkout as seen from its start until then', async () => {
    const text = tuesday + feature('solver', 3) + checkout('ann ws1 ws1:0', 'Mon 3/2 17:05', ', 3 licenses');
    const { records, totals, rejections } = await decode(text);
    expect(rejections).toEqual([]);
    expect(records).toMatchObject([
      {
        source: 'lic',
        kind: 'sighting',
        feature: 'solver',
        at: instant('2026-03-02T16:05:00Z'),
        until: status + 1,
        quantity: '3',
        who: 'ann',
        attributes: { host: 'ws1', display: 'ws1:0', version: '2.0', server: 'lic/27000', handle: '101' },
      },
    ]);
    expect(totals).toEqual([
      {
        source: 'lic',
        feature: 'solver',
        at: status,
        issued: 9,
        inUse: 3,
        lines: 3,
        reservations: 0,
        queued: 0,
        agrees: true,
      },
    ]);
  });

  it('shows reservations, which are in use, and queued requests, which are not', async () => {
    const text =
      tuesday +
      feature('solver', 4) +
      '\t2 RESERVATIONs for GROUP crash (lic/27000)\n\t1 RESERVATION for HOST ws9 (lic/27000)\n' +
      checkout('ann ws1 ws1:0') +
      '    bob ws2 ws2:0 2.0 (v2.0) (lic/27000 7) queued for 2 licenses\n';
    const { records, totals } = await decode(text);
    const own = { at: status, until: status + 1, series: null };
    expect(records).toMatchObject([
      {
        ...own,
        kind: 'reservation',
        quantity: '2',
        who: null,
        attributes: { reservedFor: 'GROUP', reservedName: 'crash' },
      },
      {
        ...own,
        kind: 'reservation',
        quantity: '1',
        attributes: { reservedFor: 'HOST', reservedName: 'ws9' },
      },
      { kind: 'sighting', quantity: '1' },
      { ...own, kind: 'queued', quantity: '2', who: 'bob', attributes: { host: 'ws2', display: 'ws2:0' } },
    ]);
    expect(totals).toMatchObject([{ inUse: 4, lines: 1, reservations: 3, queued: 2, agrees: true }]);
  });

  it('says where lines and total disagree', async () => {
    const { totals } = await decode(tuesday + feature('solver', 2) + checkout('ann ws1 ws1:0'));
    expect(totals).toMatchObject([{ inUse: 2, lines: 1, agrees: false }]);
  });

  it('adds up two blocks of one feature', async () => {
    const block = (who: string) => feature('solver', 1) + checkout(`${who} ws1 ws1:0`);
    expect((await decode(tuesday + block('ann') + block('bob'))).totals).toMatchObject([
      { issued: 18, inUse: 2, lines: 2, agrees: true },
    ]);
  });

  it('may begin with a search for daemons', async () => {
    const text = `[Detecting lmgrd processes...]\n${tuesday}${feature('solver', 0)}`;
    expect((await decode(text)).rejections).toEqual([]);
  });

  it('accounts for every line', async () => {
    const text = `${tuesday}${feature('solver', 1)}${checkout('ann ws1 ws1:0')}what is this\n`;
    const { tally, rejections } = await decode(text);
    expect(tally).toEqual({ entries: 21, accepted: 1, rejected: 1, blank: 8, other: 11 });
    expect(rejections).toMatchObject([{ code: 'line-not-understood', line: 21 }]);
  });

  it('is the same whatever the pieces it comes in', async () => {
    const text = tuesday + feature('solver', 1) + checkout('Änne Ö ws1 ws1:0');
    for (const size of [1, 3, 50]) expect(await decode(text, {}, size)).toEqual(await decode(text));
  });
});

describe('a holder', () => {
  it.each([
    ['ann ws1 ws1:0', 'ann', 'ws1', 'ws1:0'],
    ['ann ws1 /dev/pts/0', 'ann', 'ws1', '/dev/pts/0'],
    ['ann ws1', 'ann', 'ws1', undefined],
    ['Ann Archer ws1 x&y', 'Ann Archer', 'ws1', 'x&y'],
    ['Ann Archer Jr. ws_1 "a,b %c!', 'Ann Archer Jr.', 'ws_1', '"a,b %c!'],
  ])('%s is taken apart from the right', async (line, who, host, display) => {
    const [record] = (await decode(tuesday + feature('solver', 1) + checkout(line))).records;
    expect([record?.who, record?.attributes.host, record?.attributes.display]).toEqual([who, host, display]);
  });

  it('may name the feature asked for, and linger', async () => {
    const line = checkout(
      'ann ws1 /dev/tty feature=solver_x',
      'Tue 3/3 8:00',
      ', 2 licenses  (linger: 10 / 60)',
    );
    expect((await decode(tuesday + feature('solver', 2) + line)).records).toMatchObject([
      { quantity: '2', attributes: { requested: 'solver_x', linger: '10 / 60', display: '/dev/tty' } },
    ]);
  });
});

describe('a checkout seen again', () => {
  const seen = (at: string, lines: string) => decode(header(at) + feature('solver', 1) + lines);

  it('has the same series and another id', async () => {
    const line = checkout('ann ws1 ws1:0');
    const [one] = (await seen('Tue 3/3/2026 9:30', line)).records;
    const [two] = (await seen('Tue 3/3/2026 9:45', line)).records;
    expect(two?.series).toBe(one?.series);
    expect(two?.id).not.toBe(one?.id);
  });

  it('in the same status is the same record', async () => {
    const line = checkout('ann ws1 ws1:0');
    expect((await seen('Tue 3/3/2026 9:30', line)).records).toEqual(
      (await seen('Tue 3/3/2026 9:30', line)).records,
    );
  });

  it('in an equal line is another license', async () => {
    const { records } = await seen('Tue 3/3/2026 9:30', checkout('ann ws1 ws1:0').repeat(2));
    expect(new Set(records.map(({ series }) => series)).size).toBe(2);
  });

  it('names nobody in ids and series', async () => {
    const { records } = await seen('Tue 3/3/2026 9:30', checkout('ann.archer ws1 ws1:0'));
    expect(JSON.stringify(records.map(({ id, series }) => [id, series]))).not.toContain('archer');
  });
});

describe('the year of a start', () => {
  const startOf = async (at: string, start: string, more = {}) =>
    (await decode(header(at) + feature('solver', 1) + checkout('ann ws1 ws1:0', start), more)).records[0]?.at;

  it.each([
    ['this year', 'Tue 3/3/2026 9:30', 'Tue 3/3 9:30', '2026-03-03T08:30:00Z'],
    ['last year, before New Year', 'Thu 1/1/2026 0:10', 'Wed 12/31 23:55', '2025-12-31T22:55:00Z'],
    ['the one whose weekday fits', 'Tue 3/3/2026 9:30', 'Wed 3/3 8:00', '2021-03-03T07:00:00Z'],
    ['a leap year', 'Tue 3/3/2026 9:30', 'Thu 2/29 8:00', '2024-02-29T07:00:00Z'],
    ['the latest leap year that fits', 'Tue 3/3/2026 9:30', 'Sat 2/29 8:00', '2020-02-29T07:00:00Z'],
  ])('is %s', async (_, at, start, expected) => {
    expect(await startOf(at, start)).toBe(instant(expected));
  });

  it('is none where the start is a minute after the status', async () => {
    expect(await startOf('Tue 3/3/2026 9:30', 'Tue 3/3 9:31')).toBeUndefined();
  });
});

describe('the time of a status', () => {
  const statusOf = async (text: string, more = {}) => {
    const { notes, totals } = await decode(text + feature('solver', 0), more);
    return { at: totals[0]?.at, notes: notes.map(({ code }) => code) };
  };
  const twice = header('Sun 10/26/2025 2:30');

  it('in an hour that comes twice is the first, unless told', async () => {
    const [first, second] = [instant('2025-10-26T00:30:00Z'), instant('2025-10-26T01:30:00Z')];
    expect(await statusOf(twice)).toEqual({ at: first, notes: ['status-hour-twice'] });
    expect(await statusOf(twice, { at: second })).toEqual({ at: second, notes: [] });
  });

  it('is told where the file does not say', async () => {
    expect(await statusOf('lmstat - Copyright\n...\n', { at: status })).toEqual({ at: status, notes: [] });
  });

  it('is each header’s own where several outputs stand in one file', async () => {
    const { totals, notes } = await decode(
      tuesday + feature('solver', 0) + header('Tue 3/3/2026 9:45') + feature('solver', 0),
    );
    expect(totals.map(({ at }) => at)).toEqual([status, instant('2026-03-03T08:45:00Z')]);
    expect(notes).toEqual([]);
  });
});

describe('what could not be seen', () => {
  it.each([
    [
      'a server that does not answer',
      'Error getting status: Cannot connect to license server (-15,570)\n',
      'server-error',
    ],
    ['a daemon that is down', '    vendord: The desired vendor daemon is down. (-97,121)\n', 'daemon-down'],
    ['a status without features', '', 'no-usage-shown'],
    [
      'a feature that failed',
      'Users of solver:  (Error: 2 licenses, unsupported by licensed server)\n',
      'feature-error',
    ],
  ])('is a gap: %s', async (_, line, code) => {
    const { notes, rejections } = await decode(
      `Flexible License Manager status on Tue 3/3/2026 9:30\n${line}`,
    );
    expect(rejections).toEqual([]);
    expect(notes).toContainEqual(expect.objectContaining({ kind: 'gap', code, at: status, source: 'lic' }));
  });

  it('is a note where one server of several is down', async () => {
    const { notes } = await decode(
      `${tuesday}lic2: Cannot connect to license server system. (-15)\n${feature('solver', 0)}`,
    );
    expect(notes).toMatchObject([{ kind: 'note', code: 'host-down' }]);
  });

  it('is all use where the license file alone was read', async () => {
    const text = `NOTE: lmstat -i does not give information from the server,
      but only reads the license file.  For this reason,
      lmstat -a is recommended instead.

Feature                         Version     #licenses    Expires      Vendor
_______                         _________   _________    __________   ______
solver                          2026.12      2           31-dec-2026  vendord
solver                          2026.12      3           31-dec-2026  vendord
`;
    const { records, totals, rejections, notes } = await decode(text);
    expect({ records, rejections }).toEqual({ records: [], rejections: [] });
    expect(totals).toMatchObject([{ feature: 'solver', issued: 5, inUse: null, agrees: null }]);
    expect(notes).toMatchObject([{ kind: 'note', code: 'license-file-only' }]);
  });
});

/** Samples of real license servers, where the checkout has them beside it. */
const real = join(import.meta.dirname, '../../../../shared/real');

describe.runIf(existsSync(real))('real output', () => {
  const read = (file: string, more = {}) => decode(readFileSync(`${real}/${file}`, 'utf8'), more);
  const app = (name: string) => read(`flexlm-lmstat/lmstat_${name}.txt`);

  it('of app1 disagrees with its totals for exactly four features', async () => {
    const { totals, rejections } = await app('app1');
    const disagreeing = totals.filter(({ agrees }) => !agrees).map(({ feature }) => feature);
    expect(disagreeing.sort()).toEqual(['feature1', 'feature100', 'feature31', 'feature34']);
    expect(totals.find(({ feature }) => feature === 'feature5')).toMatchObject({
      issued: 2,
      inUse: 2,
      queued: 2,
    });
    expect(totals.find(({ feature }) => feature === 'feature11')).toMatchObject({ issued: 16384, inUse: 80 });
    expect(rejections).toEqual([]);
  });

  it.each([
    ['app2', 38],
    ['app3', 168],
  ])('of %s is understood line by line and agrees with its totals', async (name, checkouts) => {
    const { records, totals, rejections } = await app(name);
    expect(rejections).toEqual([]);
    expect(records).toHaveLength(checkouts);
    expect(totals.every(({ agrees }) => agrees)).toBe(true);
  });

  it('of a license file gives what is issued', async () => {
    const { totals, rejections } = await app('i_app1');
    expect(rejections).toEqual([]);
    expect(totals).toHaveLength(16);
    expect(totals.find(({ feature }) => feature === 'feature12')).toMatchObject({ issued: 52, inUse: null });
  });

  it('of a broken triad names the host that is down', async () => {
    const { notes, rejections } = await app('server_down');
    expect(rejections).toEqual([]);
    expect(notes).toMatchObject([{ code: 'host-down', line: 9 }]);
  });

  const expected = existsSync(`${real}/flexlm-lmstat-edited/expected.json`)
    ? JSON.parse(readFileSync(`${real}/flexlm-lmstat-edited/expected.json`, 'utf8'))
    : {};

  it.each(['flexlm_output', 'flexlm_output_2', 'flexlm_output_3', 'flexlm_output_no_licenses'])(
    'of %s gives what is expected of it',
    async (name) => {
      const at = instant('2024-03-12T00:00:00Z');
      const { records, totals, rejections } = await read(`flexlm-lmstat-edited/${name}.txt`, { at });
      const uses = records.map(({ quantity, who, attributes }) => ({
        booked: Number(quantity),
        lead_host: attributes.host,
        username: who,
      }));
      const [{ feature: named, issued: total, inUse: used }] = totals as [(typeof totals)[number]];
      expect(rejections).toEqual([]);
      expect({ feature: named.toLowerCase(), total, used, uses }).toEqual(expected[name]);
    },
  );

  it('of a server that refuses is a gap', async () => {
    const { notes, records } = await read('flexlm-lmstat-edited/flexlm_output_bad.txt');
    expect({ notes, records }).toMatchObject({ notes: [{ kind: 'gap', code: 'server-error' }], records: [] });
  });
});
