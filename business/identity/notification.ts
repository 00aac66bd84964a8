/**
 * What people of the vendor are told in the workspace: a closed list. `title` says what happened, `todo` what to do about
 * it; `place` is where it leads when whoever tells it names no place of its own.
 */
export const notificationKinds = {
  'question.asked': {
    title: 'A customer has a question',
    todo: 'Answer it by the date it was promised for.',
    place: '/questions',
  },
  'question.due': {
    title: 'An answer is due soon',
    todo: 'Answer the question, or tell the customer a later date.',
    place: '/questions',
  },
  'question.late': {
    title: 'An answer is late',
    todo: 'The date the customer was given has passed: answer now, or say why it takes longer.',
    place: '/questions',
  },
  'question.answered-late': {
    title: 'A question was answered after its date',
    todo: 'Look whether the customer is content.',
    place: '/questions',
  },
  'contest.opened': {
    title: 'A customer says that a number looks wrong',
    todo: 'Look at how it was counted. Nobody is contacted about it meanwhile.',
    place: '/questions',
  },
  'order.requested': {
    title: 'A customer asks for an offer',
    todo: 'Look at what they chose, and quote it.',
    place: '/quotes',
  },
  'order.placed': {
    title: 'A customer has ordered',
    todo: 'Look at the order, and give it to billing.',
    place: '/quotes',
  },
  'quote.decided': {
    title: 'A quote was answered',
    todo: 'See what became of it.',
    place: '/quotes',
  },
  'review.booked': {
    title: 'A review meeting is booked',
    todo: 'See when, and what will be talked about.',
    place: '/reviews',
  },
  'review.due': {
    title: 'A review is due',
    todo: 'Look at the page both sides will see, and propose a day.',
    place: '/reviews',
  },
  'finding.new': {
    title: 'Something new was found',
    todo: 'Look at the evidence before anybody is contacted.',
    place: '/',
  },
  'alert.crossed': {
    title: 'A customer comes close to a limit',
    todo: 'See how close, and who was told.',
    place: '/alerts',
  },
  'work.assigned': {
    title: 'A position was given to you',
    todo: 'Look at where the customer stands.',
    place: '/tasks',
  },
  'control.assigned': {
    title: 'A control was given to you',
    todo: 'See what is missing, and by when.',
    place: '/controls',
  },
  'account.accepted': {
    title: 'An invitation was accepted',
    todo: 'Nothing; from now on they see their own pages.',
    place: '/customers',
  },
} as const satisfies Readonly<Record<string, NotificationKindWords>>;

type NotificationKindWords = { readonly title: string; readonly todo: string; readonly place: string };

export type NotificationKind = keyof typeof notificationKinds;

/** Returns whether a text names a kind of the list: rows may be of a newer release. */
export function isNotificationKind(kind: string): kind is NotificationKind {
  return Object.hasOwn(notificationKinds, kind);
}
