import { overviewQuery } from '../data/portal.ts';
import type { Slot } from '../slot.ts';

export const overviewSlot: Slot = {
  path: '',
  word: 'overview',
  icon: 'home',
  pages: [
    {
      path: '',
      load: () => import('./OverviewPage.tsx'),
      read: (cache, { customer }) => void cache.prefetchQuery(overviewQuery(customer ?? '')),
    },
  ],
};
