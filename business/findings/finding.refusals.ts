/** Why a command on a finding is refused: stable codes; the words come from `can` or stand here. */
export const findingRefusals = {
  not_possible_now: 'The finding is in a state in which this cannot be done.',
  nothing_changed: 'The recount gives the reading that is known already.',
} as const;

export type FindingRefusal = keyof typeof findingRefusals;
