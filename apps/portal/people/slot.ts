import type { Slot } from '../slot.ts';

/** Only administrators of the customer let others in. */
export const peopleSlot: Slot = {
  path: 'people',
  word: 'people',
  icon: 'people',
  pages: [{ path: '', load: () => import('./PeoplePage.tsx') }],
  shownTo: ({ as }) => as === 'customer-administrator',
};
