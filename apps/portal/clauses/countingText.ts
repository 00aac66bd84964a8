import type { components } from '#apps/workspace/data/v1.d.ts';
import { attributeName, type Tongue, unitName, unitsOf, valueList } from './tongue.ts';

type Measure = components['schemas']['PortalMeasure'];
type Part = components['schemas']['PortalMeasurePart'];
type Step = components['schemas']['PortalRatingStep'];
type Filter = components['schemas']['PortalFilter'];
type Unit = components['schemas']['PortalUnit'];

/** Returns over which time is counted: `in each calendar month`. */
export function windowText({ counting }: Tongue, { unit, anchor, days }: Measure['window']): string {
  switch (unit) {
    case 'rolling':
      return counting('rolling', { days: days ?? 1 });
    case 'month':
    case 'quarter':
    case 'year':
      return counting(`${unit}_${anchor ?? 'calendar'}`);
    case 'instant':
    case 'term':
    case 'minute':
    case 'hour':
    case 'day':
      return counting(unit);
  }
}

/** Returns how a clause counts, as sentences for somebody who has never read a contract; the first says it in short. */
export function countingText(tongue: Tongue, measure: Measure, unit: Unit): readonly string[] {
  const { counting } = tongue;
  const [first] = measure.parts;
  const single = measure.combine === 'one' && first ? first : null;
  const what = single ? partText(tongue, single, unit) : combinedText(tongue, measure, unit);
  const conditions = [...measure.filter, ...(single?.filter ?? [])];
  return [
    counting('counted', { what, when: windowText(tongue, measure.window) }),
    ...(conditions.length > 0
      ? [counting('onlyWhere', { conditions: conditionsText(tongue, conditions) })]
      : []),
    ...measure.parts.flatMap((part) => partDetails(tongue, part, unit)).filter(isFirstOfItsKind),
    ...(measure.groupBy.length > 0
      ? [
          counting('groups', {
            attributes: tongue.formats.list(measure.groupBy.map((one) => attributeName(tongue, one))),
          }),
        ]
      : []),
    ...(measure.countsReservations ? [counting('reservations')] : []),
    ...(measure.ratchet ? [counting('ratchet')] : []),
    ...(measure.window.unit === 'instant' || measure.window.unit === 'rolling'
      ? []
      : [counting('zone', { zone: measure.zone })]),
  ];
}

const isFirstOfItsKind = (text: string, n: number, all: readonly string[]) => all.indexOf(text) === n;

function combinedText(tongue: Tongue, measure: Measure, unit: Unit): string {
  const parts = measure.parts.map((part) => {
    const what = partText(tongue, part, unit);
    if (part.filter.length === 0) return what;
    return tongue.counting('partWhere', { what, conditions: conditionsText(tongue, part.filter) });
  });
  const kind = measure.combine === 'lowerOf' ? 'lowerOf' : 'greaterOf';
  return tongue.counting(kind, { parts: parts.join('; ') });
}

function partText(tongue: Tongue, part: Part, unit: Unit): string {
  const { counting, formats } = tongue;
  const hourly = part.hourly ? counting(`hourly_${part.hourly}`) : '';
  switch (part.kind) {
    case 'unique':
      return part.by === null || part.by === 'who'
        ? counting('uniqueWho')
        : counting('uniqueBy', { attribute: attributeName(tongue, part.by) });
    case 'nthHighest':
      return part.nth === '1'
        ? counting('highestHour', { hourly })
        : counting('nthHighest', { nth: Number(part.nth), hourly });
    case 'percentile':
      return counting('percentile', { p: formats.number(part.nth ?? ''), hourly });
    default:
      return counting(part.kind, unitsOf(tongue, unit));
  }
}

/** What else bears on one way of counting: kinds, ratings, charges, sizes. */
function partDetails(tongue: Tongue, part: Part, unit: Unit): string[] {
  const { counting, formats } = tongue;
  const { highest, firstUse } = part;
  const each = firstUse ? eachText(tongue, firstUse.each) : null;
  return [
    ...(highest
      ? [
          counting('highest', {
            attribute: attributeName(tongue, highest.attribute),
            order: highest.order.join(' < '),
          }),
        ]
      : []),
    ...part.rating.map((step) => stepText(tongue, step)),
    ...(firstUse
      ? [
          each === null
            ? counting('firstUseAll', { hours: Number(firstUse.hours) })
            : counting('firstUseEach', { hours: Number(firstUse.hours), each }),
        ]
      : []),
    ...(part.unitSize !== '1'
      ? [counting('unitSize', { size: formats.number(part.unitSize), unit: unitName(tongue, unit, 1) })]
      : []),
  ];
}

function stepText(tongue: Tongue, step: Step): string {
  const { counting, formats } = tongue;
  const amount = formats.number(step.amount ?? '');
  const each = eachText(tongue, step.each);
  switch (step.kind) {
    case 'factor': {
      const factors = step.values.map(({ value, factor }) => `${value} × ${formats.number(factor)}`);
      const otherwise = step.otherwise === null ? [] : [`× ${formats.number(step.otherwise)}`];
      return counting('factor', {
        attribute: attributeName(tongue, step.by ?? ''),
        factors: [
          ...factors,
          ...otherwise.map((one) => counting('factorOtherwise', { otherwise: one })),
        ].join('; '),
      });
    }
    case 'floor':
      return each === null ? counting('floorAll', { amount }) : counting('floorEach', { amount, each });
    case 'packs':
      if (step.amount === '1') return each === null ? counting('wholeAll') : counting('wholeEach', { each });
      return each === null
        ? counting('packsAll', { size: amount })
        : counting('packsEach', { size: amount, each });
    case 'times':
      return counting('times', { factor: amount });
  }
}

function eachText(tongue: Tongue, each: readonly string[]): string | null {
  return each.length === 0 ? null : tongue.formats.list(each.map((one) => attributeName(tongue, one)));
}

function conditionsText(tongue: Tongue, filters: readonly Filter[]): string {
  return tongue.formats.list(
    filters.map((filter) =>
      tongue.counting(filter.in ? 'is' : 'isNot', {
        attribute: attributeName(tongue, filter.attribute),
        values: valueList(tongue, filter.in ?? filter.notIn ?? []),
      }),
    ),
  );
}

/** Returns how long numbers may still change after a period has ended; nothing where they do not. */
export function latenessText({ counting }: Tongue, seconds: number): readonly string[] {
  if (seconds === 0) return [];
  const hours = Math.round(seconds / 3600);
  return [
    hours % 24 === 0 && hours > 24
      ? counting('lateDays', { days: hours / 24 })
      : counting('lateHours', { hours: Math.max(1, hours) }),
  ];
}
