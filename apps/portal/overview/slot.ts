import { clauseWords } from '../clauses/words.ts';
import { overviewQuery } from '../data/portal.ts';
import { datesWords } from '../dates/words.ts';
import type { Slot } from '../slot.ts';
import { overviewWords } from './words.ts';

export const overviewSlot: Slot = {
  path: '',
  word: 'overview',
  icon: 'home',
  pages: [
    {
      path: '',
      load: () => import('./OverviewPage.tsx'),
      words: [overviewWords, datesWords, ...clauseWords],
      read: (cache, { customer }) => void cache.prefetchQuery(overviewQuery(customer ?? '')),
    },
  ],
};
