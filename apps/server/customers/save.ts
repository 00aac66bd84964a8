import { isDeepStrictEqual } from 'node:util';
import { claimCustomers, knownCustomer, saveCustomer } from '#business/customers/customer.store.ts';
import { type CustomerForm, customerFromForm } from '#business/customers/customerForm.ts';
import { markDue } from '#business/findings/finding.store.ts';
import { failure, type Problem, type Result, success } from '#platform/problem.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import { changedMeanwhile } from '../http/etag.ts';
import { notFound } from '../problems.ts';

/** Creates a customer, or refuses what a file of customers would, and an id that is taken. */
export async function createCustomer(context: ServerContext, form: CustomerForm): Promise<Result<string>> {
  const read = customerFromForm(form);
  if (!read.ok) return read;
  const customer = read.value;
  const now = context.clock();
  const made = await asStaffOf(context, customer.id, async (tx): Promise<Result<string>> => {
    if (!(await claimCustomers(tx, [customer.id]))) return failure(taken(customer.id));
    await saveCustomer(tx, customer, now);
    await markDue(tx, customer.id, now);
    return success(customer.id);
  });
  if (made.ok) context.wake();
  return made;
}

/** Changes a customer from the version that was seen; its id stays. What says the same changes nothing. */
export async function changeCustomer(
  context: ServerContext,
  id: string,
  form: CustomerForm,
  seen: number,
): Promise<Result<string>> {
  const read = customerFromForm({ ...form, id });
  const now = context.clock();
  const done = await asStaffOf(context, id, async (tx): Promise<Result<string>> => {
    const known = await knownCustomer(tx, id, true);
    if (!known) return failure(notFound('such customer'));
    if (known.version !== seen) return failure(changedMeanwhile('customer', known.version));
    if (!read.ok) return read;
    if (!isDeepStrictEqual(known.customer, read.value)) {
      await saveCustomer(tx, read.value, now);
      await markDue(tx, id, now);
    }
    return success(id);
  });
  if (done.ok) context.wake();
  return done;
}

function taken(id: string): Problem {
  return {
    code: 'customer_taken',
    title: 'Id in use',
    detail: `There is a customer ${id} already.`,
    todo: 'Choose another id, or edit that customer.',
    pointer: '/id',
  };
}
