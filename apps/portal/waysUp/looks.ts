import type { Way } from './data.ts';

type Fitted = Pick<Way, 'fit' | 'foreseen'>;

const fits = {
  enough: { tone: 'good', icon: 'check', word: 'enough' },
  'from-now-on': { tone: 'calm', icon: 'check', word: 'fromNowOn' },
  short: { tone: 'above', icon: 'alert', word: 'short' },
  'cannot-tell': { tone: 'calm', icon: 'help', word: 'cannotTell' },
} as const;

/** Returns how a quantity is marked. Where nothing can be foreseen, nothing is said of what lies ahead. */
export function looksOf({ fit, foreseen }: Fitted) {
  if (foreseen !== null || fit === 'short' || fit === 'cannot-tell') return fits[fit];
  return { ...fits[fit], word: fit === 'enough' ? ('enoughSoFar' as const) : ('enoughNow' as const) };
}
