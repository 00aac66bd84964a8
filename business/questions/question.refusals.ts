/** Why a command on a question is refused: stable codes, plain words. */
export const questionRefusals = {
  not_possible_now: 'This cannot be done to the question as it stands.',
  handed_over_already: 'This person answers the question already.',
  promise_not_later: 'A new day for the answer has to lie after the one that was promised.',
  outcome_missing: 'Say what was found about the line: agreed, explained, or partly.',
  outcome_unasked: 'Nobody said that a line is wrong here: answer in words alone.',
  remedy_missing: 'Where the customer is right, say what was done about it: link the decision or correction.',
  remedy_unexpected: 'What is explained was right, and needs no correction.',
  not_late_yet: 'The day on which the answer was promised is not over.',
  thread_full: 'So much was said here that a new question is easier to follow. Ask anew.',
} as const;

export type QuestionRefusal = keyof typeof questionRefusals;
