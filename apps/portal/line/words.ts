import { wordsOf } from '../words/messages.ts';

export const lineWords = wordsOf<keyof typeof import('../words/en/line.ts').default>({
  en: () => import('../words/en/line.ts'),
  de: () => import('../words/de/line.ts'),
  fr: () => import('../words/fr/line.ts'),
  es: () => import('../words/es/line.ts'),
});
