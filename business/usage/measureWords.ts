import type { Aggregate, Filter, HourlyAggregate, Measure, WindowRule } from './measure.ts';
import { firstUseWords, ratingWords } from './ratingWords.ts';

type UnitName = { readonly one: string; readonly many: string };

const hourly: Record<HourlyAggregate, string> = {
  count: 'the number counted',
  sum: 'the sum',
  max: 'the highest value',
  unique: 'the number of different users',
  peakConcurrency: 'the most in use at once',
  timeWeighted: 'the average in use',
};

/** Returns how a measure counts, for somebody who has never read a contract: `the most seats in use at the same moment, in each month`. */
export function measureWords(measure: Measure, unit: UnitName): string {
  const groups = measure.groupBy.length > 0 ? `, separately for each ${measure.groupBy.join(' and ')}` : '';
  const ratchet = measure.ratchet ? ', and never less than in any period before' : '';
  const { aggregate, window } = measure;
  return `${countedWords(measure, aggregate, unit)}, ${windowWords(window)}${conditionWords(measure.filter)}${groups}${ratchet}`;
}

type Counting = Pick<Measure, 'rating' | 'firstUse'>;

function countedWords({ rating, firstUse }: Counting, aggregate: Aggregate, unit: UnitName): string {
  const rated = rating ? ` (${ratingWords(rating)})` : '';
  const charged = firstUse ? `, ${firstUseWords(firstUse)}` : '';
  return `${aggregateWords(aggregate, unit)}${rated}${charged}`;
}

function conditionWords(filters: readonly Filter[]): string {
  const conditions = filters.map((filter) =>
    'in' in filter
      ? `${filter.attribute} ${orList(filter.in)}`
      : `${filter.attribute} other than ${orList(filter.notIn)}`,
  );
  return conditions.length > 0 ? `, only where it is ${conditions.join(' and ')}` : '';
}

function aggregateWords(aggregate: Aggregate, { many }: UnitName): string {
  switch (aggregate.kind) {
    case 'count':
      return `the number of ${many}`;
    case 'sum':
      return `all ${many} added up`;
    case 'min':
      return `the lowest number of ${many}`;
    case 'max':
      return `the highest number of ${many}`;
    case 'latest':
      return `the last known number of ${many}`;
    case 'unique': {
      const { by, highest } = aggregate;
      const counted =
        by === 'who'
          ? `the number of different people using ${many}`
          : `the number of different values of ${by} among ${many}`;
      if (!highest) return counted;
      return `${counted}, each only by the highest ${highest.attribute} it had (of ${highest.order.join(', ')}, lowest first)`;
    }
    case 'timeWeighted':
      return `the average number of ${many} over time`;
    case 'peakConcurrency':
      return `the most ${many} in use at the same moment`;
    case 'nthHighest':
      return `the ${ordinal(aggregate.n)} highest hour of ${many} (${hourly[aggregate.of]} in each hour)`;
    case 'percentile':
      return `the ${ordinal(Number(aggregate.p))} percentile of the hours of ${many} (${hourly[aggregate.of]} in each hour)`;
    case 'lowerOf':
    case 'greaterOf': {
      const parts = aggregate.parts.map(
        (part) => countedWords(part, part.aggregate, { one: many, many }) + conditionWords(part.filter),
      );
      return `the ${aggregate.kind === 'lowerOf' ? 'lower' : 'greater'} of: ${parts.join('; or ')}`;
    }
  }
}

function windowWords(window: WindowRule): string {
  switch (window.unit) {
    case 'instant':
      return 'at every moment';
    case 'term':
      return 'over the whole term';
    case 'rolling':
      return `over any ${window.days} days in a row`;
    case 'minute':
    case 'hour':
    case 'day':
      return `in each ${window.unit}`;
    case 'month':
    case 'quarter':
    case 'year':
      return window.anchor === 'term'
        ? `in each ${window.unit} of the agreement`
        : `in each calendar ${window.unit}`;
  }
}

function orList(values: readonly string[]): string {
  return values.length < 2
    ? (values[0] ?? 'nothing')
    : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
}

/** Returns `1st`, `2nd`, `3rd`, `11th`, `99.5th`. */
function ordinal(n: number): string {
  const teen = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${teen ? 'th' : (({ 1: 'st', 2: 'nd', 3: 'rd' } as Record<number, string>)[n % 10] ?? 'th')}`;
}
