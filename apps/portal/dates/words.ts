import { wordsOf } from '../words/messages.ts';

export const datesWords = wordsOf<keyof typeof import('../words/en/dates.ts').default>({
  en: () => import('../words/en/dates.ts'),
  de: () => import('../words/de/dates.ts'),
  fr: () => import('../words/fr/dates.ts'),
  es: () => import('../words/es/dates.ts'),
});
