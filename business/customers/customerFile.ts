import { z } from 'zod';
import {
  date,
  identifier,
  moment,
  momentIn,
  positiveQuantity,
  wholeNumber,
  words,
  zone,
} from '#platform/fields.ts';
import { failure, type Problem, type Result, success } from '#platform/problem.ts';
import { fieldIssue } from '#platform/schemaProblems.ts';
import { duplicateId, mostProblems, readYaml, withLine } from '#platform/yamlFile.ts';
import type { Customer, CustomerId, VendorMistake } from './customer.ts';

const label = words(200);
const email = z
  .string()
  .max(254)
  .meta({ format: 'email', description: 'An e-mail address.' })
  .superRefine((text, ctx) => {
    if (/^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+$/.test(text)) return;
    const message = `${JSON.stringify(text.slice(0, 60))} is no e-mail address.`;
    ctx.addIssue(
      fieldIssue({ code: 'email_invalid', message, todo: 'Write one address: name@example.com.' }),
    );
  });
/** The form of a customer's id. */
export const customerId = z
  .string()
  .meta({ pattern: '^[a-z0-9][a-z0-9-]{0,62}$', description: 'A short name in lower case.' })
  .superRefine((text, ctx) => {
    if (/^[a-z0-9][a-z0-9-]{0,62}$/.test(text)) return;
    const message = `${JSON.stringify(text.slice(0, 60))} cannot be a customer's id.`;
    const todo = 'Use lower case letters, digits and -, at most 63.';
    ctx.addIssue(fieldIssue({ code: 'id_invalid', message, todo }));
  });

/** The form of a person by name. */
export const contactForm = z.strictObject({ name: label, email, role: label });

/** The form of a mistake of the vendor's own. */
export const mistakeForm = z.strictObject({
  id: identifier,
  clause: identifier,
  from: moment,
  until: moment,
  zone: zone.optional(),
  units: positiveQuantity,
  what: words(5_000),
});

/** The form of an order under way. */
export const openOrderForm = z.strictObject({
  id: identifier,
  clause: identifier,
  units: positiveQuantity,
  since: moment,
});

/** The form of one customer. */
export const oneCustomerForm = z.strictObject({
  id: customerId,
  name: label,
  size: z.enum(['small', 'medium', 'large']),
  segment: label,
  riskTolerance: z.enum(['low', 'medium', 'high']),
  contact: contactForm,
  owner: contactForm,
  relationship: z.strictObject({
    since: date,
    renewals: wholeNumber(0, 1000),
    goodExperiences: z.array(words(2_000)).max(100).optional(),
    vendorMistakes: z.array(mistakeForm).max(1000).optional(),
    openOrders: z.array(openOrderForm).max(1000).optional(),
  }),
});

/** The form of a customer file. Its JSON Schema is published as `customer.schema.json`. */
export const customerForm = z.strictObject({
  goodterms: z.literal('customers/1'),
  customers: z.array(oneCustomerForm).min(1),
});

type CustomerForm = z.output<typeof oneCustomerForm>;
type MistakeForm = z.output<typeof mistakeForm>;

/**
 * Returns the customers of a YAML or JSON file (one or more documents of the form `goodterms: customers/1`), or all
 * that is wrong with it, with code, pointer and line. Days are those of UTC, except a mistake's that names its zone.
 */
export function readCustomers(text: string): Result<Customer[]> {
  const read = readYaml(text, { 'customers/1': customerForm });
  if (!read.ok) return read;
  const seen = new Set<string>();
  const problems = read.value.flatMap(({ value: { customers }, lineOf }) =>
    customers.flatMap((one, i) => {
      const at = `/customers/${i}`;
      const repeated = seen.has(one.id) ? [duplicateId(one.id, `${at}/id`)] : [];
      seen.add(one.id);
      return [...repeated, ...emptySpans(one, at)].map((problem) => withLine(problem, lineOf));
    }),
  );
  const [first, ...rest] = problems.slice(0, mostProblems);
  if (first) return failure(first, ...rest);
  return success(read.value.flatMap(({ value }) => value.customers.map(customerFromForm)));
}

function emptySpans({ relationship }: CustomerForm, at: string): Problem[] {
  return (relationship.vendorMistakes ?? []).flatMap((form, i) => {
    const { from, until } = mistakeFromForm(form);
    if (from < until) return [];
    const pointer = `${at}/relationship/vendorMistakes/${i}/until`;
    const detail = 'The mistake ends at or before its start.';
    const todo = 'Make until, the first day that no longer counts, later than from.';
    return [{ code: 'interval_empty', title: 'Empty span', detail, todo, pointer }];
  });
}

/** Returns the customer of a form. Days are those of UTC, except a mistake's that names its zone. */
export function customerFromForm(form: CustomerForm): Customer {
  const { since, renewals, goodExperiences = [], vendorMistakes = [], openOrders = [] } = form.relationship;
  return {
    ...form,
    id: form.id as CustomerId,
    relationship: {
      since,
      renewals,
      goodExperiences,
      vendorMistakes: vendorMistakes.map(mistakeFromForm),
      openOrders: openOrders.map((order) => ({ ...order, since: momentIn(order.since, 'UTC') })),
    },
  };
}

/** Returns the mistake of a form. */
export function mistakeFromForm({ zone: at = 'UTC', ...form }: MistakeForm): VendorMistake {
  return { ...form, from: momentIn(form.from, at), until: momentIn(form.until, at) };
}
