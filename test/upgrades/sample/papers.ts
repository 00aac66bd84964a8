/* The papers of the sample: every form of price, rated measures, conditions, rights, duties; few units, so few records. */

/** A catalog with a component of each form of price, discounts, minimums, proration, a commitment, exchange rates. */
export const catalog = `goodterms: catalog/1
products:
  - { id: atlas, name: Atlas, editions: [{ id: team, name: Team }] }
  - { id: beacon, name: Beacon API, editions: [] }
  - { id: forge, name: Forge CAD, editions: [] }
  - { id: server, name: Beacon Server, editions: [] }
  - { id: portal, name: Portal, editions: [] }
priceBooks:
  - id: PB-EUR
    currency: EUR
    from: 2026-01-01
    components:
      - id: seat
        product: atlas
        edition: team
        unit: seat
        per: year
        model: graduated
        tiers: [{ upTo: 10, unit: 120 }, { upTo: inf, unit: 99.50, flat: 40 }]
        discounts: [{ name: Public sector, off: 20% }, { name: Launch offer, off: 100, until: 2026-07-01 }]
      - id: call
        product: beacon
        unit: call
        per: month
        model: blocks
        tiers: [{ upTo: 1000, size: 100, price: 3 }, { upTo: inf, size: 500, price: 10 }]
        minimum: 20
      - { id: core, product: server, unit: { one: core license, many: core licenses }, per: quarter, model: package, size: 4, price: 480, proration: thirtyDays }
      - { id: user, product: portal, unit: user, per: month, model: unit, price: 8, proration: second }
      - { id: set-up, product: portal, unit: contract, per: once, model: flat, amount: 500 }
    commitments:
      - { id: monthly, name: Monthly commitment, amount: 200, per: month, overage: 1.5, components: [call, user] }
  - id: PB-USD
    currency: USD
    from: 2026-01-01
    components:
      - id: license
        product: forge
        unit: license
        per: month
        model: volume
        ratchet: true
        tiers: [{ upTo: 5, unit: 104 }, { upTo: inf, unit: 93 }]
features:
  - { feature: atlas.seat, product: atlas }
  - { feature: beacon.call, product: beacon }
  - { feature: forge_cad, product: forge }
  - { feature: server_core, product: server }
  - { feature: portal.user, product: portal }
exchangeRates:
  - { currency: EUR, from: 2026-01-01, rates: [{ currency: USD, rate: 0.92 }] }
`;

/** Five customers; at Cedar we made a mistake ourselves, at Alder an order is on its way. */
export const customers = `goodterms: customers/1
customers:${customer('alder', 'Alder Studio', 'small')}
      openOrders: [{ id: PO-77, clause: seats, units: 1, since: 2026-11-18 }]${customer('birch', 'Birch Analytics', 'medium')}${customer('cedar', 'Cedar Robotics', 'large')}
      vendorMistakes:
        - { id: VM-1, clause: cad, from: 2026-09-01, until: 2026-10-01, units: 1, what: Our support issued one license too many. }${customer('dogwood', 'Dogwood Energy', 'large')}${customer('elm', 'Elm Schools', 'medium')}
`;

function customer(id: string, name: string, size: string): string {
  return `
  - id: ${id}
    name: ${name}
    size: ${size}
    segment: research
    riskTolerance: medium
    contact: { name: Kim ${id}, email: kim@${id}.example, role: IT lead }
    owner: { name: Sam Ortiz, email: sam.ortiz@meridian.example, role: License manager }
    relationship:
      since: 2021-04-01
      renewals: 4
      goodExperiences: [You tested our spring release first.]`;
}

function agreement(customer: string, from: string, rest: string, currency = 'EUR', zone = 'UTC'): string {
  return `goodterms: agreement/1
id: AG-${customer}
customer: ${customer}
title: Terms of ${customer}
signedOn: 2026-05-20
from: ${from}
until: 2027-07-01
zone: ${zone}
currency: ${currency}
${rest}`;
}

const alder = agreement(
  'alder',
  '2026-09-01',
  `orderLines:
  - { id: OL-1, clause: seats, product: atlas, edition: team, quantity: 8, source: PO 1 }
clauses:
  - id: seats
    kind: capacity
    product: atlas
    unit: seat
    text: Everybody who has access in a month needs a seat.
    plain: You may fill as many seats as you ordered.
    measure: { aggregate: { unique: who }, window: month }
    price: seat
    rights: [{ id: affiliates, pool: { attribute: affiliate, in: [alder-north] } }]
amendments:
  - id: AM-1
    signedOn: 2026-09-20
    from: 2026-10-01
    changes:
      - { addOrderLine: { id: OL-2, clause: seats, product: atlas, edition: team, quantity: 2, source: PO 2 } }
`,
);

