import type {
  Aggregate,
  FeatureRule,
  Filter,
  FirstUse,
  HourlyAggregate,
  Measure,
  MeasurePart,
  RatingStep,
  SingleAggregate,
  Window,
  WindowRule,
} from '#business/usage/measure.ts';
import { windowsOf } from '#business/usage/windows.ts';
import {
  addDays,
  after,
  type CalendarDate,
  day,
  hour,
  type Instant,
  type Interval,
  minute,
  startOfDate,
} from '#platform/instant.ts';
import type { Chance } from './chance.ts';

/** Everything of a count except its records. */
export type Scene = {
  readonly measure: Measure;
  readonly features: readonly FeatureRule[];
  readonly term: Interval;
  readonly asOf: Instant;
  readonly windows: readonly Window[];
  /** The windows as they are at another moment of reading. */
  readonly windowsAt: (moment: Instant) => readonly Window[];
  /** The start of a day on which, in most scenes, the zone's clocks change some hours later. */
  readonly night: Instant;
};

const hourly: readonly HourlyAggregate[] = [
  'count',
  'sum',
  'max',
  'unique',
  'peakConcurrency',
  'timeWeighted',
];

/** Every aggregate that is no combination; those with a number in them are given one by chance. */
const singles: readonly ((chance: Chance) => SingleAggregate)[] = [
  ...(['count', 'sum', 'min', 'max', 'latest', 'timeWeighted', 'peakConcurrency'] as const).map(
    (kind) => () => ({ kind }),
  ),
  (chance) => ({ kind: 'unique', by: chance.oneOf(['who', 'site', 'feature', 'source']) }),
  (chance) => ({
    kind: 'unique',
    by: chance.oneOf(['who', 'who', 'feature']),
    highest: { attribute: chance.oneOf(['site', 'source', 'feature']), order: kindsInOrder(chance) },
  }),
  ...hourly.map((of) => (chance: Chance) => ({
    kind: 'nthHighest' as const,
    n: chance.happens(66) ? 1 : chance.oneOf([2, 3, 7, 50]),
    of,
  })),
  ...hourly.map((of) => (chance: Chance) => ({
    kind: 'percentile' as const,
    p: chance.happens(60) ? '100' : chance.oneOf(['0', '50', '95', '99', '99.9']),
    of,
  })),
];

/** Every aggregate there is. */
export const aggregates: readonly ((chance: Chance) => Aggregate)[] = [
  ...singles,
  ...(['lowerOf', 'greaterOf'] as const).map((kind) => (chance: Chance) => ({
    kind,
    parts: Array.from({ length: chance.between(2, 3) }, () => partOf(chance)),
  })),
];

function kindsInOrder(chance: Chance): string[] {
  const all = chance.shuffled(['Kiel', 'Ulm', '', 'desk', 'shop', 'Desk', 'draw', 'view', 'cast', 'x']);
  return all.slice(0, chance.oneOf([all.length, 6, 2]));
}

function partOf(chance: Chance): MeasurePart {
  return {
    aggregate: chance.oneOf(singles)(chance),
    filter: filters(chance),
    unitSize: chance.oneOf(['1', '1', '0.04']),
    ...(chance.happens(50) ? { rating: ratingSteps(chance) } : {}),
    ...(chance.happens(15) ? { firstUse: firstUse(chance) } : {}),
  };
}

/** Factors first; then sums of what is alike in fewer and fewer attributes, lifted or packed; factors for all anywhere. */
function ratingSteps(chance: Chance): RatingStep[] {
  const steps: RatingStep[] = [];
  const factor = (): string => chance.oneOf(['0.5', '2', '70', '1.125', '3', '0']);
  for (const by of chance
    .shuffled(['site', 'constructor', 'who', 'feature'])
    .slice(0, chance.between(0, 2))) {
    const table = chance.oneOf([
      {},
      { Kiel: '0.5', x: '3', draw: '2', ann: '0.25' },
      { '': '4', Ulm: '0.1' },
    ]);
    steps.push({ kind: 'factor', by, table, otherwise: factor() });
  }
  let each: readonly string[] = chance.shuffled(['site', 'source', 'who', 'constructor']);
  for (let n = chance.between(0, 3); n > 0; n -= 1) {
    each = each.slice(0, chance.between(0, each.length));
    const size = chance.oneOf(['1', '2', '4', '16', '2.5', '1000']);
    steps.push(chance.happens(50) ? { kind: 'floor', each, atLeast: size } : { kind: 'packs', each, size });
    if (chance.happens(30)) steps.push({ kind: 'times', factor: factor() });
  }
  return steps;
}

function firstUse(chance: Chance): FirstUse {
  const each = chance.oneOf([[], ['who'], ['who', 'feature'], ['site']]);
  return { each, lasts: chance.oneOf([1, 7, 24, 24, 240]) * hour };
}

/** How a measure goes on from what was received: mostly as it is. */
function refinements(chance: Chance, of: Aggregate): Pick<Measure, 'rating' | 'firstUse' | 'ratchet'> {
  const counting = of.kind === 'count' || of.kind === 'sum';
  return {
    ...(chance.happens(35) ? { rating: ratingSteps(chance) } : {}),
    ...(chance.happens(counting ? 25 : 2) ? { firstUse: firstUse(chance) } : {}),
    ...(chance.happens(20) ? { ratchet: true as const } : {}),
  };
}

