import type { Values } from '../editing/action.ts';
import type { CustomerForm } from './customerData.ts';

/** A customer to be written from nothing. */
export const blankCustomer: CustomerForm = {
  ...{ id: '', name: '', size: 'medium', segment: '', riskTolerance: 'medium' },
  contact: { name: '', email: '', role: '' },
  owner: { name: '', email: '', role: '' },
  relationship: { since: '', renewals: '0', goodExperiences: [], vendorMistakes: [], openOrders: [] },
};

/** The lists of a relationship whose entries have fields of their own. */
export type ListName = 'vendorMistakes' | 'openOrders';

/** Every single value of a customer by its place, `/contact/email`; lists as texts, one entry a line. */
export function valuesOf(form: CustomerForm): Values {
  const { contact, owner, relationship, ...rest } = form;
  const { since, renewals, goodExperiences = [], vendorMistakes = [], openOrders = [] } = relationship;
  const under = (place: string, values: object) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [`${place}/${key}`, String(value)]));
  return {
    ...under('', rest),
    ...under('/contact', contact),
    ...under('/owner', owner),
    ...under('/relationship', { since, renewals }),
    '/relationship/goodExperiences': goodExperiences.join('\n'),
    '/relationship/vendorMistakes': JSON.stringify(vendorMistakes),
    '/relationship/openOrders': JSON.stringify(openOrders),
  };
}

/** Returns the customer of values by their places. */
export function formOf(values: Values): CustomerForm {
  const at = (place: string) => values[place] ?? '';
  const person = (who: string) => ({
    name: at(`/${who}/name`),
    email: at(`/${who}/email`),
    role: at(`/${who}/role`),
  });
  return {
    ...{ id: at('/id'), name: at('/name'), size: at('/size'), segment: at('/segment') },
    riskTolerance: at('/riskTolerance'),
    contact: person('contact'),
    owner: person('owner'),
    relationship: {
      ...{ since: at('/relationship/since'), renewals: at('/relationship/renewals') },
      goodExperiences: at('/relationship/goodExperiences')
        .split('\n')
        .filter((line) => line.trim() !== ''),
      vendorMistakes: JSON.parse(values['/relationship/vendorMistakes'] ?? '[]'),
      openOrders: JSON.parse(values['/relationship/openOrders'] ?? '[]'),
    },
  };
}

/** What two people changed of one customer: `theirs` are the places only somebody else changed, `both` those both did. */
export type Merge = { readonly values: Values; readonly theirs: string[]; readonly both: string[] };

/**
 * Returns our values upon theirs: what we did not touch is as they have it, what both touched as we have it, for us to
 * look at.
 */
export function merged(base: Values, ours: Values, theirs: Values): Merge {
  const places = Object.keys(ours);
  const changed = (values: Values, place: string) => values[place] !== base[place];
  const values = Object.fromEntries(
    places.map((place) => [place, (changed(ours, place) ? ours : theirs)[place] ?? '']),
  );
  const touched = places.filter((place) => changed(theirs, place) && theirs[place] !== ours[place]);
  return {
    values,
    theirs: touched.filter((place) => !changed(ours, place)),
    both: touched.filter((place) => changed(ours, place)),
  };
}
