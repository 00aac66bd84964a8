import { wordsOf } from '../words/messages.ts';

/** The words of the doors. */
export const signInWords = wordsOf<keyof typeof import('../words/en/signIn.ts').default>({
  en: () => import('../words/en/signIn.ts'),
  de: () => import('../words/de/signIn.ts'),
  fr: () => import('../words/fr/signIn.ts'),
  es: () => import('../words/es/signIn.ts'),
});
export type SignInWord = keyof typeof import('../words/en/signIn.ts').default;

/** The words of the page of one's own security. */
export const securityWords = wordsOf<keyof typeof import('../words/en/security.ts').default>({
  en: () => import('../words/en/security.ts'),
  de: () => import('../words/de/security.ts'),
  fr: () => import('../words/fr/security.ts'),
  es: () => import('../words/es/security.ts'),
});
export type SecurityWord = keyof typeof import('../words/en/security.ts').default;

/** The words of setting up a company's single sign-on. */
export const providerWords = wordsOf<keyof typeof import('../words/en/provider.ts').default>({
  en: () => import('../words/en/provider.ts'),
  de: () => import('../words/de/provider.ts'),
  fr: () => import('../words/fr/provider.ts'),
  es: () => import('../words/es/provider.ts'),
});
