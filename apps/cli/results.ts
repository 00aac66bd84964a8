import type { Result } from './documents.ts';

/** The exit code of each result. */
export const exits = { within: 0, beyond: 2, 'cannot-tell': 3 } as const satisfies Record<Result, number>;

/** How each result is said. */
export const resultWords: Readonly<Record<Result, string>> = {
  within: 'within terms',
  beyond: 'beyond terms',
  'cannot-tell': 'cannot tell',
};

/** Returns the result of several clauses: beyond where one is, else cannot tell where one cannot be told. */
export function resultOf(results: readonly Result[]): Result {
  if (results.includes('beyond')) return 'beyond';
  return results.includes('cannot-tell') ? 'cannot-tell' : 'within';
}
