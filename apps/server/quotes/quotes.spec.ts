import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { after, day } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { type StripeServer, stripeKey, stripeServer } from '../billing/given/stripeServer.ts';
import { portFrom } from '../billing/settings.ts';
import { agreement, catalog, customers } from '../given/papers.ts';
import { event, type Running, running } from '../given/running.ts';
import { fileOf } from './lines.ts';
import type { BillingAccountView, QuoteList, QuoteView } from './schemas.ts';

type List = z.infer<typeof QuoteList>;
const start = at('2026-04-10T12:00:00Z');
let it: Running;
let stripe: StripeServer;
const send = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
  it.send(method, `/v1${path}`, body && JSON.stringify(body), {
    'content-type': 'application/json',
    ...headers,
  });
const quote = async (id: string) => (await send('GET', `/quotes/${id}`)).body as QuoteView;
const code = async (answer: ReturnType<typeof send>) => {
  const { status, body } = await answer;
  return status === 200 ? 'done' : (body as { code: string }).code;
};
const agree = async (id: string, differs: object = {}) => {
  const { digest } = await quote(id);
  const order = { digest, on: '2026-04-10', by: 'Dana Wells, by her letter of April 10' };
  return send('POST', `/quotes/${id}/agree`, { ...order, ...differs });
};
const settle = async (id: string, differs: object = {}) => {
  const { priced, currency } = await quote(id);
  const amount = priced.total.replace(/[€,]/g, '');
  const order = { invoice: 'IN-7', amount, currency, on: '2026-04-10' };
  return send('POST', `/quotes/${id}/settle`, { ...order, ...differs });
};
const finding = async (customer: string) => (await it.page(customer)).findings[0]!;
const confirm = async (customer: string) => {
  const { key, version } = await finding(customer);
  const order = { cause: 'growth', expectedVersion: version };
  await send('POST', `/customers/${customer}/findings/${key}/confirm`, order);
  await it.settle();
  return key;
};
const make = (customer: string, order: object, headers = {}) =>
  send('POST', `/customers/${customer}/quotes`, order, headers);
type Line = { customer: { id: string }; status: string; moneyAtStake: object | null };
const line = async (customer: string) =>
  ((await it.positions()) as unknown as { items: Line[] }).items.find((one) => one.customer.id === customer)!;
const standing = async (customer: string) => (await line(customer)).status;
const stake = async (customer: string) => (await line(customer)).moneyAtStake;

beforeAll(async () => {
  stripe = await stripeServer();
  it = await running(start, { billing: portFrom(stripeKey, stripe.url) });
  await it.take('catalog', catalog());
  const ids = ['grown', 'fixed', 'more', 'ours', 'late'];
  await it.take('customers', customers(ids));
  const papers = ids.map((id) =>
    id === 'fixed'
      ? agreement(id, { clause: '\n    limit: 100' }).replace(/orderLines:\n.*\n/, '')
      : agreement(id),
  );
  await it.take('agreements', papers.join('---\n'));
  for (const id of ['grown', 'fixed', 'ours', 'late'])
    await it.tell(
      id,
      event('f', at('2026-02-10'), 112),
      event('m', at('2026-03-10'), 120),
      event('a', at('2026-04-10'), 90),
    );
});
afterAll(async () => {
  await it.stop();
  await stripe.stop();
});

