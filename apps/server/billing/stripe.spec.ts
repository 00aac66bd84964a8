import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aQuote, pricedBy } from '#business/settlement/given/quotes.ts';
import { type StripeServer, stripeKey, stripeServer, type Trouble } from './given/stripeServer.ts';
import { portFrom } from './settings.ts';
import { stripeAmount } from './stripeAmounts.ts';

const digest = 'd'.repeat(64);
const quote = aQuote();
let stripe: StripeServer;
const bill = (account = 'cus_1', key = stripeKey) => portFrom(key, stripe.url)!.bill(quote, account, digest);
const codeOf = async (result: ReturnType<typeof bill>) => {
  const answer = await result;
  return answer.ok ? answer.value.reference : answer.problems[0]!.code;
};
/** What stands at Stripe: each live invoice, as the amounts of its items. */
const live = () => stripe.live().map(({ items }) => items.map(({ form }) => form.amount));

beforeEach(async () => {
  stripe = await stripeServer();
});
afterEach(() => stripe.stop());

describe('a bill', () => {
  test('is a draft invoice that nobody is sent by itself, and one item a line, in the smallest unit', async () => {
    expect(await bill()).toEqual({ ok: true, value: { reference: 'in_1' } });
    const [search, invoice, first, second, check] = stripe.received;
    expect(search).toMatchObject({ method: 'GET', path: '/v1/invoices', form: { customer: 'cus_1' } });
    expect(invoice).toMatchObject({ method: 'POST', path: '/v1/invoices' });
    expect(invoice!.form).toEqual({
      customer: 'cus_1',
      currency: 'eur',
      auto_advance: 'false',
      collection_method: 'send_invoice',
      days_until_due: '30',
      pending_invoice_items_behavior: 'exclude',
      discounts: '',
      'automatic_tax[enabled]': 'false',
      description: 'Quote Q-northwind-1',
      'metadata[goodterms_quote]': 'Q-northwind-1',
      'metadata[goodterms_digest]': digest,
    });
    expect(first).toMatchObject({ method: 'POST', path: '/v1/invoiceitems' });
    expect(first!.form).toMatchObject({ invoice: 'in_1', customer: 'cus_1', amount: '200000' });
    expect(first!.form).toMatchObject({ 'period[start]': '1777593600', 'period[end]': '1798761600' });
    expect(second!.form).toMatchObject({ amount: '-65753', description: 'line 2', currency: 'eur' });
    expect(check).toMatchObject({ method: 'GET', path: '/v1/invoices/in_1' });
    expect(stripe.received).toHaveLength(5);
  });

  test('comes with the key, the pinned version, form encoding and keys that are made of the digest', async () => {
    await bill();
    for (const { headers } of stripe.received)
      expect(headers).toMatchObject({
        authorization: `Bearer ${stripeKey}`,
        'stripe-version': '2024-06-20',
      });
    const posts = stripe.received.filter(({ method }) => method === 'POST').map(({ headers }) => headers);
    expect(new Set(posts.map((headers) => headers['content-type']))).toEqual(
      new Set(['application/x-www-form-urlencoded']),
    );
    expect(posts.map((headers) => headers['idempotency-key'])).toEqual([
      `${digest}-cus_1-1`,
      `${digest}-in_1-0-1`,
      `${digest}-in_1-1-1`,
    ]);
  });

  test('sent again is the same bill, on the next day too', async () => {
    await bill();
    expect(await codeOf(bill())).toBe('in_1');
    stripe.forgetKeys();
    expect(await codeOf(bill())).toBe('in_1');
    expect(live()).toEqual([['200000', '-65753']]);
  });

  test('whose draft somebody deleted is made anew, even while Stripe still knows the key', async () => {
    await bill();
    stripe.deleteDrafts();
    expect(await codeOf(bill())).toBe('in_2');
    expect(live()).toEqual([['200000', '-65753']]);
  });

  test('goes on after a failure that Stripe remembers by its key', async () => {
    stripe.trouble.set(1, { kind: 'answers', status: 500, remembers: true });
    expect(await codeOf(bill())).toBe('billing_unreachable');
    stripe.trouble.set(5, { kind: 'answers', status: 500, remembers: true });
    expect(await codeOf(bill())).toBe('billing_unreachable');
    expect(await codeOf(bill())).toBe('in_1');
    expect(live()).toEqual([['200000', '-65753']]);
  });

  test('is found among others, page by page', async () => {
    for (let i = 0; i < 5; i++)
      await portFrom(stripeKey, stripe.url)!.bill(aQuote({ id: `Q-${i}` }), 'cus_1', `other-${i}`);
    stripe.forgetKeys();
    const again = portFrom(stripeKey, stripe.url)!.bill(aQuote({ id: 'Q-0' }), 'cus_1', 'other-0');
    expect(await codeOf(again)).toBe('in_1');
    expect(live()).toHaveLength(5);
  });

  test('over a total that Stripe makes another is taken back', async () => {
    stripe.addition = 1;
    const result = await bill();
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'billing_total_differs' }] });
    expect(live()).toEqual([]);
    stripe.addition = 0;
    expect(await codeOf(bill())).toBe('in_2');
    expect(live()).toEqual([['200000', '-65753']]);
  });
});

