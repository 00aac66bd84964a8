import type { Clause } from '#business/agreements/agreement.ts';
import { type AgreementFile, toAgreement } from '#business/agreements/agreementFile.ts';
import type { Catalog } from '#business/catalog/priceBook.ts';
import type { Customer, CustomerId, Relationship } from '#business/customers/customer.ts';
import { readCustomers } from '#business/customers/customerFile.ts';
import type { Surroundings } from '#business/findings/examine.ts';
import type { Known, KnownToday } from '#business/findings/judgeInput.ts';
import { namedFeatures } from '#business/usage/clauseFeatures.ts';
import { after, type Instant } from '#platform/instant.ts';
import { nearest } from '#platform/nearest.ts';
import type { Problem } from '#platform/problem.ts';
import { type Answer, every, inFile, refused } from './answer.ts';
import { chosenClauses } from './clauseChoice.ts';
import { agreementsIn, catalogIn, read } from './files.ts';
import { momentGiven } from './moments.ts';
import { type Given, type Option, problem } from './options.ts';
import { type UsageFile, usageIn } from './usageFiles.ts';
import { usageOption, usageOptions } from './usageOptions.ts';

/** One agreement of the file, all that is known of its customer, and the moment it is judged at. */
export type Matter = {
  readonly here: KnownToday;
  readonly known: Known;
  readonly around: Surroundings;
  readonly notes: readonly Problem[];
  /** The files that entries were left out of, and the features that their other entries name. */
  readonly incomplete: readonly { readonly rejected: number; readonly features: ReadonlySet<string> }[];
  /** The clauses to look at. */
  readonly clauses: readonly Clause[];
};

/** Everything the command line named, read: no file has a fault. */
export type Read = {
  readonly matters: readonly Matter[];
  readonly catalog: Catalog;
  readonly priced: boolean;
  readonly usage: readonly UsageFile[];
};

/** The agreement, for every command that reads one. */
export const agreementOption: Option = {
  value: 'FILE',
  required: true,
  what: 'The agreement (YAML or JSON). Where the file holds several, all are looked at, and usage belongs to all.',
};

/** The options of a command that compares use with agreements. */
export const comparingOptions: Readonly<Record<string, Option>> = {
  agreement: agreementOption,
  usage: usageOption,
  clause: { value: 'ID', many: 'times', what: 'Only this clause.' },
  catalog: {
    value: 'FILE',
    what: 'Products, prices and the features that belong to products; prices what is missing.',
  },
  customers: {
    value: 'FILE',
    what: 'Who the customers are: our own mistakes and open orders come into question.',
  },
  'as-of': {
    value: 'TIME',
    what: 'The moment to judge at: a time with offset, or a day, which means its beginning. Default: now; for a term that is over, its end.',
  },
  ...usageOptions,
};

/** Returns what the command line names, as known at `now`, or all that is wrong with it. */
export async function readMatters(given: Given, now: Instant): Promise<Answer<Read>> {
  const agreements = await agreementsIn(given.text('agreement')!);
  const catalog = await catalogIn(given.text('catalog'));
  const customers = await customersIn(given.text('customers'));
  if (!agreements.ok || !catalog.ok || !customers.ok)
    return every<unknown>([agreements, catalog, customers]) as Answer<never>;
  const moments = every(agreements.value.map((file) => judgedAt(given, file, now)));
  const parties = every(
    agreements.value.map((file) => customerOf(file, customers.value, given.text('customers'))),
  );
  const wanted = chosenClauses(
    given,
    agreements.value.map(({ signed }) => signed),
  );
  if (!moments.ok) return moments;
  if (!wanted.ok) return wanted;
  if (!parties.ok) return parties;
  const latest = Math.max(now, ...moments.value) as Instant;
  const usage = await usageIn(given, settingOf(agreements.value, catalog.value), latest);
  if (!usage.ok) return usage;
  const todays = agreements.value.map((file) => ({ agreement: toAgreement(file), signed: file.signed }));
  const records = usage.value.flatMap((file) => file.records);
  const incomplete = usage.value
    .filter(({ tally }) => tally.rejected > 0)
    .map(({ tally, records, totals }) => ({
      rejected: tally.rejected,
      features: new Set([...records, ...totals].map(({ feature }) => feature)),
    }));
  const matters = agreements.value.map(({ notes, signed }, i): Matter => {
    const own = todays.filter((one) => one.signed.customer === signed.customer);
    const now = moments.value[i]!;
    return {
      here: todays[i]!,
      known: { catalog: catalog.value, agreements: own, records, chosen: new Map(), now },
      around: surroundings(signed.customer, parties.value[i] ?? undefined, usage.value),
      notes,
      incomplete,
      clauses: signed.clauses.filter(wanted.value),
    };
  });
  const priced = given.has('catalog');
  const chosen = matters.filter(({ clauses }) => clauses.length > 0);
  return { ok: true, value: { matters: chosen, catalog: catalog.value, priced, usage: usage.value } };
}

