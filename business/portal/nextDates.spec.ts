import { describe, expect, test } from 'vitest';
import { nextDates } from './nextDates.ts';
import type { DateKind } from './upcomingDates.ts';

const date = (kind: DateKind, agreement: string | null = null) => ({ kind, agreement });
const answers = [1, 2, 3].map(() => date('answer-due'));
const renewal = date('renewal', 'AG');
const end = date('term-end', 'AG');

describe('the next dates', () => {
  test('are the soonest', () => {
    expect(nextDates([...answers, date('duty-due', 'AG')], ['AG'], 3)).toEqual(answers);
  });

  test('keep the renewal of a running agreement, however much comes before it', () => {
    expect(nextDates([...answers, end, renewal], ['AG'], 3)).toEqual([...answers.slice(1), renewal]);
    expect(nextDates([renewal, ...answers], ['AG'], 3)).toEqual([renewal, ...answers.slice(1)]);
  });

  test('keep the end of the term where no renewal lies ahead', () => {
    expect(nextDates([...answers, end], ['AG'], 3).at(-1)).toEqual(end);
  });

  test('keep nothing of an agreement that does not run', () => {
    expect(nextDates([...answers, end, renewal], ['AG-2'], 3)).toEqual(answers);
  });
});
