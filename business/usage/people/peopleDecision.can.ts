import type { DecisionStatus, PeopleCommand } from './peopleDecision.ts';

/** Which command is possible for a decision in which state: `true`, or why not. Behind the refusal and the button. */
export const can: {
  readonly [C in PeopleCommand['kind']]: { readonly [S in DecisionStatus]: true | string };
} = {
  decide: {
    none: true,
    standing: 'A decision with this id is made already.',
    undone: 'A decision with this id was made and taken back; make a new one.',
  },
  undo: {
    none: 'There is no such decision to take back.',
    standing: true,
    undone: 'It was taken back already.',
  },
};
