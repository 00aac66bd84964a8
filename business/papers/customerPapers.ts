import type { Contact, Customer, Relationship } from '#business/customers/customer.ts';
import { customerColumns, customerFromFields, customerToFields } from '#business/customers/customerFields.ts';
import {
  contactColumns,
  contactFromFields,
  contactToFields,
  mistakeColumns,
  mistakeFromFields,
  mistakeToFields,
  openOrderColumns,
  openOrderFromFields,
  openOrderToFields,
} from '#business/customers/relationshipFields.ts';
import { failure, type Problem, type Result, success } from '#platform/problem.ts';
import type { ColumnSpec, Fields } from '#platform/table/column.ts';
import { nested, type Paper } from './paper.ts';

/** Customers by id. `inUse`: of them more is known than a table of customers says. */
export type CustomersState = {
  readonly customers: Map<string, Customer>;
  readonly inUse: ReadonlySet<string>;
};

const nothing: ReadonlyMap<string, Problem> = new Map();
const done: Result<void> = success(undefined);

/** Customers, one a row. */
export const customersPaper: Paper<CustomersState> = {
  columns: customerColumns,
  nameOf: ({ id = '' }) => id,
  subjectOf: ({ id = '' }) => id,
  read: ({ customers }, name) => {
    const customer = customers.get(name);
    return customer && customerToFields(customer);
  },
  put: ({ customers }, fields) => {
    const customer = customerFromFields(fields, customers.get(fields.id ?? ''));
    if (!customer.ok) return customer;
    customers.set(customer.value.id, customer.value);
    return done;
  },
  remove: ({ customers, inUse }, name) => {
    const { vendorMistakes, openOrders } = customers.get(name)!.relationship;
    if (inUse.has(name) || vendorMistakes.length > 0 || openOrders.length > 0) return failure(isInUse(name));
    customers.delete(name);
    return done;
  },
  settle: () => nothing,
  list: ({ customers }) => [...customers.values()].map(customerToFields),
};

/** Contacts and owners of customers, one a row. They can be changed, and neither made nor removed by themselves. */
export const contactsPaper: Paper<CustomersState> = {
  columns: contactColumns,
  nameOf: ({ customer, who }) => nested(customer, who),
  subjectOf: ({ customer = '' }) => customer,
  read: ({ customers }, name) => {
    // A row may leave out who it is; that it lacks is said afterwards.
    const [id = '', who] = name.split(' ');
    const customer = customers.get(id);
    if (!customer || (who !== 'contact' && who !== 'owner')) return undefined;
    return contactToFields(id, who, customer[who]);
  },
  put: ({ customers }, fields) => {
    const customer = customers.get(fields.customer ?? '');
    if (!customer) return failure(unknownCustomer(fields));
    const contact: Result<Contact> = contactFromFields(fields);
    if (!contact.ok) return contact;
    customers.set(customer.id, { ...customer, [fields.who as 'contact' | 'owner']: contact.value });
    return done;
  },
  remove: (_, name) => failure(isInUse(name)),
  settle: () => nothing,
  list: ({ customers }) =>
    [...customers.values()].flatMap(({ id, contact, owner }) => [
      contactToFields(id, 'contact', contact),
      contactToFields(id, 'owner', owner),
    ]),
};

type ListKey = 'vendorMistakes' | 'openOrders';

/** Things of a customer's relationship that have an id, one a row. */
function listPaper<K extends ListKey>(
  key: K,
  columns: readonly ColumnSpec[],
  fromFields: (fields: Fields) => Result<Relationship[K][number]>,
  toFields: (customer: string, one: Relationship[K][number]) => Fields,
): Paper<CustomersState> {
  type One = Relationship[K][number];
  const replace = (state: CustomersState, id: string, change: (list: readonly One[]) => readonly One[]) => {
    const customer = state.customers.get(id)!;
    const list = change(customer.relationship[key] as readonly One[]);
    state.customers.set(id, { ...customer, relationship: { ...customer.relationship, [key]: list } });
  };
  return {
    columns,
    nameOf: ({ customer, id }) => nested(customer, id),
    subjectOf: ({ customer = '' }) => customer,
    read: ({ customers }, name) => {
      const [customer = '', id] = name.split(' ');
      const list = (customers.get(customer)?.relationship[key] ?? []) as readonly One[];
      const one = list.find((known) => known.id === id);
      return one && toFields(customer, one);
    },
    put: (state, fields) => {
      const { customer = '' } = fields;
      if (!state.customers.has(customer)) return failure(unknownCustomer(fields));
      const read = fromFields(fields);
      if (!read.ok) return read;
      const one: One = read.value;
      replace(state, customer, (list) => {
        const at = list.findIndex(({ id }) => id === one.id);
        return at < 0 ? [...list, one] : list.with(at, one);
      });
      return done;
    },
    remove: (state, name) => {
      const [customer = '', id] = name.split(' ');
      replace(state, customer, (list) => list.filter((one) => one.id !== id));
      return done;
    },
    settle: () => nothing,
    list: ({ customers }) =>
      [...customers.values()].flatMap(({ id, relationship }) =>
        (relationship[key] as readonly One[]).map((one) => toFields(id, one)),
      ),
  };
}

/** The vendor's own mistakes, one a row. */
export const mistakesPaper = listPaper('vendorMistakes', mistakeColumns, mistakeFromFields, mistakeToFields);

/** Orders under way, one a row. */
export const openOrdersPaper = listPaper(
  'openOrders',
  openOrderColumns,
  openOrderFromFields,
  openOrderToFields,
);

function unknownCustomer({ customer = '' }: Fields): Problem {
  return {
    code: 'unknown_customer',
    title: 'Unknown customer',
    detail: `There is no customer ${customer}.`,
    todo: 'Bring the customer in first, or correct the id.',
    pointer: '/customer',
  };
}

function isInUse(name: string): Problem {
  return {
    code: 'in_use',
    title: 'In use',
    detail: `More is known of ${name} by now: agreements, use, or what was recorded since.`,
    todo: 'It is left as it is.',
  };
}
