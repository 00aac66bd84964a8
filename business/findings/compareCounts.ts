import type { CountedValue } from '#business/usage/measure.ts';

/**
 * Returns where two counts of the same request first differ, in words, or `null` where they agree value for value.
 * Order does not matter; a missing row and a row more are differences.
 */
export function firstDifference(
  first: readonly CountedValue[],
  second: readonly CountedValue[],
): string | null {
  const a = byPlace(first);
  const b = byPlace(second);
  for (const place of [...new Set([...a.keys(), ...b.keys()])].sort()) {
    const one = a.get(place);
    const two = b.get(place);
    if (one !== two) return `${place}: the first count says ${say(one)}, the second ${say(two)}`;
  }
  return null;
}

function byPlace(values: readonly CountedValue[]): Map<string, string | null> {
  return new Map(
    values.map((row) => [
      `window ${row.window} of group ${row.group} from ${row.from} until ${row.until}`,
      row.value,
    ]),
  );
}

function say(value: string | null | undefined): string {
  return value === undefined ? 'nothing' : value === null ? 'no value' : value;
}
