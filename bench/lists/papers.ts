import { formatInstant, type Instant, parseInstant } from '#platform/instant.ts';

/* The papers and the use of a few customers, of whom all others are copies; written as the public importers take them. */

/** The customers that are copied, and the one with very much of everything. */
export const templates = ['Élan', 'Northwind', 'Kestrel', 'Sato', 'Harbor', 'Quill', 'Tarn', 'Umber'].map(
  (name, n) => ({
    id: customerId(n),
    name,
    segment: ['manufacturing', 'research', 'retail', 'public'][n % 4]!,
  }),
);
export const heavy = 'cu-heavy';

/** Returns the id of the customer with this number: `cu-00042`. None is part of a uuid or of another id. */
export function customerId(n: number): string {
  return `cu-${String(n).padStart(5, '0')}`;
}

const products = ['atlas', 'beacon', 'forge'];
const limits = 40;

/** Returns the catalog: three products, each by unit and year. */
export function catalog(): string {
  const component = (id: string) =>
    `      - { id: ${id}-seat, product: ${id}, unit: seat, per: year, model: unit, price: 120.50 }`;
  return `goodterms: catalog/1
products: [${products.map((id) => `{ id: ${id}, name: ${id} suite }`).join(', ')}]
priceBooks:
  - id: list
    currency: EUR
    from: 2025-01-01
    components:
${products.map(component).join('\n')}
`;
}

/** Returns the file of the customers that are copied, and of the heavy one. */
export function customers(): string {
  const all = [...templates, { id: heavy, name: 'Heavy', segment: 'research' }];
  return `goodterms: customers/1
customers:
${all
  .map(
    ({ id, name, segment }, n) => `  - id: ${id}
    name: ${name} ${id} Works
    size: ${['small', 'medium', 'large'][n % 3]}
    segment: ${segment}
    riskTolerance: medium
    contact: { name: Priya Nair, email: priya.nair@${id}.example, role: IT lead }
    owner: { name: Sam Ortiz, email: owner${n % 7}@vendor.example, role: License manager }
    relationship: { since: 2021-04-01, renewals: 4, goodExperiences: [] }`,
  )
  .join('\n')}
`;
}

/** Returns an agreement of three limits and a report each quarter; of the heavy customer one of forty limits. */
export function agreement(customer: string): string {
  const count = customer === heavy ? limits : 3;
  return `goodterms: agreement/1
id: AG-${customer}
customer: ${customer}
title: Suites for ${customer}
signedOn: 2025-12-10
from: 2026-01-01
until: 2027-01-01
zone: UTC
currency: EUR
clauses:
${Array.from({ length: count }, (_, k) => clause(k)).join('')}duties:
  - id: report
    text: Licensee shall deliver a usage report within 30 days after each calendar quarter.
    plain: You send us a usage report within 30 days after each quarter.
    due: { every: quarter, days: 30 }
    grace: 10
`;
}

function clause(k: number): string {
  const product = products[k % 3]!;
  return `  - id: seats-${k}
    kind: capacity
    product: ${product}
    unit: seat
    text: Licensee may use so many seats of number ${k} in a month.
    plain: Up to 100 seats of number ${k} in a month.
    measure: { aggregate: max, window: month }
    features: [seat${k}]
    limit: 100
    price: ${product}-seat
`;
}

const share = [130, 96, 70, 92, 40, 118, 60, 30];

/** Returns four files of events of one customer, a quarter each, as lines of JSON. Of the heavy customer one large file. */
export function eventsOf(customer: string, n: number): string[] {
  if (customer === heavy) return [heavyUse()];
  return [0, 1, 2, 3].map((quarter) =>
    [0, 1, 2]
      .flatMap((month) =>
        [0, 1, 2].flatMap((k) => {
          const at = moment(quarter * 3 + month, 3 + k);
          if (at === null) return [];
          // Use of the first clause grows, and its last month decides where the customer stands.
          const quantity = k === 0 ? share[n % 8]! - 11 + quarter * 3 + month : 20 + k * 15;
          const id = `${quarter}-${month}-${k}`;
          const feature = n === 3 && k === 2 ? 'strange' : `seat${k}`;
          const one = line(customer, id, feature, at, quantity, `person-${(k + month) % 6}`);
          // Two contents under one id: somebody has to say which counts.
          const other = n === 2 && quarter === 1 && month === 1;
          return other ? [one, line(customer, id, feature, at, quantity + 2, 'person-0')] : [one];
        }),
      )
      .join('\n'),
  );
}

/** Forty limits that are above and below by turns, five thousand people, a thousand records in conflict. */
function heavyUse(): string {
  const lines: string[] = [];
  for (let k = 0; k < limits; k += 1)
    for (let month = 0; month < 10; month += 1)
      lines.push(
        line(heavy, `m${k}-${month}`, `seat${k}`, moment(month, 5)!, month % 2 === 0 ? 140 : 60, 'p'),
      );
  for (let p = 0; p < 5_000; p += 1) {
    const quantity = 1 + (p % 150);
    lines.push(line(heavy, `p${p}`, 'seat1', moment(8, 10)!, quantity, `person.${p}@heavy.example`));
    if (p < 1_000)
      lines.push(line(heavy, `p${p}`, 'seat1', moment(8, 10)!, quantity + 1, `person.${p}@heavy.example`));
  }
  return lines.join('\n');
}

function moment(month: number, date: number): Instant | null {
  const text = `2026-${String(month + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}T09:00:00Z`;
  return text < '2026-11-20' ? parseInstant(text)! : null;
}

function line(customer: string, id: string, type: string, at: Instant, quantity: number, subject: string) {
  const data = { quantity, user: subject };
  const time = formatInstant(at);
  return JSON.stringify({
    specversion: '1.0',
    id: `${customer}-${id}`,
    source: '/gateway',
    type,
    time,
    data,
  });
}
