import { z } from 'zod';
import type { BillingPort } from '#business/settlement/billing.ts';
import type { Quote } from '#business/settlement/quote.ts';
import { second } from '#platform/instant.ts';
import { failure, type Problem, type Result, success } from '#platform/problem.ts';
import { stripeAmount } from './stripeAmounts.ts';
import { type StripeAccess, StripeFailure, type StripeRequest, stripeCall } from './stripeCall.ts';

const Metadata = z.record(z.string(), z.string()).nullish();
const Invoice = z.object({
  id: z.string(),
  status: z.string().nullable(),
  total: z.number().int(),
  currency: z.string(),
  metadata: Metadata,
});
type Invoice = z.infer<typeof Invoice>;
const Item = z.object({ id: z.string(), metadata: Metadata });
const Gone = z.object({ id: z.string() });

/** How long the customer has to pay, as Stripe wants to know; whoever sends the invoice may change it. */
const daysUntilDue = '30';
/** A list is read so far and no further; what is looked for is among the newest. */
const mostPages = 10;
/** How often what was deleted since, or failed and is remembered as failed, may be begun anew. */
const mostAttempts = 5;

/** What Stripe is told of a quote: one item a shown line, in its smallest units. */
type Bill = {
  readonly quote: Quote;
  readonly account: string;
  readonly digest: string;
  readonly currency: string;
  readonly items: readonly { readonly label: string; readonly amount: bigint }[];
  readonly total: bigint;
};

/**
 * Returns the port to Stripe. It makes a draft invoice that nobody is sent or charged by itself, with one item a line.
 * Crash anywhere: sent again, requests of the last day are answered by Stripe as they were (their keys come of the
 * digest), and older ones are found by the digest in the invoice's metadata; items that are there are not made again.
 * Where Stripe comes to another total than was agreed, the draft is deleted and that is said.
 */
export function stripePort(access: StripeAccess): BillingPort {
  return {
    name: 'stripe',
    bill: async (quote, account, digest) => {
      const bill = billOf(quote, account, digest);
      if (!bill.ok) return bill;
      try {
        return await send(access, bill.value);
      } catch (error) {
        if (error instanceof StripeFailure) return failure(error.problem);
        throw error;
      }
    },
  };
}

function billOf(quote: Quote, account: string, digest: string): Result<Bill> {
  const { currency, lines, total } = quote.priced;
  const whole = stripeAmount(total, currency);
  if (!whole.ok) return whole;
  const items: { label: string; amount: bigint }[] = [];
  for (const { label, shown } of lines) {
    const amount = stripeAmount(shown, currency);
    if (!amount.ok) return amount;
    items.push({ label, amount: amount.value });
  }
  return success({ quote, account, digest, currency: currency.toLowerCase(), items, total: whole.value });
}

async function send(access: StripeAccess, bill: Bill): Promise<Result<{ readonly reference: string }>> {
  const call = <S extends z.ZodType>(request: StripeRequest<S>) => stripeCall(access, request);
  const known = await findInvoice(access, bill);
  const invoice = known ?? (await makeInvoice(access, bill));
  if (!invoice) return failure(deletedAgain);
  if (invoice.status === 'draft') {
    const there = known ? await itemsOf(access, invoice.id) : new Set<string>();
    for (const [i, item] of bill.items.entries())
      if (!there.has(String(i))) await makeItem(access, bill, { invoice: invoice.id, ...item, line: i });
  }
  const { value } = await call({ method: 'GET', path: `/v1/invoices/${invoice.id}`, answer: Invoice });
  if (BigInt(value.total) === bill.total && value.currency === bill.currency)
    return success({ reference: value.id });
  if (value.status === 'draft')
    await call({ method: 'DELETE', path: `/v1/invoices/${value.id}`, answer: Gone });
  else await call({ method: 'POST', path: `/v1/invoices/${value.id}/void`, answer: Gone });
  return failure(totalDiffers(bill, value));
}

/** Returns the invoice that was made for the quote before, if it is not void. */
async function findInvoice(access: StripeAccess, { account, digest }: Bill): Promise<Invoice | undefined> {
  const form = { customer: account };
  for await (const invoice of listed(access, '/v1/invoices', form, Invoice))
    if (invoice.metadata?.goodterms_digest === digest && invoice.status !== 'void') return invoice;
  return undefined;
}

