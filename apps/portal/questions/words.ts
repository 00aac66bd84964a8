import { wordsOf } from '../words/messages.ts';

export const questionWords = wordsOf<QuestionWord>({
  en: () => import('../words/en/questions.ts'),
  de: () => import('../words/de/questions.ts'),
  fr: () => import('../words/fr/questions.ts'),
  es: () => import('../words/es/questions.ts'),
});
export type QuestionWord = keyof typeof import('../words/en/questions.ts').default;
