import type { CustomerId } from '#business/customers/customer.ts';
import type { Measure } from '#business/usage/measure.ts';
import { type CalendarDate, type Instant, parseDate, startOfDate } from '#platform/instant.ts';
import type {
  Agreement,
  CapacityClause,
  Forbearance,
  OrderLine,
  Permit,
  RestrictionClause,
  SignedAgreement,
} from './agreement.ts';

/** A day's first instant in UTC. For tests. */
export function day(date: string): Instant {
  return startOfDate(parseDate(date)!, 'UTC');
}

export const term = { from: day('2026-01-01'), until: day('2027-01-01') };

const measure: Measure = {
  aggregate: { kind: 'peakConcurrency' },
  window: { unit: 'month', anchor: 'calendar' },
  zone: 'UTC',
  filter: [],
  groupBy: [],
  countReservations: false,
  unitSize: '1',
};

/** A capacity clause fed by order lines. For tests. */
export const seats: CapacityClause = {
  id: 'seats',
  kind: 'capacity',
  product: 'atlas',
  unitName: { one: 'seat', many: 'seats' },
  text: 'Up to the ordered number of Users may use Atlas at the same time.',
  plain: 'As many people as you ordered seats may work in Atlas at once.',
  measure,
  features: [],
  sustain: { kind: 'windows', count: 1 },
  lateness: 0,
  price: null,
  baseLimit: null,
  limitRule: 'instant',
  tolerance: { kind: 'units', value: '0' },
};

/** A capacity clause with a fixed limit. For tests. */
export const calls: CapacityClause = {
  ...seats,
  id: 'calls',
  unitName: { one: 'call', many: 'calls' },
  measure: { ...measure, aggregate: { kind: 'count' } },
  baseLimit: '1000',
  limitRule: 'highest',
};

/** A restriction clause. For tests. */
export const territory: RestrictionClause = {
  id: 'territory',
  kind: 'restriction',
  product: 'atlas',
  unitName: { one: 'use', many: 'uses' },
  text: 'Use is limited to the Territory.',
  plain: 'Atlas may be used in these countries only.',
  measure: { ...measure, aggregate: { kind: 'count' } },
  features: [],
  sustain: { kind: 'windows', count: 1 },
  lateness: 0,
  price: null,
  attribute: 'territory',
  allowed: ['DE', 'FR'],
};

/** An order line over the whole term. For tests. */
export function orderLine(id: string, quantity: string, over: Partial<OrderLine> = {}): OrderLine {
  return { id, clause: 'seats', product: 'atlas', edition: null, quantity, source: 'PO 1', ...term, ...over };
}

export const signed: SignedAgreement = {
  id: 'AG-1',
  customer: 'northwind' as CustomerId,
  title: 'Atlas for Northwind Labs',
  signedOn: '2025-12-15' as CalendarDate,
  renewsOn: '2027-01-01' as CalendarDate,
  zone: 'UTC',
  currency: 'EUR',
  ...term,
  orderLines: [orderLine('OL-1', '100')],
  clauses: [seats, calls, territory],
};

/** An agreement recorded when it was signed. For tests. */
export function agreementOf(over: Partial<Agreement> = {}): Agreement {
  return {
    texts: [{ signed, recordedAt: day('2025-12-15') }],
    amendments: [],
    variations: [],
    ...over,
  };
}

/** A permit for June to August, decided and recorded in May. For tests. */
export function permit(id: string, change: Permit['change'], over: Partial<Permit> = {}): Permit {
  return {
    id,
    kind: 'permit',
    clause: change.kind === 'widen' ? 'territory' : 'seats',
    change,
    from: day('2026-06-01'),
    until: day('2026-09-01'),
    decidedAt: day('2026-05-20'),
    recordedAt: day('2026-05-20'),
    revoked: null,
    releasesPast: null,
    reason: 'A release needs more hands.',
    ...over,
  };
}

/** A forbearance for June to August. For tests. */
export function forbearance(id: string, over: Partial<Forbearance> = {}): Forbearance {
  const { change: _, releasesPast: __, ...base } = permit(id, { kind: 'add', quantity: '1' });
  return { ...base, kind: 'forbearance', pauses: ['contact'], ...over };
}
