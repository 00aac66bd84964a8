import { expect, test } from 'vitest';
import type { UsageRecord } from '#business/usage/record.ts';
import type { EvidenceRow } from './finding.ts';
import { weakEvidence } from './weakEvidence.ts';

const record = (id: string, grade?: string) =>
  ({
    source: 'lic',
    id,
    attributes: grade === undefined ? {} : { evidenceGrade: grade },
  }) as unknown as UsageRecord;
const row = (id: string) => ({ source: 'lic', id }) as EvidenceRow;
const records = [
  record('1', 'debug-log'),
  record('2', 'declared'),
  record('3'),
  record('4', 'debug-log'),
  record('5', 'A+'),
];

test('what rests on a debug log or a declaration is said, each apart, and takes nothing off', () => {
  expect(weakEvidence({ evidence: records.map(({ id }) => row(id)), records })).toEqual([
    {
      code: 'weak-evidence',
      count: 2,
      units: null,
      words: '2 of the counted units rest on a debug log, which its vendor calls no record of use.',
    },
    {
      code: 'weak-evidence',
      count: 1,
      units: null,
      words: '1 of the counted units rests on what the customer declared.',
    },
  ]);
});

test('nothing is said of what is not counted, and of other evidence', () => {
  expect(weakEvidence({ evidence: [row('3'), row('5')], records })).toEqual([]);
});
