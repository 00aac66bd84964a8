import { wordsOf } from '../words/messages.ts';

export const peopleWords = wordsOf<keyof typeof import('../words/en/people.ts').default>({
  en: () => import('../words/en/people.ts'),
  de: () => import('../words/de/people.ts'),
  fr: () => import('../words/fr/people.ts'),
  es: () => import('../words/es/people.ts'),
});
