import { momentIn } from '#platform/fields.ts';
import { formatInstant, type Instant } from '#platform/instant.ts';
import { failure, type Result, success } from '#platform/problem.ts';
import { checkFields, given, missingFields } from '#platform/table/checkFields.ts';
import type { ColumnSpec, Fields } from '#platform/table/column.ts';
import type { Contact, OpenOrder, VendorMistake } from './customer.ts';
import { contactForm, mistakeForm, mistakeFromForm, openOrderForm } from './customerFile.ts';

/** The column that says whose row it is. */
const whose: ColumnSpec = {
  key: 'customer',
  title: 'Customer',
  explain: 'The id of the customer, who has to be known already.',
  example: 'northwind',
  need: 'key',
  lowerCase: true,
  kind: 'text',
  synonyms: ['customer id', 'account id', 'Kunde', 'Kundennummer'],
};

const text = { need: 'new', kind: 'text' } as const;

/** What a table of contacts holds: the people of customers known already, one a row. */
export const contactColumns: readonly ColumnSpec[] = [
  whose,
  {
    key: 'who',
    title: 'Who',
    explain: 'contact: reads our notices at the customer. owner: answers for them at your side.',
    example: 'contact',
    need: 'key',
    kind: 'choice',
    choices: ['contact', 'owner'],
    synonyms: ['kind', 'type', 'side'],
    valueSynonyms: { owner: ['account manager', 'csm', 'internal'], contact: ['customer', 'external'] },
  },
  {
    ...text,
    key: 'name',
    title: 'Name',
    explain: 'The name of the person.',
    example: 'Dana Wells',
    synonyms: ['contact', 'contact name', 'full name'],
  },
  {
    ...text,
    key: 'email',
    title: 'E-mail',
    explain: 'One e-mail address.',
    example: 'dana.wells@northwind.example',
    synonyms: ['email address', 'mail'],
  },
  {
    ...text,
    key: 'role',
    title: 'Role',
    explain: 'What they do there.',
    example: 'IT lead',
    synonyms: ['title', 'job title', 'position', 'function'],
  },
];

const clause: ColumnSpec = {
  ...text,
  key: 'clause',
  title: 'Clause',
  explain: 'The id of the clause of their agreement that it is about.',
  example: 'seats',
  synonyms: ['clause id'],
};
const units: ColumnSpec = {
  key: 'units',
  title: 'Units',
  explain: 'How many units; a number above zero.',
  example: '8',
  need: 'new',
  kind: 'number',
  synonyms: ['quantity', 'amount', 'Menge'],
};

/** What a table of the vendor's own mistakes holds, one a row. */
export const mistakeColumns: readonly ColumnSpec[] = [
  whose,
  {
    key: 'id',
    title: 'Id',
    explain: 'A name of its own for the mistake.',
    example: 'VM-1',
    need: 'key',
    kind: 'text',
    synonyms: ['mistake', 'mistake id', 'number'],
  },
  clause,
  {
    key: 'from',
    title: 'From',
    explain: 'The first day it bore on use (in UTC, or a time with offset).',
    example: '2026-05-01',
    need: 'new',
    kind: 'date',
    synonyms: ['start', 'start date', 'begin'],
  },
  {
    key: 'until',
    title: 'Until',
    explain: 'The first day it no longer did.',
    example: '2026-06-01',
    need: 'new',
    kind: 'date',
    synonyms: ['end', 'end date', 'to'],
  },
  units,
  {
    ...text,
    key: 'what',
    title: 'What happened',
    explain: 'In plain words, fit for the customer to read.',
    example: 'We issued 28 licenses in place of the 20 you ordered.',
    synonyms: ['what', 'description', 'text'],
  },
];

/** What a table of orders under way holds, one a row. */
export const openOrderColumns: readonly ColumnSpec[] = [
  whose,
  {
    key: 'id',
    title: 'Id',
    explain: 'The number of the order.',
    example: 'OO-1',
    need: 'key',
    kind: 'text',
    synonyms: ['order', 'order id', 'order number', 'po'],
  },
  clause,
  units,
  {
    key: 'since',
    title: 'Since',
    explain: 'The day the order was placed (in UTC, or a time with offset).',
    example: '2026-06-10',
    need: 'new',
    kind: 'date',
    synonyms: ['ordered on', 'date', 'order date'],
  },
];

/** Returns an instant as a table writes it: a day where it is the beginning of one in the zone, else a time in UTC. */
export function momentText(at: Instant, dayOf: (at: Instant) => string, zone = 'UTC'): string {
  const day = dayOf(at);
  return momentIn(day, zone) === at ? day : formatInstant(at);
}

const utcDay = (at: Instant): string => formatInstant(at).slice(0, 10);

/** Returns a person as the texts of a row. */
export function contactToFields(customer: string, who: 'contact' | 'owner', person: Contact): Fields {
  return { customer, who, name: person.name, email: person.email, role: person.role };
}

/** Returns the person a row of texts describes, or its problems by column. */
export function contactFromFields(fields: Fields): Result<Contact> {
  return complete(contactColumns, fields) ?? checkFields(contactForm, given(fields, 'name', 'email', 'role'));
}

/** Returns a mistake as the texts of a row. */
export function mistakeToFields(customer: string, mistake: VendorMistake): Fields {
  const { id, clause, from, until, units, what } = mistake;
  return {
    customer,
    id,
    clause,
    from: momentText(from, utcDay),
    until: momentText(until, utcDay),
    units,
    what,
  };
}

/** Returns the mistake a row of texts describes, or its problems by column; days are those of UTC. */
export function mistakeFromFields(fields: Fields): Result<VendorMistake> {
  const keys = ['id', 'clause', 'from', 'until', 'units', 'what'];
  const checked = complete(mistakeColumns, fields) ?? checkFields(mistakeForm, given(fields, ...keys));
  if (!checked.ok) return checked;
  const mistake = mistakeFromForm(checked.value);
  if (mistake.from < mistake.until) return success(mistake);
  const detail = 'The mistake ends at or before its start.';
  const todo = 'Make Until, the first day that no longer counts, later than From.';
  return failure({ code: 'interval_empty', title: 'Empty span', detail, todo, pointer: '/until' });
}

/** Returns an order under way as the texts of a row. */
export function openOrderToFields(customer: string, { id, clause, units, since }: OpenOrder): Fields {
  return { customer, id, clause, units, since: momentText(since, utcDay) };
}

/** Returns the order under way a row of texts describes, or its problems by column; days are those of UTC. */
export function openOrderFromFields(fields: Fields): Result<OpenOrder> {
  const checked =
    complete(openOrderColumns, fields) ??
    checkFields(openOrderForm, given(fields, 'id', 'clause', 'units', 'since'));
  return checked.ok ? success({ ...checked.value, since: momentIn(checked.value.since, 'UTC') }) : checked;
}

function complete(
  columns: readonly ColumnSpec[],
  fields: Fields,
): { ok: false; problems: Problems } | undefined {
  const [missing, ...more] = missingFields(columns, fields);
  return missing ? failure(missing, ...more) : undefined;
}

type Problems = ReturnType<typeof failure>['problems'];
