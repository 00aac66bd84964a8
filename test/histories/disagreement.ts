import type { CountedValue } from '#business/usage/measure.ts';

/** Returns where two counts first differ, in words; `undefined` where they agree in every value, its order and its bounds. */
export function disagreement(
  first: readonly CountedValue[],
  second: readonly CountedValue[],
): string | undefined {
  for (let i = 0; i < Math.max(first.length, second.length); i += 1) {
    const one = inWords(first[i]);
    const two = inWords(second[i]);
    if (one !== two) return `value ${i}: ${one} against ${two}`;
  }
  return undefined;
}

function inWords(counted: CountedValue | undefined): string {
  if (!counted) return 'nothing';
  const { group, window, from, until, value } = counted;
  return `${value} of ${group} in window ${window} from ${from} until ${until}`;
}
