import type { Field } from '../editing/action.ts';
import type { ListName } from './customerDraft.ts';

const sizes = ['small', 'medium', 'large'].map((value) => ({ value, label: value }));
const degrees = ['low', 'medium', 'high'].map((value) => ({ value, label: value }));

const person = (who: 'contact' | 'owner'): Field[] => [
  { name: `/${who}/name`, label: 'Name' },
  { name: `/${who}/email`, label: 'E-mail' },
  { name: `/${who}/role`, label: 'Role' },
];

/** The parts of the page of a customer, each with its fields; names are places in the form. */
export const parts: readonly { readonly title: string; readonly fields: readonly Field[] }[] = [
  {
    title: 'Who they are',
    fields: [
      { name: '/id', label: 'Id', hint: 'Your own short name: lower case letters, digits and -. It stays.' },
      { name: '/name', label: 'Name' },
      { name: '/size', label: 'Size', kind: 'select', options: sizes },
      { name: '/segment', label: 'Segment', hint: 'The market you count them to.' },
      { name: '/riskTolerance', label: 'Risk tolerance', kind: 'select', options: degrees },
    ],
  },
  { title: 'Their contact, who reads our notices', fields: person('contact') },
  { title: 'Our owner, who answers for them', fields: person('owner') },
  {
    title: 'What both have been through',
    fields: [
      { name: '/relationship/since', label: 'Customer since', kind: 'date' },
      { name: '/relationship/renewals', label: 'Renewals so far' },
    ],
  },
];

/** The fields of what there may be several of. */
export const listFields: Readonly<
  Record<ListName, { title: string; add: string; fields: readonly Field[] }>
> = {
  vendorMistakes: {
    title: 'Our own mistakes',
    add: 'Add a mistake of ours',
    fields: [
      { name: 'id', label: 'Name', hint: 'Such as VM-1.' },
      { name: 'clause', label: 'Clause' },
      { name: 'from', label: 'From', hint: 'A day, 2026-05-01.' },
      { name: 'until', label: 'Until', hint: 'The first day it no longer bore on use.' },
      { name: 'units', label: 'Units' },
      { name: 'what', label: 'What happened', hint: 'Fit for the customer to read.' },
    ],
  },
  openOrders: {
    title: 'Orders on their way',
    add: 'Add an open order',
    fields: [
      { name: 'id', label: 'Name', hint: 'Such as OO-1.' },
      { name: 'clause', label: 'Clause' },
      { name: 'units', label: 'Units' },
      { name: 'since', label: 'Known since', hint: 'A day, 2026-05-01.' },
    ],
  },
};

/** Returns how a place of the form is called on the page. */
export function placeWords(place: string): string {
  if (place === '/relationship/goodExperiences') return 'Good experiences';
  const list = listFields[place.replace('/relationship/', '') as ListName];
  if (list) return list.title;
  const part = parts.find(({ fields }) => fields.some(({ name }) => name === place));
  const label = part?.fields.find(({ name }) => name === place)?.label ?? place;
  return /^\/(contact|owner)/.test(place) ? `${part?.title.split(',')[0]}: ${label}` : label;
}
