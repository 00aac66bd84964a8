import { expect, test } from 'vitest';
import { customers } from '#apps/server/given/papers.ts';
import { readCustomers } from '#business/customers/customerFile.ts';
import { contactsPaper } from './customerPapers.ts';

const read = readCustomers(customers(['one']));
const known = read.ok ? read.value : [];
const state = { customers: new Map(known.map((customer) => [customer.id, customer])) };

test('a row of contacts that does not say who is meant is read as nobody', () => {
  const row = { customer: 'one', who: '' };
  expect(contactsPaper.read(state as never, contactsPaper.nameOf(row))).toBeUndefined();
  const named = { customer: 'one', who: 'owner' };
  expect(contactsPaper.read(state as never, contactsPaper.nameOf(named))).toMatchObject({ who: 'owner' });
});
