import type { OrderCommand, OrderState } from './order.ts';

const unknown = 'There is no such order.';
const asked = 'It is with the vendor already.';
const quoted = 'It has been quoted: answer the quote.';
const done = 'It is agreed: what it brings counts already.';
const declined = 'It was declined; choose anew.';
const withdrawn = 'It was withdrawn; choose anew.';
const notSent = 'Nobody has sent it to the vendor yet.';
const over = { agreed: done, declined, withdrawn };

/** Which command is possible in which state: `true`, or why not. */
export const can: {
  readonly [C in OrderCommand['kind']]: { readonly [S in OrderState['status']]: true | string };
} = {
  prepare: { none: true, prepared: 'It is prepared already.', requested: asked, quoted, ...over },
  request: { none: true, prepared: true, requested: asked, quoted, ...over },
  place: { none: true, prepared: true, requested: asked, quoted, ...over },
  quote: { none: unknown, prepared: notSent, requested: true, quoted: 'It is quoted already.', ...over },
  agree: { none: unknown, prepared: notSent, requested: 'There is no quote yet.', quoted: true, ...over },
  carryOut: { none: unknown, prepared: notSent, requested: true, quoted, ...over },
  decline: { none: unknown, prepared: true, requested: true, quoted: true, ...over },
  withdraw: { none: unknown, prepared: true, requested: true, quoted: true, ...over },
};
