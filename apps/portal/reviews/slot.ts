import type { Slot } from '../slot.ts';

/** One page a line: `{ path: '', load: () => import('./SomePage.tsx') }`, which exports `Page`. */
export const reviewsSlot: Slot = { path: 'reviews', word: 'reviews', icon: 'star', pages: [] };
