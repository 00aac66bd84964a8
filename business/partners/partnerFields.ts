import { z } from 'zod';
import type { CustomerId } from '#business/customers/customer.ts';
import { contactForm, customerId } from '#business/customers/customerFile.ts';
import { words } from '#platform/fields.ts';
import { failure, type Problem, type Result, success } from '#platform/problem.ts';
import { checkFields, given, missingFields } from '#platform/table/checkFields.ts';
import type { ColumnSpec, Fields } from '#platform/table/column.ts';
import type { Partner } from './partner.ts';

const text = { need: 'new', kind: 'text' } as const;
const list = { need: 'optional', kind: 'list' } as const;

/** What a table of partners holds, one partner a row. */
export const partnerColumns: readonly ColumnSpec[] = [
  {
    key: 'id',
    title: 'Id',
    explain: 'Your own short name for the partner: lower case letters, digits and -.',
    example: 'channel-north',
    need: 'key',
    kind: 'text',
    synonyms: ['partner', 'partner id', 'reseller', 'reseller id'],
  },
  {
    ...text,
    key: 'name',
    title: 'Name',
    explain: 'The name as people say it.',
    example: 'Channel North',
    synonyms: ['partner name', 'reseller name', 'company'],
  },
  {
    ...text,
    key: 'contactName',
    title: 'Contact name',
    explain: 'Whom to write to at the partner.',
    example: 'Lee Park',
    synonyms: ['contact', 'contact person'],
  },
  {
    ...text,
    key: 'contactEmail',
    title: 'Contact e-mail',
    explain: 'One e-mail address.',
    example: 'lee@channel-north.example',
    synonyms: ['contact email', 'email', 'mail'],
  },
  {
    ...text,
    key: 'contactRole',
    title: 'Contact role',
    explain: 'What they do there.',
    example: 'Channel lead',
    synonyms: ['role', 'title'],
  },
  {
    ...list,
    key: 'sellsTo',
    title: 'Sells to',
    explain: 'The ids of the customers it sells to, set apart by commas. Blank: none.',
    example: 'northwind, fabrikam',
    synonyms: ['customers', 'accounts', 'sells'],
  },
  {
    ...list,
    key: 'speaksFor',
    title: 'Speaks for',
    explain: 'The ids of the customers it speaks for, set apart by commas. Blank: none.',
    example: 'northwind',
    synonyms: ['represents'],
  },
];

const partnerForm = z.strictObject({ id: customerId, name: words(200), contact: contactForm });
const places = {
  '/contact/name': 'contactName',
  '/contact/email': 'contactEmail',
  '/contact/role': 'contactRole',
};

/** Returns a partner as the texts of its row. */
export function partnerToFields({ id, name, contact, sellsTo, speaksFor }: Partner): Fields {
  const person = { contactName: contact.name, contactEmail: contact.email, contactRole: contact.role };
  return { id, name, ...person, sellsTo: sellsTo.join(', '), speaksFor: speaksFor.join(', ') };
}

/**
 * Returns the partner a row of texts describes, or its problems by column; `isKnown` says which customers there are.
 */
export function partnerFromFields(fields: Fields, isKnown: (customer: string) => boolean): Result<Partner> {
  const contact = {
    name: fields.contactName ?? '',
    email: fields.contactEmail ?? '',
    role: fields.contactRole ?? '',
  };
  const [missing, ...more] = missingFields(partnerColumns, fields);
  if (missing) return failure(missing, ...more);
  const checked = checkFields(partnerForm, { ...given(fields, 'id', 'name'), contact }, places);
  if (!checked.ok) return checked;
  const sellsTo = customersIn(fields.sellsTo);
  const speaksFor = customersIn(fields.speaksFor);
  const [unknown, ...others] = [
    ...strangers(sellsTo, 'sellsTo', isKnown),
    ...strangers(speaksFor, 'speaksFor', isKnown),
  ];
  return unknown ? failure(unknown, ...others) : success({ ...checked.value, sellsTo, speaksFor });
}

function customersIn(cell = ''): CustomerId[] {
  const ids = cell.split(',').map((id) => id.trim());
  return [...new Set(ids.filter((id) => id !== ''))].sort() as CustomerId[];
}

function strangers(ids: readonly string[], key: string, isKnown: (customer: string) => boolean): Problem[] {
  return ids
    .filter((id) => !isKnown(id))
    .map((id) => ({
      code: 'unknown_customer',
      title: 'Unknown customer',
      detail: `There is no customer ${id}.`,
      todo: 'Bring the customer in first, or correct the id.',
      pointer: `/${key}`,
    }));
}
