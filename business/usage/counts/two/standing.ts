import type { RatingStep } from '../../measure.ts';
import { rating } from './rating.ts';
import { compare, fromDecimal, minus, nought, plus, type Ratio } from './ratio.ts';
import type { Span } from './spans.ts';

/** A stretch of time over which the standing level does not change. */
export type Step = { readonly from: number; readonly until: number; readonly level: Ratio };

/**
 * Returns the standing level over the interval, of spans that lie within it: one step after the other from its start
 * to its end, each as long as can be. At an instant the level is what has started by then less what has ended by then;
 * with steps of a rating, the rating of what is in force.
 */
export function standing(
  spans: readonly Span[],
  within: { readonly from: number; readonly until: number },
  rated: readonly RatingStep[] = [],
): readonly Step[] {
  const levelAt = rated.length > 0 ? ratedAt(spans, rated) : totalAt(spans);
  const changes = new Set([within.from, ...spans.flatMap(({ from, until }) => [from, until])]);
  const instants = [...changes].filter((instant) => instant < within.until).sort((a, b) => a - b);
  const steps: Step[] = [];
  for (const [i, from] of instants.entries()) {
    const until = instants[i + 1] ?? within.until;
    const level = levelAt(from);
    const before = steps.at(-1);
    if (before && compare(before.level, level) === 0) steps[steps.length - 1] = { ...before, until };
    else steps.push({ from, until, level });
  }
  return steps;
}

function totalAt(spans: readonly Span[]): (instant: number) => Ratio {
  const started = totalBy(spans, ({ from }) => from);
  const ended = totalBy(spans, ({ until }) => until);
  return (instant) => minus(started(instant), ended(instant));
}

/** To be asked about later and later instants. */
function ratedAt(spans: readonly Span[], steps: readonly RatingStep[]): (instant: number) => Ratio {
  const waiting = spans.toSorted((a, b) => b.from - a.from);
  let inForce: Span[] = [];
  return (instant) => {
    while (waiting.length > 0 && waiting.at(-1)!.from <= instant) inForce.push(waiting.pop()!);
    inForce = inForce.filter(({ until }) => until > instant);
    const records = inForce.map(({ record }) => record);
    return rating(records, steps);
  };
}

/** Returns a function from an instant to the sum of the quantities whose `time` is not after it. */
function totalBy(spans: readonly Span[], time: (span: Span) => number): (instant: number) => Ratio {
  const inOrder = spans.toSorted((a, b) => time(a) - time(b));
  const totals: Ratio[] = [nought];
  for (const { record } of inOrder) totals.push(plus(totals.at(-1)!, fromDecimal(record.quantity)));
  return (instant) => {
    let low = 0;
    let high = inOrder.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (time(inOrder[middle]!) <= instant) low = middle + 1;
      else high = middle;
    }
    return totals[low]!;
  };
}
