import type { Slot } from '../slot.ts';
import { ordersQuery, waysListQuery, waysQuery } from './data.ts';

/** More of what is used up, and what becomes of an order. */
export const waysUpSlot: Slot = {
  path: 'ways-up',
  word: 'waysUp',
  icon: 'up',
  pages: [
    {
      path: '',
      load: () => import('./ListPage.tsx'),
      read: (cache, { customer = '' }) => {
        void cache.prefetchQuery(waysListQuery(customer));
        void cache.prefetchQuery(ordersQuery(customer));
      },
    },
    {
      path: 'of/$agreement/$clause',
      load: () => import('./ComparePage.tsx'),
      read: (cache, { customer = '', agreement = '', clause = '' }) =>
        void cache.prefetchQuery(waysQuery({ customer, agreement, clause })),
    },
    { path: 'orders/$order', load: () => import('./OrderPage.tsx') },
  ],
};
