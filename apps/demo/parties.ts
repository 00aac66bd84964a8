import type { DemoDates } from './dates.ts';

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
