import type { Problem } from '#platform/problem.ts';

/** What is said of a wrong password, an unknown address, a closed account: always the same. */
export const signInFailed: Problem = {
  code: 'sign_in_failed',
  title: 'This did not work',
  detail: 'Address and password do not belong together, or there is no such account.',
  todo: 'Try again, or ask for a link by e-mail.',
};

export const codeWrong: Problem = {
  code: 'code_wrong',
  title: 'This code is not right',
  detail: 'The code is wrong, was used before, or is over.',
  todo: 'Wait for the next code, or use one of your recovery codes.',
};

/** A link that is unknown, used, or over: one answer for all three. */
export const linkOver: Problem = {
  code: 'link_over',
  title: 'This link does not open anything any more',
  detail: 'It has been used, it has ended, or it is not complete.',
  todo: 'Ask for a new one.',
};

export const signInAgain: Problem = {
  code: 'sign_in_again',
  title: 'Please sign in again',
  detail: 'It has been a while since you proved who you are.',
  todo: 'Sign in again, then do this once more.',
};

export const secondFactorSet: Problem = {
  code: 'second_factor_set',
  title: 'There is a second factor already',
  detail: 'This account has a second factor that works.',
  todo: 'Take it away first; that needs a code of it.',
};

export const secondFactorNeeded: Problem = {
  code: 'second_factor_needed',
  title: 'A second factor is needed here',
  detail: 'This installation asks you for a second factor, so it cannot be taken away.',
  todo: 'Ask an administrator to reset it, and set up a new one.',
};

export const sessionNeeded: Problem = {
  code: 'session_needed',
  title: 'This is for people',
  detail: 'A program with a token has no session and no account of its own.',
  todo: 'Sign in with a browser.',
};
