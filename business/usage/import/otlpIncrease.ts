import { exact, plain, zero } from '#platform/exact.ts';
import type { Instant } from '#platform/instant.ts';
import { checkQuantity } from './limits.ts';

type Point = { readonly value: string; readonly start: Instant | null; readonly time: Instant };

const decimals = 18;

/** Returns what works out by how much counters rose. Keeps the last point of each counter. */
export function increases() {
  const last = new Map<string, Point>();
  let first = 0;
  let named = '';
  return {
    /** How many counters were seen for the first time, and so told nothing. */
    get first(): number {
      return first;
    },
    /** The source of the first of them. */
    get source(): string {
      return named;
    },
    /**
     * Returns by how much a counter rose since its last point, as a decimal; `null` where there was none, or none
     * before. After a reset (a lower value, or another start) it counts from 0. What is no quantity comes back as
     * it is, for the checks to refuse.
     */
    since(source: string, series: string, point: Point): string | null {
      const checked = checkQuantity(point.value);
      if ('code' in checked) return point.value;
      const key = `${source}\n${series}`;
      const before = last.get(key);
      if (before && point.time <= before.time) return null;
      last.set(key, { ...point, value: checked.value });
      if (!before) {
        first += 1;
        named ||= source;
        return null;
      }
      const value = exact(checked.value);
      const reset = point.start !== before.start || value.compare(exact(before.value)) < 0;
      const rise = value.sub(reset ? zero : exact(before.value));
      return plain(rise, decimals);
    },
  };
}
