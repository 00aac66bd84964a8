import type { Slot } from '../slot.ts';
import { changesWords } from './words.ts';

export const changesSlot: Slot = {
  path: 'changes',
  word: 'changes',
  icon: 'history',
  pages: [{ path: '', load: () => import('./ChangesPage.tsx'), words: [changesWords] }],
};
