import { type BrokenInput, damaged, instant } from './decoders.testing.ts';

const header = `rlmutil v14.2
    rlm status on lic2 (port 5053), up 1d 02:00:00
    Todays Statistics (02:30:00), init time: Tue Mar  3 07:00:00 2026
    acme license pool status on lic2 (port 5054)
    solver v2.0
        count: 5, # reservations: 0, inuse: 1, exp: permanent
    acme license usage status on lic2 (port 5054)
`;
const holder = 'solver v2.0: ann@ws1 1/0 at 03/03 08:00  (handle: 4a)';
const line = (text: string): string => `${header}    ${text}\n`;
const refused = (what: string, text: string, code: BrokenInput['code'] = 'line-not-understood') => ({
  what,
  input: line(text),
  code,
  line: 8,
});
const clock = (elapsed: string, since: string): string =>
  `rlmutil v14.2\n    Todays Statistics (${elapsed}), init time: ${since}\n`;

/** Broken rlmstat output, each with what is said about it. */
export const brokenRlmstat: readonly BrokenInput[] = [
  ...damaged(header),
  { what: 'blank lines only', input: '\n\n', code: 'format-unknown', line: null },
  { what: 'another format', input: 'user,team\nann,a\n', code: 'line-not-understood', line: 1 },
  {
    what: 'no status time',
    input: `    acme license usage status on lic2 (port 5054)\n    ${holder}\n`,
    code: 'status-time-missing',
    line: 2,
  },
  {
    what: 'a clock of a weekday that it was not',
    input: clock('02:30:00', 'Mon Mar  3 07:00:00 2026'),
    code: 'time',
    line: 2,
  },
  {
    what: 'a clock of month Mrz',
    input: clock('02:30:00', 'Tue Mrz  3 07:00:00 2026'),
    code: 'time',
    line: 2,
  },
  {
    what: 'a clock that runs into next year',
    input: clock('365d 02:30:00', 'Tue Mar  3 07:00:00 2026'),
    code: 'time-in-future',
    line: 2,
  },
  {
    what: 'a clock of 1969',
    input: clock('00:00:00', 'Wed Jan  1 00:00:00 1969'),
    code: 'time-absurd',
    line: 2,
  },
  {
    what: 'a checkout above any usage section',
    input: `${clock('02:30:00', 'Tue Mar  3 07:00:00 2026')}    ${holder}\n`,
    code: 'no-feature',
    line: 3,
  },
  {
    what: 'a pool above any product',
    input: `${header}        count: 5, # reservations: 0, inuse: 1, exp: permanent\n`,
    code: 'no-feature',
    line: 8,
  },
  { what: 'a checkout cut off', input: line(holder).slice(0, -20), code: 'truncated', line: 8 },
  refused('a checkout without its start', 'solver v2.0: ann@ws1 1/0  (handle: 4a)'),
  refused('a checkout without its handle', 'solver v2.0: ann@ws1 1/0 at 03/03 08:00'),
  refused('a checkout without its count', 'solver v2.0: ann@ws1 at 03/03 08:00  (handle: 4a)'),
  refused('a checkout of half its count', 'solver v2.0: ann@ws1 1 at 03/03 08:00  (handle: 4a)'),
  refused('a negative count', 'solver v2.0: ann@ws1 -1/0 at 03/03 08:00  (handle: 4a)'),
  refused('a count of 20 digits', `solver v2.0: ann@ws1 ${'9'.repeat(20)}/0 at 03/03 08:00  (handle: 4a)`),
  refused('a user without a host', 'solver v2.0: ann 1/0 at 03/03 08:00  (handle: 4a)'),
  refused('a start of month 13', holder.replace('03/03', '13/03'), 'start-impossible'),
  refused('a start of June 31', holder.replace('03/03', '06/31'), 'start-impossible'),
  refused('a start after the status', holder.replace('08:00', '09:31'), 'start-impossible'),
  refused('an endless user', holder.replace('ann', 'x'.repeat(600)), 'text-too-long'),
  refused('a bell in a user', holder.replace('ann', 'an\u0007n'), 'control-character'),
  refused('a line of 5,000 characters', 'x'.repeat(5000)),
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
    input: header,
    code: 'option-unusable',
    line: null,
    options: { at: instant('2027-01-01T00:00:00Z') },
  },
];
