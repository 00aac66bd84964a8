import { wordsOf } from '../words/messages.ts';
import type { Say } from '../words/Words.tsx';

/** The words of ways up and orders. */
export const waysUpWords = wordsOf<keyof typeof import('../words/en/waysUp.ts').default>({
  en: () => import('../words/en/waysUp.ts'),
  de: () => import('../words/de/waysUp.ts'),
  fr: () => import('../words/fr/waysUp.ts'),
  es: () => import('../words/es/waysUp.ts'),
});
export type WaysUpWord = keyof typeof import('../words/en/waysUp.ts').default;
export type SayWaysUp = Say<WaysUpWord>;
