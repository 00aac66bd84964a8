import type { FindingCommand, FindingStatus } from './lifecycle.ts';

/**
 * Which command is possible in which state: `true`, or why not. The one table behind `decide`, the HTTP answer, the
 * disabled button and the diagram in the guide.
 */
export const can: {
  readonly [C in FindingCommand['kind']]: { readonly [S in FindingStatus]: true | string };
} = {
  detect: {
    none: true,
    detected: 'This finding is known already.',
    verified: 'This finding is known already.',
    confirmed: 'This finding is known already.',
    dismissed: 'This finding is known already.',
    cleared: true,
    merged: true,
  },
  recount: {
    none: 'There is no finding to recount.',
    detected: true,
    verified: true,
    confirmed: true,
    dismissed: true,
    cleared: 'Nothing is beyond the clause; use beyond it again is detected anew.',
    merged: 'Another finding has taken this one over.',
  },
  verify: {
    none: 'There is no finding to verify.',
    detected: true,
    verified: true,
    confirmed: true,
    dismissed: true,
    cleared: 'Nothing is beyond the clause.',
    merged: 'Another finding has taken this one over.',
  },
  clear: {
    none: 'There is no finding to clear.',
    detected: true,
    verified: true,
    confirmed: true,
    dismissed: true,
    cleared: 'It is cleared already.',
    merged: 'Another finding has taken this one over.',
  },
  merge: {
    none: 'There is no finding to merge.',
    detected: true,
    verified: true,
    confirmed: 'A confirmed finding keeps its own reading.',
    dismissed: true,
    cleared: 'Nothing is beyond the clause.',
    merged: 'It is merged already.',
  },
  confirm: {
    none: 'There is no finding to confirm.',
    detected:
      'Verification has not passed. Where an open question explains it (a mistake of ours, a person counted twice), dismiss the finding with that cause; else it waits until the question is settled.',
    verified: true,
    confirmed: 'It is confirmed already.',
    dismissed: 'It was dismissed; reopen it first.',
    cleared: 'A recount found nothing beyond the clause.',
    merged: 'Another finding has taken this one over.',
  },
  dismiss: {
    none: 'There is no finding to dismiss.',
    detected: true,
    verified: true,
    confirmed: true,
    dismissed: 'It is dismissed already.',
    cleared: 'A recount found nothing beyond the clause.',
    merged: 'Another finding has taken this one over.',
  },
  reopen: {
    none: 'There is no finding to reopen.',
    detected: 'It is open.',
    verified: 'It is open.',
    confirmed: true,
    dismissed: true,
    cleared: 'A recount found nothing beyond the clause; use beyond it again is detected anew.',
    merged: 'Another finding has taken this one over.',
  },
};
