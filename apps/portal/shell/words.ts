import { wordsOf } from '../words/messages.ts';

/** The words of what stands around every page, and of what goes wrong. */
export const shellWords = wordsOf<keyof typeof import('../words/en/shell.ts').default>({
  en: () => import('../words/en/shell.ts'),
  de: () => import('../words/de/shell.ts'),
  fr: () => import('../words/fr/shell.ts'),
  es: () => import('../words/es/shell.ts'),
});
export type ShellWord = keyof typeof import('../words/en/shell.ts').default;
