import type { Slot } from '../slot.ts';

/** One page a line: `{ path: '', load: () => import('./SomePage.tsx') }`, which exports `Page`. */
export const questionsSlot: Slot = { path: 'questions', word: 'questions', icon: 'help', pages: [] };
