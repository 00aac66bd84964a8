import { wordsOf } from '../words/messages.ts';

export const onboardingWords = wordsOf<keyof typeof import('../words/en/onboarding.ts').default>({
  en: () => import('../words/en/onboarding.ts'),
  de: () => import('../words/de/onboarding.ts'),
  fr: () => import('../words/fr/onboarding.ts'),
  es: () => import('../words/es/onboarding.ts'),
});
