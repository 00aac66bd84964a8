import type { Problem } from '#platform/problem.ts';

/** Why something cannot be asked. */
const refusals = {
  about_unknown: {
    title: 'Nothing there to ask about',
    detail: 'What the question is about is not there, or not yours.',
    todo: 'Load the page again, or ask in general.',
    pointer: '/about',
  },
  line_unknown: {
    title: 'This line does not count any more',
    detail: 'The line is not among what is counted now: it was counted again meanwhile.',
    todo: 'Load the page again to see what counts now.',
  },
  contested_already: {
    title: 'You have told us of this line already',
    detail: 'A contest of this line is open, and waits for our answer.',
    todo: 'Find it among your questions.',
  },
  claim_words_missing: {
    title: 'Say it in words',
    detail: 'For something else than what is listed, say in words what is wrong.',
    todo: 'Write a sentence.',
    pointer: '/text',
  },
  claim_day_missing: {
    title: 'On which day?',
    detail: 'To say that somebody left, say on which day; to say anything else, leave the day out.',
    todo: 'Give the day, such as 2026-03-31.',
    pointer: '/claim/on',
  },
  too_many_open: {
    title: 'Many questions are open',
    detail: 'So many of your questions wait for an answer that more would not be answered sooner.',
    todo: 'Wait for some answers, or close what has settled itself.',
  },
  too_many_today: {
    title: 'That is a lot for one day',
    detail: 'More was asked in the last 24 hours than can be answered well.',
    todo: 'Ask again tomorrow, or call the person who answers you.',
  },
} as const satisfies Record<string, Omit<Problem, 'code'>>;

export type AskProblem = keyof typeof refusals;

/** Returns the problem of a code. */
export function askProblem(code: AskProblem): Problem {
  return { code, ...refusals[code] };
}

/** So many questions of one customer may wait for the vendor at once, and so many may be put within a day. */
export const mostOpen = 50;
export const mostToday = 40;