describe('a finding is settled', () => {
  test('only when it is confirmed', async () => {
    const { key } = await finding('grown');
    expect(await code(make('grown', { finding: key }))).toBe('finding_not_confirmed');
    expect(await code(make('grown', { finding: 'F-0' }))).toBe('not_found');
    expect(await code(make('nobody', { finding: key }))).toBe('not_found');
  });

  test('by a quote that pays the peak and what follows, and releases what was before', async () => {
    const key = await confirm('grown');
    const once = { 'idempotency-key': 'make-grown-1' };
    const made = (await make('grown', { finding: key }, once)).body as QuoteView;
    expect(made).toMatchObject({
      id: 'Q-grown-1',
      status: 'quoted',
      ...{ units: '20', firstDay: '2026-03-01', lastDay: '2026-03-31', total: '10.00', currency: 'EUR' },
      release: { units: '12', firstDay: '2026-02-01', lastDay: '2026-02-28' },
      validUntil: '2026-05-10',
    });
    expect((await make('grown', { finding: key }, once)).body).toMatchObject({ id: 'Q-grown-1' });
    expect(await code(make('grown', { finding: key }))).toBe('quote_there_already');
  });

  test('as it was seen, on a day that has come', async () => {
    expect(await code(agree('Q-grown-1', { digest: 'other' }))).toBe('quote_changed');
    expect(await code(agree('Q-grown-1', { on: '2026-04-11' }))).toBe('agreed_in_future');
    expect(await code(send('POST', '/quotes/Q-grown-1/bill', { port: 'csv' }))).toBe('not_possible_now');
    expect(await code(agree('Q-grown-1'))).toBe('done');
    expect((await quote('Q-grown-1')).agreed).toMatchObject({
      on: '2026-04-10',
      by: 'Dana Wells, by her letter of April 10',
    });
  });

  test('when agreed, the units count for the days that are paid for', async () => {
    expect(await stake('grown')).not.toBeNull();
    await it.settle();
    const { revisions } = await finding('grown');
    expect(revisions.at(-1)!.words).toContain('112');
  });

  test('when agreed, what it costs is owed and no longer at stake, though past use is not released yet', async () => {
    expect([await standing('grown'), await stake('grown')]).toEqual(['beyond', null]);
  });

  test('by Stripe, when it is known there', async () => {
    const bill = () => send('POST', '/quotes/Q-grown-1/bill', { port: 'stripe' });
    expect(await code(bill())).toBe('billing_account_missing');
    const account = '/customers/grown/billing-account';
    expect(await code(send('PUT', account, { stripe: 'cus_1' }))).toBe('if_match_missing');
    expect(await code(send('PUT', account, { stripe: 'Dana' }, { 'if-match': '"0"' }))).toBe(
      'invalid_request',
    );
    await send('PUT', account, { stripe: 'cus_9' }, { 'if-match': '"0"' });
    expect(await code(bill())).toBe('billing_account_unknown');
    expect(await code(send('PUT', account, { stripe: 'cus_1' }, { 'if-match': '"0"' }))).toBe(
      'version_conflict',
    );
    await send('PUT', account, { stripe: 'cus_1' }, { 'if-match': '"1"' });
    expect((await send('GET', account)).body as z.infer<typeof BillingAccountView>).toMatchObject({
      stripe: 'cus_1',
      version: 2,
      ready: true,
    });
    expect((await bill()).body).toMatchObject({ status: 'billed', billing: { reference: 'in_1' } });
    expect(await code(bill())).toBe('not_possible_now');
    expect(stripe.live()).toHaveLength(1);
  });

  test('by an invoice over exactly that; then the finding is cleared and the customer within', async () => {
    expect(await code(settle('Q-grown-1', { amount: '10.01' }))).toBe('amount_differs');
    expect(await code(settle('Q-grown-1', { currency: 'USD' }))).toBe('currency_differs');
    expect(await code(settle('Q-grown-1'))).toBe('done');
    await it.settle();
    expect(await finding('grown')).toMatchObject({ state: 'cleared' });
    expect(await standing('grown')).toBe('near');
    const page = JSON.stringify((await it.page('grown')).agreements);
    expect(page).toContain('Q-grown-1');
  });

  test('and whoever grows again is found again, from where the settled days end', async () => {
    await it.tell('grown', event('b', after(start, -day), 40));
    const { findings } = await it.page('grown');
    const [fresh] = findings.filter(({ state }) => state !== 'cleared');
    expect(findings.map(({ state }) => state)).toContain('cleared');
    expect(fresh).toMatchObject({ since: '2026-04-01T00:00:00Z', excess: '30' });
    expect(await standing('grown')).toBe('beyond');
  });
});

test('beside a fixed limit the same holds', async () => {
  await make('fixed', { finding: await confirm('fixed') });
  expect(await code(agree('Q-fixed-1'))).toBe('done');
  expect(await code(send('POST', '/quotes/Q-fixed-1/bill', { port: 'csv' }))).toBe('done');
  expect(await code(settle('Q-fixed-1'))).toBe('done');
  await it.settle();
  expect(await finding('fixed')).toMatchObject({ state: 'cleared' });
});

test('nobody owes for a mistake of ours', async () => {
  const { key, version } = await finding('ours');
  const order = { cause: 'vendor-mistake', expectedVersion: version };
  await send('POST', `/customers/ours/findings/${key}/confirm`, order);
  expect(await code(make('ours', { finding: key }))).toBe('nothing_owed');
});

test('what came to light since it was confirmed is not settled with it, and not charged twice', async () => {
  const key = await confirm('late');
  await make('late', { finding: key });
  await it.tell('late', event('m2', at('2026-03-11'), 5));
  await agree('Q-late-1');
  await send('POST', '/quotes/Q-late-1/bill', { port: 'csv' });
  expect(await code(settle('Q-late-1'))).toBe('done');
  await it.settle();
  const left = await finding('late');
  expect(left).toMatchObject({ key, state: 'confirmed' });
  expect(left.revisions.at(-1)!.words).toContain('125 where 120 was allowed');
  expect(await code(make('late', { finding: key }))).toBe('quote_settled_already');
  const order = { reason: 'More came to light.', expectedVersion: left.version };
  await send('POST', `/customers/late/findings/${key}/reopen`, order, { 'if-match': `"${left.version}"` });
  await it.settle();
  await confirm('late');
  expect((await make('late', { finding: key })).body).toMatchObject({ units: '5', total: '2.50' });
});

