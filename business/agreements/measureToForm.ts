import type { Plain } from '#platform/yamlNodes.ts';
import { type Dated, without } from '#platform/yamlText.ts';
import type { Clause } from './agreement.ts';
import { durationText } from './formText.ts';

type Measure = Clause['measure'];
type Combination = Extract<Measure['aggregate'], { readonly parts: unknown }>;
type SingleAggregate = Exclude<Measure['aggregate'], Combination>;
type MeasurePart = Combination['parts'][number];

/** Returns a measure as a form has it, without what is so where nothing is said. */
export function measureToForm(measure: Measure, zone: string): Dated {
  const { aggregate, window, groupBy, countReservations, ratchet } = measure;
  return without({
    ...('parts' in aggregate
      ? { [aggregate.kind]: aggregate.parts.map(partToForm) }
      : { aggregate: aggregateToForm(aggregate) }),
    ...windowToForm(window),
    zone: measure.zone === zone ? undefined : measure.zone,
    groupBy,
    countReservations: countReservations || undefined,
    ratchet,
    ...countingToForm(measure),
  });
}

function partToForm(part: MeasurePart): Dated {
  return without({ aggregate: aggregateToForm(part.aggregate), ...countingToForm(part) });
}

function aggregateToForm(aggregate: SingleAggregate): Plain {
  switch (aggregate.kind) {
    case 'unique': {
      const { by, highest } = aggregate;
      return without({
        unique: by,
        highest: highest && { attribute: highest.attribute, order: highest.order },
      });
    }
    case 'nthHighest':
      return { nthHighest: String(aggregate.n), of: aggregate.of };
    case 'percentile':
      return { percentile: aggregate.p, of: aggregate.of };
    default:
      return aggregate.kind;
  }
}

function windowToForm(window: Measure['window']) {
  if (window.unit === 'rolling') return { window: { rolling: String(window.days) } };
  const isTerm = 'anchor' in window && window.anchor === 'term';
  return { window: window.unit, anchor: isTerm ? 'term' : undefined };
}

type Counting = Pick<MeasurePart, 'filter' | 'unitSize' | 'rating' | 'firstUse'>;

function countingToForm({ filter, unitSize, rating, firstUse }: Counting) {
  return {
    filter: filter.map(filterToForm),
    rating: rating?.map(stepToForm),
    firstUse: firstUse && firstUseToForm(firstUse),
    unitSize: unitSize === '1' ? undefined : unitSize,
  };
}

function filterToForm(filter: Measure['filter'][number]): Dated {
  const { attribute } = filter;
  return 'in' in filter ? { attribute, in: filter.in } : { attribute, notIn: filter.notIn };
}

function firstUseToForm({ each, lasts }: NonNullable<Measure['firstUse']>): Dated {
  return { each, lasts: durationText(lasts) };
}

function stepToForm(step: NonNullable<Measure['rating']>[number]): Dated {
  switch (step.kind) {
    case 'factor':
      return { factor: { by: step.by, table: step.table, otherwise: step.otherwise } };
    case 'floor':
      return without({ atLeast: step.atLeast, each: step.each });
    case 'packs':
      return without({ packsOf: step.size, each: step.each });
    case 'times':
      return { times: step.factor };
  }
}