/** Returns which lines of the quote the invoice holds already. */
async function itemsOf(access: StripeAccess, invoice: string): Promise<Set<string>> {
  const there = new Set<string>();
  for await (const { metadata } of listed(access, '/v1/invoiceitems', { invoice }, Item))
    if (metadata?.goodterms_line !== undefined) there.add(metadata.goodterms_line);
  return there;
}

async function* listed<T extends { readonly id: string }>(
  access: StripeAccess,
  path: string,
  form: Readonly<Record<string, string>>,
  item: z.ZodType<T>,
): AsyncGenerator<T> {
  const answer = z.object({ data: z.array(item), has_more: z.boolean() });
  let after = {};
  for (let page = 0; page < mostPages; page++) {
    const asked = { ...form, limit: '100', ...after };
    const { value } = await stripeCall(access, { method: 'GET', path, form: asked, answer });
    yield* value.data;
    const last = value.data.at(-1);
    if (!value.has_more || !last) return;
    after = { starting_after: last.id };
  }
}

/** A key that Stripe still knows may stand for a draft that is deleted by now; the next key begins another. */
async function makeInvoice(access: StripeAccess, bill: Bill): Promise<Invoice | undefined> {
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const made = await unlessRemembered(stripeCall(access, invoiceRequest(bill, attempt)));
    if (!made) continue;
    if (!made.replayed) return made.value;
    const path = `/v1/invoices/${made.value.id}`;
    const now = await stripeCall(access, { method: 'GET', path, answer: Invoice }).catch((error: unknown) => {
      if (error instanceof StripeFailure && error.status === 404) return null;
      throw error;
    });
    if (now && now.value.status !== 'void') return now.value;
  }
  return undefined;
}

async function makeItem(access: StripeAccess, bill: Bill, item: NewItem): Promise<void> {
  for (let attempt = 1; attempt <= mostAttempts; attempt++)
    if (await unlessRemembered(stripeCall(access, itemRequest(bill, item, attempt)))) return;
}

/** Stripe remembers failures by their keys too, for a day; whatever they had made is found before they are tried again. */
function unlessRemembered<T>(call: Promise<T>): Promise<T | null> {
  return call.catch((error: unknown) => {
    if (error instanceof StripeFailure && error.replayed) return null;
    throw error;
  });
}

/** Stripe's own taxes, discounts and items that wait elsewhere stay out: the invoice is what was agreed. */
function invoiceRequest({ quote, account, digest, currency }: Bill, attempt: number) {
  return {
    method: 'POST',
    path: '/v1/invoices',
    idempotencyKey: `${digest}-${account}-${attempt}`,
    form: {
      customer: account,
      currency,
      auto_advance: 'false',
      collection_method: 'send_invoice',
      days_until_due: daysUntilDue,
      pending_invoice_items_behavior: 'exclude',
      discounts: '',
      'automatic_tax[enabled]': 'false',
      description: `Quote ${quote.id}`,
      'metadata[goodterms_quote]': quote.id,
      'metadata[goodterms_digest]': digest,
    },
    answer: Invoice,
  } as const;
}

type NewItem = Bill['items'][number] & { readonly invoice: string; readonly line: number };

function itemRequest(bill: Bill, { invoice, label, amount, line }: NewItem, attempt: number) {
  const { quote, account, digest, currency } = bill;
  return {
    method: 'POST',
    path: '/v1/invoiceitems',
    idempotencyKey: `${digest}-${invoice}-${line}-${attempt}`,
    form: {
      customer: account,
      invoice,
      currency,
      amount: String(amount),
      description: label,
      discountable: 'false',
      'period[start]': String(Math.floor(quote.from / second)),
      'period[end]': String(Math.floor(quote.until / second)),
      'metadata[goodterms_quote]': quote.id,
      'metadata[goodterms_line]': String(line),
    },
    answer: Item,
  } as const;
}

function totalDiffers({ quote, total }: Bill, { total: theirs, currency }: Invoice): Problem {
  return {
    code: 'billing_total_differs',
    title: 'Stripe comes to another total',
    detail: `${quote.priced.total} ${quote.priced.currency} were agreed (${total} in the smallest unit), and Stripe made ${theirs} ${currency} of it. Its invoice was taken back.`,
    todo: 'Look at taxes and discounts that Stripe adds by itself for this customer, then send it again.',
  };
}

const deletedAgain: Problem = {
  code: 'billing_deleted',
  title: 'Begun again and again',
  detail: 'The invoice was begun and deleted, or refused, at Stripe several times within a day.',
  todo: 'Wait a day, or bill this quote by its CSV file.',
};
