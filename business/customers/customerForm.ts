import { dateIn, formatInstant, type Instant, startOfDate } from '#platform/instant.ts';
import { failure, type Problem, type Result, success } from '#platform/problem.ts';
import type { Customer } from './customer.ts';
import { readCustomers } from './customerFile.ts';

/** A customer as a person writes it: texts only, days as days. The same keys as in a file of customers. */
export type CustomerForm = ReturnType<typeof customerToForm>;

/** Returns a customer as the form of it; reading the form gives the same customer. */
export function customerToForm({ contact, owner, relationship, ...rest }: Customer) {
  const { id, name, size, segment, riskTolerance } = rest;
  const { since, renewals, goodExperiences, vendorMistakes, openOrders } = relationship;
  const person = ({ name, email, role }: Customer['contact']) => ({ name, email, role });
  return {
    ...{ id: id as string, name, size: size as string, segment, riskTolerance: riskTolerance as string },
    contact: person(contact),
    owner: person(owner),
    relationship: {
      since,
      renewals: String(renewals),
      goodExperiences: [...goodExperiences],
      vendorMistakes: vendorMistakes.map(({ id, clause, from, until, units, what }) => ({
        ...{ id, clause, from: moment(from), until: moment(until), units, what },
      })),
      openOrders: openOrders.map(({ id, clause, units, since }) => ({
        id,
        clause,
        units,
        since: moment(since),
      })),
    },
  };
}

/** A day of UTC where the instant begins one, as files of customers have it. */
function moment(at: Instant): string {
  const date = dateIn(at, 'UTC');
  return startOfDate(date, 'UTC') === at ? date : formatInstant(at);
}

/**
 * Returns the customer of a form, or all that is wrong with it, each problem with its place in the form
 * (`/contact/email`): what a file of customers would refuse.
 */
export function customerFromForm(form: CustomerForm): Result<Customer> {
  const read = readCustomers(JSON.stringify({ goodterms: 'customers/1', customers: [form] }));
  if (read.ok) return success(read.value[0]!);
  const [first, ...rest] = read.problems.map(inForm);
  return failure(first!, ...rest);
}

function inForm({ line: _, ...problem }: Problem): Problem {
  return { ...problem, pointer: (problem.pointer ?? '').replace(/^\/customers\/0/, '') };
}
