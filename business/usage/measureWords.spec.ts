import { expect, test } from 'vitest';
import { aMeasure } from '#test/given.ts';
import type { Measure } from './measure.ts';
import { measureWords } from './measureWords.ts';

const words = (differs: Partial<Measure>) => measureWords(aMeasure(differs), { one: 'core', many: 'cores' });

test.each<[string, Partial<Measure>, string]>([
  ['a plain measure', { aggregate: { kind: 'max' } }, 'the highest number of cores, in each calendar month'],
  [
    'a rating',
    {
      aggregate: { kind: 'peakConcurrency' },
      rating: [
        { kind: 'factor', by: 'chip', table: { x: '0.5' }, otherwise: '1' },
        { kind: 'floor', each: ['server', 'processor'], atLeast: '8' },
        { kind: 'packs', each: ['server'], size: '2' },
        { kind: 'packs', each: [], size: '1' },
        { kind: 'times', factor: '25' },
      ],
    },
    'the most cores in use at the same moment (each times its factor by chip, 1 where none is set; at least 8 for each server and processor; in packs of 2, rounded up for each server; rounded up; times 25), in each calendar month',
  ],
  [
    'first use',
    { firstUse: { each: ['who'], lasts: 86_400_000_000 } },
    'all cores added up, charged once for every 24 hours from the first use for each who, in each calendar month',
  ],
  [
    'a ratchet',
    { ratchet: true },
    'all cores added up, in each calendar month, and never less than in any period before',
  ],
  [
    'the highest kind',
    {
      aggregate: { kind: 'unique', by: 'who', highest: { attribute: 'type', order: ['basic', 'full'] } },
      groupBy: ['type'],
    },
    'the number of different people using cores, each only by the highest type it had (of basic, full, lowest first), in each calendar month, separately for each type',
  ],
  [
    'the lower of two',
    {
      aggregate: {
        kind: 'lowerOf',
        parts: [
          { aggregate: { kind: 'sum' }, filter: [{ attribute: 'feature', in: ['virtual'] }], unitSize: '1' },
          { aggregate: { kind: 'max' }, filter: [], unitSize: '1' },
        ],
      },
    },
    'the lower of: all cores added up, only where it is feature virtual; or the highest number of cores, in each calendar month',
  ],
])('%s in plain words', (_, measure, expected) => {
  expect(words(measure)).toBe(expected);
});
