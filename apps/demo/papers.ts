import { addDays, type CalendarDate } from '#platform/instant.ts';
import type { DemoDates } from './dates.ts';

/** Returns the catalog of Meridian Tools: three products, a price book in each of two currencies, the feature map. */
export function catalogYaml({ from }: DemoDates): string {
  const year = Number(from.slice(0, 4)) - 1;
  const book = (currency: string, seat: string, cad: string, call: string) => `
  - id: PB-${year}-${currency}
    currency: ${currency}
    from: ${year}-01-01
    components:
      - { id: atlas-seat, product: atlas, edition: team, unit: seat, per: year, model: unit, price: ${seat} }
      - { id: forge-license, product: forge, unit: license, per: month, model: graduated, tiers: [{ upTo: 25, unit: ${cad} }, { upTo: inf, unit: ${Number(cad) - 11} }] }
      - { id: beacon-call, product: beacon, unit: call, per: month, model: unit, price: ${call} }`;
  return `goodterms: catalog/1
products:
  - { id: atlas, name: Atlas, editions: [{ id: team, name: Team }, { id: business, name: Business }] }
  - { id: forge, name: Forge CAD, editions: [] }
  - { id: beacon, name: Beacon API, editions: [] }
priceBooks:${book('EUR', '360.00', '95.00', '0.0004')}${book('USD', '390.00', '104.00', '0.00045')}
features:
  - { feature: atlas.seat, product: atlas }
  - { feature: forge_cad, product: forge }
  - { feature: beacon.call, product: beacon }
`;
}

type Party = {
  readonly id: string;
  readonly name: string;
  readonly size: string;
  readonly segment: string;
  readonly contact: string;
  readonly role: string;
  readonly since: number;
  readonly renewals: number;
  readonly memory: string;
  readonly more?: string;
};

const parties: readonly Party[] = [
  {
    id: 'northwind',
    name: 'Northwind Labs',
    size: 'medium',
    segment: 'research',
    contact: 'Dana Wells',
    role: 'IT lead',
    since: 2019,
    renewals: 6,
    memory: 'The pilot we ran together two years ago shaped how Atlas shows its results.',
  },
  {
    id: 'harborview',
    name: 'Harborview Clinics',
    size: 'medium',
    segment: 'health',
    contact: 'Imran Qureshi',
    role: 'Head of operations',
    since: 2021,
    renewals: 4,
    memory: 'You told us early about a fault in our sign-in, which helped all our customers.',
  },
  {
    id: 'brightline',
    name: 'Brightline Engineering',
    size: 'large',
    segment: 'engineering',
    contact: 'Lena Hoffmann',
    role: 'Head of design tools',
    since: 2017,
    renewals: 8,
    memory: 'Your team tested the new solver with us before anybody else had it.',
  },
  {
    id: 'copperfield',
    name: 'Copperfield Studio',
    size: 'small',
    segment: 'design',
    contact: 'Theo Marsh',
    role: 'Managing partner',
    since: 2022,
    renewals: 3,
    memory: 'You were among the first studios to bring all your people to Atlas.',
  },
  {
    id: 'fjordline',
    name: 'Fjordline Energy',
    size: 'large',
    segment: 'energy',
    contact: 'Astrid Solberg',
    role: 'Platform owner',
    since: 2018,
    renewals: 7,
    memory: 'The forecast you built on Beacon is the one we show to others.',
  },
  {
    id: 'kestrel',
    name: 'Kestrel Robotics',
    size: 'medium',
    segment: 'manufacturing',
    contact: 'Marcus Bell',
    role: 'Engineering manager',
    since: 2020,
    renewals: 5,
    memory: 'We still use the checklist your engineers wrote for our installers.',
  },
  {
    id: 'solano',
    name: 'Solano Foods',
    size: 'medium',
    segment: 'retail',
    contact: 'Paula Reyes',
    role: 'Head of data',
    since: 2023,
    renewals: 2,
    memory: 'You helped us find the slow query in Beacon.',
  },
  {
    id: 'tidewater',
    name: 'Tidewater Shipping',
    size: 'small',
    segment: 'logistics',
    contact: 'Olaf Brandt',
    role: 'IT administrator',
    since: 2025,
    renewals: 0,
    memory: 'Your move to Atlas took one afternoon, thanks to your preparation.',
  },
];

