import { type BrokenInput, endlessLine, instant } from './decoders.testing.ts';

const header =
  'lmutil - Copyright (c) 1989-2020 Flexera.\nFlexible License Manager status on Tue 3/3/2026 9:30\n';
const solver = 'Users of solver:  (Total of 5 licenses issued;  Total of 1 license in use)\n';
const line = (text: string): string => `${header}${solver}${text}\n`;
const holder = '    ann ws1 ws1:0 (v2.0) (lic/27000 101)';

/** Broken lmstat output, each with what is said about it. */
export const brokenLmstat: readonly BrokenInput[] = [
  { what: 'nothing at all', input: '', code: 'empty', line: null },
  { what: 'gzip', input: new Uint8Array([0x1f, 0x8b, 8, 0]), code: 'compressed', line: null },
  { what: 'UTF-16', input: new Uint8Array([0xfe, 0xff, 0, 0x6c]), code: 'utf-16', line: 1 },
  {
    what: 'Latin-1 in line 4',
    input: new Uint8Array([...new TextEncoder().encode(line('')), 0xe9, 0x0a]),
    code: 'not-utf-8',
    line: 5,
  },
  { what: 'a NUL byte', input: `${header}\0`, code: 'nul-byte', line: 3 },
  { what: 'a line of 100 MB', input: () => endlessLine(header), code: 'line-too-long', line: 3 },
  { what: 'another format', input: 'user,team\nann,a\n', code: 'line-not-understood', line: 1 },
  { what: 'blank lines only', input: '\n\n', code: 'format-unknown', line: null },
  {
    what: 'no status time',
    input: `lmutil - Copyright\n...\n${solver}`,
    code: 'status-time-missing',
    line: 3,
  },
  {
    what: 'a status of a weekday that it was not',
    input: 'Flexible License Manager status on Mon 3/3/2026 9:30\n',
    code: 'time',
    line: 1,
  },
  {
    what: 'a status of February 29, 2026',
    input: 'Flexible License Manager status on Sun 2/29/2026 9:30\n',
    code: 'time',
    line: 1,
  },
  {
    what: 'a status of next year',
    input: 'Flexible License Manager status on Fri 1/1/2027 9:30\n',
    code: 'time-in-future',
    line: 1,
  },
  {
    what: 'a status of 1969',
    input: 'Flexible License Manager status on Wed 1/1/1969 9:30\n',
    code: 'time-absurd',
    line: 1,
  },
  {
    what: 'a checkout before any feature',
    input: `${header}${holder}, start Tue 3/3 8:00\n`,
    code: 'no-feature',
    line: 3,
  },
  { what: 'a checkout cut off', input: line(holder).trimEnd(), code: 'truncated', line: 4 },
  { what: 'a checkout without its start', input: line(holder), code: 'line-not-understood', line: 4 },
  {
    what: 'a start of a weekday it was in none of those years',
    input: line(`${holder}, start Sun 2/29 8:00`),
    code: 'start-impossible',
    line: 4,
  },
  {
    what: 'a start of month 13',
    input: line(`${holder}, start Tue 13/3 8:00`),
    code: 'start-impossible',
    line: 4,
  },
  {
    what: 'a start at 25 o’clock',
    input: line(`${holder}, start Tue 3/3 25:00`),
    code: 'start-impossible',
    line: 4,
  },
  {
    what: 'a start after the status, though six years before it the weekday fits',
    input: line(`${holder}, start Tue 3/3 9:31`),
    code: 'start-impossible',
    line: 4,
  },
  {
    what: 'a count that is no number',
    input: line(`${holder}, start Tue 3/3 8:00, many licenses`),
    code: 'line-not-understood',
    line: 4,
  },
  {
    what: 'a negative count',
    input: line(`${holder}, start Tue 3/3 8:00, -4 licenses`),
    code: 'line-not-understood',
    line: 4,
  },
  {
    what: 'a count of 20 digits',
    input: line(`${holder}, start Tue 3/3 8:00, ${'9'.repeat(20)} licenses`),
    code: 'line-not-understood',
    line: 4,
  },
  {
    what: 'a user without a host',
    input: line('    ann (v2.0) (lic/27000 101), start Tue 3/3 8:00'),
    code: 'line-not-understood',
    line: 4,
  },
  {
    what: 'a reservation for nobody',
    input: line('\t3 RESERVATIONs for GROUP  (lic/27000)'),
    code: 'line-not-understood',
    line: 4,
  },
  {
    what: 'a line of 5,000 characters',
    input: line(`    ${'x'.repeat(5000)}`),
    code: 'line-not-understood',
    line: 4,
  },
  {
    what: 'an endless user',
    input: line(`    ${'x'.repeat(600)} ws1 ws1:0 (v2.0) (lic/27000 101), start Tue 3/3 8:00`),
    code: 'text-too-long',
    line: 4,
  },
  {
    what: 'a bell in a user',
    input: line('    an\u0007n ws1 ws1:0 (v2.0) (lic/27000 101), start Tue 3/3 8:00'),
    code: 'control-character',
    line: 4,
  },
  {
    what: 'a total cut short',
    input: `${header}Users of solver:  (Total of 5 licenses\n`,
    code: 'line-not-understood',
    line: 3,
  },
  {
    what: 'a table row outside of the table',
    input: `${header}solver 1.0 5 31-dec-2026 vendor\n`,
    code: 'line-not-understood',
    line: 3,
  },
  { what: 'no source', input: header, code: 'option-unusable', line: null, options: { source: '' } },
  {
    what: 'a zone that is none',
    input: header,
    code: 'option-unusable',
    line: null,
    options: { zone: 'Mars/Base' },
  },
  {
    what: 'a status time of next year by option',
    input: solver,
    code: 'option-unusable',
    line: null,
    options: { at: instant('2027-01-01T00:00:00Z') },
  },
];