const birch = agreement(
  'birch',
  '2026-09-01',
  `orderLines:
  - { id: OL-1, clause: calls, product: beacon, quantity: 1000, source: PO 3 }
clauses:
  - id: calls
    kind: capacity
    product: beacon
    unit: call
    text: Licensee may submit up to the Monthly Call Allowance.
    plain: You may make as many calls a month as you ordered.
    measure: { aggregate: sum, window: month }
    limitRule: highest
    price: call
    rights: [{ id: testing, freeUse: { attribute: environment, in: [test], upTo: 50 } }]
  - id: territory
    kind: restriction
    product: beacon
    unit: call
    attribute: territory
    allowed: [DE, AT]
    text: The Service shall be used within the Territory only.
    plain: Beacon may be used in Germany and Austria.
    measure: { aggregate: sum, window: month }
`,
  'EUR',
  'Europe/Berlin',
);

const cedar = agreement(
  'cedar',
  '2026-09-01',
  `orderLines:
  - { id: OL-1, clause: cad, product: forge, quantity: 3, source: PO 4 }
clauses:
  - id: cad
    kind: capacity
    product: forge
    unit: license
    text: Concurrent Uses shall at no time exceed the Floating Licenses purchased.
    plain: As many people as you ordered licenses may work at the same moment.
    measure: { aggregate: peakConcurrency, window: month }
    lateness: P1D
    price: license
`,
  'USD',
  'America/New_York',
);

const dogwood = agreement(
  'dogwood',
  '2026-06-01',
  `orderLines:
  - { id: OL-1, clause: cores, product: server, quantity: 12, source: PO 5 }
clauses:
  - id: cores
    kind: capacity
    product: server
    unit: { one: core license, many: core licenses }
    text: Each core counts by the Core Factor of its processor, in packs of two.
    plain: Each server counts by its cores; a core of an x86 processor needs half a license.
    measure:
      window: quarter
      greaterOf:
        - aggregate: peakConcurrency
          rating:
            - factor: { by: processor, table: { x86: 0.5, arm: 0.25 }, otherwise: 1 }
            - { atLeast: 2, each: [series] }
            - { packsOf: 1 }
        - { aggregate: { unique: site }, filter: [{ attribute: site, notIn: [lab] }] }
    limitRule: highest
    onlyIf: { any: [{ fact: employees, atLeast: 250 }] }
    price: core
duties:
  - id: usage-report
    text: Licensee shall deliver a list of its servers within 30 days after each calendar quarter.
    plain: You send us a list of your servers within 30 days after each quarter.
    due: { every: quarter, days: 30 }
    grace: 7
variations:
  - id: EX-1
    kind: permit
    clause: cores
    add: 2
    from: 2026-08-01
    until: 2026-12-01
    decidedOn: 2026-07-20
    reason: Two systems run side by side.
  - id: EX-2
    kind: permit
    clause: cores
    from: 2026-08-01
    until: 2027-02-01
    decidedOn: 2026-07-20
    reason: Stand-by servers are free meanwhile.
    right: { freeUse: { attribute: environment, in: [standby] } }
  - id: FB-1
    kind: forbearance
    clause: cores
    pauses: [contact]
    from: 2026-09-01
    until: 2026-12-15
    decidedOn: 2026-09-01
    reason: The request for more is being looked at.
`,
);

const elm = agreement(
  'elm',
  '2026-11-01',
  `orderLines:
  - { id: OL-1, clause: users, product: portal, quantity: 10, source: PO 6 }
clauses:
  - id: users
    kind: capacity
    product: portal
    unit: user
    text: Each active user of the directory needs a license.
    plain: Everybody who is active in your directory needs a license.
    measure: { aggregate: peakConcurrency, window: month }
    price: user
    rights: [{ id: seats-30, reassignment: { days: 30 } }]
`,
);

/** Their agreements, all that an agreement can say spread over five of them. */
export const agreements = [alder, birch, cedar, dogwood, elm].join('---\n');
