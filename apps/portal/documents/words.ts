import { wordsOf } from '../words/messages.ts';

export const documentsWords = wordsOf<keyof typeof import('../words/en/documents.ts').default>({
  en: () => import('../words/en/documents.ts'),
  de: () => import('../words/de/documents.ts'),
  fr: () => import('../words/fr/documents.ts'),
  es: () => import('../words/es/documents.ts'),
});
