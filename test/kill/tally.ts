import type { Lifecycle } from '#platform/journal/journal.ts';

/** The smallest lifecycle: it counts its own events. */
export const tally: Lifecycle<{ readonly count: number }, 'count', 'counted'> = {
  lifecycle: 'tally',
  decider: {
    initial: { count: 0 },
    decide: () => ({ events: ['counted'] }),
    evolve: ({ count }) => ({ count: count + 1 }),
  },
  describe: () => ({ type: 'counted', schemaVersion: 1, visibility: 'vendor', payload: {} }),
  revive: () => 'counted',
};
