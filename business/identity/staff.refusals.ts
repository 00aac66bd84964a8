/** Why a command on a person of the vendor is refused: stable codes, plain words. */
export const staffRefusals = {
  staff_known: 'A person with this id is there already.',
  staff_unknown: 'There is no such person in the team.',
  staff_active: 'This person still works here. Retire them first.',
  staff_email_taken: 'Somebody else in the team has this e-mail address.',
} as const;

export type StaffRefusal = keyof typeof staffRefusals;
