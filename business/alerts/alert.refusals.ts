/** Why a command on an alert is refused: stable codes, plain words. */
export const alertRefusals = {
  not_possible_now: 'The alert is in a state in which this cannot be done.',
  silence_ends_before: 'A silence has to end after now.',
} as const;

export type AlertRefusal = keyof typeof alertRefusals;
