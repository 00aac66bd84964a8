import type { AgreementCommand, AgreementState } from './agreement.lifecycle.ts';

/** An agreement is unknown until its text is recorded. */
export type AgreementStatus = 'unknown' | 'recorded';

/** Returns which of its states an agreement is in. */
export function statusOf(state: AgreementState): AgreementStatus {
  return state === null ? 'unknown' : 'recorded';
}

const first = 'Record the signed text first.';

/** Which command is possible in which state: `true`, or why not. */
export const can: {
  readonly [C in AgreementCommand['kind']]: { readonly [S in AgreementStatus]: true | string };
} = {
  record: { unknown: true, recorded: 'The text is recorded already; correct it, or record an amendment.' },
  correct: { unknown: first, recorded: true },
  amend: { unknown: first, recorded: true },
  withdraw: { unknown: first, recorded: true },
  vary: { unknown: first, recorded: true },
  revoke: { unknown: first, recorded: true },
  importFile: { unknown: true, recorded: true },
};
