import type {
  Agreement,
  CapacityClause,
  Forbearance,
  Permit,
  SignedAgreement,
} from '#business/agreements/agreement.ts';
import type { CustomerId } from '#business/customers/customer.ts';
import type { FeatureRule, Measure } from '#business/usage/measure.ts';
import type { UsageRecord } from '#business/usage/record.ts';
import { type CalendarDate, earliest, type Instant, latest, parseInstant } from '#platform/instant.ts';

/** Builders for tests: a plain, valid thing, and what differs this time. */

/** Returns the instant of an RFC 3339 text; a typing error in a test throws. */
export function at(text: string): Instant {
  const instant = parseInstant(text.length === 10 ? `${text}T00:00:00Z` : text);
  if (instant === undefined) throw new Error(`no instant: ${text}`);
  return instant;
}

export function aMeasure(differs: Partial<Measure> = {}): Measure {
  return {
    aggregate: { kind: 'sum' },
    window: { unit: 'month', anchor: 'calendar' },
    zone: 'UTC',
    filter: [],
    groupBy: [],
    countReservations: false,
    unitSize: '1',
    ...differs,
  };
}

export function aClause(differs: Partial<CapacityClause> = {}): CapacityClause {
  return {
    id: 'calls',
    kind: 'capacity',
    product: 'atlas',
    unitName: { one: 'call', many: 'calls' },
    text: 'Licensee may make up to the ordered number of calls per month.',
    plain: 'You may make as many calls a month as you ordered.',
    measure: aMeasure(),
    features: ['call'],
    sustain: { kind: 'windows', count: 1 },
    lateness: 0,
    price: null,
    baseLimit: '100',
    limitRule: 'highest',
    tolerance: { kind: 'units', value: '0' },
    ...differs,
  };
}

export function anAgreement(differs: Partial<SignedAgreement> = {}): SignedAgreement {
  return {
    id: 'AG-1',
    customer: 'northwind' as CustomerId,
    title: 'Atlas for Northwind',
    signedOn: '2025-12-15' as CalendarDate,
    from: at('2026-01-01'),
    until: at('2027-01-01'),
    renewsOn: '2027-01-01' as CalendarDate,
    zone: 'UTC',
    currency: 'EUR',
    orderLines: [],
    clauses: [aClause()],
    ...differs,
  };
}

/** The agreement with its history: known from the beginning of time, with these variations. */
export function known(signed: SignedAgreement, differs: Partial<Agreement> = {}): Agreement {
  return { texts: [{ signed, recordedAt: earliest }], amendments: [], variations: [], ...differs };
}

/** A permit over all of the term, decided before it began. */
export function aPermit(differs: Partial<Permit> = {}): Permit {
  return {
    id: 'EX-1',
    kind: 'permit',
    clause: 'calls',
    change: { kind: 'add', quantity: '10' },
    from: at('2026-01-01'),
    until: at('2027-01-01'),
    decidedAt: at('2025-12-20'),
    recordedAt: at('2025-12-20'),
    revoked: null,
    releasesPast: null,
    reason: 'A release needs more calls.',
    ...differs,
  };
}

/** A forbearance over all of the term. */
export function aForbearance(differs: Partial<Forbearance> = {}): Forbearance {
  const { change: _, releasesPast: __, ...base } = aPermit();
  return { ...base, id: 'FB-1', kind: 'forbearance', pauses: ['contact', 'fees', 'suspension'], ...differs };
}

/** A record with an id of its own content, so that two different ones never share an identity by accident. */
export function aRecord(differs: Partial<UsageRecord> & { readonly at: Instant }): UsageRecord {
  const content = {
    kind: 'occurrence' as const,
    feature: 'call',
    until: null,
    quantity: '1',
    who: null,
    series: null,
    attributes: {},
    ...differs,
  };
  const digest = JSON.stringify(content);
  return { source: 'meter', id: digest, digest, ...content };
}

export const allOf = (feature: string): FeatureRule => ({
  source: null,
  feature,
  from: earliest,
  until: latest,
});
