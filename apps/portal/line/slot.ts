import type { Slot } from '../slot.ts';

export const lineSlot: Slot = {
  path: 'lines',
  word: null,
  icon: 'chart',
  pages: [{ path: '$agreement/$clause', load: () => import('./LinePage.tsx') }],
};