async function customersIn(file: string | undefined): Promise<Answer<Customer[] | null>> {
  return file === undefined ? { ok: true, value: null } : read(file, readCustomers);
}

/** A term that is over is judged at its end, once all that may come in late has. */
function judgedAt(given: Given, { signed }: AgreementFile, now: Instant): Answer<Instant> {
  const lateness = Math.max(...signed.clauses.map((clause) => clause.lateness));
  const otherwise = Math.min(now, after(signed.until, lateness)) as Instant;
  return momentGiven(given, 'as-of', signed.zone, otherwise);
}

function customerOf(
  { signed }: AgreementFile,
  customers: readonly Customer[] | null,
  file: string | undefined,
): Answer<Customer | null> {
  if (customers === null || file === undefined) return { ok: true, value: null };
  const customer = customers.find(({ id }) => id === signed.customer);
  if (customer) return { ok: true, value: customer };
  const meant = nearest(
    signed.customer,
    customers.map(({ id }) => id),
  );
  const detail = `The customer ${signed.customer} of agreement ${signed.id} is not in this file.`;
  const todo = meant
    ? `It has ${meant}: write the same id in both files.`
    : 'Add the customer, or leave out --customers.';
  return inFile(file, refused(problem('customer_unknown', detail, todo)));
}

function settingOf(files: readonly AgreementFile[], catalog: Catalog) {
  const clauses = files.flatMap(({ signed }) => signed.clauses);
  const products = new Set(
    clauses.filter(({ features }) => features.length === 0).map(({ product }) => product),
  );
  const named = clauses.flatMap(namedFeatures);
  const mapped = catalog.features
    .filter(({ product }) => products.has(product))
    .map(({ feature }) => feature);
  return {
    zones: [...new Set(files.map(({ signed }) => signed.zone))],
    features: [...new Set([...named, ...mapped])],
  };
}

const strangers: Relationship = {
  since: '1970-01-01',
  renewals: 0,
  goodExperiences: [],
  vendorMistakes: [],
  openOrders: [],
};

function surroundings(
  customer: CustomerId,
  party: Customer | undefined,
  usage: readonly UsageFile[],
): Surroundings {
  return {
    customer,
    relationship: party?.relationship ?? strangers,
    gaps: usage.flatMap(({ notes }) =>
      notes.flatMap(({ kind, source, at }) =>
        kind === 'gap' && at !== null ? [{ source, from: at, until: after(at, 1) }] : [],
      ),
    ),
    totals: usage.flatMap(({ totals }) =>
      totals.flatMap(({ source, feature, at, inUse, lines, reservations }) =>
        at === null || inUse === null
          ? []
          : [{ source, feature, at, stated: String(inUse), lines: String(lines + reservations) }],
      ),
    ),
    nameOf: (who) => who,
  };
}
