import type { Slot } from '../slot.ts';
import { datesWords } from './words.ts';

export const datesSlot: Slot = {
  path: 'dates',
  word: 'dates',
  icon: 'calendar',
  pages: [{ path: '', load: () => import('./DatesPage.tsx'), words: [datesWords] }],
};
