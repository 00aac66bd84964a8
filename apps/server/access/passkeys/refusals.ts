import type { Problem } from '#platform/problem.ts';

/** One answer for an unknown passkey, a wrong signature, a copy of a device, a closed account: none tells which. */
export const passkeyRefused: Problem = {
  code: 'passkey_refused',
  title: 'This passkey does not open anything here',
  detail: 'It is not known here, was removed, or your device did not confirm that it is you.',
  todo: 'Try another passkey, or sign in another way.',
};

export const challengeOver: Problem = {
  code: 'challenge_over',
  title: 'That took too long',
  detail: 'The question put to your device has been answered, has expired, or was put to another window.',
  todo: 'Try again.',
};

export const tooManyPasskeys: Problem = {
  code: 'too_many_passkeys',
  title: 'There are many passkeys already',
  detail: 'An account may have at most 20 passkeys.',
  todo: 'Remove one that you do not use any more.',
};
