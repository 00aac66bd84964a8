import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { first, goodterms, written } from './program.testing.ts';

const agreement = readFileSync(first.agreement, 'utf8');

describe('bad input ends with 1, says where and what to do, and prints nothing else', () => {
  const truncated = readFileSync(first.events, 'utf8').slice(0, 300);
  const at = ['--agreement', first.agreement];
  test.each<[string, string[], RegExp]>([
    [
      'a number that is none',
      [
        '--agreement',
        written('bad.yaml', agreement.replace('quantity: 3', 'quantity: 3O')),
        '--usage',
        first.lmstat,
      ],
      /bad\.yaml:14: "3O" is not a plain decimal number\. \(number_form at \/orderLines\/0\/quantity\)\n {4}Write digits/,
    ],
    [
      'hours without end',
      [
        '--agreement',
        written(
          'endless.yaml',
          agreement
            .replace(/from: 20..-..-../, 'from: 1990-01-01')
            .replace(/aggregate: \w+/, 'aggregate: { percentile: 95, of: sum }')
            .replace(/window: \w+/, 'window: { rolling: 3660 }'),
        ),
        '--usage',
        first.lmstat,
      ],
      /endless\.yaml:\d+: .*windows_too_many at \/clauses\/0\/measure\/window/,
    ],
    [
      'a file that is not there',
      [...at, '--usage', 'examples/first-check/lmstatt.txt'],
      /file_missing[\s\S]*Write lmstat\.txt/,
    ],
    [
      'a truncated file',
      [...at, '--usage', written('cut.ndjson', truncated)],
      /cut\.ndjson:2: .*\(truncated\)/,
    ],
    ['a packed file', [...at, '--usage', written('l.gz', gzipSync('x'))], /l\.gz: .*\(compressed\)/],
    [
      'UTF-16',
      [
        ...at,
        '--usage',
        written('u.csv', Buffer.from('\uFEFFuser\nada\n', 'utf16le')),
        '--at',
        '2026-03-01',
        '--feature',
        'atlas.seat',
      ],
      /u\.csv:1: .*\(utf-16\)/,
    ],
    ['an empty file', [...at, '--usage', written('e.ndjson', '')], /e\.ndjson: .*\(empty\)/],
    [
      'a file of no known format',
      [...at, '--usage', written('x.bin', 'hello\n')],
      /x\.bin: .*\(format_unknown\)/,
    ],
    ['a folder', [...at, '--usage', 'examples'], /file_not_regular/],
    ['an agreement in a folder', ['--agreement', 'examples', '--usage', first.lmstat], /file_is_folder/],
    [
      'an unknown option',
      [...at, '--usaeg', first.lmstat],
      /no option --usaeg\. \(option_unknown\)\n {4}Write --usage/,
    ],
    ['a word without an option', ['x', ...at, '--usage', first.lmstat], /"x" belongs to no option/],
    ['an option twice', [...at, ...at, '--usage', first.lmstat], /option_repeated/],
    ['a flag with a value', [...at, '--usage', first.lmstat, '--json=yes'], /option_value/],
    ['no usage', at, /check needs --usage\. \(option_missing\)/],
    [
      'an option of another format',
      [...at, '--usage', first.lmstat, '--field', 'who=user'],
      /--field is for .*CloudEvents.*, and no file here is: lmstat\.txt is lmstat/,
    ],
    [
      'a time that every status says itself',
      [...at, '--usage', first.lmstat, '--at', '2026-03-01'],
      /--at is not needed/,
    ],
    ['an unknown zone', [...at, '--usage', first.lmstat, '--zone', 'Berlin'], /zone_unknown/],
    ['an unknown field', [...at, '--usage', first.events, '--field', 'quanty=x'], /Write --field quantity=x/],
    ['an unknown clause', [...at, '--usage', first.events, '--clause', 'seat'], /Write --clause seats/],
    ['a moment that is none', [...at, '--usage', first.lmstat, '--as-of', '2026-02-30'], /moment_invalid/],
    [
      'a roster without time and feature',
      [...at, '--usage', first.seats],
      /at_missing[\s\S]*feature_missing[\s\S]*atlas\.seat/,
    ],
    [
      'one time for two rosters',
      [...at, '--usage', first.seats, first.seats, '--at', '2026-03-01', '--feature', 'atlas.seat'],
      /at_ambiguous/,
    ],
    [
      'a catalog in place of customers',
      [...at, '--usage', first.lmstat, '--customers', first.catalog],
      /catalog\.yaml:2: .*form_unknown/,
    ],
  ])('%s', async (_, args, said) => {
    const { exit, out, err } = await goodterms('check', ...args);
    expect(err).toMatch(said);
    expect(err).not.toMatch(/\n {4}at /);
    expect({ exit, out: args.includes('--json=yes') ? '' : out }).toEqual({ exit: 1, out: '' });
  });

  test('an unknown command', async () => {
    expect(await goodterms('chek')).toMatchObject({
      exit: 1,
      out: '',
      err: expect.stringMatching(/Write goodterms check/),
    });
  });
});
