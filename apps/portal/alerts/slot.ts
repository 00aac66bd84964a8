import type { Slot } from '../slot.ts';

export const alertsSlot: Slot = {
  path: 'alerts',
  word: 'alerts',
  icon: 'bell',
  pages: [{ path: '', load: () => import('./AlertsPage.tsx') }],
  shownTo: ({ as }) => as !== 'partner',
};
