import { clauseWords } from '../clauses/words.ts';
import type { Slot } from '../slot.ts';
import { ordersQuery, waysListQuery, waysQuery } from './data.ts';
import { waysUpWords } from './words.ts';

const words = [waysUpWords, ...clauseWords];

/** More of what is used up, and what becomes of an order. */
export const waysUpSlot: Slot = {
  path: 'ways-up',
  word: 'waysUp',
  icon: 'up',
  pages: [
    {
      path: '',
      load: () => import('./ListPage.tsx'),
      words,
      read: (cache, { customer = '' }) => {
        void cache.prefetchQuery(waysListQuery(customer));
        void cache.prefetchQuery(ordersQuery(customer));
      },
    },
    {
      path: 'of/$agreement/$clause',
      load: () => import('./ComparePage.tsx'),
      words,
      read: (cache, { customer = '', agreement = '', clause = '' }) =>
        void cache.prefetchQuery(waysQuery({ customer, agreement, clause })),
    },
    { path: 'orders/$order', load: () => import('./OrderPage.tsx'), words },
  ],
};
