import { addDays } from '#platform/instant.ts';
import {
  cad,
  calls,
  cores,
  growth,
  order,
  permit,
  reports,
  seats,
  solver,
  territory,
  testing,
} from './clauses.ts';
import type { DemoDates } from './dates.ts';

/** Returns the agreements of all customers, one document each. */
export function agreementsYaml(dates: DemoDates): string {
  const { months } = dates;
  return [
    agreement(
      dates,
      'northwind',
      'Atlas and Beacon for Northwind Labs',
      [order('OL-1', 'seats', 'atlas', 120, 'PO 4711'), order('OL-2', 'calls', 'beacon', 500_000, 'PO 4712')],
      [seats(), calls(testing)],
    ),
    agreement(
      dates,
      'harborview',
      'Atlas for Harborview Clinics',
      [order('OL-1', 'seats', 'atlas', 50, 'PO 88-203')],
      [seats('atlas-seat-health')],
      reports('sites and staff', 30),
    ),
    agreement(
      dates,
      'brightline',
      'Forge CAD for Brightline Engineering',
      [order('OL-1', 'cad', 'forge', 30, 'PO B-1907')],
      [cad()],
      growth(months[3]!) + reports('workstations', 30),
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
      'Beacon and Beacon Server for Fjordline Energy',
      [
        order('OL-1', 'calls', 'beacon', 2_000_000, 'PO FJ-77'),
        order('OL-2', 'cores', 'server', 72, 'PO FJ-78'),
      ],
      [calls(), cores()],
      permit(dates),
    ),
    agreement(
      dates,
      'kestrel',
      'Forge CAD for Kestrel Robotics',
      [order('OL-1', 'cad', 'forge', 20, 'PO KR-31'), order('OL-2', 'solver', 'solver', 8, 'PO KR-40')],
      [cad(), solver()],
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
