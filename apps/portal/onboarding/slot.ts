import type { Slot } from '../slot.ts';

export const onboardingSlot: Slot = {
  path: 'how-it-works',
  word: 'onboarding',
  icon: 'info',
  pages: [{ path: '', load: () => import('./OnboardingPage.tsx') }],
};
