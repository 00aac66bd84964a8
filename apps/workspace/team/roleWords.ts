import type { Staff } from '../data/team.ts';

/** What roles of the vendor's people are called. */
export const roleWords: Readonly<Record<Staff['role'], string>> = {
  'license-manager': 'License manager',
  'customer-success': 'Customer success',
  sales: 'Sales',
  'deal-desk': 'Deal desk',
  legal: 'Legal',
  security: 'Security',
  product: 'Product',
  finance: 'Finance',
  auditor: 'Auditor',
  administrator: 'Administrator',
};
