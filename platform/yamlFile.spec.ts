import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { positiveQuantity, quantity, words } from './fields.ts';
import { decodeText, readYaml } from './yamlFile.ts';

const schema = z.strictObject({
  goodterms: z.literal('box/1'),
  title: words(100).optional(),
  kind: z.enum(['capacity', 'restriction']).optional(),
  flag: z.boolean().optional(),
  size: z.union([quantity, z.strictObject({ one: positiveQuantity })]).optional(),
  deep: z.array(z.unknown()).optional(),
  lines: z.array(z.strictObject({ id: z.string(), quantity })).optional(),
});

const read = (text: string) => readYaml(text, { 'box/1': schema });
const box = (rest: string): string => `goodterms: box/1\n${rest}`;

function problemsOf(text: string) {
  const result = read(text);
  return result.ok ? [] : result.problems;
}

describe('a file that can be read', () => {
  it('keeps numbers as the text that stands there', () => {
    const result = read(
      box('lines:\n  - { id: a, quantity: 0.1 }\n  - { id: b, quantity: 100000000000000.1 }\n'),
    );
    expect(result.ok && result.value[0]?.value.lines?.map((line) => line.quantity)).toEqual([
      '0.1',
      '100000000000000.1',
    ]);
  });

  it('takes yes, no and on as words, true and false as such', () => {
    const result = read(box('title: no\nflag: true\n'));
    expect(result.ok && result.value[0]?.value).toEqual({ goodterms: 'box/1', title: 'no', flag: true });
  });

  it('reads JSON, a byte order mark, several documents and repeated values', () => {
    expect(read('\uFEFF{"goodterms":"box/1","size":1.50}').ok).toBe(true);
    const many = read(`${box('size: 1\n')}---\n${box('deep: [&a 1, *a]\n')}`);
    expect(many.ok && many.value.map(({ value }) => value.deep ?? value.size)).toEqual(['1', ['1', '1']]);
  });

  it('tells the line of a pointer, or of what is around it', () => {
    const result = read(box('lines:\n  - id: a\n    quantity: 1\n'));
    const lineOf = result.ok ? result.value[0]!.lineOf : () => undefined;
    expect(['/lines/0/quantity', '/lines/0', '/lines/0/nowhere', '/lines', ''].map(lineOf)).toEqual([
      4, 3, 3, 2, 1,
    ]);
  });
});

const nested = (levels: number): string => `deep: ${'['.repeat(levels)}${']'.repeat(levels)}\n`;
const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
  .concat([...'bcdefghi'].map((name, i) => `${name}: &${name} [${`*${'abcdefgh'[i]},`.repeat(9)}]`))
  .join('\n');

const corpus: [name: string, text: string, code: string, line: number][] = [
  ['nothing', '', 'file_empty', 1],
  ['only a comment', '# hello\n', 'file_empty', 1],
  ['no form', 'title: x\n', 'form_missing', 1],
  ['a list', '- a\n', 'form_missing', 1],
  ['an unknown form', 'title: x\ngoodterms: bix/1\n', 'form_unknown', 2],
  ['an open bracket', box('deep: [1, 2\n'), 'yaml_syntax', 3],
  ['a tab as indentation', box('lines:\n\t- a\n'), 'yaml_syntax', 3],
  ['a wrong indentation', box('lines:\n  - id: a\n quantity: 1\n'), 'yaml_syntax', 4],
  ['a key given twice', box('title: a\nkind: capacity\ntitle: b\n'), 'yaml_duplicate_key', 4],
  [
    'an id given twice',
    box('lines:\n  - { id: a, quantity: 1 }\n  - { id: a, quantity: 2 }\n'),
    'duplicate_id',
    4,
  ],
  ['an unknown key', box('\nlinse: []\n'), 'key_unknown', 3],
  ['a prototype as key', box('__proto__: { flag: true }\n'), 'key_unknown', 2],
  ['a missing key', box('lines:\n  - id: a\n'), 'key_missing', 3],
  ['an unknown value', box('kind: capcity\n'), 'value_unknown', 2],
  ['a word where a list belongs', box('lines: many\n'), 'value_type', 2],
  ['an empty value', box('title:\n'), 'value_type', 2],
  ['a truth as text', box('title: true\n'), 'value_type', 2],
  ['an exponent', box('size: 1e9\n'), 'number_form', 2],
  ['infinity', box('size: .inf\n'), 'number_form', 2],
  ['not a number', box('size: .nan\n'), 'number_form', 2],
  ['a hexadecimal number', box('size: 0x1F\n'), 'number_form', 2],
  ['an octal number', box('size: 0o17\n'), 'number_form', 2],
  ['grouped digits', box('size: 1_000\n'), 'number_form', 2],
  ['a comma for a point', box('size: 1,5\n'), 'number_form', 2],
  ['a number below zero', box('size: -1\n'), 'number_negative', 2],
  ['an absurd number', box('size: 1000000000000001\n'), 'number_absurd', 2],
  ['a zero inside a union', box('size: { one: 0 }\n'), 'number_negative', 2],
  ['a tag', box('title: !!js/function x\n'), 'yaml_tag', 2],
  ['an older YAML', `%YAML 1.1\n---\n${box('')}`, 'yaml_version', 2],
  ['an alias of nothing', box('title: *a\n'), 'yaml_alias', 2],
  ['an alias of itself', box('deep: &a [*a]\n'), 'yaml_too_deep', 2],
  ['an alias bomb', box(bomb), 'yaml_alias', 4],
  ['a list as key', box('? [a, b]\n: c\n'), 'yaml_key', 2],
  ['101 levels', box(nested(101)), 'yaml_too_deep', 2],
  ['a million levels, never closed', box(`deep: ${'['.repeat(1_000_000)}`), 'yaml_too_deep', 2],
  ['a million lists in lists', '- '.repeat(1_000_000), 'yaml_too_deep', 1],
  ['a control character', box('title: a\u0007b\n'), 'text_control', 2],
  ['a control character as escape', box('title: "a\\ab"\n'), 'text_control', 2],
  ['a NUL', box('title: a\u0000b\n'), 'text_nul', 2],
];

