import type { Slot } from '../slot.ts';

/** One page a line: `{ path: '', load: () => import('./SomePage.tsx') }`, which exports `Page`. */
export const alertsSlot: Slot = { path: 'alerts', word: 'alerts', icon: 'bell', pages: [] };
