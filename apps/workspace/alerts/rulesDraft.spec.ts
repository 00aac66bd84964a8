import { expect, test } from 'vitest';
import type { Rule } from './alertData.ts';
import { draftOf, freshId, publishedBands, ruleOf } from './rulesDraft.ts';

const rules: readonly Rule[] = [
  { id: 'a', threshold: { kind: 'percent', percent: '90' } },
  { id: 'b', threshold: { kind: 'remaining', units: '5' } },
  { id: 'c', threshold: { kind: 'forecast', before: 'days', days: 30 } },
  { id: 'd', threshold: { kind: 'forecast', before: 'renewal' } },
  {
    id: 'e',
    threshold: {
      kind: 'bands',
      bands: [
        { upTo: '15', left: { kind: 'units', value: '1' } },
        { upTo: null, left: { kind: 'percent', value: '5' } },
      ],
    },
  },
];

test.each(rules)('what is edited and left as it is stays the rule it was: $threshold.kind', (rule) => {
  expect(ruleOf(draftOf(rule))).toEqual(rule);
});

test.each([
  ['percent', '0'],
  ['percent', '101'],
  ['percent', ''],
  ['remaining', '-1'],
  ['remaining', 'five'],
  ['days', '0'],
  ['days', '1.5'],
  ['days', '400'],
] as const)('%s: “%s” is told to be wrong', (kind, value) => {
  expect(ruleOf({ id: 'a', kind, value, bands: '' })).toMatch(/^Give /);
});

test('a band that cannot be read is named', () => {
  const draft = { id: 'a', kind: 'bands' as const, value: '' };
  expect(ruleOf({ ...draft, bands: '15: 1\nmany: few' })).toContain('“many: few” is no band');
  expect(ruleOf({ ...draft, bands: ' \n' })).toContain('at least one');
  expect(ruleOf({ ...draft, bands: publishedBands })).toMatchObject({ threshold: { kind: 'bands' } });
});

test('a new rule has an id of its own', () => {
  expect(freshId([{ id: 'rule-2', kind: 'renewal', value: '', bands: '' }])).toBe('rule-3');
});
