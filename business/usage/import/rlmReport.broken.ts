import { type BrokenInput, damaged } from './decoders.testing.ts';

const start = `RLM Report Log Format 0, version 12.2, authenticated
ISV: acme, RLM version 12.2 BL2
START lic2 03/03/2026 08:00
`;
const out = 'OUT solver 2.0 1 ann ws1 "" 1 1 0 4a 0 1f3 "" "solver" "2.0" 03/03 09:00:00';
const refused = (
  what: string,
  text: string,
  code: BrokenInput['code'] = 'line-not-understood',
): BrokenInput => ({ what, input: `${start}${text}\n`, code, line: 4 });

/** Broken report logs of RLM, each with what is said about it. */
export const brokenRlmReports: readonly BrokenInput[] = [
  ...damaged(start),
  { what: 'blank lines only', input: '\n\n', code: 'format-unknown', line: null },
  { what: 'another format', input: 'user,team\nann,a\n', code: 'line-not-understood', line: 1 },
  { what: 'no first line', input: `${out}\n`, code: 'no-start', line: 1 },
  { what: 'no start', input: `RLM Report Log Format 0, version 12.2\n${out}\n`, code: 'no-start', line: 2 },
  { what: 'a log cut off', input: `${start}${out.slice(0, 40)}`, code: 'truncated', line: 4 },
  {
    what: 'a start of February 30',
    input: start.replace('03/03/2026', '02/30/2026'),
    code: 'time',
    line: 3,
  },
  {
    what: 'a start of next year',
    input: start.replace('03/03/2026', '03/03/2027'),
    code: 'time-in-future',
    line: 3,
  },
  { what: 'a start of 1969', input: start.replace('2026', '1969'), code: 'time', line: 3 },
  refused('a checkout on April 31', out.replace('03/03', '04/31'), 'time'),
  refused('a checkout at 25 o’clock', out.replace('09:00:00', '25:00:00'), 'time'),
  refused('a checkout without its time', out.slice(0, -15)),
  refused('a checkout with a word too few', out.replace(' 1f3', '')),
  refused('a checkout without its count', out.replace('"" 1 1 0', '"" x 1 0')),
  refused('a negative count', out.replace('"" 1 1 0', '"" -1 1 0')),
  refused('a count of 20 digits', out.replace('"" 1 1 0', `"" ${'9'.repeat(20)} 1 0`)),
  refused('a handle that is no number', out.replace(' 4a ', ' zz ')),
  refused('a quote left open', out.replace('"solver"', '"solver')),
  refused('a return without its handle', 'IN 1 solver 2.0 ann ws1 "" 1 0 0 03/03 09:10:00'),
  refused('a denial without its reason', 'DENY solver 2.0 ann ws1 "" 1 why 0 1f3 03/03 09:10:00'),
  refused('another kind of line', 'BORROW solver 2.0 ann ws1 03/03 09:10:00'),
  refused('an endless product', out.replace('OUT solver', `OUT ${'x'.repeat(600)}`), 'text-too-long'),
  refused('an endless user', out.replace(' ann ', ` ${'x'.repeat(600)} `), 'text-too-long'),
  refused('a bell in a user', out.replace(' ann ', ' an\u0007n '), 'control-character'),
  refused('a line of 20,000 characters', 'x'.repeat(20_000)),
  { what: 'no source', input: start, code: 'option-unusable', line: null, options: { source: '' } },
  {
    what: 'a zone that is none',
    input: start,
    code: 'option-unusable',
    line: null,
    options: { zone: 'Mars/Base' },
  },
];
