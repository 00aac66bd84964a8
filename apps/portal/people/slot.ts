import type { Slot } from '../slot.ts';

/** One page a line: `{ path: '', load: () => import('./SomePage.tsx') }`, which exports `Page`. */
export const peopleSlot: Slot = { path: 'people', word: 'people', icon: 'people', pages: [] };
