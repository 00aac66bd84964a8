import type { SampleServer } from './server.ts';
import { call } from './usage.ts';

const yaml = 'application/yaml';
const names = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Nine more users of Beacon, so that similar customers may be spoken of. */
export async function neighbors({ ask, settle }: SampleServer): Promise<void> {
  const ids = names.map((name) => `like-${name}`);
  const customers = `goodterms: customers/1\ncustomers:${ids.map(customer).join('')}\n`;
  await ask('POST', '/v1/imports/customers', { body: customers, type: yaml });
  await ask('POST', '/v1/imports/agreements', { body: ids.map(agreement).join('---\n'), type: yaml });
  for (const [i, id] of ids.entries()) {
    const body = `${call('sep', '2026-09-15', 50 + i * 5)}\n`;
    const query = 'format=cloudevents&file=calls.ndjson';
    await ask('POST', `/v1/customers/${id}/usage?${query}`, { body, type: 'application/octet-stream' });
  }
  await settle();
}

function customer(id: string): string {
  return `
  - id: ${id}
    name: Neighbor ${id}
    size: medium
    segment: research
    riskTolerance: medium
    contact: { name: Kim, email: kim@${id}.example, role: IT lead }
    owner: { name: Sam Ortiz, email: sam.ortiz@meridian.example, role: License manager }
    relationship: { since: 2026-09-01, renewals: 0, goodExperiences: [] }`;
}

function agreement(id: string): string {
  return `goodterms: agreement/1
id: AG-${id}
customer: ${id}
title: Terms of ${id}
signedOn: 2026-08-20
from: 2026-09-01
until: 2027-09-01
zone: UTC
currency: EUR
orderLines:
  - { id: OL-1, clause: calls, product: beacon, quantity: 100, source: PO 9 }
clauses:
  - id: calls
    kind: capacity
    product: beacon
    unit: call
    text: Licensee may submit up to the Monthly Call Allowance.
    plain: You may make as many calls a month as you ordered.
    measure: { aggregate: sum, window: month }
    price: call
`;
}
