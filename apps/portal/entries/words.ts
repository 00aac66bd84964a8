import { wordsOf } from '../words/messages.ts';

export const entriesWords = wordsOf<keyof typeof import('../words/en/entries.ts').default>({
  en: () => import('../words/en/entries.ts'),
  de: () => import('../words/de/entries.ts'),
  fr: () => import('../words/fr/entries.ts'),
  es: () => import('../words/es/entries.ts'),
});
