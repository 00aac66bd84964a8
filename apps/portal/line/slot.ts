import { clauseWords } from '../clauses/words.ts';
import { lineQuery } from '../data/portal.ts';
import { overviewWords } from '../overview/words.ts';
import type { Slot } from '../slot.ts';
import { lineWords } from './words.ts';

export const lineSlot: Slot = {
  path: 'lines',
  word: null,
  icon: 'chart',
  pages: [
    {
      path: '$agreement/$clause',
      load: () => import('./LinePage.tsx'),
      words: [lineWords, overviewWords, ...clauseWords],
      read: (cache, { customer = '', agreement = '', clause = '' }) =>
        void cache.prefetchQuery(lineQuery({ customer, agreement, clause, group: groupOfAddress() })),
    },
  ],
};

/** Returns the group that the address names behind its question mark; `null` where it names none. */
export function groupOfAddress(): string | null {
  return new URLSearchParams(location.search).get('group');
}
