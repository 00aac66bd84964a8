import type { Instant } from '#platform/instant.ts';

/** A customer's id: the vendor's own short name for it, in lower case (`northwind`). */
export type CustomerId = string & { readonly of: 'customer' };

/** Something the vendor itself did wrong, which may explain use beyond a clause. Half-open in time. */
export type VendorMistake = {
  readonly id: string;
  readonly clause: string;
  readonly from: Instant;
  readonly until: Instant;
  /** How many units the mistake accounts for; a decimal. */
  readonly units: string;
  /** What happened, in plain words, fit for the customer to read. */
  readonly what: string;
};

/** An order known to be on its way but not yet in any agreement. */
export type OpenOrder = {
  readonly id: string;
  readonly clause: string;
  readonly units: string;
  readonly since: Instant;
};

/** What the two sides have been through together. */
export type Relationship = {
  readonly since: string;
  readonly renewals: number;
  readonly goodExperiences: readonly string[];
  readonly vendorMistakes: readonly VendorMistake[];
  readonly openOrders: readonly OpenOrder[];
};

/** A person by name: personal data, kept in erasable documents, never in events. */
export type Contact = { readonly name: string; readonly email: string; readonly role: string };

/** Who we serve. */
export type Customer = {
  readonly id: CustomerId;
  readonly name: string;
  readonly size: 'small' | 'medium' | 'large';
  readonly segment: string;
  readonly riskTolerance: 'low' | 'medium' | 'high';
  /** Who reads our notices. */
  readonly contact: Contact;
  /** Who at the vendor answers for this customer. */
  readonly owner: Contact;
  readonly relationship: Relationship;
};
