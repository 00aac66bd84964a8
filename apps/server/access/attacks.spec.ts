import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addLink, linksOfAccount, providerOf, saveProvider } from '#business/identity/provider.store.ts';
import { after, minute } from '#platform/instant.ts';
import { at } from '#test/given.ts';
import { type Doors, doors, home, of } from './given/doors.ts';
import { type OpenIdProvider, openIdProvider } from './given/openIdProvider.ts';
import { type CompanyProvider, comeBack, companyProvider, go, visit } from './given/visits.ts';
import { backAddress } from './providers/known.ts';

const start = at('2026-11-22T10:00:00Z');
let here: Doors;
let vendor: OpenIdProvider;
/** The provider of acme is honest; that of evil is a customer of ours too, and whoever runs it says what they like. */
let acme: CompanyProvider;
let evil: CompanyProvider;
let id: string;

beforeAll(async () => {
  vendor = await openIdProvider({ back: [backAddress(home, 'vendor')] });
  const { issuer, client, secret } = vendor;
  here = await doors(start, {
    providers: { vendor: { issuer, client, secret, reachable: 'private' }, reachable: 'private' },
  });
  acme = await companyProvider(here, 'acme', start);
  evil = await companyProvider(here, 'evil', start);
  id = await here.outside(of('acme'), 'maria@acme.example');
  acme.say('maria', { email: 'maria@acme.example', email_verified: true });
});
afterAll(async () => {
  for (const provider of [vendor, acme, evil]) await provider?.stop();
  expect(here?.failed).toEqual([]);
});

const over = '/sign-in?problem=visit_over';
const refused = '/sign-in?problem=provider_answer_refused';
/** The address with some of its query told otherwise; `null` leaves a part out. */
const told = (address: string, query: Readonly<Record<string, string | null>>) => {
  const url = new URL(address);
  for (const [name, value] of Object.entries(query))
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  return url.href;
};

describe('what comes back from a provider', () => {
  test('is good once: the same address again opens nothing, in this browser or with its cookie in another', async () => {
    const [browser, thief] = [here.browser(), here.browser()];
    const back = await acme.signIn(await go(browser, acme.id), 'maria');
    const held = new Map(browser.jar);
    expect(await comeBack(browser, back)).toBe('/portal');
    expect(await comeBack(browser, back)).toBe(over);
    for (const [name, value] of held) thief.jar.set(name, value);
    expect(await comeBack(thief, back)).toBe(over);
    expect(await thief.session()).toBeUndefined();
  });

  test('opens nothing in a browser that did not go there: nobody is signed in as somebody else unawares', async () => {
    const [attacker, victim] = [here.browser(), here.browser()];
    const back = await acme.signIn(await go(attacker, acme.id), 'maria');
    expect(await comeBack(victim, back)).toBe(over);
    await go(victim, acme.id);
    expect(await comeBack(victim, back)).toBe(refused);
    expect(await victim.session()).toBeUndefined();
  });

  test.each([
    ['another state', { state: 'another' }],
    ['no state', { state: null }],
    ['another issuer', { iss: 'https://evil.example' }],
    ['no issuer, though the provider always says it', { iss: null }],
    ['a code that was made up', { code: 'made-up' }],
    ['no code', { code: null }],
  ])('with %s is refused, and the visit is over', async (_, query) => {
    const browser = here.browser();
    const back = await acme.signIn(await go(browser, acme.id), 'maria');
    expect(await comeBack(browser, told(back, query))).toBe(refused);
    expect(await comeBack(browser, back)).toBe(over);
    expect(await browser.session()).toBeUndefined();
  });

  test('with a code of another visit is refused: it was made for another verifier', async () => {
    const [one, other] = [here.browser(), here.browser()];
    const stolen = new URL(await acme.signIn(await go(one, acme.id), 'maria')).searchParams.get('code');
    const back = await acme.signIn(await go(other, acme.id), 'maria');
    expect(await comeBack(other, told(back, { code: stolen }))).toBe(refused);
  });

  test.each(['nonce', 'verifier'])('to a visit with another %s is refused', async (column) => {
    const browser = here.browser();
    const back = await acme.signIn(await go(browser, acme.id), 'maria');
    await here.db.admin.query(`UPDATE provider_visit SET ${column} = repeat('x', 43)`);
    expect(await comeBack(browser, back)).toBe(refused);
  });

  test('after ten minutes is too late', async () => {
    const browser = here.browser();
    const back = await acme.signIn(await go(browser, acme.id), 'maria');
    here.turnTo(after(start, 11 * minute));
    expect(await comeBack(browser, back)).toBe(over);
    here.turnTo(start);
  });

  test('of two at once signs in once', async () => {
    const [one, other] = [here.browser(), here.browser()];
    const back = await acme.signIn(await go(one, acme.id), 'maria');
    for (const [name, value] of one.jar) other.jar.set(name, value);
    const led = await Promise.all([comeBack(one, back), comeBack(other, back)]);
    expect(led.sort()).toEqual(['/portal', over]);
  });

  test('begins a session of its own: a token that was planted before opens nothing', async () => {
    const browser = here.browser();
    await browser.beSignedIn(await here.outside(of('evil'), 'mallory@evil.example'));
    const planted = browser.jar.get('goodterms')!;
    expect(await visit(browser, acme, 'maria')).toBe('/portal');
    expect((await browser.session())?.account.id).toBe(id);
    const fixed = here.browser();
    fixed.jar.set('goodterms', planted);
    expect(await fixed.session()).toBeUndefined();
  });
});

