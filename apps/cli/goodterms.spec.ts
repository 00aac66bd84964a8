import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { first, firstCheck, goodterms, written } from './program.testing.ts';

const guide = readFileSync('docs/guide/cli.md', 'utf8');
const agreement = readFileSync(first.agreement, 'utf8');

/** Every key and every number in a document, at whatever depth. */
function partsOf(value: unknown): { keys: Set<string>; numbers: number } {
  const found = { keys: new Set<string>(), numbers: 0 };
  JSON.stringify(value, (key, inner: unknown) => {
    // Groups are keyed by attributes of the user's own.
    if (key !== '' && !/^\d+$/.test(key)) found.keys.add(key);
    if (typeof inner === 'number') found.numbers += 1;
    return inner;
  });
  return found;
}

describe('the first check of the guide', () => {
  test('reads as it did, and ends with 2: beyond', async () => {
    const { exit, out, err } = await goodterms('check', ...firstCheck);
    await expect(out).toMatchFileSnapshot('../../test/golden/cli/first-check.txt');
    expect(out.split('\n').every((line) => line.length <= 100)).toBe(true);
    expect({ exit, err }).toEqual({ exit: 2, err: '' });
  });

  test('measures as it did', async () => {
    const { exit, out } = await goodterms('measure', ...firstCheck);
    await expect(out).toMatchFileSnapshot('../../test/golden/cli/first-measure.txt');
    expect(exit).toBe(2);
  });

  test('is explained as it was', async () => {
    const { exit, out } = await goodterms('explain', '--agreement', first.agreement, '--at', '2026-03-01');
    await expect(out).toMatchFileSnapshot('../../test/golden/cli/first-explain.txt');
    expect(exit).toBe(0);
  });

  test('of the two files written by hand finds one license too many', async () => {
    const [lmstat] = /(?<=```\n)Flexible[^`]*/.exec(guide)!;
    const [yaml] = /(?<=```yaml\n)goodterms: agreement[^`]*/.exec(guide)!;
    const files = [
      '--agreement',
      written('guide.yaml', yaml!),
      '--usage',
      written('guide-lmstat.txt', lmstat!),
    ];
    const { exit, out } = await goodterms('check', ...files, '--as-of', '2026-04-01');
    expect(out).toContain('Finding: 4 licenses where 3 are allowed, 1 beyond');
    expect(exit).toBe(2);
  });
});

describe('--json', () => {
  const price = ['--catalog', first.catalog, '--component', 'atlas-seat', '--quantity', '7.5'];

  test.each<[string, string[]]>([
    ['check', firstCheck],
    ['measure', firstCheck],
    ['price', [...price, '--from', '2026-01-01']],
    ['explain', ['--agreement', first.agreement]],
    ['check', ['--agreement', first.agreement, '--usage', first.lmstat]],
  ])('of %s is one document: keys of the guide, numbers as decimal strings', async (command, args) => {
    const { out } = await goodterms(command, ...args, '--json');
    const { keys, numbers } = partsOf(JSON.parse(out));
    expect(numbers).toBe(0);
    expect([...keys].filter((key) => !guide.includes(`\`${key}\``))).toEqual([]);
  });

  test('of the first check is what it was', async () => {
    const { out } = await goodterms('check', ...firstCheck, '--json');
    await expect(out).toMatchFileSnapshot('../../test/golden/cli/first-check.json');
  });

  test('of bad input is the problems', async () => {
    const { exit, out, err } = await goodterms(
      'check',
      '--agreement',
      'nowhere.yaml',
      '--usage',
      'x',
      '--json',
    );
    const { problems } = JSON.parse(out) as { problems: { file: string; code: string; line: null }[] };
    expect(problems).toMatchObject([{ file: 'nowhere.yaml', code: 'file_missing', line: null }]);
    expect({ exit, err }).toMatchObject({ exit: 1, err: expect.stringContaining('file_missing') });
  });
});

