import { afterAll, beforeAll, expect, test } from 'vitest';
import { agreement, catalog, customers } from '#apps/server/given/papers.ts';
import { event, type Running, running } from '#apps/server/given/running.ts';
import { at } from '#test/given.ts';
import { closeness } from './match.ts';

let it: Running;
type Hit = { kind: string; id: string; title: string; place: string };
const find = async (asked: string) => {
  const { status, body } = await it.send('GET', `/v1/search?q=${encodeURIComponent(asked)}`);
  expect(status).toBe(200);
  return (body as { items: Hit[] }).items.map(({ kind, id }) => `${kind} ${id}`);
};

beforeAll(async () => {
  it = await running(at('2026-11-22T10:00:00Z'));
  await it.take('catalog', catalog());
  const all = customers(['aster', 'birch', 'castor']).replace('Castor Labs', 'Çastör & Söhne');
  await it.take('customers', all);
  await it.take('agreements', agreement('aster'));
  await it.tell('aster', event('maria.santos@aster.example', at('2026-10-05'), 130));
  const person = { name: 'Sam Ortiz', email: 'sam.ortiz@meridian.example', role: 'license-manager' };
  const type = { 'content-type': 'application/json' };
  await it.send('POST', '/v1/team', JSON.stringify(person), type);
  const partner = {
    id: 'reef',
    name: 'Reef Channel',
    contactName: 'Kim Lee',
    contactEmail: 'kim@reef.example',
    contactRole: 'Partner manager',
    sellsTo: ['birch'],
    speaksFor: [],
  };
  expect(await it.send('POST', '/v1/partners', JSON.stringify(partner), type)).toMatchObject({ status: 201 });
});
afterAll(() => it?.stop());

test.each([
  ['the beginning of a name', 'ast', 'Customer aster'],
  ['a word inside', 'labs', 'Customer birch'],
  ['an id', 'birch', 'Customer birch'],
  ['without accents', 'castor & sohne', 'Customer castor'],
  ['with other accents and case', 'ÇÁSTOR', 'Customer castor'],
  ['a letter wrong', 'birsh labs', 'Customer birch'],
  ['an agreement by its id', 'ag-aster', 'Agreement AG-aster'],
  ['a product', 'beacon', 'Product beacon'],
  ['a partner', 'reef', 'Partner reef'],
])('%s is found: %s', async (_, asked, found) => {
  expect(await find(asked)).toContain(found);
});

test('a finding is found by its customer and its clause, a person of the team by name', async () => {
  const { body } = await it.send('GET', '/v1/search?q=aster%20calls');
  const hit = (body as { items: Hit[] }).items.find(({ kind }) => kind === 'Finding');
  expect(hit).toMatchObject({ place: expect.stringMatching(/^\/customers\/aster#finding-/) });
  expect((await find('ortiz')).filter((one) => one.startsWith('Team'))).toHaveLength(1);
});

test('the very name comes before others that begin with it', async () => {
  expect((await find('aster labs'))[0]).toBe('Customer aster');
  expect(
    ['Aster', 'Aster Labs', 'New Aster', 'Disaster', 'Astor', 'Birch'].map((name) =>
      closeness('aster', name),
    ),
  ).toEqual([0, 1, 2, 3, 4, undefined]);
});

test('nobody who is counted, and no contact, is ever found', async () => {
  for (const asked of ['maria', 'santos', 'maria.santos@aster.example', 'dana wells', 'kim lee', '@'])
    expect(await find(asked), asked).toEqual([]);
});

test('what no name holds finds nothing, and breaks nothing', async () => {
  for (const asked of ['%', '_', "'", '\\', '"{}', '🙂', 'x'.repeat(100)]) await find(asked);
  expect(await it.send('GET', '/v1/search?q=')).toMatchObject({ status: 422 });
  expect(await it.send('GET', `/v1/search?q=${'x'.repeat(101)}`)).toMatchObject({ status: 422 });
});
