import type { RatingStep } from '../../measure.ts';
import { parted, ratedAlone, rating } from './rating.ts';
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

/** A change of what is in force, from an instant on. */
type Change = { readonly at: number; readonly by: Ratio };

/** Spans that are rated apart are looked at apart: of each such block only its own changes are worked out. */
function ratedAt(spans: readonly Span[], steps: readonly RatingStep[]): (instant: number) => Ratio {
  const [first] = spans;
  if (!first) return () => nought;
  const { inner, outer, key } = parted(steps);
  const blocks = Map.groupBy(spans, (span) => key(span.record) ?? span);
  const changes = [...blocks.values()].flatMap((block) => changesOf(block, inner));
  const levelAt = totalOf(changes);
  return (instant) => ratedAlone(levelAt(instant), outer, first.record);
}

function changesOf(block: readonly Span[], steps: readonly RatingStep[]): Change[] {
  const instants = [...new Set(block.flatMap(({ from, until }) => [from, until]))].sort((a, b) => a - b);
  const waiting = block.toSorted((a, b) => b.from - a.from);
  let inForce: Span[] = [];
  let before = nought;
  return instants.map((at) => {
    while (waiting.length > 0 && waiting.at(-1)!.from <= at) inForce.push(waiting.pop()!);
    inForce = inForce.filter(({ until }) => until > at);
    const records = inForce.map(({ record }) => record);
    const level = rating(records, steps);
    const by = minus(level, before);
    before = level;
    return { at, by };
  });
}

/** Returns a function from an instant to the sum of the quantities whose `time` is not after it. */
function totalBy(spans: readonly Span[], time: (span: Span) => number): (instant: number) => Ratio {
  return totalOf(spans.map((span) => ({ at: time(span), by: fromDecimal(span.record.quantity) })));
}

/** Returns a function from an instant to the sum of the changes that are not after it. */
function totalOf(changes: readonly Change[]): (instant: number) => Ratio {
  const inOrder = changes.toSorted((a, b) => a.at - b.at);
  const totals: Ratio[] = [nought];
  for (const { by } of inOrder) totals.push(plus(totals.at(-1)!, by));
  return (instant) => {
    let low = 0;
    let high = inOrder.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (inOrder[middle]!.at <= instant) low = middle + 1;
      else high = middle;
    }
    return totals[low]!;
  };
}
