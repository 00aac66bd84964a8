import { type BrokenInput, endlessLine, instant } from './decoders.testing.ts';

const columns = (count: number): string =>
  `user,${Array.from({ length: count }, (_, i) => `c${i}`).join(',')}\nann,${Array(count).fill('x').join(',')}\n`;

/** Broken rosters, each with what is said about it. */
export const brokenRosters: readonly BrokenInput[] = [
  { what: 'nothing at all', input: '', code: 'empty', line: null },
  { what: 'gzip', input: new Uint8Array([0x1f, 0x8b, 8, 0]), code: 'compressed', line: null },
  { what: 'an Excel workbook', input: new Uint8Array([0x50, 0x4b, 3, 4]), code: 'spreadsheet', line: null },
  { what: 'UTF-16', input: new Uint8Array([0xff, 0xfe, 0x75, 0]), code: 'utf-16', line: 1 },
  { what: 'big-endian UTF-16', input: new Uint8Array([0, 0x75, 0, 0x73]), code: 'utf-16', line: 1 },
  {
    what: 'Latin-1 in line 3',
    input: new Uint8Array([...new TextEncoder().encode('user\nann\nj'), 0xf6, 0x72, 0x67, 0x0a]),
    code: 'not-utf-8',
    line: 3,
  },
  { what: 'a NUL byte', input: 'user\na\0nn\n', code: 'nul-byte', line: 2 },
  { what: 'a header of 100 MB', input: () => endlessLine('user,'), code: 'line-too-long', line: 1 },
  { what: 'a row of 100 MB', input: () => endlessLine('user\nann\n'), code: 'line-too-long', line: 3 },
  { what: 'blank lines only', input: '\n\n', code: 'header-missing', line: 1 },
  { what: 'no header', input: 'ann@example.com\nbob@example.com\n', code: 'header-missing', line: 1 },
  { what: 'no column of users', input: 'team,seat\na,1\n', code: 'header-missing', line: 1 },
  { what: 'a column twice', input: 'user,team,Team\na,1,2\n', code: 'header-missing', line: 1 },
  { what: 'no rows', input: 'user,team\n', code: 'roster-empty', line: 1 },
  { what: 'blank rows only', input: 'user,team\n\n\n', code: 'roster-empty', line: 1 },
  { what: 'a quote never closed', input: 'user\nann\n"bob\ncarl\n', code: 'truncated', line: 3 },
  { what: 'a row cut off', input: 'user,team,site\nann,a,b\nbob,a', code: 'truncated', line: 3 },
  { what: 'text behind a quoted cell', input: 'user,team\n"ann"x,a\n', code: 'csv-broken', line: 2 },
  { what: 'a quote inside a bare cell', input: 'user,team\nan"n,a\n', code: 'csv-broken', line: 2 },
  { what: 'a cell too many', input: 'user,team\nann,a\nbob,b,c\n', code: 'columns', line: 3 },
  { what: 'a cell too few', input: 'user,team\nann\nbob,b\n', code: 'columns', line: 2 },
  { what: 'no user in a row', input: 'user,team\nann,a\n ,b\n', code: 'user-missing', line: 3 },
  { what: 'an endless user', input: `user\n${'x'.repeat(513)}\n`, code: 'text-too-long', line: 2 },
  { what: 'a line break in a user', input: 'user\n"an\nn"\n', code: 'control-character', line: 2 },
  {
    what: 'an endless cell',
    input: `user,note\nann,${'x'.repeat(1025)}\n`,
    code: 'attribute-too-long',
    line: 2,
  },
  { what: 'a bell in a cell', input: 'user,note\nann,\u0007\n', code: 'control-character', line: 2 },
  { what: '65 filled columns', input: columns(65), code: 'too-many-attributes', line: 2 },
  {
    what: 'a roster without a name',
    input: 'user\nann\n',
    code: 'option-unusable',
    line: null,
    options: { roster: '' },
  },
  {
    what: 'a roster of next year',
    input: 'user\nann\n',
    code: 'option-unusable',
    line: null,
    options: { asOf: instant('2027-01-01T00:00:00Z') },
  },
];
