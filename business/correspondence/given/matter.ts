import type { Customer, CustomerId } from '#business/customers/customer.ts';
import type { ReadingSummary } from '#business/findings/lifecycle.ts';
import type { CalendarDate } from '#platform/instant.ts';
import { aClause, anAgreement, at } from '#test/given.ts';
import type { FindingMatter } from '../findingFacts.ts';

export const customer: Customer = {
  id: 'northwind' as CustomerId,
  name: 'Northwind Labs',
  size: 'medium',
  segment: 'research',
  riskTolerance: 'low',
  contact: { name: 'Dana Wells', email: 'dana@northwind.example', role: 'IT lead' },
  owner: { name: 'Sam Ortiz', email: 'sam@vendor.example', role: 'License manager' },
  relationship: {
    since: '2019-04-01',
    renewals: 6,
    goodExperiences: ['The pilot we ran together in 2024 taught us a lot.'],
    vendorMistakes: [],
    openOrders: [],
  },
};

export const reading: ReadingSummary = {
  digest: 'r1',
  from: at('2026-05-01'),
  until: at('2026-07-01'),
  peakFrom: at('2026-06-01'),
  peakUntil: at('2026-07-01'),
  value: '137',
  limit: '120',
  excess: '17',
  windows: 2,
  tzdata: '2026a',
};

export const matter: FindingMatter = {
  customer,
  agreement: anAgreement(),
  clause: aClause(),
  productName: 'Atlas',
  key: 'F-1',
  reading,
  limitWords: '120 = 100 signed + 20 by grant EX-2026-014 through 2027-03-31',
  outside: [],
  limitParts: [
    {
      kind: 'order',
      of: 'OL-1',
      value: '100',
      from: at('2026-01-01'),
      until: at('2027-01-01'),
      counts: true,
    },
    {
      kind: 'add',
      of: 'EX-2026-014',
      value: '20',
      from: at('2026-01-01'),
      until: at('2027-04-01'),
      counts: true,
    },
  ],
  counts: 'agree',
  questions: [{ code: 'gap', count: 2, units: null, words: null, names: [] }],
  ours: null,
  feesPaused: null,
  cleared: false,
  trueUp: {
    currency: 'EUR',
    lines: [
      {
        kind: 'charge',
        label: '17 calls × €9.00 per month × 8 months',
        quantity: '17',
        unitPrice: '9',
        share: [],
        amount: '1224',
        shown: '1224.00',
      },
    ],
    total: '1224.00',
  },
  before: null,
  today: '2026-07-04' as CalendarDate,
};
