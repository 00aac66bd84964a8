import type { Measure } from '#business/usage/measure.ts';
import { exact, plain } from '#platform/exact.ts';

/** Returns an exact number in stored form as a decimal; one that does not end within ten decimals is rounded there. */
export function decimal(stored: string): string {
  return plain(exact(stored));
}

/** Returns a whole number as the documents have it. */
export function whole(n: number): string {
  return String(n);
}

/** Returns the key of a group as the values of the attributes that it is grouped by. */
export function groupOf(key: string, measure: Measure): Record<string, string> {
  const values = JSON.parse(key) as string[];
  return Object.fromEntries(measure.groupBy.map((name, i) => [name, values[i] ?? '']));
}

/** Returns a group in words, `region EU, team a`; empty where nothing is grouped. */
export function groupWords(group: Readonly<Record<string, string>>): string {
  return Object.entries(group)
    .map(([name, value]) => `${name} ${value === '' ? '(none)' : value}`)
    .join(', ');
}
