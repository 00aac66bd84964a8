import { wordsOf } from '../words/messages.ts';

/** How use is counted. */
export const countingWords = wordsOf<keyof typeof import('../words/en/counting.ts').default>({
  en: () => import('../words/en/counting.ts'),
  de: () => import('../words/de/counting.ts'),
  fr: () => import('../words/fr/counting.ts'),
  es: () => import('../words/es/counting.ts'),
});

/** What a clause allows. */
export const termsWords = wordsOf<keyof typeof import('../words/en/terms.ts').default>({
  en: () => import('../words/en/terms.ts'),
  de: () => import('../words/de/terms.ts'),
  fr: () => import('../words/fr/terms.ts'),
  es: () => import('../words/es/terms.ts'),
});

/** Where use stands. */
export const standingWords = wordsOf<keyof typeof import('../words/en/standing.ts').default>({
  en: () => import('../words/en/standing.ts'),
  de: () => import('../words/de/standing.ts'),
  fr: () => import('../words/fr/standing.ts'),
  es: () => import('../words/es/standing.ts'),
});

/** What units and attributes are called. */
export const vocabulary = wordsOf<keyof typeof import('../words/en/vocabulary.ts').default>({
  en: () => import('../words/en/vocabulary.ts'),
  de: () => import('../words/de/vocabulary.ts'),
  fr: () => import('../words/fr/vocabulary.ts'),
  es: () => import('../words/es/vocabulary.ts'),
});

/** All that clauses are worded with. */
export const clauseWords = [countingWords, termsWords, standingWords, vocabulary] as const;
