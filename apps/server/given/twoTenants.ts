import type { Principal } from '#business/identity/principal.ts';
import type { OpenApi } from '#platform/openApi.ts';
import { at } from '#test/given.ts';
import { ourselves } from '../access/ourselves.ts';
import { agreement, catalog, customers } from './papers.ts';
import { keep, playApi } from './playApi.ts';
import { event, type Running } from './running.ts';

/** Whose people ask, and whose things they may not see. Everything of the far one carries its name. */
export const near = 'nearwater';
export const far = 'farbridge';

/** Who orders and invites for a customer. */
export function administratorOf(customer: string): Principal {
  const account = `00000000-0000-4000-8000-00000000000${customer === near ? 1 : 9}`;
  return { kind: 'customer', account, customer, role: 'customer-administrator' };
}

/** What only the far customer says: its name, its addresses, its people, whatever was written about it. */
export const isOfFar = /farbridge/i;

/**
 * Gives two customers the same things: papers, use beyond the limit, and whatever `rounds` of a game by an administrator
 * make of them; a partner sells to the near one alone. Returns the far one's values by the names they have in answers.
 */
export async function twoTenants(
  it: Running,
  rounds: number,
  seed: number,
): Promise<Map<string, readonly string[]>> {
  await it.take('catalog', catalog());
  await it.take('customers', customers([near, far]));
  for (const one of [near, far]) {
    await it.take('agreements', agreement(one));
    await it.tell(one, ...[1, 2, 3].map((n) => event(`${one}-${n}`, at(`2026-0${n + 2}-03`), 120)));
  }
  const partner = {
    id: 'nearby',
    name: 'Nearby Partners',
    contactName: 'Noor',
    contactEmail: 'noor@nearby.example',
    contactRole: 'Lead',
    sellsTo: [near],
    speaksFor: [],
  };
  await it.send('POST', '/v1/partners', JSON.stringify(partner), { 'content-type': 'application/json' });
  for (const customer of [near, far]) await begin(it, customer);
  for (const customer of [near, far])
    for (const who of [ourselves, administratorOf(customer)]) {
      it.as(who);
      await playApi(it, rounds, seed, {
        customer: [customer],
        agreement: [`AG-${customer}`],
        clause: ['calls'],
        text: [`A word about ${customer}.`],
        reason: [`Because of ${customer}.`],
      });
    }
  it.as(ourselves);
  await it.settle();
  const ofNear = new Set([...(await valuesOf(it, near)).values()].flat());
  const known = new Map<string, readonly string[]>();
  for (const [name, values] of await valuesOf(it, far)) {
    const own = values.filter((one) => !ofNear.has(one));
    if (own.length > 0) known.set(name, own);
  }
  // Things of the far customer are asked for under the near one's address, too.
  return known
    .set('customer', [near, far])
    .set('clause', ['calls'])
    .set('password', ['thirty two green bottles']);
}

/** What both of them have for certain, whatever the game makes. */
async function begin(it: Running, customer: string): Promise<void> {
  const at = `/v1/customers/${customer}`;
  const portal = `/v1/portal/${customer}`;
  const clause = { agreement: `AG-${customer}`, clause: 'calls' };
  const sent = async (path: string, body: object) => {
    const answer = await it.send('POST', path, JSON.stringify(body), { 'content-type': 'application/json' });
    if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  };
  it.as(ourselves);
  await sent(`${at}/notes`, { text: `A note on ${customer}.` });
  await sent(`${at}/flags`, {
    kind: 'in-renewal-talks',
    until: '2026-09-01T00:00:00Z',
    reason: `Talks with ${customer}.`,
  });
  await sent(`${at}/quotes`, { ...clause, units: '10' });
  await sent(`${at}/scim-tokens`, { source: `directory-${customer}`, feature: 'call' });
  it.as(administratorOf(customer));
  await sent(`${portal}/questions`, { about: { kind: 'general' }, text: `A question of ${customer}.` });
  await sent(`${portal}/contests`, {
    ...clause,
    from: '2026-03-01T00:00:00Z',
    claim: { kind: 'wrong-number' },
    text: `Not ${customer}.`,
  });
  await sent(`${portal}/people`, {
    name: `Eve of ${customer}`,
    email: `eve@${customer}.example`,
    role: 'customer-member',
  });
  it.as(ourselves);
}

/** Reads whatever names the things of a customer, by the names the values have: its own addresses, and its items of lists. */
async function valuesOf(it: Running, customer: string): Promise<Map<string, string[]>> {
  const document = (await (await it.answer('GET', '/v1/openapi.json')).json()) as OpenApi;
  const named = new Map<string, string[]>([['customer', [customer]]]);
  const paths = Object.entries(document.paths).flatMap(([path, item]) => (item.get ? [path] : []));
  // What the first round names, the second one can ask for.
  for (const _round of [1, 2])
    for (const path of paths)
      for (const filled of fillings(path, named)) {
        const answer = await it.answer('GET', filled);
        if (!answer.ok || !answer.headers.get('content-type')?.includes('json')) continue;
        const body: unknown = await answer.json();
        if (path.includes('{')) keep(named, body);
        else for (const item of itemsOf(body)) if (JSON.stringify(item).includes(customer)) keep(named, item);
      }
  return named;
}

/** The addresses a path stands for: its first parameters as they are known, at most a few of each. */
function fillings(path: string, named: ReadonlyMap<string, readonly string[]>): string[] {
  const [, name] = /\{(\w+)\}/.exec(path) ?? [];
  if (name === undefined) return [path];
  const values = (named.get(name) ?? named.get('id') ?? []).slice(0, 6);
  return values
    .flatMap((value) => fillings(path.replace(`{${name}}`, encodeURIComponent(value)), named))
    .slice(0, 24);
}

function itemsOf(body: unknown): readonly unknown[] {
  const { items } = body as { items?: unknown };
  return Array.isArray(items) ? items : [body];
}
