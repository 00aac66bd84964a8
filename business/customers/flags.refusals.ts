/** Why a command on a customer's flags is refused: stable codes, plain words. */
export const flagRefusals = {
  flag_ends_before: 'A flag has to end after it begins, and after now.',
  flag_overlaps:
    'This flag stands already in that time. Lift it first, or let the new one begin when it ends.',
  flag_unknown: 'There is no such flag of this customer.',
  flag_over: 'This flag has ended already.',
} as const;

export type FlagRefusal = keyof typeof flagRefusals;