describe('wherever it breaks off, sent again it is billed once', () => {
  const points = [0, 1, 2, 3, 4].flatMap((at) =>
    (['hangs up before', 'hangs up after'] as const).flatMap((kind) =>
      [false, true].map((forgotten) => ({ at, kind, forgotten })),
    ),
  );
  test.each(points)('request $at, $kind it is done, keys forgotten: $forgotten', async (point) => {
    stripe.trouble.set(point.at, { kind: point.kind });
    expect(await codeOf(bill())).toBe('billing_unreachable');
    if (point.forgotten) stripe.forgetKeys();
    expect(await codeOf(bill())).toBe('in_1');
    expect(live()).toEqual([['200000', '-65753']]);
  });
});

describe('what Stripe does not do is a problem with what to do', () => {
  test.each<[string, Trouble, string]>([
    ['a request it refuses', { kind: 'answers', status: 400, message: 'Bad amount' }, 'billing_refused'],
    ['a key it refuses', { kind: 'answers', status: 401 }, 'billing_key_refused'],
    ['a request that failed', { kind: 'answers', status: 402 }, 'billing_refused'],
    ['a key that may not', { kind: 'answers', status: 403 }, 'billing_key_refused'],
    ['what is not there', { kind: 'answers', status: 404 }, 'billing_account_unknown'],
    ['a request under way', { kind: 'answers', status: 409 }, 'billing_busy'],
    ['too many requests', { kind: 'answers', status: 429 }, 'billing_busy'],
    ['its own mistake', { kind: 'answers', status: 500 }, 'billing_unreachable'],
    ['a pause', { kind: 'answers', status: 503 }, 'billing_unreachable'],
    ['another’s answer', { kind: 'talks nonsense' }, 'billing_unreadable'],
  ])('%s', async (_, trouble, code) => {
    stripe.trouble.set(1, trouble);
    expect(await codeOf(bill())).toBe(code);
    expect(live()).toEqual([]);
  });

  test('an account it does not know; its words are passed on, the key is not', async () => {
    expect(await codeOf(bill('cus_9'))).toBe('billing_account_unknown');
    const answer = await bill('cus_1', 'sk_test_other');
    expect(answer).toMatchObject({ ok: false, problems: [{ code: 'billing_key_refused' }] });
    expect(JSON.stringify(answer)).not.toContain('sk_test');
  });

  test('no server at all', async () => {
    await stripe.stop();
    expect(await codeOf(bill())).toBe('billing_unreachable');
  });
});

test.each([
  ['1342.47', 'EUR', 134247n],
  ['-0.01', 'USD', -1n],
  ['500', 'JPY', 500n],
  ['5.00', 'MGA', 5n],
  ['12.340', 'KWD', 12340n],
  ['12.345', 'KWD', 'amount_not_billable'],
  ['500', 'ISK', 50000n],
  ['0.50', 'ISK', 'amount_not_billable'],
  ['0.5', 'JPY', 'amount_not_billable'],
  ['500', 'UGX', 'amount_not_billable'],
])('%s %s is %s in what Stripe counts', (amount, currency, expected) => {
  const result = stripeAmount(amount, currency);
  expect(result.ok ? result.value : result.problems[0]!.code).toBe(expected);
});

test('a quote that cannot be said in Stripe’s units is not begun', async () => {
  const odd = aQuote({ priced: pricedBy('KWD', '2.344', '2.344') });
  const result = portFrom(stripeKey, stripe.url)!.bill(odd, 'cus_1', digest);
  expect(await codeOf(result)).toBe('amount_not_billable');
  expect(stripe.received).toEqual([]);
});

test('the key goes to https or this machine only', () => {
  expect(portFrom(undefined, undefined)).toBeNull();
  expect(portFrom('k', undefined)?.name).toBe('stripe');
  expect(() => portFrom(undefined, 'https://api.stripe.com')).toThrow('GOODTERMS_STRIPE_KEY is missing');
  expect(() => portFrom('k', 'http://billing.example')).toThrow('https://');
  expect(() => portFrom('k', 'nowhere')).toThrow('https://');
  expect(() => portFrom('a\nb', undefined)).toThrow('no key');
});
