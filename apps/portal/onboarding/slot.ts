import { clauseWords } from '../clauses/words.ts';
import type { Slot } from '../slot.ts';
import { onboardingWords } from './words.ts';

export const onboardingSlot: Slot = {
  path: 'how-it-works',
  word: 'onboarding',
  icon: 'info',
  pages: [{ path: '', load: () => import('./OnboardingPage.tsx'), words: [onboardingWords, ...clauseWords] }],
};
