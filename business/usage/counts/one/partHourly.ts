import type { Instant } from '#platform/instant.ts';
import { hoursOf, type OfHours, ofHour, valueOfHours } from './hourly.ts';
import { measuringPlain } from './measuring.ts';
import type { Parting } from './parting.ts';
import type { Ratio } from './ratio.ts';
import { stretchOfHour } from './stretch.ts';

/** The values of hours by their start; hours without any record are left out. */
type HourValues = ReadonlyMap<Instant, Ratio>;

/** Returns the parting of the aggregates of hourly values: the state is those values. */
export function partingHours(aggregate: OfHours): Parting<HourValues> {
  return {
    measure: (use, buckets) => {
      const { hours, ofWindow } = hoursOf(buckets);
      const valuesOf = measuringPlain(use, ofHour(aggregate), hours.map(stretchOfHour), { groupBy: [] });
      return (group) => {
        const values = valuesOf(group);
        return ofWindow.map((own) => {
          const present = own.filter((hour) => values[hour] !== undefined);
          if (present.length === 0) return undefined;
          return new Map(present.map((hour) => [hours[hour]!.from, values[hour]!]));
        });
      };
    },
    merge: (a, b) => new Map([...a, ...b]),
    values: (state, { from, until, hours }) => {
      const value = valueOfHours(
        aggregate,
        hours.map((hour) => state.get(hour.from)),
      );
      return value ? [{ from, until, value }] : [];
    },
    toJson: (state) => [...state].map(([at, { n, d }]) => [at, String(n), String(d)]),
    fromJson: (json: readonly (readonly [Instant, string, string])[]) =>
      new Map(json.map(([at, n, d]) => [at, { n: BigInt(n), d: BigInt(d) }])),
  };
}
