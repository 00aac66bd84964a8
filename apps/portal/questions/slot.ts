import type { Slot } from '../slot.ts';

export const questionsSlot: Slot = {
  path: 'questions',
  word: 'questions',
  icon: 'help',
  pages: [
    { path: '', load: () => import('./QuestionsPage.tsx') },
    { path: 'new', load: () => import('./AskPage.tsx') },
    { path: '$question', load: () => import('./ThreadPage.tsx') },
  ],
};
