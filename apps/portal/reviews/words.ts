import { wordsOf } from '../words/messages.ts';

export const reviewWords = wordsOf<ReviewWord>({
  en: () => import('../words/en/reviews.ts'),
  de: () => import('../words/de/reviews.ts'),
  fr: () => import('../words/fr/reviews.ts'),
  es: () => import('../words/es/reviews.ts'),
});
export type ReviewWord = keyof typeof import('../words/en/reviews.ts').default;
