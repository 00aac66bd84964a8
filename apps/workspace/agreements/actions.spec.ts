import { expect, test } from 'vitest';
import { initialValues, missing } from '../editing/action.ts';
import type { AgreementForm } from './agreementForm.ts';
import { addLimit } from './clauseActions.ts';
import { create } from './NewAgreementPage.tsx';
import { addOrder, changeLimit, changeOrder } from './orderActions.ts';
import { addPermit, withdrawAmendment } from './variationActions.ts';

const form: AgreementForm = {
  ...{ id: 'AG-1', title: 'A', signedOn: '2025-12-15', from: '2026-01-01', until: '2027-01-01' },
  ...{ zone: 'UTC', currency: 'EUR', kept: 'as it is' },
  orderLines: [{ id: 'OL-1', clause: 'seats', product: 'atlas', quantity: '100', source: 'PO 1' }],
  clauses: [
    { id: 'seats', kind: 'capacity', product: 'atlas' },
    { id: 'calls', kind: 'capacity', product: 'beacon', limit: '5' },
    { id: 'territory', kind: 'restriction', product: 'atlas', allowed: ['DE'] },
  ],
};
const since = { how: 'since', amendment: 'AM-1', signedOn: '2026-07-01', amendedFrom: '2026-08-01' };
const dates = { id: 'AM-1', signedOn: '2026-07-01', from: '2026-08-01' };
const today = '2026-07-10';

test('what was signed since becomes an amendment, and the text stays as it was', () => {
  const changed = changeOrder(form, today).apply({ ...since, orderLine: 'OL-1', quantity: '150' });
  const changes = [{ replaceQuantity: { orderLine: 'OL-1', quantity: '150' } }];
  expect(changed).toEqual({ ...form, amendments: [{ ...dates, changes }] });
});

test('what was typed wrongly is corrected in its place, and there is no amendment', () => {
  const changed = changeOrder(form, today).apply({ how: 'error', orderLine: 'OL-1', quantity: '110' });
  expect(changed).toEqual({ ...form, orderLines: [{ ...form.orderLines![0]!, quantity: '110' }] });
});

test('a line that came by an amendment is corrected there', () => {
  const line = { id: 'OL-2', clause: 'seats', product: 'atlas', quantity: '20', source: 'PO 2' };
  const amended = addOrder(form, today).apply({ ...since, ...line });
  const changed = changeOrder(amended, today).apply({ how: 'error', orderLine: 'OL-2', quantity: '25' });
  expect(changed.amendments?.[0]?.changes).toEqual([{ addOrderLine: { ...line, quantity: '25' } }]);
});

test('a limit is a number, or the values that are allowed', () => {
  const apply = (values: Record<string, string>) => changeLimit(form, today).apply(values);
  expect(apply({ ...since, clause: 'territory', limit: 'DE, AT' }).amendments?.[0]?.changes).toEqual([
    { replaceAllowed: { clause: 'territory', allowed: ['DE', 'AT'] } },
  ]);
  expect(apply({ how: 'error', clause: 'calls', limit: '7' }).clauses[1]?.limit).toBe('7');
});

test('only clauses that orders feed can be ordered for', () => {
  const clauses = addOrder(form, today).fields.find(({ name }) => name === 'clause');
  expect(clauses?.options?.map(({ value }) => value)).toEqual(['seats']);
});

test('why it changes has to be said, and the questions of the other answer need none', () => {
  const { fields } = changeOrder(form, today);
  const values = { ...initialValues(fields), quantity: '5' };
  expect(missing(fields, values)).toEqual(['how']);
  expect(missing(fields, { ...values, how: 'error', amendment: '' })).toEqual([]);
});

test('a permit, a withdrawal and a new limit leave everything else as it is', () => {
  const permit = addPermit(form, today).apply({
    id: 'EX-1',
    clause: 'territory',
    change: 'widen',
    value: 'AT',
  });
  expect(permit).toMatchObject({ kept: 'as it is', variations: [{ kind: 'permit', widen: ['AT'] }] });
  const amended = { ...form, amendments: [{ ...dates, changes: [] }] };
  expect(withdrawAmendment(amended).apply({ amendment: 'AM-1' }).amendments).toEqual([]);
  const limit = { clauseId: 'people', product: 'atlas', unit: 'seat', aggregate: 'unique', window: 'year' };
  const added = addLimit(form).apply({ ...limit, text: 'a', plain: 'b', attribute: 'site', in: 'x, y' });
  expect(added.clauses[3]).toEqual({
    ...{ id: 'people', kind: 'capacity', product: 'atlas', unit: 'seat', text: 'a', plain: 'b' },
    measure: {
      aggregate: { unique: 'who' },
      window: 'year',
      filter: [{ attribute: 'site', in: ['x', 'y'] }],
    },
    limitRule: 'highest',
  });
});

test('a new agreement has its order only where one is given', () => {
  const values = { id: 'AG-2', title: 'B', clauseId: 'seats', product: 'atlas', quantity: '10' };
  expect(create('northwind').apply(values)).toMatchObject({
    customer: 'northwind',
    orderLines: [{ clause: 'seats', product: 'atlas', quantity: '10', source: 'AG-2' }],
  });
  expect(create('northwind').apply({ ...values, quantity: '' })).not.toHaveProperty('orderLines');
});
