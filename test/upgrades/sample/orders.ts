import type { People } from './accounts.ts';
import type { Asked, SampleServer } from './server.ts';

type Order = { readonly id: string; readonly quote: { readonly digest: string } | null };
type Wish = { readonly customer: string; readonly clause: string; readonly units: string };

const table = [
  {
    tests: {
      amount: { kind: 'between', atLeast: null, below: '5000', currency: 'EUR' },
      standing: { kind: 'oneOf', values: ['good'] },
    },
    outcome: 'at-once',
  },
  { tests: {}, outcome: 'request' },
];

/** Orders in every state: prepared, requested, quoted, agreed in three ways, declined by each side, withdrawn. */
export async function orders(server: SampleServer, { administrator, member, sam }: People): Promise<void> {
  const { ask, settle } = server;
  await ask('PUT', '/v1/order-policy', { body: { rows: [table[1]] }, version: 0 });
  await ask('PUT', '/v1/order-policy', { body: { rows: table }, version: 1 });
  const make = async (how: string, { customer, clause, units }: Wish, as: Asked['as'], more = {}) => {
    const place = `AG-${customer}/${clause}`;
    const { seen } = await ask<{ seen: object }>(
      'GET',
      `/v1/portal/${customer}/ways-up/${place}/units/${units}`,
    );
    const body = { agreement: `AG-${customer}`, clause, seen, ...more };
    return (await ask<Order>('POST', `/v1/portal/${customer}/orders${how}`, { body, as: as! })).id;
  };
  const request = (wish: Wish, more = {}) =>
    make('/request', wish, administrator(wish.customer), { note: 'For the new team.', ...more });
  const answer = (id: string, command: string, body = {}) =>
    ask<Order>('POST', `/v1/orders/${id}/${command}`, { body, as: sam });
  const reply = (customer: string, id: string, command: string, body = {}) =>
    ask('POST', `/v1/portal/${customer}/orders/${id}/${command}`, { body, as: administrator(customer) });

  const users = { customer: 'elm', clause: 'users', units: '2' };
  await make('', users, administrator('elm'));
  await settle();
  const two = await request(users);
  const { quote } = await answer(two, 'quote', { validUntil: '2026-12-20' });
  await reply('elm', two, 'agree', { digest: quote!.digest });
  await settle();
  const three = await request(users);
  await answer(three, 'quote');
  await reply('elm', three, 'decline', { reason: 'Too early.' });
  await request(users);

  const calls = { customer: 'birch', clause: 'calls', units: '500' };
  await answer(await request(calls), 'decline', { reason: 'Let us talk first.' });
  await reply('birch', await request(calls), 'withdraw');
  const prepared = await make('/prepare', calls, member);
  await reply('birch', await request(calls, { prepared }), 'withdraw', { reason: 'Not this year.' });
  await make('/prepare', calls, member, { note: 'Please order this.' });
  await answer(await request({ customer: 'cedar', clause: 'cad', units: '1' }), 'carry-out');
  await answer(await request({ customer: 'dogwood', clause: 'cores', units: '4' }), 'quote');
  await settle();
}
