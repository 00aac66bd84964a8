import { addDays, type CalendarDate } from '#platform/instant.ts';
import type { DemoDates } from './dates.ts';

/** Returns an order line of an agreement, of so many units of a clause. */
export function order(id: string, clause: string, product: string, quantity: number, source: string): string {
  return `  - { id: ${id}, clause: ${clause}, product: ${product}, quantity: ${quantity}, source: ${source} }`;
}

/** Seats of Atlas, counted by the people who have access in a month. */
export function seats(price = 'atlas-seat'): string {
  return `  - id: seats
    kind: capacity
    product: atlas
    unit: seat
    text: Licensee shall not permit more Authorized Users than the number of Named User Licenses purchased to access the Software in any calendar month.
    plain: Everybody who has access to Atlas in a month needs a seat. You may fill as many seats as you ordered.
    measure: { aggregate: { unique: who }, window: month }
    price: ${price}`;
}

/** Floating licenses of Forge CAD, counted by the most in use at the same moment. */
export function cad(): string {
  return `  - id: cad
    kind: capacity
    product: forge
    unit: license
    text: The number of Concurrent Uses of the Software shall at no time exceed the number of Floating Licenses purchased.
    plain: Anybody may use Forge CAD, but no more people at the same moment than the licenses you ordered.
    measure: { aggregate: peakConcurrency, window: month }
    lateness: P1D
    price: forge-license`;
}

/** Calls of Beacon in a month; `rights` may say which of them are free. */
export function calls(rights = ''): string {
  return `  - id: calls
    kind: capacity
    product: beacon
    unit: call
    text: Licensee may submit up to the Monthly Call Allowance of requests to the Service per calendar month.
    plain: You may make as many calls to Beacon in a calendar month as you ordered.
    measure: { aggregate: sum, window: month }
    limitRule: highest
    price: beacon-call${rights}`;
}

/** Where Beacon may be used. */
export function territory(): string {
  return `  - id: territory
    kind: restriction
    product: beacon
    unit: call
    attribute: territory
    allowed: [DE, AT]
    text: The Service shall be used within the Territory only. Territory means Germany and Austria.
    plain: Beacon may be used in Germany and Austria. For other countries please ask us first.
    measure: { aggregate: sum, window: month }`;
}

/** What Brightline ordered later. */
export function growth(from: CalendarDate): string {
  return `amendments:
  - id: AM-1
    signedOn: ${addDays(from, -9)}
    from: ${from}
    changes:
      - { addOrderLine: { id: OL-2, clause: cad, product: forge, quantity: 10, source: PO B-2044 } }
`;
}

/** What Fjordline was granted until it renews. */
export function permit({ months, until }: DemoDates): string {
  return `variations:
  - id: EX-014
    kind: permit
    clause: calls
    add: 500000
    from: ${months[6]}
    until: ${until}
    decidedOn: ${addDays(months[6]!, -4)}
    reason: Fjordline moves its metering to Beacon; both systems run side by side until the agreement renews.
`;
}

/** Northwind's right: what it calls to test its own programs is free. */
export const testing = `
    rights:
      - id: testing
        freeUse: { attribute: environment, in: [test] }`;

/** Cores of Beacon Server by the factor of their processor, the way servers are licensed. */
export function cores(): string {
  return `  - id: cores
    kind: capacity
    product: server
    unit: { one: core license, many: core licenses }
    text: Licensee shall hold Core Licenses for all processor cores on which the Software is installed, each core multiplied by the Core Factor of its processor, and the sum rounded up to a whole number.
    plain: Each server counts by its cores. A core of an x86 processor needs half a license, one of an ARM processor a quarter.
    measure:
      aggregate: peakConcurrency
      window: day
      rating:
        - factor: { by: processor, table: { x86: 0.5, arm: 0.25 }, otherwise: 1 }
        - { packsOf: 1 }
    price: server-core`;
}

/** Floating licenses of Forge Solver. */
export function solver(): string {
  return `  - id: solver
    kind: capacity
    product: solver
    unit: license
    text: The number of Concurrent Uses of the Solver shall at no time exceed the number of Solver Licenses purchased.
    plain: As many solver runs may go on at the same moment as you ordered licenses.
    measure: { aggregate: peakConcurrency, window: month }
    lateness: P1D
    price: solver-license`;
}

/** A report that is owed after each quarter. */
export function reports(what: string, days: number): string {
  return `duties:
  - id: usage-report
    text: Licensee shall deliver a written statement of its ${what} within ${days} days after each calendar quarter.
    plain: You send us a list of your ${what} within ${days} days after each quarter.
    due: { every: quarter, days: ${days} }
    grace: 7
`;
}
