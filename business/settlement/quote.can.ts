import type { QuoteCommand, QuoteState } from './quote.ts';

const over = 'The quote is settled; make a new one for what comes after it.';
const gone = 'The quote was withdrawn; make a new one.';
const unknown = 'There is no such quote.';

/** Which command is possible in which state: `true`, or why not. */
export const can: {
  readonly [C in QuoteCommand['kind']]: { readonly [S in QuoteState['status']]: true | string };
} = {
  quote: {
    none: true,
    quoted: 'The quote is there already.',
    agreed: 'The quote is there already.',
    billed: 'The quote is there already.',
    settled: over,
    withdrawn: gone,
  },
  agree: {
    none: unknown,
    quoted: true,
    agreed: 'It is agreed already.',
    billed: 'It is agreed already.',
    settled: over,
    withdrawn: gone,
  },
  bill: {
    none: unknown,
    quoted: 'Nothing is billed that was not agreed.',
    agreed: true,
    billed: 'It is with billing already.',
    settled: over,
    withdrawn: gone,
  },
  settle: {
    none: unknown,
    quoted: 'Nothing is settled that was not agreed.',
    agreed: 'Give it to billing first.',
    billed: true,
    settled: over,
    withdrawn: gone,
  },
  withdraw: {
    none: unknown,
    quoted: true,
    agreed: 'What was agreed changes the agreement: amend it instead.',
    billed: 'It is with billing: cancel the invoice there, and amend the agreement.',
    settled: over,
    withdrawn: gone,
  },
};
