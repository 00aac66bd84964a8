import type { Instant } from '#platform/instant.ts';
import type { Parting } from './parting.ts';
import { compareRatios } from './ratio.ts';
import { type Standing, standingIn, stepsOfGroup } from './standing.ts';

/** Returns the parting of the window `instant`: the state is the stretches, and those that a bucket's end cut are joined. */
export function partingStanding(): Parting<readonly Standing[]> {
  return {
    measure: (use, buckets) => (group) => {
      const unit = 10n ** BigInt(use.places);
      const steps = stepsOfGroup(use, group);
      return buckets.map((bucket) => {
        const standing = standingIn(steps, bucket, unit);
        return standing.length === 0 ? undefined : standing;
      });
    },
    merge: join,
    values: (standing) => standing,
    toJson: (standing) =>
      standing.map(({ from, until, value }) => [from, until, String(value.n), String(value.d)]),
    fromJson: (json: readonly (readonly [Instant, Instant, string, string])[]) =>
      json.map(([from, until, n, d]) => ({ from, until, value: { n: BigInt(n), d: BigInt(d) } })),
  };
}

function join(a: readonly Standing[], b: readonly Standing[]): Standing[] {
  const last = a.at(-1);
  const first = b[0];
  if (!last || !first || last.until !== first.from || compareRatios(last.value, first.value) !== 0)
    return [...a, ...b];
  return [...a.slice(0, -1), { ...last, until: first.until }, ...b.slice(1)];
}