/** Every window unit there is, with how many days a term of it lasts. */
export const units = [
  { unit: 'instant', days: [1, 40] },
  { unit: 'term', days: [1, 40] },
  { unit: 'minute', days: [0, 0] },
  { unit: 'hour', days: [1, 3] },
  { unit: 'day', days: [2, 12] },
  { unit: 'month', days: [20, 100] },
  { unit: 'quarter', days: [60, 200] },
  { unit: 'year', days: [200, 500] },
  { unit: 'rolling', days: [3, 15] },
] as const satisfies readonly { unit: WindowRule['unit']; days: readonly [number, number] }[];

/** Zones, each with days on which its clocks change, and one on which they do not. */
const zones: readonly (readonly [string, readonly string[]])[] = [
  ['Europe/Berlin', ['2026-03-29', '2026-10-25', '2026-06-30']],
  ['America/New_York', ['2026-03-08', '2026-11-01', '2026-12-31']],
  ['Australia/Lord_Howe', ['2026-04-05', '2026-10-04', '2026-02-28']],
  ['Asia/Kathmandu', ['1985-12-31', '2026-01-31']],
  ['UTC', ['2024-02-29', '2026-01-01']],
];

/** Returns a scene of the given aggregate and window unit (by their places in the lists above). */
export function sceneOf(chance: Chance, aggregate: number, unit: number): Scene {
  const [zone, dates] = chance.oneOf(zones);
  const { unit: name, days } = units[unit]!;
  const counted = aggregates[aggregate]!(chance);
  const refined = refinements(chance, counted);
  const measure: Measure = {
    aggregate: counted,
    window: windowRule(chance, name),
    zone,
    filter: filters(chance),
    groupBy: chance.oneOf([[], [], ['who'], ['site'], ['source', 'feature'], ['site', 'who']]),
    countReservations: chance.happens(50),
    unitSize: chance.oneOf(['1', '1', '1', '2.5', '12', '0.3']),
    ...refined,
  };
  const special = chance.oneOf(dates) as CalendarDate;
  const length = chance.between(days[0], days[1]);
  const anchor = addDays(special, -chance.between(0, Math.max(0, Math.min(length - 1, 20))));
  const term = termFrom(chance, anchor, zone, length);
  const cuts = chance.happens(25) ? [between(chance, term), between(chance, term)] : [];
  const asOf = momentOfReading(chance, measure, term, anchor);
  const windowsAt = (moment: Instant): Window[] => windowsOf(measure, term, { asOf: moment, anchor, cuts });
  const night = startOfDate(special, zone);
  return {
    measure,
    features: features(chance, term),
    term,
    asOf,
    windows: windowsAt(asOf),
    windowsAt,
    night,
  };
}

function windowRule(chance: Chance, unit: WindowRule['unit']): WindowRule {
  if (unit === 'instant' || unit === 'term') return { unit };
  if (unit === 'rolling') return { unit, days: chance.oneOf([1, 2, 7, 30]) };
  return { unit, anchor: chance.oneOf(['calendar', 'term']) };
}

function filters(chance: Chance): Filter[] {
  return chance.oneOf<Filter[]>([
    [],
    [],
    [],
    [{ attribute: 'site', in: ['Kiel', ''] }],
    [{ attribute: 'site', notIn: ['Kiel'] }],
    [{ attribute: 'who', notIn: ['ann'] }],
    [
      { attribute: 'source', in: ['desk', 'archive'] },
      { attribute: 'feature', notIn: ['view'] },
    ],
  ]);
}

/** From the start of the anchor day, or some time into it; to the start of another, or some time into it. */
function termFrom(chance: Chance, anchor: CalendarDate, zone: string, days: number): Interval {
  const start = startOfDate(anchor, zone);
  const from = chance.happens(30) ? after(start, chance.between(1, 5 * hour)) : start;
  if (days === 0) {
    const within = after(start, chance.between(0, 60) * minute);
    return { from: within, until: after(within, chance.between(1, 180 * minute)) };
  }
  const end = startOfDate(addDays(anchor, days), zone);
  return { from, until: chance.happens(30) ? after(end, chance.between(1, day)) : end };
}

/** Mostly within the term, often where a window ends; now and then before or after all of it. */
function momentOfReading(chance: Chance, measure: Measure, term: Interval, anchor: CalendarDate): Instant {
  if (chance.happens(3)) return chance.oneOf([term.from, after(term.from, -1)]);
  if (chance.happens(25)) return after(term.until, chance.between(0, 3 * day));
  const whole = windowsOf(measure, term, { asOf: term.until, anchor });
  const edge = chance.oneOf(whole).until;
  const inTerm = Math.min(edge, term.until) as Instant;
  return chance.happens(40) ? inTerm : between(chance, term);
}

/** What counts: one feature all the time, others for a while, one only where a certain source names it. */
function features(chance: Chance, term: Interval): FeatureRule[] {
  const always: Interval = { from: 0 as Instant, until: after(term.until, 900 * day) };
  const a = between(chance, term);
  const b = between(chance, term);
  const early = { from: always.from, until: a };
  const late = { from: a, until: always.until };
  return chance.oneOf<FeatureRule[]>([
    ['draw', 'view', 'cast'].map((feature) => ({ source: null, feature, ...always })),
    [
      { source: null, feature: 'draw', ...always },
      { source: 'desk', feature: 'view', ...early },
      { source: null, feature: 'cast', ...late },
    ],
    [
      { source: null, feature: 'draw', ...late },
      { source: null, feature: 'view', ...early },
      { source: 'shop', feature: 'view', ...late },
    ],
    [
      { source: null, feature: 'draw', from: Math.min(a, b) as Instant, until: Math.max(a, b) as Instant },
      { source: 'desk', feature: 'draw', ...early },
      { source: 'shop', feature: 'cast', ...always },
    ],
  ]);
}

function between(chance: Chance, { from, until }: Interval): Instant {
  return chance.between(from, until - 1) as Instant;
}
