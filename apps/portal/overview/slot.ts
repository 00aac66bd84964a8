import type { Slot } from '../slot.ts';

export const overviewSlot: Slot = {
  path: '',
  word: 'overview',
  icon: 'home',
  pages: [{ path: '', load: () => import('./OverviewPage.tsx') }],
};
