/** Why a command on an agreement was not carried out: all codes there are, with plain words. */
export const agreementRefusals = {
  not_possible_now: 'This cannot be done to the agreement as it stands.',
  nothing_changed: 'The text is the same as before.',
  identity_changed: 'An agreement keeps its id and its customer.',
  contradiction: 'The agreement would contradict itself.',
  id_taken: 'This id is in use in the agreement; take another.',
  amendment_changed: 'An amendment of this id is known with other content; sign a new one instead.',
  amendment_unknown: 'The agreement has no amendment of this id.',
  amendment_withdrawn: 'The amendment was taken back; sign it under another id.',
  variation_changed: 'A variation of this id is known with other content; revoke it and decide a new one.',
  variation_unknown: 'The agreement has no variation of this id.',
  revoked_already: 'The variation was revoked before.',
  ended_already: 'The variation has ended by then on its own.',
  reaches_back: 'A revocation never reaches back: choose a time from now on.',
} as const;

export type AgreementRefusal = keyof typeof agreementRefusals;
