import type { z } from '@hono/zod-openapi';
import type {
  Aggregate,
  Filter,
  FirstUse,
  Measure,
  MeasurePart,
  RatingStep,
  SingleAggregate,
} from '#business/usage/measure.ts';
import { exact, plain } from '#platform/exact.ts';
import { hour } from '#platform/instant.ts';
import type { PortalFilter, PortalMeasure, PortalMeasurePart, PortalRatingStep } from './schemas.ts';

/** Returns how a clause counts as facts. Conditions of the whole stand beside the parts, those of a part in it. */
export function measureFacts(measure: Measure): z.infer<typeof PortalMeasure> {
  const { aggregate, window, zone, filter, groupBy, countReservations, ratchet } = measure;
  const rolling = window.unit === 'rolling' ? window.days : null;
  return {
    combine: isCombined(aggregate) ? aggregate.kind : 'one',
    parts: isCombined(aggregate)
      ? aggregate.parts.map(partFacts)
      : [partFacts({ ...measure, aggregate, filter: [] })],
    window: { unit: window.unit, anchor: 'anchor' in window ? window.anchor : null, days: rolling },
    zone,
    filter: filter.map(filterFacts),
    groupBy: [...groupBy],
    countsReservations: countReservations,
    ratchet: ratchet === true,
  };
}

type Combined = Exclude<Aggregate, SingleAggregate>;

function isCombined(aggregate: Aggregate): aggregate is Combined {
  return 'parts' in aggregate;
}

type Part = Pick<MeasurePart, 'aggregate' | 'filter' | 'unitSize' | 'rating' | 'firstUse'>;

function partFacts(part: Part): z.infer<typeof PortalMeasurePart> {
  const { aggregate, filter, unitSize, rating = [], firstUse } = part;
  return {
    kind: aggregate.kind,
    by: aggregate.kind === 'unique' ? aggregate.by : null,
    highest: highestOf(aggregate),
    nth: nthOf(aggregate),
    hourly: 'of' in aggregate ? aggregate.of : null,
    filter: filter.map(filterFacts),
    unitSize: plain(exact(unitSize)),
    rating: rating.map(ratingFacts),
    firstUse: firstUse ? firstUseFacts(firstUse) : null,
  };
}

function highestOf(aggregate: SingleAggregate) {
  if (aggregate.kind !== 'unique' || !aggregate.highest) return null;
  const { attribute, order } = aggregate.highest;
  return { attribute, order: [...order] };
}

function nthOf(aggregate: SingleAggregate): string | null {
  if (aggregate.kind === 'nthHighest') return String(aggregate.n);
  return aggregate.kind === 'percentile' ? aggregate.p : null;
}

function filterFacts(filter: Filter): z.infer<typeof PortalFilter> {
  const { attribute } = filter;
  return 'in' in filter
    ? { attribute, in: [...filter.in], notIn: null }
    : { attribute, in: null, notIn: [...filter.notIn] };
}

function firstUseFacts({ each, lasts }: FirstUse) {
  return { each: [...each], hours: plain(exact(lasts).div(hour)) };
}

const nothing = { by: null, values: [], otherwise: null, each: [], amount: null };

function ratingFacts(step: RatingStep): z.infer<typeof PortalRatingStep> {
  switch (step.kind) {
    case 'factor': {
      const values = Object.entries(step.table).map(([value, factor]) => ({ value, factor }));
      return { ...nothing, kind: step.kind, by: step.by, values, otherwise: step.otherwise };
    }
    case 'floor':
      return { ...nothing, kind: step.kind, each: [...step.each], amount: step.atLeast };
    case 'packs':
      return { ...nothing, kind: step.kind, each: [...step.each], amount: step.size };
    case 'times':
      return { ...nothing, kind: step.kind, amount: step.factor };
  }
}
