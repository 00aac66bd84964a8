import { type BrokenInput, damaged } from './decoders.testing.ts';

const startup =
  '# Startup Sentinel RMS Development Kit v9.6 Tue Mar 03 08:00:00 2026  1772521200 lic3 140 4294489039\n';
const issue =
  '2 0 MTI1 Tue Mar 03 09:00:00 2026  1772524800 solver v2.0 0 1 0 ann ws1 9.6 1 - MA== 754986 OTM1';
const refused = (
  what: string,
  text: string,
  code: BrokenInput['code'] = 'line-not-understood',
): BrokenInput => ({ what, input: `${startup}${text}\n`, code, line: 2 });

/** Broken usage logs of Sentinel RMS, each with what is said about it. */
export const brokenSentinel: readonly BrokenInput[] = [
  ...damaged(startup),
  { what: 'blank lines only', input: '\n\n', code: 'format-unknown', line: null },
  { what: 'remarks only', input: '# something else\n', code: 'format-unknown', line: null },
  { what: 'another format', input: 'user,team\nann,a\n', code: 'line-not-understood', line: 1 },
  { what: 'a log cut off', input: `${startup}${issue.slice(0, 50)}`, code: 'truncated', line: 2 },
  { what: 'a startup without its time stamp', input: '# Startup Sentinel RMS v9.6\n', code: 'time', line: 1 },
  refused('an entry encrypted by the server', issue.replace(/^2/, '3'), 'encrypted'),
  refused('an entry encrypted by the vendor', issue.replace('2 0', '1 4'), 'encrypted'),
  refused('a date that is not of its time stamp', issue.replace('Mar 03', 'Mar 05'), 'time'),
  refused('a month that is none', issue.replace('Mar 03', 'Mrz 03'), 'time'),
  refused('a time stamp of 1970', issue.replace('1772524800', '0'), 'time'),
  {
    what: 'an entry of next year',
    input: `${startup}${issue.replace('2026', '2027').replace('1772524800', '1804060800')}\n`,
    code: 'time-in-future',
    line: 2,
  },
  refused('a transaction that has no published meaning', issue.replace(' 0 1 0 ', ' 7 1 0 ')),
  refused('a transaction in words', issue.replace(' 0 1 0 ', ' issue 1 0 ')),
  refused('licenses in use in words', issue.replace(' 0 1 0 ', ' 0 MQ== 0 ')),
  refused('a life in words', issue.replace(' 0 1 0 ', ' 0 1 long ')),
  refused('a negative number of licenses', issue.replace('9.6 1', '9.6 -1')),
  refused('a number of 20 digits', issue.replace('9.6 1', `9.6 ${'9'.repeat(20)}`)),
  refused('an entry with a word too few', issue.replace('solver v2.0 ', 'solver ').replace(/ - .*/, '')),
  refused('an entry without its levels', issue.slice(4)),
  refused('an endless feature', issue.replace('solver', 'x'.repeat(600)), 'text-too-long'),
  refused('an endless user', issue.replace(' ann ', ` ${'x'.repeat(600)} `), 'text-too-long'),
  refused('a bell in a user', issue.replace(' ann ', ' an\u0007n '), 'control-character'),
  refused('an endless host', issue.replace(' ws1 ', ` ${'x'.repeat(1100)} `), 'attribute-too-long'),
  refused('a line of 20,000 characters', 'x'.repeat(20_000)),
  { what: 'no source', input: startup, code: 'option-unusable', line: null, options: { source: '' } },
];
