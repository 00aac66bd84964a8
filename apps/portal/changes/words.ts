import { wordsOf } from '../words/messages.ts';

export const changesWords = wordsOf<keyof typeof import('../words/en/changes.ts').default>({
  en: () => import('../words/en/changes.ts'),
  de: () => import('../words/de/changes.ts'),
  fr: () => import('../words/fr/changes.ts'),
  es: () => import('../words/es/changes.ts'),
});
