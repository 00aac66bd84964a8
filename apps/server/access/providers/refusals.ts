import type { Problem } from '#platform/problem.ts';

/** Why somebody who came back from a provider is not let in, beside `providerRefusals`; stable codes, plain words. */
export const visitRefusals = {
  provider_unreachable: 'The single sign-on cannot be reached, or does not answer as it should.',
  provider_denied: 'The single sign-on says that you did not go through with it.',
  provider_answer_refused: 'What came back from the single sign-on does not belong to this sign-in.',
  visit_over: 'This sign-in was begun in another window, has been used, or took too long.',
} as const;
export type VisitRefusal = keyof typeof visitRefusals;

/** The problem of a provider that cannot be asked. */
export const providerUnreachable: Problem = {
  code: 'provider_unreachable',
  title: 'Single sign-on is out of reach',
  detail: visitRefusals.provider_unreachable,
  todo: 'Try again in a while, or sign in another way.',
};
