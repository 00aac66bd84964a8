import { day, holds, type Instant, type Interval } from '#platform/instant.ts';

/** One closed window as the forecast reads it. Floats: from here on everything is an estimate. */
export type Sample = Interval & { readonly value: number };

/** Use at even steps. `values[i]` is the highest use of the step that begins at `from + i × step`. */
export type Series = { readonly from: Instant; readonly step: number; readonly values: readonly number[] };

/** Older steps say little about where use is going. */
export const mostSteps = 240;

/**
 * Returns the samples as a series that ends with the last of them. The step is a day, or the usual (median) length of
 * a window where that is longer. A step with several windows takes the highest value, as a limit is crossed by the
 * highest; one without any takes that of the step before it, as nothing was said to have changed.
 */
export function seriesOf(samples: readonly Sample[]): Series | null {
  const sorted = samples.filter(({ from, until }) => until > from).sort((a, b) => a.from - b.from);
  const last = sorted.at(-1);
  if (!last) return null;
  const lengths = sorted.map(({ from, until }) => until - from).sort((a, b) => a - b);
  const usual = lengths[lengths.length >> 1]!;
  const step = Math.max(day, Math.round(usual / day) * day);
  const end = Math.max(...sorted.map(({ until }) => until));
  const count = Math.min(mostSteps, Math.max(1, Math.round((end - sorted[0]!.from) / step)));
  const from = (end - count * step) as Instant;
  const values: (number | null)[] = Array.from({ length: count }, () => null);
  for (const sample of sorted) {
    const first = Math.max(0, Math.floor((sample.from - from) / step + 0.01));
    const past = Math.min(count, Math.max(first + 1, Math.ceil((sample.until - from) / step - 0.01)));
    for (let i = first; i < past; i += 1) values[i] = Math.max(values[i] ?? sample.value, sample.value);
  }
  return { from, step, values: filled(values) };
}

function filled(values: readonly (number | null)[]): number[] {
  let before = values.find((value) => value !== null) ?? 0;
  return values.map((value) => {
    before = value ?? before;
    return before;
  });
}

/** Returns the interval of step `i`, which may lie behind the last. */
export function stepAt({ from, step }: Series, i: number): Interval {
  return { from: (from + i * step) as Instant, until: (from + (i + 1) * step) as Instant };
}

/** Returns which of the steps holds an instant, or -1. */
export function indexOf(series: Series, at: Instant): number {
  return series.values.findIndex((_, i) => holds(stepAt(series, i), at));
}
