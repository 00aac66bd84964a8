import { type Amount, add, column, subtract } from './amount.ts';
import type { Track } from './matching.ts';

/**
 * The standing level of some spans as steps, in order of time: step `i` is the level from `from[i]` up to `until[i]`.
 * Where two steps touch, their levels differ; where nothing is in force there is no step.
 */
export type Steps = {
  readonly count: number;
  readonly from: Float64Array;
  readonly until: Float64Array;
  readonly level: ArrayLike<Amount>;
};

/**
 * Returns the standing level of the spans at the positions in `starting`, which is by start, and `ending`, the same
 * positions by end. Both lists are walked once; what ends at an instant is out of force before what starts at it is in.
 */
export function stepsOf(spans: Track, starting: Uint32Array, ending: Uint32Array, zero: Amount): Steps {
  const total = starting.length;
  const from = new Float64Array(2 * total);
  const until = new Float64Array(2 * total);
  const level = column(2 * total, zero);
  let count = 0;
  let standing = zero;
  let now = 0;
  for (let started = 0, ended = 0; ended < total; ) {
    const start = started < total ? spans.from[starting[started]!]! : Infinity;
    const next = Math.min(start, spans.until[ending[ended]!]!);
    if (started > ended && next > now) {
      if (count > 0 && until[count - 1] === now && level[count - 1] === standing) until[count - 1] = next;
      else {
        from[count] = now;
        until[count] = next;
        level[count] = standing;
        count += 1;
      }
    }
    for (; ended < total && spans.until[ending[ended]!] === next; ended += 1)
      standing = subtract(standing, spans.amount[ending[ended]!]!);
    for (; started < total && spans.from[starting[started]!] === next; started += 1)
      standing = add(standing, spans.amount[starting[started]!]!);
    now = next;
  }
  return { count, from, until, level };
}
