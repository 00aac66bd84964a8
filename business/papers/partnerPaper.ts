import type { Partner } from '#business/partners/partner.ts';
import { partnerColumns, partnerFromFields, partnerToFields } from '#business/partners/partnerFields.ts';
import { success } from '#platform/problem.ts';
import type { Paper } from './paper.ts';

/** Partners by id, and which customers there are. */
export type PartnersState = {
  readonly partners: Map<string, Partner>;
  readonly known: ReadonlySet<string>;
};

/** Partners, one a row. */
export const partnersPaper: Paper<PartnersState> = {
  columns: partnerColumns,
  nameOf: ({ id = '' }) => id,
  subjectOf: () => null,
  read: ({ partners }, name) => {
    const partner = partners.get(name);
    return partner && partnerToFields(partner);
  },
  put: ({ partners, known }, fields) => {
    const partner = partnerFromFields(fields, (customer) => known.has(customer));
    if (!partner.ok) return partner;
    partners.set(partner.value.id, partner.value);
    return success(undefined);
  },
  remove: ({ partners }, name) => {
    partners.delete(name);
    return success(undefined);
  },
  settle: () => new Map(),
  list: ({ partners }) => [...partners.values()].map(partnerToFields),
};
