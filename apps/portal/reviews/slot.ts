import type { Slot } from '../slot.ts';

export const reviewsSlot: Slot = {
  path: 'reviews',
  word: 'reviews',
  icon: 'star',
  pages: [
    { path: '', load: () => import('./ReviewsPage.tsx') },
    { path: '$review', load: () => import('./ReviewPage.tsx') },
  ],
};
