/** A letter about a review: who reads it, which review, and where it is. Times are written as people read them, with their zone. */
export type ReviewFacts = {
  readonly id: string;
  readonly reader: string;
  readonly customer: string;
  /** `January 1, 2026 – December 31, 2026`. */
  readonly period: string;
  /** `Tuesday, June 9, 2026, 10:00 – 11:00 (Europe/Berlin)`, each time that is told of. */
  readonly times: readonly string[];
  readonly link: string;
  /** Where the meeting is fetched for a calendar; `null` where there is none. */
  readonly calendar: string | null;
};

export type ReviewNews = 'due' | 'offered' | 'booked' | 'calledOff' | 'soon' | 'held' | 'dropped';
export type ReviewLetter = { readonly subject: string; readonly text: string };

const words: Record<
  ReviewNews,
  (facts: ReviewFacts) => readonly [subject: string, ...lines: readonly string[]]
> = {
  due: ({ customer, id }) => [
    `A review with ${customer} is due (${id})`,
    'Look at the page both sides will see, and offer some times.',
  ],
  offered: ({ id }) => [
    `Times for our review (${id})`,
    'These times are offered for the review of your licenses. Choose one, or offer others:',
  ],
  booked: ({ id }) => [`Our review is booked (${id})`, 'Both sides said yes to this time:'],
  calledOff: ({ id }) => [
    `Our review was called off (${id})`,
    'The meeting does not take place. Why is said on its page; another time can be offered there.',
  ],
  soon: ({ id }) => [`Soon: our review (${id})`, 'This is a reminder of the meeting that is booked:'],
  held: ({ id }) => [
    `What came of our review (${id})`,
    'What was agreed, who does it and by when stands on its page, beside the figures as both of us saw them.',
  ],
  dropped: ({ id }) => [`Our review was dropped (${id})`, 'Why is said on its page.'],
};

/** Returns a letter about a review. No word that people wrote is in it: those stay where they can be erased. */
export function letterOfReview(news: ReviewNews, facts: ReviewFacts): ReviewLetter {
  const [subject, ...lines] = words[news](facts);
  const { reader, period, times, link, calendar } = facts;
  const parts = [
    `Hello ${reader},`,
    ...lines,
    ...(times.length > 0 ? [times.map((time) => `- ${time}`).join('\n')] : []),
    `It looks at ${period}.`,
    link,
    ...(calendar === null ? [] : [`For your calendar:\n${calendar}`]),
  ];
  return { subject, text: parts.join('\n\n') };
}
