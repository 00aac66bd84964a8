import type { AlertCommand, AlertStatus } from './alert.ts';

/** Which command is possible in which state: `true`, or why not. */
export const can: { readonly [C in AlertCommand['kind']]: { readonly [S in AlertStatus]: true | string } } = {
  look: { none: true, raised: true, silenced: true, crossed: true, cleared: true },
  acknowledge: {
    none: 'There is no alert to acknowledge.',
    raised: true,
    silenced: true,
    crossed: 'Use went above the limit: the finding takes over. Confirm or dismiss it there.',
    cleared: 'The alert is over: use has gone back.',
  },
};
