import { wordsOf } from '../words/messages.ts';

export const alertWords = wordsOf<keyof typeof import('../words/en/alerts.ts').default>({
  en: () => import('../words/en/alerts.ts'),
  de: () => import('../words/de/alerts.ts'),
  fr: () => import('../words/fr/alerts.ts'),
  es: () => import('../words/es/alerts.ts'),
});
