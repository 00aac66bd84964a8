/** Draws that are the same for the same seed, for ever. */
export type Chance = {
  /** Returns a whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number;
  /** Returns one of the values. */
  readonly oneOf: <T>(values: readonly T[]) => T;
  /** Returns true in `percent` of a hundred draws. */
  readonly happens: (percent: number) => boolean;
  /** Returns the values in another order. */
  readonly shuffled: <T>(values: readonly T[]) => T[];
};

/** Returns the draws of a seed (splitmix32 by Guy Steele and others, as adapted to 32 bits). */
export function chanceOf(seed: number): Chance {
  let state = Math.imul(seed, 0x9e3779b9) | 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    oneOf: (values) => values[between(0, values.length - 1)]!,
    happens: (percent) => next() * 100 < percent,
    shuffled: (values) => {
      const result = [...values];
      for (let i = result.length - 1; i > 0; i -= 1) {
        const j = between(0, i);
        [result[i], result[j]] = [result[j]!, result[i]!];
      }
      return result;
    },
  };
}
