/** Returns a catalog of one product that is sold by the call. */
export function catalog(): string {
  return `goodterms: catalog/1
products:
  - { id: beacon, name: Beacon API, editions: [] }
priceBooks:
  - id: PB-EUR
    currency: EUR
    from: 2025-01-01
    components:
      - { id: beacon-call, product: beacon, unit: call, per: month, model: unit, price: 0.50 }
features:
  - { feature: call, product: beacon }
`;
}

/** Returns a file of customers; `mistakes`: lines of our own mistakes at the first of them. */
export function customers(ids: readonly string[], relationship = ''): string {
  const one = (id: string, i: number) => `
  - id: ${id}
    name: ${id[0]!.toUpperCase()}${id.slice(1)} Labs
    size: medium
    segment: research
    riskTolerance: medium
    contact: { name: Dana Wells, email: dana.wells@${id}.example, role: IT lead }
    owner: { name: Sam Ortiz, email: sam.ortiz@meridian.example, role: License manager }
    relationship:
      since: 2019-04-01
      renewals: 6
      goodExperiences: []${i === 0 ? relationship : ''}`;
  return `goodterms: customers/1\ncustomers:${ids.map(one).join('')}\n`;
}

/** Returns an agreement over 2026 for a hundred calls a month; `clause` and `rest` are further lines of it. */
export function agreement(customer: string, { clause = '', rest = '', measure = '' } = {}): string {
  return `goodterms: agreement/1
id: AG-${customer}
customer: ${customer}
title: Beacon for ${customer}
signedOn: 2025-12-15
from: 2026-01-01
until: 2027-01-01
zone: UTC
currency: EUR
orderLines:
  - { id: OL-1, clause: calls, product: beacon, quantity: 100, source: PO 1 }
clauses:
  - id: calls
    kind: capacity
    product: beacon
    unit: call
    text: Licensee may submit up to the Monthly Call Allowance of requests per calendar month.
    plain: You may make as many calls in a calendar month as you ordered.
    measure: ${measure || '{ aggregate: sum, window: month }'}
    price: beacon-call${clause}
${rest}`;
}
