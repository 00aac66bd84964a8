import type { Review, ReviewCommand } from './review.ts';

const unknown = 'There is no such review.';
const there = 'The review is there already.';
const held = 'The review was held.';
const dropped = 'The review was dropped; ask for another.';

/** Which command is possible in which state: `true`, or why not. */
export const can: {
  readonly [C in ReviewCommand['kind']]: { readonly [S in Review['status']]: true | string };
} = {
  open: { none: true, due: there, offered: there, booked: there, held: there, dropped: there },
  offer: { none: unknown, due: true, offered: true, booked: true, held, dropped },
  accept: {
    none: unknown,
    due: 'No time was offered yet.',
    offered: true,
    booked: 'A time is booked already.',
    held,
    dropped,
  },
  callOff: {
    none: unknown,
    due: 'No meeting is booked.',
    offered: 'No meeting is booked.',
    booked: true,
    held,
    dropped,
  },
  hold: {
    none: unknown,
    due: 'Book a meeting first, or drop the review.',
    offered: 'Book a meeting first, or drop the review.',
    booked: true,
    held,
    dropped,
  },
  end: {
    none: unknown,
    due: 'It has no outcomes yet.',
    offered: 'It has no outcomes yet.',
    booked: 'It has no outcomes yet.',
    held: true,
    dropped,
  },
  drop: { none: unknown, due: true, offered: true, booked: true, held, dropped },
};
