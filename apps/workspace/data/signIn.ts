import { asFailure } from './failure.ts';

/** Goes to sign in, and from there back to this page, where a request was refused because nobody is signed in any more. */
export function signInIfNeeded(thrown: unknown): void {
  const { status, code } = asFailure(thrown);
  if (status !== 401 || code !== 'sign_in_needed') return;
  const { pathname, search, hash } = window.location;
  window.location.assign(`/sign-in?to=${encodeURIComponent(`${pathname}${search}${hash}`)}`);
}