describe('two providers, one of them evil', () => {
  test('a visit to the one does not end at the other, nor its answer', async () => {
    const browser = here.browser();
    const back = await acme.signIn(await go(browser, acme.id), 'maria');
    expect(await comeBack(browser, back.replace(acme.id, evil.id))).toBe(over);
    const other = here.browser();
    evil.say('maria', { email: 'maria@acme.example', email_verified: true });
    const evils = await evil.signIn(await go(other, evil.id), 'maria');
    expect(await comeBack(other, evils.replace(evil.id, acme.id))).toBe(over);
  });

  test('the answer of one is none to a visit to the other', async () => {
    const [mine, mallory] = [here.browser(), here.browser()];
    const state = new URL(await go(mine, acme.id)).searchParams.get('state');
    const evils = await evil.signIn(await go(mallory, evil.id), 'maria');
    const mixed = told(evils.replace(evil.id, acme.id), { state });
    expect(await comeBack(mine, mixed)).toBe(refused);
  });

  test.each([
    ['calls itself by the name of another', { issuer: () => acme.issuer }],
    ['sends browsers to a script', { authorization_endpoint: () => 'javascript:alert(1)' }],
    ['sends browsers to a place that is not https', { authorization_endpoint: () => 'http://evil.example/' }],
  ])('a provider that %s is out of reach', async (_, lies) => {
    const [server, issuer] = await saying((own) => ({
      ...{ issuer: own, authorization_endpoint: `${own}/auth`, token_endpoint: `${own}/token` },
      ...Object.fromEntries(Object.entries(lies).map(([name, lie]) => [name, lie()])),
    }));
    const customer = `liar-${issuer.length}-${Object.keys(lies)[0]}-${_.length}`;
    const provider = await here.inDoors(async (tx) => {
      const by = { actor: 'a-test', now: start };
      await saveProvider(tx, customer, { issuer, client: 'goodterms', secret: 'secret' }, by, 0);
      return (await providerOf(tx, customer))!.id;
    });
    const { status, body } = await here.browser().send('POST', `/v1/sign-in/single-sign-on/${provider}`, {});
    expect([status, (body as { code: string }).code]).toEqual([502, 'provider_unreachable']);
    server.close();
  });
});

describe('taking over an account by its address', () => {
  test('of the vendor, of another customer or of a partner does not work', async () => {
    const addresses = ['boss@vendor.example', 'nora@bell.example', 'paul@partner.example'] as const;
    await here.staff(addresses[0], 'administrator');
    await here.outside(of('bell'), addresses[1]);
    await here.outside({ kind: 'partner', partner: 'evil' }, addresses[2]);
    for (const email of addresses) {
      evil.say(email, { email, email_verified: true });
      const browser = here.browser();
      expect(await visit(browser, evil, email)).toBe('/sign-in?problem=provider_account_unknown');
      expect(await browser.session()).toBeUndefined();
    }
  });

  test('with an address that the provider does not call verified does not work', async () => {
    for (const verified of [false, 'true', 1, undefined]) {
      const subject = `s-${verified}`;
      acme.say(subject, { email: 'maria@acme.example', email_verified: verified });
      expect(await visit(here.browser(), acme, subject)).toBe('/sign-in?problem=provider_email_unverified');
    }
  });

  test('that now belongs to somebody else at the same provider does not work', async () => {
    await visit(here.browser(), acme, 'maria');
    acme.say('new-maria', { email: 'maria@acme.example', email_verified: true });
    expect(await visit(here.browser(), acme, 'new-maria')).toBe('/sign-in?problem=provider_linked_otherwise');
  });

  test('whoever was invited by two customers under one address is in each of them only by its own provider', async () => {
    const [mine, theirs] = [
      await here.outside(of('acme'), 'both@mail.example', 'invited'),
      await here.outside(of('evil'), 'both@mail.example', 'invited'),
    ];
    evil.say('both', { email: 'both@mail.example', email_verified: true });
    const browser = here.browser();
    expect(await visit(browser, evil, 'both')).toBe('/portal');
    expect((await browser.session())?.account.id).toBe(theirs);
    expect(await here.inDoors((tx) => linksOfAccount(tx, mine))).toEqual([]);
  });

  test('of somebody at another customer with the same provider does not work: who is who there counts in one room', async () => {
    // Both companies are at one big provider; its subject is linked in evil's room.
    const stranger = await here.outside(of('evil'), 'x@evil.example');
    const link = { room: 'evil', issuer: acme.issuer, subject: 'shared', account: stranger, now: start };
    await here.inDoors((tx) => addLink(tx, link));
    acme.say('shared', { email: 'nobody@acme.example', email_verified: true });
    expect(await visit(here.browser(), acme, 'shared')).toBe('/sign-in?problem=provider_account_unknown');
  });

  test('a link that is begun by one and ended by another is nobody’s', async () => {
    const [mallory, victim] = [here.browser(), here.browser()];
    await mallory.beSignedIn(await here.outside(of('acme'), 'mallory@acme.example'));
    await victim.beSignedIn(await here.outside(of('acme'), 'victim@acme.example'));
    acme.say('mallory', {});
    const { body } = await mallory.send('POST', '/v1/account/single-sign-on');
    const back = await acme.signIn((body as { address: string }).address, 'mallory');
    victim.jar.set('goodterms-visit', mallory.jar.get('goodterms-visit')!);
    expect(await comeBack(victim, back)).toBe(over);
    const { account } = (await victim.session())!;
    expect(await here.inDoors((tx) => linksOfAccount(tx, account.id))).toEqual([]);
  });
});

/** Serves a document of a provider on this machine. */
async function saying(document: (own: string) => object): Promise<[Server, string]> {
  const server = createServer((_, answer) => {
    answer.setHeader('content-type', 'application/json');
    answer.end(JSON.stringify(document(own)));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const own = `http://localhost:${(server.address() as AddressInfo).port}`;
  return [server, own];
}