describe('a file that cannot be read says why, where and what to do', () => {
  it.each(corpus)('%s', (_name, text, code, line) => {
    const [first] = problemsOf(text);
    expect(first).toMatchObject({ code, line });
    expect(first?.todo).toMatch(/\w{3}.*\.$/);
  });

  it('names the key that was meant', () => {
    expect(problemsOf(box('linse: []\n'))[0]?.todo).toContain('lines');
    expect(problemsOf(box('kind: capcity\n'))[0]?.todo).toContain('capacity, if that is meant');
  });

  it('reports all problems at once, up to 100', () => {
    const lines = Array.from({ length: 150 }, (_, i) => `  - { id: a${i}, quantity: -1 }`).join('\n');
    expect(problemsOf(box('kind: x\nsize: 1e9\nfoo: 1\n')).map(({ line }) => line)).toEqual([2, 3, 4]);
    expect(problemsOf(box(`lines:\n${lines}`))).toHaveLength(100);
  });

  it('accepts 100 levels less the document itself', () => {
    expect(read(box(nested(98))).ok).toBe(true);
  });

  it('stays quick with very many keys and very many documents', () => {
    const keys = Array.from({ length: 50_000 }, (_, i) => `k${i}: 1`).join('\n');
    expect(problemsOf(box(keys))).toHaveLength(100);
    expect(problemsOf('---\na\n'.repeat(2_000))[0]?.code).toBe('yaml_too_many');
  });

  it('refuses more than 5 MB before reading', () => {
    expect(problemsOf('x'.repeat(5_000_001))[0]?.code).toBe('text_too_long');
  });
});

describe('bytes', () => {
  const bytes = (text: string): number[] => [...new TextEncoder().encode(text)];
  it.each<[string, number[], string, number | undefined]>([
    ['Latin-1', [...bytes('a: 1\nb: Stra'), 0xdf, ...bytes('e\n')], 'text_utf8', 2],
    ['UTF-8 cut off inside a letter', [...bytes('a: 1\nb: x\nc: '), 0xc3], 'text_utf8', 3],
    ['UTF-16, little end first', [0xff, 0xfe, 0x61, 0], 'text_utf16', undefined],
    ['UTF-16, big end first', [0xfe, 0xff, 0, 0x61], 'text_utf16', undefined],
    ['UTF-16 without a mark', [...bytes('\n'), 0x61, 0, 0x62, 0], 'text_nul', 2],
  ])('%s is refused', (_name, given, code, line) => {
    const result = decodeText(new Uint8Array(given));
    expect(result.ok ? [] : result.problems).toMatchObject([line ? { code, line } : { code }]);
  });

  it('of UTF-8 become text without the byte order mark', () => {
    expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, ...bytes('Straße')]))).toEqual({
      ok: true,
      value: 'Straße',
    });
  });
});
