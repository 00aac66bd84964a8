import fc from 'fast-check';
import type {
  Clause,
  Forbearance,
  LimitRule,
  Permit,
  RestrictionClause,
} from '#business/agreements/agreement.ts';
import type { Aggregate, Measure, WindowRule } from '#business/usage/measure.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import { after, day, hour, type Instant, type Interval, minute } from '#platform/instant.ts';
import { aClause, aForbearance, aMeasure, anAgreement, aPermit, at, known } from '#test/given.ts';
import { built } from './built.ts';
import type { Case } from './examined.ts';

/** What the laws are tried on: seven weeks around the change of clocks in Berlin. */
export const term: Interval = { from: at('2026-03-19T23:00:00Z'), until: at('2026-05-09T22:00:00Z') };
const termHours = (term.until - term.from) / hour;

const anHour = fc.integer({ min: -30, max: termHours }).map((n) => after(term.from, n * hour));
/** Often at the start of a local day, where most windows begin. */
const aMoment: fc.Arbitrary<Instant> = fc.oneof(
  anHour,
  fc.integer({ min: 0, max: 50 }).map((n) => after(term.from, n * day)),
  fc.tuple(anHour, fc.integer({ min: 1, max: 59 })).map(([from, n]) => after(from, n * minute)),
);
const aSpan: fc.Arbitrary<Interval> = fc
  .tuple(aMoment, fc.integer({ min: 1, max: 700 }))
  .map(([from, hours]) => ({ from, until: after(from, hours * hour) }));

const aRecordOfAnyKind: fc.Arbitrary<UsageRecord> = fc
  .record({
    kind: fc.constantFrom<UsageRecord['kind']>(
      ...(['occurrence', 'occurrence', 'held', 'held', 'level', 'return', 'retraction'] as const),
    ),
    source: fc.constantFrom('one', 'two'),
    id: fc.integer({ min: 1, max: 150 }).map(String),
    feature: fc.constantFrom('call', 'call', 'call', 'other'),
    at: aMoment,
    length: fc.option(fc.integer({ min: 1, max: 300 }), { freq: 5 }),
    quantity: fc.constantFrom('1', '1', '2', '3', '0.5', '7'),
    who: fc.option(fc.constantFrom('ann', 'bob', 'cy', 'di')),
    series: fc.constantFrom(null, 's', 't', '7', '12', '30'),
    attributes: fc.record(
      { team: fc.constantFrom('red', 'blue'), territory: fc.constantFrom('DE', 'AT', 'US', 'JP') },
      { requiredKeys: [] },
    ),
  })
  .map(({ length, ...rest }) => {
    const until = rest.kind === 'held' && length !== null ? after(rest.at, length * hour) : null;
    const { source, id, ...content } = { ...rest, until };
    return { source, id, digest: JSON.stringify(content), ...content };
  });

/** Few ids, so that some are in conflict. */
const use = fc.array(aRecordOfAnyKind, { minLength: 4, maxLength: 45, size: 'max' });

const anyWindow = fc.constantFrom<WindowRule>(
  { unit: 'day', anchor: 'calendar' },
  { unit: 'month', anchor: 'calendar' },
  { unit: 'month', anchor: 'term' },
  { unit: 'rolling', days: 7 },
  { unit: 'term' },
  { unit: 'instant' },
);

const anyMeasure: fc.Arbitrary<Measure> = fc
  .record({
    aggregate: fc.constantFrom<Aggregate>(...built.map(({ aggregate }) => aggregate)),
    window: anyWindow,
    groupBy: fc.constantFrom<readonly string[]>([], [], ['team']),
    unitSize: fc.constantFrom('1', '1', '2.5'),
  })
  .map((differs) => aMeasure({ ...differs, zone: 'Europe/Berlin' }));

const capacity: fc.Arbitrary<Clause> = fc
  .record({
    measure: anyMeasure,
    baseLimit: fc.constantFrom('0', '1', '2', '4'),
    limitRule: fc.constantFrom<LimitRule>('instant', 'highest', 'prorate', 'split'),
  })
  .map(aClause);

const restriction: fc.Arbitrary<Clause> = anyMeasure.map((measure): RestrictionClause => {
  const { baseLimit: _, limitRule: __, tolerance: ___, ...base } = aClause({ measure });
  return { ...base, kind: 'restriction', attribute: 'territory', allowed: ['DE'] };
});

/** Any clause: mostly a limit, now and then a set. */
export const anyClause = fc.oneof({ arbitrary: capacity, weight: 5 }, { arbitrary: restriction, weight: 1 });

/** Permits that fit a clause, some decided late, some releasing past use. */
export function permitsOf({ kind }: Clause): fc.Arbitrary<Permit[]> {
  const change: fc.Arbitrary<Permit['change']> =
    kind === 'restriction'
      ? fc
          .subarray(['AT', 'US', 'JP'], { minLength: 1 })
          .map((values) => ({ kind: 'widen' as const, values }))
      : fc.record({
          kind: fc.constantFrom('add', 'raiseTo'),
          quantity: fc.constantFrom('1', '2', '3.5', '8'),
        });
  const one = fc
    .record({ change, span: aSpan, late: fc.constantFrom(0, 0, 50), past: fc.option(aSpan, { freq: 2 }) })
    .map(({ change, span, late, past }) => {
      const decidedAt = after(span.from, late * hour);
      return aPermit({ change, ...span, decidedAt, recordedAt: decidedAt, releasesPast: past });
    });
  return fc
    .array(one, { maxLength: 4 })
    .map((list) => list.map((permit, n) => ({ ...permit, id: `EX-${n}` })));
}

/** Forbearances over some spans. */
export const forbearances: fc.Arbitrary<Forbearance[]> = fc
  .array(aSpan, { minLength: 1, maxLength: 3 })
  .map((spans) => spans.map((span, n) => aForbearance({ id: `FB-${n}`, ...span })));

/** When we look: after the term, or somewhere in it. */
const asOf = fc.oneof(fc.constant(after(term.until, 40 * day)), aMoment);

/** A case of any clause with permits, and use of all kinds. */
export const anyCase: fc.Arbitrary<Case & { readonly clause: Clause }> = anyClause
  .chain((clause) => fc.record({ clause: fc.constant(clause), permits: permitsOf(clause), use, asOf }))
  .map(({ clause, permits, use, asOf }) => ({
    clause,
    agreement: known(anAgreement({ ...term, zone: 'Europe/Berlin', clauses: [clause] }), {
      variations: permits,
    }),
    records: use,
    asOf,
  }));
