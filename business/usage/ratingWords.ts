import type { FirstUse, RatingStep } from './measure.ts';

/** Returns how quantities are rated, in plain words: `each times its factor by processor; at least 16 for each server`. */
export function ratingWords(steps: readonly RatingStep[]): string {
  return steps.map(stepWords).join('; ');
}

/** Returns when use is charged, in plain words: `charged once for every 24 hours from the first use, for each who`. */
export function firstUseWords({ each, lasts }: FirstUse): string {
  const hours = lasts / 3_600_000_000;
  return `charged once for every ${hours} hours from the first use${forEach(each)}`;
}

function stepWords(step: RatingStep): string {
  switch (step.kind) {
    case 'factor':
      return `each times its factor by ${step.by}, ${step.otherwise} where none is set`;
    case 'floor':
      return `at least ${step.atLeast}${forEach(step.each)}`;
    case 'packs':
      return step.size === '1'
        ? `rounded up${forEach(step.each)}`
        : `in packs of ${step.size}, rounded up${forEach(step.each)}`;
    case 'times':
      return `times ${step.factor}`;
  }
}

function forEach(each: readonly string[]): string {
  return each.length > 0 ? ` for each ${each.join(' and ')}` : '';
}
