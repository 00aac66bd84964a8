import { expect, test } from 'vitest';
import type { Clause } from '#business/agreements/agreement.ts';
import { aClause, at } from '#test/given.ts';
import type { OpenQuestion } from './finding.ts';
import { verify } from './verify.ts';

const tolerant = aClause({ tolerance: { kind: 'percent', value: '10' } });

function passes(
  clause: Clause,
  value: string,
  low: string,
  questions: readonly OpenQuestion[] = [],
): boolean {
  const [from, until] = [at('2026-02-01'), at('2026-03-01')];
  const excess = String(Number(value) - 100);
  const range = { low, high: value };
  const peak = { from, until, value, limit: '100', excess, provenance: [], open: false, range };
  const run = { agreement: 'AG-1', clause: 'calls', group: '[]', windows: [peak], peak, from, until };
  return verify({ clause, run, firstDifference: null, totalsSeen: false, questions }).passed;
}

const mistake = (units: string): OpenQuestion => ({
  code: 'vendor-mistake',
  count: 1,
  units,
  words: 'We counted a test.',
});

test('what is in question explains a finding where it takes the value back to the limit with its tolerance', () => {
  expect(passes(tolerant, '115', '115', [mistake('5')])).toBe(false);
  expect(passes(tolerant, '115', '115', [mistake('4')])).toBe(true);
  expect(passes(aClause(), '115', '115', [mistake('5')])).toBe(true);
});

test('a conflict that could bring the value within the tolerance keeps a finding from being verified', () => {
  expect(passes(tolerant, '115', '110')).toBe(false);
  expect(passes(tolerant, '115', '111')).toBe(true);
  expect(passes(aClause(), '115', '110')).toBe(true);
});
