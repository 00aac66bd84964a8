import { type BrokenInput, damaged } from './decoders.testing.ts';

const start = 'time,user,feature,quantity\n';
const wide = (count: number): string =>
  `time,${Array.from({ length: count }, (_, i) => `c${i}`).join(',')}\n2026-03-01,${Array(count).fill('x').join(',')}\n`;
const refused = (
  what: string,
  row: string,
  code: BrokenInput['code'],
  options: object = {},
): BrokenInput => ({
  what,
  input: `${start}${row}\n`,
  code,
  line: 2,
  options,
});
const given = (fields: object, more: object = {}) => ({ options: { fields, ...more } });

/** Broken CSV files of use, each with what is said about it. */
export const brokenUsageCsv: readonly BrokenInput[] = [
  ...damaged(start),
  { what: 'blank lines only', input: '\n\n', code: 'column-missing', line: 1 },
  { what: 'no column that says when', input: 'user,feature\nann,solver\n', code: 'column-missing', line: 1 },
  {
    what: 'no feature anywhere',
    input: 'time,user\n2026-03-01,ann\n',
    code: 'column-missing',
    line: 1,
    options: { feature: undefined },
  },
  { what: 'a column twice', input: 'time,user,Time\n', code: 'column-missing', line: 1 },
  {
    what: 'a column named that is not there',
    input: start,
    code: 'column-missing',
    line: 1,
    ...given({ quantity: 'seats' }),
  },
  {
    what: 'an attribute named that is not there',
    input: start,
    code: 'column-missing',
    line: 1,
    ...given({ attributes: 'team,site' }),
  },
  {
    what: 'spans without an end or a series',
    input: start,
    code: 'column-missing',
    line: 1,
    ...given({}, { kind: 'held' }),
  },
  { what: 'a quote never closed', input: `${start}"2026-03-01,ann\n`, code: 'truncated', line: 2 },
  { what: 'a row cut off', input: `${start}2026-03-01,ann`, code: 'truncated', line: 2 },
  {
    what: 'text behind a quoted cell',
    input: `${start}"2026-03-01"x,ann,solver,1\n`,
    code: 'csv-broken',
    line: 2,
  },
  refused('a cell too many', '2026-03-01,ann,solver,1,2', 'columns'),
  refused('a cell too few', '2026-03-01,ann', 'columns'),
  refused('no time', ',ann,solver,1', 'time'),
  refused('a time as people write it here and there', '03/04/2026,ann,solver,1', 'time'),
  refused('February 30', '2026-02-30,ann,solver,1', 'time'),
  refused('25 o’clock', '2026-03-01 25:00,ann,solver,1', 'time'),
  refused('a time of 1969', '1969-03-01T00:00:00Z,ann,solver,1', 'time-absurd'),
  refused('next year', '2027-03-01,ann,solver,1', 'time-in-future'),
  refused('no feature', '2026-03-01,ann,,1', 'not-text', { feature: undefined }),
  refused('no quantity', '2026-03-01,ann,solver,', 'quantity-missing'),
  refused('a decimal comma', '2026-03-01,ann,solver,"1,5"', 'quantity-not-decimal'),
  refused('a negative quantity', '2026-03-01,ann,solver,-1', 'quantity-negative'),
  refused('an absurd quantity', '2026-03-01,ann,solver,1e99', 'quantity-absurd'),
  refused('19 decimals', `2026-03-01,ann,solver,0.${'1'.repeat(19)}`, 'quantity-too-fine'),
  refused('an endless user', `2026-03-01,${'x'.repeat(513)},solver,1`, 'text-too-long'),
  refused('a bell in a user', '2026-03-01,an\u0007n,solver,1', 'control-character'),
  {
    what: 'an end before the beginning',
    input: 'time,until,feature\n2026-03-02,2026-03-01,solver\n',
    code: 'until-not-after',
    line: 2,
    options: { kind: 'held' },
  },
  {
    what: 'an open span of no series',
    input: 'time,until,series,feature\n2026-03-02,,,solver\n',
    code: 'series-missing',
    line: 2,
    options: { kind: 'held' },
  },
  { what: '65 attributes', input: wide(65), code: 'too-many-attributes', line: 2 },
  {
    what: 'an endless attribute',
    input: `time,note\n2026-03-01,${'x'.repeat(1025)}\n`,
    code: 'attribute-too-long',
    line: 2,
  },
  { what: 'no source', input: start, code: 'option-unusable', line: null, options: { source: '' } },
  {
    what: 'a zone that is none',
    input: start,
    code: 'option-unusable',
    line: null,
    options: { zone: 'Mars/Base' },
  },
  {
    what: 'a kind that is none',
    input: start,
    code: 'option-unusable',
    line: null,
    options: { kind: 'rented' },
  },
];