/** Returns who the customers are, with our own mistake at Kestrel on record. */
export function customersYaml({ months }: DemoDates): string {
  const mistake = `
      vendorMistakes:
        - id: VM-1
          clause: cad
          from: ${months[6]}
          until: ${months[7]}
          units: 8
          what: When we renewed your license file our support team issued 28 licenses in place of the 20 you ordered, so nothing on your side could tell that the limit had been passed.`;
  const customer = (party: Party) => `
  - id: ${party.id}
    name: ${party.name}
    size: ${party.size}
    segment: ${party.segment}
    riskTolerance: medium
    contact: { name: ${party.contact}, email: ${mail(party.contact)}@${party.id}.example, role: ${party.role} }
    owner: { name: Sam Ortiz, email: sam.ortiz@meridian.example, role: License manager }
    relationship:
      since: ${party.since}-04-01
      renewals: ${party.renewals}
      goodExperiences: ["${party.memory}"]${party.id === 'kestrel' ? mistake : ''}`;
  return `goodterms: customers/1\ncustomers:${parties.map(customer).join('')}\n`;
}

function mail(name: string): string {
  return name.toLowerCase().replace(' ', '.');
}

/** Returns the agreements of all customers, one document each. */
export function agreementsYaml(dates: DemoDates): string {
  const { months } = dates;
  return [
    agreement(
      dates,
      'northwind',
      'Atlas and Beacon for Northwind Labs',
      [order('OL-1', 'seats', 'atlas', 120, 'PO 4711'), order('OL-2', 'calls', 'beacon', 500_000, 'PO 4712')],
      [seats(), calls()],
    ),
    agreement(
      dates,
      'harborview',
      'Atlas for Harborview Clinics',
      [order('OL-1', 'seats', 'atlas', 50, 'PO 88-203')],
      [seats()],
    ),
    agreement(
      dates,
      'brightline',
      'Forge CAD for Brightline Engineering',
      [order('OL-1', 'cad', 'forge', 30, 'PO B-1907')],
      [cad()],
      growth(months[3]!),
    ),
    agreement(
      dates,
      'copperfield',
      'Atlas for Copperfield Studio',
      [order('OL-1', 'seats', 'atlas', 25, 'order of the web shop')],
      [seats()],
    ),
    agreement(
      dates,
      'fjordline',
      'Beacon for Fjordline Energy',
      [order('OL-1', 'calls', 'beacon', 2_000_000, 'PO FJ-77')],
      [calls()],
      permit(dates),
    ),
    agreement(
      dates,
      'kestrel',
      'Forge CAD for Kestrel Robotics',
      [order('OL-1', 'cad', 'forge', 20, 'PO KR-31')],
      [cad()],
      '',
      'USD',
      'America/New_York',
    ),
    agreement(
      dates,
      'solano',
      'Atlas and Beacon for Solano Foods',
      [order('OL-1', 'seats', 'atlas', 20, 'PO 5001'), order('OL-2', 'calls', 'beacon', 150_000, 'PO 5002')],
      [seats(), calls(), territory()],
    ),
    agreement(
      dates,
      'tidewater',
      'Atlas for Tidewater Shipping',
      [order('OL-1', 'seats', 'atlas', 10, 'PO T-9')],
      [seats()],
    ),
  ].join('---\n');
}

function agreement(
  { from, until }: DemoDates,
  customer: string,
  title: string,
  orders: string[],
  clauses: string[],
  rest = '',
  currency = 'EUR',
  zone = 'Europe/Berlin',
): string {
  return `goodterms: agreement/1
id: AG-${customer}
customer: ${customer}
title: ${title}
signedOn: ${addDays(from, -17)}
from: ${from}
until: ${until}
zone: ${zone}
currency: ${currency}
orderLines:
${orders.join('\n')}
clauses:
${clauses.join('\n')}
${rest}`;
}

function order(id: string, clause: string, product: string, quantity: number, source: string): string {
  return `  - { id: ${id}, clause: ${clause}, product: ${product}, quantity: ${quantity}, source: ${source} }`;
}

function seats(): string {
  return `  - id: seats
    kind: capacity
    product: atlas
    unit: seat
    text: Licensee shall not permit more Authorized Users than the number of Named User Licenses purchased to access the Software in any calendar month.
    plain: Everybody who has access to Atlas in a month needs a seat. You may fill as many seats as you ordered.
    measure: { aggregate: { unique: who }, window: month }
    price: atlas-seat`;
}

function cad(): string {
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

function calls(): string {
  return `  - id: calls
    kind: capacity
    product: beacon
    unit: call
    text: Licensee may submit up to the Monthly Call Allowance of requests to the Service per calendar month.
    plain: You may make as many calls to Beacon in a calendar month as you ordered.
    measure: { aggregate: sum, window: month }
    limitRule: highest
    price: beacon-call`;
}

function territory(): string {
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

function growth(from: CalendarDate): string {
  return `amendments:
  - id: AM-1
    signedOn: ${addDays(from, -9)}
    from: ${from}
    changes:
      - { addOrderLine: { id: OL-2, clause: cad, product: forge, quantity: 10, source: PO B-2044 } }
`;
}

function permit({ months, until }: DemoDates): string {
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