describe('more units before a limit is reached', () => {
  const units = { agreement: 'AG-more', clause: 'calls', units: '50' };
  test('are paid from today to the end of the term, beside what is there', async () => {
    expect((await make('more', units)).body as QuoteView).toMatchObject({
      ...{ id: 'Q-more-1', firstDay: '2026-04-10', lastDay: '2026-12-31', finding: null, release: null },
      total: '217.50',
    });
    expect(await code(make('more', { ...units, from: '2026-04-09' }))).toBe('quote_reaches_back');
    expect(await code(make('more', { ...units, from: '2027-01-01' }))).toBe('term_over');
    expect(await code(make('more', { ...units, clause: 'none' }))).toBe('not_found');
    expect(await code(make('more', { ...units, units: '0' }))).toBe('invalid_request');
  });

  test('are agreed with the agreement or not at all', async () => {
    const renamed = agreement('more').replaceAll('calls', 'requests');
    await it.take('agreements', renamed);
    expect(await code(agree('Q-more-1'))).toBe('clause_gone');
    expect(await quote('Q-more-1')).toMatchObject({ status: 'quoted', agreed: null, version: 1 });
    await it.take('agreements', agreement('more'));
  });

  test('are withdrawn with a reason, while nobody has agreed', async () => {
    const reason = 'They buy by the year instead.';
    expect((await send('POST', '/quotes/Q-more-1/withdraw', { reason })).body).toMatchObject({
      status: 'withdrawn',
      withdrawn: { reason },
    });
    expect(await code(agree('Q-more-1'))).toBe('not_possible_now');
  });

  test('all of one file are marked as billed when that is confirmed, or none', async () => {
    for (let i = 0; i < 2; i++) await make('more', units);
    for (const id of ['Q-more-2', 'Q-more-3']) expect(await code(agree(id))).toBe('done');
    const file = await it.text('/v1/quotes/lines.csv?status=agreed&customer=more');
    const [heading, ...rows] = file.trim().split('\r\n');
    expect(heading).toContain('Quote,Status,Customer,Agreement,Clause,Product,Finding,Price component');
    expect(rows.map((row) => row.split(',')[0])).toEqual(['Q-more-3', 'Q-more-2']);
    const list = (await send('GET', '/quotes?status=agreed')).body as List;
    const quotes = list.items.map(({ id, digest }) => ({ id, digest }));
    const billed = (all: readonly { id: string; digest: string }[], name: string) =>
      send('POST', '/quotes/billed', { file: name, quotes: all });
    const other = [quotes[0]!, { ...quotes[1]!, digest: 'other' }];
    expect(await code(billed(other, fileOf(other.map(({ digest }) => digest))))).toBe('quote_changed');
    expect((await quote('Q-more-3')).status).toBe('agreed');
    const name = fileOf(quotes.map(({ digest }) => digest));
    expect(await code(billed(quotes.slice(1), name))).toBe('file_differs');
    expect((await billed(quotes, name)).body).toEqual({ quotes: 2, reference: name });
    expect((await billed(quotes, name)).status).toBe(200);
    expect(await quote('Q-more-3')).toMatchObject({ status: 'billed', billing: { port: 'csv' } });
  });
});

test('quotes are listed page by page, by status and by customer', async () => {
  const page = (query: string) => send('GET', `/quotes?${query}`).then(({ body }) => body as List);
  const first = await page('limit=2');
  expect(first).toMatchObject({ total: 7, items: [{ id: 'Q-more-3' }, { id: 'Q-more-2' }] });
  const rest = await page(`limit=2&cursor=${first.next}`);
  expect(rest.items.map(({ id }) => id)).toEqual(['Q-more-1', 'Q-late-2']);
  expect((await page('customer=fixed')).items).toHaveLength(1);
  expect((await page('status=settled')).total).toBe(3);
  expect(await code(send('GET', '/quotes?cursor=WyJhIiwiYiJd'))).toBe('cursor_unknown');
});

test('the true-ups of confirmed findings are a file that changes nothing', async () => {
  await it.tell('more', event('x', at('2026-04-10'), 400));
  expect(await it.text('/v1/quotes/true-ups.csv')).not.toContain('AG-more');
  await confirm('more');
  const rows = (await it.text('/v1/quotes/true-ups.csv')).trim().split('\r\n');
  expect(rows.filter((row) => row.includes('AG-more'))).toHaveLength(1);
});