describe('the exit code', () => {
  const usage = ['--usage', first.lmstat, '--as-of', '2026-05-01'];

  test('is 0 within terms', async () => {
    const roomy = written('roomy.yaml', agreement.replace('quantity: 3', 'quantity: 5'));
    const { exit, out } = await goodterms('check', '--agreement', roomy, ...usage, '--clause', 'cad');
    expect(out).toContain('Result: within terms in the one clause.');
    expect(exit).toBe(0);
  });

  test('is 3 where nothing was reported of what counts', async () => {
    const { exit, out } = await goodterms(
      'check',
      '--agreement',
      first.agreement,
      ...usage,
      '--clause',
      'seats',
    );
    expect(out).toMatch(/Because {5}Nothing was reported .*\(atlas\.seat\)/);
    expect(out).toContain('Result: cannot tell in 1 of 1 clause (seats).');
    expect(exit).toBe(3);
  });

  test('is 2 where one clause is beyond and another cannot be told', async () => {
    const { exit, out } = await goodterms('check', '--agreement', first.agreement, ...usage);
    expect(out).toContain(
      'Result: beyond terms in 1 of 3 clauses (cad); cannot tell in 2 of 3 clauses (seats, exports).',
    );
    expect(exit).toBe(2);
  });

  test('is passed on by the launcher', async () => {
    const { spawnSync } = await import('node:child_process');
    const ran = spawnSync(process.execPath, [
      'bin/goodterms.mjs',
      'check',
      '--agreement',
      first.agreement,
      ...usage,
    ]);
    expect(ran.status).toBe(2);
  });
});

describe('an agreement file with several agreements', () => {
  const { exports } = {
    exports: agreement.replace('AG-2026-014', 'AG-2').replace('zone: Europe/Berlin', 'zone: UTC'),
  };
  const both = written('both.yaml', `${agreement}---\n${exports}`);

  test('is checked as a whole, each clause named with its agreement', async () => {
    const { exit, out } = await goodterms(
      'check',
      ...['--agreement', both, '--usage', first.events, '--clause', 'exports', '--as-of', '2026-05-01'],
    );
    expect(out).toMatch(/Agreement AG-2026-014[\s\S]*Agreement AG-2:[\s\S]*cannot tell in 2 of 2 clauses/);
    expect(exit).toBe(3);
  });

  test('of several zones wants to know that of the license server', async () => {
    const { exit, err } = await goodterms('check', '--agreement', both, '--usage', first.lmstat);
    expect(err).toContain('zone_missing');
    expect(exit).toBe(1);
  });
});

test('our own mistake comes into question with --customers', async () => {
  const customers = written(
    'customers.yaml',
    `goodterms: customers/1
customers:
  - id: larkfield
    name: Larkfield Instruments
    size: small
    segment: laboratories
    riskTolerance: low
    contact: { name: Ada Brook, email: ada@larkfield.example, role: IT }
    owner: { name: Sam Ortiz, email: sam@meridian.example, role: License manager }
    relationship:
      since: 2020-01-01
      renewals: 3
      vendorMistakes:
        - { id: VM-1, clause: cad, from: 2026-03-01, until: 2026-04-01, units: 2, what: We issued six licenses. }
`,
  );
  const { exit, out } = await goodterms(
    'check',
    ...['--agreement', first.agreement, '--usage', first.lmstat, '--as-of', '2026-04-01', '--clause', 'cad'],
    ...['--customers', customers],
  );
  expect(out).toContain('In question We made a mistake of our own here: We issued six licenses.');
  expect(out).toMatch(/Verified {4}not yet/);
  expect(exit).toBe(2);
});

test('a restriction is judged by where use was, group by group', async () => {
  const clause = `  - { id: places, kind: restriction, product: atlas, unit: export, text: t, plain: p, attribute: region, allowed: [DE, AT], features: [atlas.export], measure: { aggregate: count, window: month, groupBy: [team] } }\n`;
  const file = written('places.yaml', agreement.replace('\nvariations:', `${clause}\nvariations:`));
  const event = (id: string, region: string, team: string) =>
    `${JSON.stringify({ specversion: '1.0', id, source: 'atlas', type: 'atlas.export', time: '2026-03-03T09:00:00Z', data: { region, team } })}\n`;
  const usage = written('places.ndjson', event('1', 'DE', 'red') + event('2', 'US', 'blue'));
  const { exit, out } = await goodterms(
    'check',
    ...['--agreement', file, '--usage', usage, '--clause', 'places', '--as-of', '2026-05-01'],
  );
  expect(out).toContain('Allowed     AT, DE = DE, AT signed');
  expect(out).toContain('Finding for team blue: 1 export where 0 are allowed, 1 beyond');
  expect(exit).toBe(2);
});

test.each(['check', 'measure', 'price', 'explain'])('%s --help has an example that runs', async (command) => {
  const { exit, out } = await goodterms(command, '--help');
  expect(exit).toBe(0);
  const [, example] = /Example\n {2}goodterms (.*)\n/.exec(out)!;
  expect([0, 2, 3]).toContain((await goodterms(...example!.split(' '))).exit);
});
