import { type BrokenInput, damaged } from './decoders.testing.ts';

const start = ' 8:00:00 (lmgrd) FlexNet Licensing (v11.16.2) started on lic1 (linux) (3/3/2026)\n';
const after = (text: string): string => `${start}${text}\n`;
const refused = (
  what: string,
  text: string,
  code: BrokenInput['code'] = 'line-not-understood',
): BrokenInput => ({ what, input: after(text), code, line: 2 });

/** Broken debug logs, each with what is said about it. */
export const brokenFlexDebug: readonly BrokenInput[] = [
  ...damaged(start),
  { what: 'blank lines only', input: '\n\n', code: 'format-unknown', line: null },
  { what: 'another format', input: 'user,team\nann,a\n', code: 'line-not-understood', line: 1 },
  {
    what: 'a log that tells no day',
    input: ' 8:00:00 (acmed) OUT: "solver" ann@ws1\n',
    code: 'day-missing',
    line: 1,
  },
  {
    what: 'a checkout before the first day told',
    input: ' 8:00:00 (acmed) OUT: "solver" ann@ws1\n 8:00:01 (lmgrd) TIMESTAMP 3/3/2026\n',
    code: 'day-missing',
    line: 1,
  },
  { what: 'a log cut off', input: `${start} 8:01:00 (acmed) OUT: "sol`, code: 'truncated', line: 2 },
  { what: 'a line cut off before its daemon', input: `${start} 8:01:0`, code: 'truncated', line: 2 },
  refused('a timestamp of February 30', ' 9:00:00 (lmgrd) TIMESTAMP 2/30/2026', 'time'),
  refused('a timestamp of month 13', ' 9:00:00 (lmgrd) TIMESTAMP 13/1/2026', 'time'),
  refused('a checkout at 25 o’clock', '25:00:00 (acmed) OUT: "solver" ann@ws1', 'time'),
  refused('a checkout at minute 61', ' 9:61:00 (acmed) OUT: "solver" ann@ws1', 'time'),
  {
    what: 'a log of next year',
    input: ' 8:00:00 (lmgrd) TIMESTAMP 1/1/2027\n',
    code: 'time-in-future',
    line: 1,
  },
  { what: 'a log of 1969', input: ' 8:00:00 (lmgrd) TIMESTAMP 1/1/1969\n', code: 'time', line: 1 },
  refused('a checkout of nothing', ' 9:00:00 (acmed) OUT: '),
  refused('a checkout of a feature by nobody', ' 9:00:00 (acmed) OUT: "solver"'),
  refused('a checkout with a quote left open', ' 9:00:00 (acmed) OUT: "solver ann@ws1 and "'),
  refused('a return by nobody', ' 9:00:00 (acmed) IN: "solver" '),
  refused('a line without its daemon', ' 9:00:00 OUT: "solver" ann@ws1'),
  refused('a line without its time', '(acmed) OUT: "solver" ann@ws1'),
  refused('a line of details without end', ` 9:00:00 (acmed) OUT: ^^^${' '.repeat(4000)}x`),
  refused('a line of 20,000 characters', ` 9:00:00 (acmed) ${'x'.repeat(20_000)}`),
  refused('an endless feature', ` 9:00:00 (acmed) OUT: "${'x'.repeat(600)}" ann@ws1`, 'text-too-long'),
  refused('an endless user', ` 9:00:00 (acmed) OUT: "solver" ${'x'.repeat(600)}@ws1`, 'text-too-long'),
  refused('a bell in a user', ' 9:00:00 (acmed) OUT: "solver" an\u0007n@ws1', 'control-character'),
  refused(
    'an endless host',
    ` 9:00:00 (acmed) DENIED: "solver" ann@${'x'.repeat(1100)} (Users are queued for this feature. (-24,321))`,
    'attribute-too-long',
  ),
  { what: 'no source', input: start, code: 'option-unusable', line: null, options: { source: '' } },
  {
    what: 'a zone that is none',
    input: start,
    code: 'option-unusable',
    line: null,
    options: { zone: 'Mars/Base' },
  },
  {
    what: 'a first day that is none',
    input: start,
    code: 'option-unusable',
    line: null,
    options: { day: '2026-02-30' },
  },
];
