import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { first, goodterms, written } from './program.testing.ts';

describe('usage', () => {
  const event = (n: number, quantity: number | string) =>
    JSON.stringify({
      specversion: '1.0',
      id: `e-${n}`,
      source: 'atlas',
      type: 'atlas.export',
      time: '2026-03-03T09:00:00Z',
      data: { pages: quantity, customer: 'larkfield' },
      subject: n === 1 ? 'somebody-else' : 'larkfield',
    });

  test('of a license server that could not be read leaves open what was in use then', async () => {
    const status = (hour: string, said: string) =>
      `Flexible License Manager status on Tue 3/10/2026 ${hour}\n\n${said}\n\n`;
    const used = 'Users of forge_cad:  (Total of 6 licenses issued;  Total of 0 licenses in use)';
    const down = 'Error getting status: Cannot connect to license server system. (-15,570:115)';
    const check = async (name: string, ...statuses: string[]) => {
      const args = ['--usage', written(name, statuses.join('')), '--as-of', '2026-05-01'];
      return goodterms('check', '--agreement', first.agreement, '--clause', 'cad', ...args);
    };
    const open = await check('gap.txt', status('08:30', used), status('12:30', down));
    expect(open.out).toMatch(/lmstat could not be read once, first at 2026-03-10/);
    expect(open.exit).toBe(3);
    const later = await check(
      'back.txt',
      status('08:30', used),
      status('12:30', down),
      status('13:30', used),
    );
    expect(later.exit).toBe(0);
  });

  test('left out is listed, twenty at most, and the answer says so', async () => {
    const lines = Array.from({ length: 30 }, (_, n) => event(n, n < 5 ? n : -n)).join('\n');
    const file = written('many.ndjson', `${lines}\n`);
    const args = ['--usage', file, '--field', 'quantity=pages', '--subject', 'larkfield'];
    const { exit, out } = await goodterms(
      'check',
      ...['--agreement', first.agreement, '--clause', 'exports', '--as-of', '2026-05-01'],
      ...args,
    );
    expect(out).toContain('30 entries: 4 taken, 26 entries left out');
    expect(out).toContain(`${file}:2: The subject is "somebody-else".`);
    expect(out.match(/many\.ndjson:\d+:/g)).toHaveLength(20);
    expect(out).toContain('  and 6 more');
    expect(out).toMatch(/: 9 exports where 1,000\s+are\s+allowed/);
    expect(out).toContain('26 entries of the usage files were left out.');
    expect(out).toContain('Because     26 entries could not be understood and were left out');
    expect(exit).toBe(3);
  });

  test('of a debug log is counted, and said to be weaker evidence', async () => {
    const people = ['ann', 'bob', 'carl', 'dora', 'eve', 'fred'];
    const lines = (what: string, hour: number) =>
      people.map((who, i) => `${hour}:0${i}:00 (acmed) ${what}: "forge_cad" ${who}@ws${i}\n`).join('');
    const log = written(
      'debug.log',
      ` 8:00:00 (lmgrd) TIMESTAMP 3/10/2026\n${lines('OUT', 10)}${lines('IN', 15)}`,
    );
    const { exit, out } = await goodterms(
      'check',
      ...['--agreement', first.agreement, '--clause', 'cad', '--as-of', '2026-05-01'],
      ...['--usage', log, '--zone', 'Europe/Berlin'],
    );
    expect(out).toMatch(/2026-03-01 to 2026-03-31: 6 licenses where/);
    expect(out.replace(/\s+/g, ' ')).toContain(
      '6 of the counted units rest on a debug log, which its vendor calls no record of use.',
    );
    expect(exit).toBe(2);
  });

  test('of a table is read by the columns that are named', async () => {
    const file = written('exports.csv', 'Day,Pages,Office\n2026-03-01,600,north\n2026-03-02,700,south\n');
    const { exit, out } = await goodterms(
      'check',
      ...['--agreement', first.agreement, '--clause', 'exports', '--as-of', '2026-05-01'],
      ...['--usage', file, '--format', 'csv', '--field', 'time=Day', '--field', 'quantity=Pages'],
      ...['--feature', 'atlas.export'],
    );
    expect(out).toMatch(/: 1,300 exports where 1,000\s+are\s+allowed/);
    expect(exit).toBe(2);
  });

  test('of several rosters is dated by their names: each takes the place of the one before', async () => {
    const roster = (day: string, ...users: string[]) =>
      written(`seats-${day}.csv`, `login;office\n${users.map((user) => `${user};1\n`).join('')}`);
    const files = [roster('2026-03-01', 'a', 'b', 'c', 'd', 'e', 'f'), roster('2026-04-01', 'a', 'b')];
    const { exit, out } = await goodterms(
      'measure',
      ...['--agreement', first.agreement, '--clause', 'seats', '--as-of', '2026-05-01'],
      ...['--usage', ...files, '--feature', 'atlas.seat', '--source', 'directory'],
    );
    expect(out).toMatch(/2026-03-01 to 2026-03-31 +6 +6 +5 +1\n +2026-04-01 to 2026-04-30 +2 +2 +5\n/);
    expect(exit).toBe(2);
  });

  test('in conflict counts for nothing until settled, and keeps us from telling', async () => {
    const file = written('conflict.ndjson', `${event(2, 900)}\n${event(2, 1100)}\n`);
    const { exit, out } = await goodterms(
      'check',
      ...['--agreement', first.agreement, '--clause', 'exports', '--as-of', '2026-05-01'],
      ...['--usage', file, '--field', 'quantity=pages'],
    );
    expect(out).toContain('1 record came with differing content');
    expect(out).toMatch(/between 0 and\s+1100/);
    expect(exit).toBe(3);
  });

  test('whose header states more than its lines show is printed as such', async () => {
    const text = readFileSync(first.lmstat, 'utf8').replace(
      'Total of 3 licenses in use',
      'Total of 4 licenses in use',
    );
    const { out } = await goodterms(
      'check',
      ...[
        '--agreement',
        first.agreement,
        '--usage',
        written('head-lmstat.txt', text),
        '--as-of',
        '2026-04-01',
      ],
    );
    expect(out).toContain('forge_cad at 2026-03-02 14:00 +01:00: 4 in use by the header, 3 in its lines');
    expect(out).toMatch(/Verified {4}not yet/);
    expect(out).toMatch(/In question At 2026-03-02T13:00:00Z lmstat states 4/);
  });

  test('of 200 KB of lmstat is counted', async () => {
    const checkouts = Array.from(
      { length: 2600 },
      (_, n) =>
        `    user${n % 700} ws${n} ws${n} (v2026.0) (license1/27000 ${n + 100}), start Mon 3/2 ${8 + (n % 5)}:${String(n % 60).padStart(2, '0')}\n`,
    );
    const text = `Flexible License Manager status on Mon 3/2/2026 14:00\n\nUsers of forge_cad:  (Total of 9999 licenses issued;  Total of 2600 licenses in use)\n\n${checkouts.join('')}`;
    expect(text.length).toBeGreaterThan(200_000);
    const { exit, out } = await goodterms(
      'check',
      ...[
        '--agreement',
        first.agreement,
        '--usage',
        written('big-lmstat.txt', text),
        '--as-of',
        '2026-05-01',
      ],
    );
    expect(out).toContain('2,600 licenses where 3 are allowed, 2,597 beyond');
    expect(out).toContain('and 2,590 more');
    expect(exit).toBe(2);
  });
});

