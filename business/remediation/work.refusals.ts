/** Why a command on the work at a customer is refused: stable codes, plain words. */
export const workRefusals = {
  note_unknown: 'There is no such note, or it was erased.',
} as const;

export type WorkRefusal = keyof typeof workRefusals;
