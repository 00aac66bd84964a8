import type { Contact, CustomerId } from '#business/customers/customer.ts';

/** A channel partner: sells to some customers, speaks for some, and sees only those. */
export type Partner = {
  /** The vendor's own short name for it, in lower case (`contoso-channel`). */
  readonly id: string;
  readonly name: string;
  readonly contact: Contact;
  /** The customers it sells to, in order of their ids. */
  readonly sellsTo: readonly CustomerId[];
  /** The customers it speaks for, in order of their ids. */
  readonly speaksFor: readonly CustomerId[];
};

/** Returns the customers whose rows a partner may see: those it sells to or speaks for. */
export function customersOf({ sellsTo, speaksFor }: Pick<Partner, 'sellsTo' | 'speaksFor'>): CustomerId[] {
  return [...new Set([...sellsTo, ...speaksFor])].sort();
}
