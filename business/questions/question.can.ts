import type { QuestionCommand, QuestionStatus } from './question.ts';

const unknown = 'There is no such question.';
const there = 'The question is there already.';
const over = 'The question is closed. Ask a new one, and refer to it.';
const yours = 'It is answered; whoever asked may ask further.';

/** Which command is possible in which state: `true`, or why not. */
export const can: {
  readonly [C in QuestionCommand['kind']]: { readonly [S in QuestionStatus]: true | string };
} = {
  ask: {
    none: true,
    asked: there,
    handedOver: there,
    answered: there,
    followedUp: there,
    closed: there,
  },
  handOver: {
    none: unknown,
    asked: true,
    handedOver: true,
    answered: yours,
    followedUp: true,
    closed: over,
  },
  promise: {
    none: unknown,
    asked: true,
    handedOver: true,
    answered: yours,
    followedUp: true,
    closed: over,
  },
  answer: {
    none: unknown,
    asked: true,
    handedOver: true,
    answered: yours,
    followedUp: true,
    closed: over,
  },
  followUp: {
    none: unknown,
    asked: 'We have not answered yet.',
    handedOver: 'We have not answered yet.',
    answered: true,
    followedUp: 'We have not answered yet.',
    closed: over,
  },
  note: {
    none: unknown,
    asked: true,
    handedOver: true,
    answered: true,
    followedUp: true,
    closed: true,
  },
  close: {
    none: unknown,
    asked: true,
    handedOver: true,
    answered: true,
    followedUp: true,
    closed: 'It is closed already.',
  },
  remind: {
    none: unknown,
    asked: true,
    handedOver: true,
    answered: yours,
    followedUp: true,
    closed: over,
  },
  miss: {
    none: unknown,
    asked: true,
    handedOver: true,
    answered: yours,
    followedUp: true,
    closed: over,
  },
  recount: {
    none: unknown,
    asked: 'The line is counted again once we have answered.',
    handedOver: 'The line is counted again once we have answered.',
    answered: true,
    followedUp: true,
    closed: true,
  },
};
