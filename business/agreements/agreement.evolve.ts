import type { Decider } from '#platform/journal/decider.ts';
import { decideAgreement } from './agreement.decide.ts';
import type { AgreementCommand, AgreementEvent, AgreementState } from './agreement.lifecycle.ts';
import type { AgreementRefusal } from './agreement.refusals.ts';
import type { Agreement } from './agreement.ts';

/** Returns the state after one event. */
export function evolveAgreement(state: AgreementState, event: AgreementEvent): AgreementState {
  switch (event.kind) {
    case 'recorded':
      return { texts: [textOf(event)], amendments: [], variations: [] };
    case 'corrected': {
      const before = known(state);
      return { ...before, texts: [...before.texts, textOf(event)] };
    }
    case 'amended': {
      const before = known(state);
      return { ...before, amendments: [...before.amendments, event.amendment] };
    }
    case 'withdrawn': {
      const { amendment: id, recordedAt } = event;
      const before = known(state);
      const amendments = before.amendments.map((item) =>
        item.id === id ? { ...item, withdrawn: { recordedAt } } : item,
      );
      return { ...before, amendments };
    }
    case 'varied': {
      const before = known(state);
      return { ...before, variations: [...before.variations, event.variation] };
    }
    case 'revoked': {
      const { variation: id, at, recordedAt } = event;
      const before = known(state);
      const variations = before.variations.map((item) =>
        item.id === id ? { ...item, revoked: { at, recordedAt } } : item,
      );
      return { ...before, variations };
    }
  }
}

/** The agreement's lifecycle. */
export const agreementDecider: Decider<AgreementState, AgreementCommand, AgreementEvent, AgreementRefusal> = {
  initial: null,
  decide: decideAgreement,
  evolve: evolveAgreement,
};

function textOf({ signed, recordedAt }: AgreementEvent & { kind: 'recorded' | 'corrected' }) {
  return { signed, recordedAt };
}

function known(state: AgreementState): Agreement {
  if (state === null) throw new Error('an agreement begins with its recorded text');
  return state;
}
