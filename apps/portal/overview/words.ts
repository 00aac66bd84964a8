import { wordsOf } from '../words/messages.ts';

export const overviewWords = wordsOf<keyof typeof import('../words/en/overview.ts').default>({
  en: () => import('../words/en/overview.ts'),
  de: () => import('../words/de/overview.ts'),
  fr: () => import('../words/fr/overview.ts'),
  es: () => import('../words/es/overview.ts'),
});
