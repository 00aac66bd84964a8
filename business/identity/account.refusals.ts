/** Why a command on an account is refused: stable codes, plain words. */
export const accountRefusals = {
  account_known: 'There is an account of this person already.',
  account_unknown: 'There is no such account.',
  account_closed: 'This account is closed. Open it again first.',
  account_open: 'This account is not closed. Close it first.',
  account_not_invited: 'There is no invitation to this account that could be accepted.',
  account_email_taken: 'Somebody with this e-mail address has an account here already.',
  account_role_elsewhere: 'What a person of the team may do is said in the team.',
  last_administrator: 'This is the last administrator. Make somebody else one first.',
} as const;

export type AccountRefusal = keyof typeof accountRefusals;
