import { expect, test } from 'vitest';
import { evidenceOf } from '#business/usage/counts/one/evidence.ts';
import { countByASweep } from '#business/usage/counts/one/sweep.ts';
import { exact, stored, sum } from '#platform/exact.ts';
import { type History, historyOf, round } from './history.ts';

/** Two rounds: every aggregate with every window, rated and not, charged at first use and not, with ratchets and without. */
const histories = Array.from({ length: 2 * round }, (_, number) => historyOf(number));
/** Of each history some values, spread over its windows. */
const most = 6;

function wrongIn({ number, aggregate, unit, request }: History): string[] {
  const values = countByASweep(request).filter(({ value }) => value !== null);
  const every = Math.max(1, Math.floor(values.length / most));
  return values.flatMap(({ window, group, value }, i) => {
    if (i % every !== 0) return [];
    const rows = evidenceOf(request, window, group);
    const total = stored(sum(rows.map(({ contributes }) => exact(contributes))));
    const negative = rows.some(({ contributes }) => exact(contributes).compare(0) < 0);
    if (total === value && !negative) return [];
    return [
      `history ${number} (${aggregate}, ${unit}), window ${window} of ${group}: ${total} against ${value}`,
    ];
  });
}

test('the evidence of every value adds up to it, whatever its measure, and no row takes anything away', () => {
  const instant = (history: History): boolean => history.unit === 'instant';
  expect(histories.filter((history) => !instant(history)).flatMap(wrongIn)).toEqual([]);
  expect(histories.some(({ request }) => request.measure.rating && request.measure.ratchet)).toBe(true);
  expect(histories.some(({ request }) => request.measure.firstUse)).toBe(true);
});