const real = '../shared/real/flexlm-lmstat';

describe.runIf(existsSync(real))('lmstat output of real servers', () => {
  const clauses = ['feature1', 'feature2', 'feature7'].map(
    (feature) =>
      `  - { id: ${feature}, kind: capacity, product: p, unit: license, text: t, plain: p, measure: { aggregate: peakConcurrency, window: month, countReservations: true }, features: [${feature}], limit: 20 }\n`,
  );
  const file = written(
    'real.yaml',
    `goodterms: agreement/1\nid: AG-R\ncustomer: c\ntitle: t\nsignedOn: 2017-01-01\nfrom: 2017-01-01\nuntil: 2018-01-01\nzone: UTC\ncurrency: EUR\nclauses:\n${clauses.join('')}`,
  );

  test.each(existsSync(real) ? readdirSync(real) : [])('%s', async (name) => {
    const { exit, out, err } = await goodterms('check', '--agreement', file, '--usage', `${real}/${name}`);
    expect(err).toBe('');
    const expected = {
      'lmstat_app1.txt': [
        2,
        /feature1 at .*1206 in use.*\n.*feature100 .*\n.*feature31 .*\n.*feature34 .*\n\n/,
      ],
      'lmstat_app2.txt': [2, /22 licenses where 20 are allowed, 2 beyond/],
      'lmstat_app3.txt': [2, /163 licenses where 20 are allowed, 143 beyond/],
      'lmstat_i_app1.txt': [3, /cannot tell in 3 of 3 clauses/],
      'lmstat_server_down.txt': [3, /feature2 at .*39 in use by the header, 0 in its\s+lines/],
    } as Record<string, [number, RegExp]>;
    expect(exit).toBe(expected[name]![0]);
    expect(out).toMatch(expected[name]![1]);
  });
});
