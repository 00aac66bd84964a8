import { z } from 'zod';
import type { Problem } from '#platform/problem.ts';

/** Where Stripe is and what opens it. */
export type StripeAccess = { readonly url: string; readonly key: string };

/** One request. `form` is sent as the body of a POST, as the query of a GET. */
export type StripeRequest<S extends z.ZodType> = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly idempotencyKey?: string;
  readonly answer: S;
};

/** What Stripe did not do, and what to do about it. `status` 0: no answer. `replayed`: as it answered this key before. */
export class StripeFailure extends Error {
  readonly problem: Problem;
  readonly status: number;
  readonly replayed: boolean;
  constructor(problem: Problem, status: number, replayed = false) {
    super(problem.detail);
    this.problem = problem;
    this.status = status;
    this.replayed = replayed;
  }
}

/** The version of Stripe's API whose answers are read here; others change names and defaults. */
export const stripeVersion = '2024-06-20';
const patience = 20_000;

/**
 * Sends one request to Stripe. Returns its answer, and whether it is that of an earlier request with the same key.
 * Throws `StripeFailure`; redirects are not followed.
 */
export async function stripeCall<S extends z.ZodType>(
  { url, key }: StripeAccess,
  { method, path, form = {}, idempotencyKey, answer }: StripeRequest<S>,
): Promise<{ readonly value: z.infer<S>; readonly replayed: boolean }> {
  const fields = new URLSearchParams(form);
  const query = method === 'GET' && fields.size > 0 ? `?${fields}` : '';
  const response = await fetch(new URL(`${path}${query}`, url), {
    method,
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
    headers: {
      authorization: `Bearer ${key}`,
      'stripe-version': stripeVersion,
      ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    },
    ...(method === 'POST' ? { body: fields.toString() } : {}),
  }).catch(() => {
    throw new StripeFailure(unreachable('It did not answer.'), 0);
  });
  const body: unknown = await response.json().catch(() => undefined);
  const replayed = response.headers.get('idempotent-replayed') === 'true';
  if (!response.ok) throw new StripeFailure(problemOf(response.status, body), response.status, replayed);
  const read = answer.safeParse(body);
  if (!read.success) throw new StripeFailure(unreadable, response.status);
  return { value: read.data, replayed };
}

const ErrorBody = z.object({ error: z.object({ message: z.string().optional() }) });

function problemOf(status: number, body: unknown): Problem {
  const read = ErrorBody.safeParse(body);
  const said = read.success && read.data.error.message ? ` It said: ${cut(read.data.error.message)}` : '';
  if (status === 401 || status === 403)
    return {
      code: 'billing_key_refused',
      title: 'Stripe does not let us in',
      detail: `Stripe refused the key (${status}).`,
      todo: 'Set GOODTERMS_STRIPE_KEY to a key that may read and write invoices and invoice items.',
    };
  if (status === 404)
    return {
      code: 'billing_account_unknown',
      title: 'Stripe does not know it',
      detail: `Stripe knows no such customer or invoice.${said}`,
      todo: 'Check the billing account of the customer, and whether the key is of the same Stripe account.',
    };
  if (status === 409 || status === 429)
    return {
      code: 'billing_busy',
      title: 'Stripe is busy',
      detail: `Stripe takes no further request just now (${status}).`,
      todo: 'Wait a minute and send it again: nothing is billed twice.',
    };
  if (status >= 500) return unreachable(`It answered with ${status}.`);
  return {
    code: 'billing_refused',
    title: 'Stripe refused it',
    detail: `Stripe answered with ${status}.${said}`,
    todo: 'Correct what it names, or bill this quote by its CSV file.',
  };
}

/** Its words may be long, and may name a part of the key. */
function cut(message: string): string {
  return message.replace(/\b[sr]k_\S+/g, '…').slice(0, 300);
}

function unreachable(why: string): Problem {
  return {
    code: 'billing_unreachable',
    title: 'Stripe cannot be reached',
    detail: `Stripe could not be asked. ${why} Whether it took the last request is not known.`,
    todo: 'Send it again in a minute: what it took already is found again, and nothing is billed twice.',
  };
}

const unreadable: Problem = {
  code: 'billing_unreadable',
  title: 'Not the answer of Stripe',
  detail: 'The answer is not one that Stripe gives.',
  todo: 'Check GOODTERMS_STRIPE_URL; a proxy may stand in between.',
};
