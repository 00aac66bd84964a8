/** What a person of the vendor does here. */
export const staffRoles = [
  'license-manager',
  'customer-success',
  'sales',
  'deal-desk',
  'legal',
  'security',
  'product',
  'finance',
  'auditor',
  'administrator',
] as const;
export type StaffRole = (typeof staffRoles)[number];

/** What a person of a customer does in the portal: an administrator orders and invites colleagues, a member reads and asks. */
export const customerRoles = ['customer-administrator', 'customer-member'] as const;
export type CustomerRole = (typeof customerRoles)[number];

/** Every role there is, in the order of the golden matrix. */
export const roles = [...staffRoles, ...customerRoles, 'partner'] as const;
export type Role = (typeof roles)[number];
