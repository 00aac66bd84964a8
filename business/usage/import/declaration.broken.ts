import { type BrokenInput, damaged } from './decoders.testing.ts';

const start =
  'goodterms: declaration/1\ndeclaredBy: ann.archer@alder.example\ndeclaredOn: 2026-04-02\nlines:\n';
const line = '  - { feature: seat, from: 2026-01-01, until: 2026-04-01, quantity: 120 }\n';
const header = 'declared_by,declared_on,feature,from,until,quantity,evidence\n';
const row = 'ann,2026-04-02,seat,2026-01-01,2026-04-01,120,\n';
const form = (
  what: string,
  input: string,
  at: number,
  code: BrokenInput['code'] = 'declaration-form',
): BrokenInput => ({
  what,
  input,
  code,
  line: at,
});

/** Broken declarations, each with what is said about it. Nothing of any is taken. */
export const brokenDeclarations: readonly BrokenInput[] = [
  ...damaged(start).filter(({ code }) => code !== 'line-too-long'),
  {
    what: 'a form of over a megabyte',
    input: `${start}# ${'x'.repeat(1_000_001)}`,
    code: 'line-too-long',
    line: null,
  },
  form('another form', 'goodterms: agreement/1\n', 1),
  form('no form', '{ declaredBy: ann }\n', 1),
  form('broken YAML', `${start}  - { feature: seat\n`, 6),
  form('nobody who declared', start.replace(/declaredBy.*\n/, '') + line, 1),
  form('no day on which it was declared', start.replace('2026-04-02', 'yesterday') + line, 3),
  form('no lines', `${start.replace('lines:\n', '')}lines: []\n`, 4),
  form('a key that it does not have', `${start}${line}total: 120\n`, 6),
  form('a line without its feature', start + line.replace('feature: seat, ', ''), 5),
  form('a line without its end', start + line.replace(' until: 2026-04-01,', ''), 5),
  form('a quantity in words', start + line.replace('120', 'many'), 5),
  form('a negative quantity', start + line.replace('120', '-1'), 5),
  form('a day that is none', start + line.replace('2026-01-01', '2026-02-30'), 5),
  form('an endless reference', start + line.replace('120', `120, evidence: ${'x'.repeat(201)}`), 5),
  form('an end before the beginning', start + line.replace('2026-04-01', '2025-04-01'), 5, 'until-not-after'),
  form('a period that lies ahead', start + line.replaceAll('2026', '2027'), 5, 'time-in-future'),
  form('two lines of one feature for the same days', start + line + line, 6, 'periods-overlap'),
  form('a line break in a feature', start + line.replace('seat', '"se\\nat"'), 5, 'control-character'),
  form('a table without a column', header.replace('quantity,', '') + row, 1),
  form('a table of something else', 'user,team\nann,red\n', 1),
  form('a table without rows', header, 1),
  form('a row without a person', header + row.replace('ann,', ','), 2),
  form('a row without its quantity', header + row.replace('120', ''), 2),
  form('a row with a cell too many', `${header}${row.trim()},x\n`, 2, 'columns'),
  form('a row cut off', header + row.slice(0, 20), 2, 'truncated'),
  form('a row whose quote is never closed', `${header}"ann,2026-04-02\n`, 2, 'truncated'),
  {
    what: 'an empty source',
    input: start + line,
    code: 'option-unusable',
    line: null,
    options: { source: '' },
  },
];
