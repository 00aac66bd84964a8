import { describe, expect, it } from 'vitest';
import { chunks, everything, usual } from './decoders.testing.ts';
import { decoderOf, type FormatName, formatNames, importFormats, optionsOf, recognize } from './formats.ts';

const files: Readonly<Record<FormatName, readonly string[]>> = {
  lmstat: [
    'lmutil - Copyright (c) 1989-2020 Flexera.\n',
    'Flexible License Manager status on Tue 3/3/2026 9:30\n',
  ],
  rlmstat: [
    'Setting license file path to 10@lic\nrlmutil v12.2\n',
    '\n    rlm status on lic2 (port 5053), up 1d 02:00:00\n',
  ],
  flexdebug: [' 8:00:00 (lmgrd) TIMESTAMP 3/3/2026\n', '10:00:00 (acmed) OUT: "solver" ann@ws1\n'],
  rlmreport: ['RLM Report Log Format 0, version 12.2, authenticated\n'],
  sentinel: [
    '# Startup Sentinel RMS Development Kit v9.6 Tue Mar 03 08:00:00 2026  1772521200 lic3 140 42\n',
    '2 0 MTI1 Tue Mar 03 09:00:00 2026  1772524800 solver v2.0 0 1 0 ann ws1 9.6 1 - MA== 7 OTM1\n',
  ],
  otlp: ['{"resourceMetrics":[]}\n', '[\n  { "resourceMetrics" : [] }]'],
  declaration: [
    'goodterms: declaration/1\ndeclaredBy: ann\n',
    '{ "declaredBy": "ann", "goodterms": "declaration/1" }',
    'declared_by,declared_on,feature,from,until,quantity\n',
  ],
  cloudevents: ['{"specversion":"1.0"}', '[{"specversion":"1.0"}]'],
  csv: ['time,user,feature\n2026-03-01,ann,solver\n', 'Date;Product;Count\n'],
  roster: ['user,team\nann,red\n', '"Name";"E-Mail";start\n', 'email,start\n'],
};

describe('a file', () => {
  it.each(formatNames.flatMap((name) => files[name].map((head) => [name, head] as const)))(
    'of %s is recognized: %j',
    (name, head) => {
      expect(recognize(head)).toBe(name);
      expect(recognize(new TextEncoder().encode(`\uFEFF${head}`))).toBe(name);
    },
  );

  it.each(['', 'hello\n', 'a,b\n1,2\n', '%PDF-1.7\n'])('that is none of them is not: %j', (head) =>
    expect(recognize(head)).toBeUndefined(),
  );
});

it.each([
  ['line ends', '\n'],
  ['spaces', ' '],
  ['quotes', '"'],
  ['brackets', '{ '],
  ['the beginning of a line', ' 8:00:00 ('],
])('a file of nothing but %s is looked at in no time', (_, piece) => {
  expect(['cloudevents', undefined]).toContain(recognize(piece.repeat(65_536 / piece.length)));
});

describe('options', () => {
  const given = {
    source: 'lic1',
    zone: 'Europe/Berlin',
    at: '2026-03-03T08:30:00Z',
    roster: 'seats',
    feature: 'seat',
    day: '2026-03-03',
  };

  it.each(formatNames)('of %s are enough to read a file', async (name) => {
    const decoder = decoderOf(name, given, usual);
    if (!decoder.ok) throw new Error(JSON.stringify(decoder.problems));
    const all = await everything(decoder.value(chunks(files[name][0]!)));
    expect(all.fault?.code).not.toBe('option-unusable');
  });

  it.each(formatNames)('that %s cannot do without are asked for, each by its name', (name) => {
    const decoder = decoderOf(name, {}, usual);
    const needed = importFormats[name].options.flatMap((option) =>
      option.needed ? [`/${option.name}`] : [],
    );
    const asked = decoder.ok ? [] : decoder.problems;
    expect(asked.map(({ code, pointer }) => [code, pointer])).toEqual(
      needed.map((at) => ['option_missing', at]),
    );
  });

  it.each([
    ['zone', 'Mars/Base'],
    ['at', 'soon'],
    ['day', '2026-02-30'],
    ['allowEmpty', 'yes'],
    ['kind', 'rented'],
    ['encoding', 'latin'],
    ['fields', '{"quantity":1}'],
    ['fields', '{"seats":"n"}'],
    ['fields', 'quantity'],
    ['source', 'x'.repeat(201)],
  ] as const)('that cannot be understood are told: %s is %s', (name, text) => {
    const format = formatNames.find((one) => optionsOf(one).some((option) => option.name === name))!;
    const decoder = decoderOf(name === 'fields' ? 'csv' : format, { ...given, [name]: text }, usual);
    expect(decoder).toMatchObject({ ok: false, problems: [{ code: 'option_invalid', pointer: `/${name}` }] });
  });

  it('of a CSV name its columns', async () => {
    const fields = JSON.stringify({ time: 'Day', who: 'Person' });
    const decoder = decoderOf('csv', { ...given, fields, kind: 'level' }, usual);
    if (!decoder.ok) throw new Error('refused');
    const { records } = await everything(decoder.value(chunks('Day,Person\n2026-03-01,ann\n')));
    expect(records).toMatchObject([{ kind: 'level', who: 'ann', feature: 'seat' }]);
  });
});
