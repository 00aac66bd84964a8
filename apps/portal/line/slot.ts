import { lineQuery } from '../data/portal.ts';
import type { Slot } from '../slot.ts';

export const lineSlot: Slot = {
  path: 'lines',
  word: null,
  icon: 'chart',
  pages: [
    {
      path: '$agreement/$clause',
      load: () => import('./LinePage.tsx'),
      read: (cache, { customer = '', agreement = '', clause = '' }) =>
        void cache.prefetchQuery(lineQuery({ customer, agreement, clause, group: groupOfAddress() })),
    },
  ],
};

/** Returns the group that the address names behind its question mark; `null` where it names none. */
export function groupOfAddress(): string | null {
  return new URLSearchParams(location.search).get('group');
}
