import type { Slot } from '../slot.ts';

/** One page a line: `{ path: '', load: () => import('./SomePage.tsx') }`, which exports `Page`. */
export const waysUpSlot: Slot = { path: 'ways-up', word: 'waysUp', icon: 'up', pages: [] };
