import type { StaffRole } from '#business/identity/roles.ts';

/** Who of the vendor is there beside the four that have been at work: one of each role. */
export const restOfTheTeam: readonly (readonly [string, StaffRole])[] = [
  ['Nadia Kessler', 'administrator'],
  ['Tomas Lindgren', 'sales'],
  ['Wei Zhang', 'finance'],
  ['Ines Duarte', 'product'],
  ['Felix Obi', 'security'],
  ['Grace Park', 'auditor'],
];

/** A colleague of each customer's contact, who reads and asks and orders nothing. */
export const colleagues: Readonly<Record<string, string>> = {
  northwind: 'Robin Adler',
  harborview: 'Leila Haddad',
  brightline: 'Jan Novak',
  copperfield: 'Maya Stone',
  fjordline: 'Erik Dahl',
  kestrel: 'Sofia Romano',
  solano: 'Diego Cruz',
  tidewater: 'Hanna Vogt',
};
