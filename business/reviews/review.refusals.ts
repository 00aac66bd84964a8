/** Why a command on a review is refused: stable codes, plain words. */
export const reviewRefusals = {
  not_possible_now: 'This cannot be done to the review as it stands.',
  review_period: 'A review looks at a period that ends after it begins.',
  slots_number: 'Offer one to five times.',
  slot_past: 'A time that is offered lies in the future.',
  slot_length: 'A meeting takes from a quarter of an hour to four hours.',
  slots_overlap: 'The times that are offered overlap each other.',
  slot_not_offered: 'This time was not offered.',
  own_offer: 'The other side says yes to the times you offered; you can offer others.',
  meeting_not_begun: 'What came of a meeting is written down once it has begun.',
  outcomes_number: 'A review has at most twenty outcomes, each with an id of its own.',
  outcome_due: 'An outcome is due on a day that has not passed.',
  outcome_unknown: 'There is no such outcome.',
  outcome_ended: 'This outcome has ended already.',
  why_missing: 'Say why it was given up.',
} as const;

export type ReviewRefusal = keyof typeof reviewRefusals;
