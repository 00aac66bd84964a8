import type { Clause } from '../data/portal.ts';
import type words from '../words/en/overview.ts';

type Say = (word: keyof typeof words, values?: Record<string, number>) => string;

/** Returns how all clauses stand in a sentence or two. What cannot be told is not said to be within. */
export function inShort(say: Say, statuses: readonly Clause['status'][]): string {
  const count = (...wanted: readonly string[]) => statuses.filter((one) => wanted.includes(one)).length;
  const [above, close] = [count('above'), count('close', 'at-limit')];
  const [within, unknown] = [count('within'), count('cannot-tell')];
  if (above > 0) return say('someAbove', { n: above });
  if (unknown === 0) return close > 0 ? say('someClose', { n: close }) : say('allWithin');
  if (close === 0 && within === 0) return say('nothingKnown');
  const known = close > 0 ? say('closeOnly', { n: close }) : say('knownWithin');
  return `${known} ${say('someUnknown', { n: unknown })}`;
}
