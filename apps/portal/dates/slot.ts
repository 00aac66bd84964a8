import type { Slot } from '../slot.ts';

export const datesSlot: Slot = {
  path: 'dates',
  word: 'dates',
  icon: 'calendar',
  pages: [{ path: '', load: () => import('./DatesPage.tsx') }],
};
