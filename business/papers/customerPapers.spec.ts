import { expect, test } from 'vitest';
import { customers } from '#apps/server/given/papers.ts';
import { readCustomers } from '#business/customers/customerFile.ts';
import { contactsPaper, customersPaper } from './customerPapers.ts';
import { planRow, readRow } from './planRow.ts';

const read = readCustomers(customers(['one']));
const known = read.ok ? read.value : [];
const state = { customers: new Map(known.map((customer) => [customer.id, customer])) };

test('a row of contacts that does not say who is meant is read as nobody', () => {
  const row = { customer: 'one', who: '' };
  expect(contactsPaper.read(state as never, contactsPaper.nameOf(row))).toBeUndefined();
  const named = { customer: 'one', who: 'owner' };
  expect(contactsPaper.read(state as never, contactsPaper.nameOf(named))).toMatchObject({ who: 'owner' });
});

test('a list without roles and renewals leaves those of known customers as they are; capitals of an id say nothing', () => {
  const columns = ['id', 'name', 'contactRole', 'renewals'];
  const map = { columns, numbers: null, dates: null, values: {} };
  const row = { line: 2, cells: ['ONE', 'Another name', '', ''], problem: null };
  const read = readRow(row as never, customersPaper.columns, map);
  const now = 0 as never;
  const before = state.customers.get('one' as never)!;
  const planned = planRow(customersPaper, read, state as never, new Map(), { now, undoing: false });
  expect(planned).toMatchObject({ name: 'one', outcome: 'changed', problems: [] });
  const after = state.customers.get('one' as never)!;
  expect(after.name).toBe('Another name');
  expect([after.contact, after.relationship]).toEqual([before.contact, before.relationship]);
});
