import type { SignInWord } from './words.ts';

/** The codes of problems that the doors have words of their own for. */
export const refusalWords = [
  'sign_in_failed',
  'code_wrong',
  'link_over',
  'too_many_attempts',
  'passkey_refused',
  'challenge_over',
  'password_too_short',
  'password_too_long',
  'password_guessable',
  'provider_unreachable',
  'provider_denied',
  'provider_answer_refused',
  'visit_over',
  'provider_account_unknown',
  'provider_email_unverified',
  'provider_linked_otherwise',
  'provider_account_closed',
  'invalid_request',
] as const satisfies readonly SignInWord[];
