import { parseInstant } from '#platform/instant.ts';
import type { People } from './accounts.ts';
import type { Asked, SampleServer } from './server.ts';

type Thread = { readonly id: string };
type Put = {
  readonly customer: string;
  readonly about: object;
  readonly text: string;
  readonly as: Asked['as'];
};

const policy = {
  questionDays: 1,
  contestDays: 2,
  holdDays: 5,
  remindDays: 0,
  closeDays: 1,
  zone: 'Europe/Berlin',
  workdays: [1, 2, 3, 4, 5, 6, 7],
  closedOn: ['2026-12-25'],
};

/** Asks and answers: `put` a question, `say` something about one as the vendor. */
function threads({ ask }: SampleServer, { sam }: People) {
  return {
    put: async ({ customer, about, text, as }: Put) => {
      const path = `/v1/portal/${customer}/questions`;
      return (await ask<Thread>('POST', path, { body: { about, text }, as: as! })).id;
    },
    contest: async (customer: string, body: object, as: Asked['as']) =>
      (await ask<Thread>('POST', `/v1/portal/${customer}/contests`, { body, as: as! })).id,
    say: (id: string, command: string, body: object) =>
      ask('POST', `/v1/questions/${id}/${command}`, { body, as: sam }),
    further: (customer: string, id: string, command: string, body: object, as: Asked['as']) =>
      ask('POST', `/v1/portal/${customer}/questions/${id}/${command}`, { body, as: as! }),
  };
}

/** Questions of all kinds: what becomes of them by time alone is asked two days before the rest. */
export async function questions(server: SampleServer, people: People): Promise<void> {
  const { ask, settle, waitUntil } = server;
  const { put, say, further } = threads(server, people);
  const { administrator, member, partner, max } = people;
  await ask('PUT', '/v1/answer-policy', { body: policy, version: 0 });
  const [birch, alder] = [administrator('birch'), administrator('alder')];
  const general = { kind: 'general' };
  const late = await put({
    customer: 'birch',
    about: general,
    text: 'When is the new version out?',
    as: member,
  });
  const closing = { kind: 'clause', agreement: 'AG-alder', clause: 'seats' };
  const left = await put({ customer: 'alder', about: closing, text: 'Does a guest need a seat?', as: alder });
  await say(left, 'answer', { text: 'Only with access of their own.' });
  const about = { kind: 'date', agreement: 'AG-elm', date: '2027-07-01' };
  const more = await put({ customer: 'elm', about, text: 'Can we renew early?', as: administrator('elm') });
  await say(more, 'promise', { on: '2026-12-03', text: 'Our lawyers look at it.' });
  await say(more, 'note', { text: 'They pay on time.' });
  const { items } = await ask<{ items: readonly Thread[] }>('GET', '/v1/quotes?customer=birch');
  const quote = { kind: 'quote', quote: items[0]!.id };
  const sold = await put({ customer: 'birch', about: quote, text: 'Is this the list price?', as: partner });
  await settle();
  waitUntil(parseInstant('2026-11-24T09:00:00Z')!);
  await settle();
  await say(late, 'answer', { text: 'Next week. Sorry for the wait.' });
  await further('birch', late, 'follow-up', { text: 'On which day?' }, birch);
  await say(sold, 'hand-over', { person: max.account });
  const done = await put({ customer: 'birch', about: general, text: 'Whom do we call?', as: birch });
  await say(done, 'answer', { text: 'Sam.' });
  await further('birch', done, 'close', {}, birch);
  const open = await put({ customer: 'birch', about: general, text: 'Is there a tour?', as: member });
  await say(open, 'answer', { text: 'Yes, on our page.' });
  await put({ customer: 'cedar', about: general, text: 'What is a session?', as: administrator('cedar') });
  await settle();
}

/** Lines that look wrong: one explained, one put right and counted again, one right in part, one still open. */
export async function contests(server: SampleServer, people: People): Promise<void> {
  const { ask, settle } = server;
  const { contest, say } = threads(server, people);
  const { administrator, member } = people;
  const calls = { agreement: 'AG-birch', clause: 'calls', from: '2026-09-30T22:00:00Z' };
  const wrong = { kind: 'wrong-number' };
  const explained = await contest('birch', { ...calls, claim: wrong, text: 'We made fewer.' }, member);
  await say(explained, 'answer', { text: 'The gateway counted each.', outcome: 'explained' });

  const seats = { agreement: 'AG-alder', clause: 'seats', from: '2026-11-01T00:00:00Z' };
  const query = new URLSearchParams({ group: '[]', window: `${seats.from}/` });
  type Row = { readonly source: string; readonly id: string; readonly who: string };
  const path = `/v1/portal/alder/lines/${seats.agreement}/${seats.clause}/evidence?${query}`;
  const { items } = await ask<{ items: readonly Row[] }>('GET', path);
  const { source, id, who } = items.find((row) => row.who.startsWith('two.last'))!;
  const claim = { kind: 'left', on: '2026-09-01' };
  const gone = await contest('alder', { ...seats, row: { source, id }, claim }, administrator('alder'));
  await settle();
  await say(gone, 'answer', {
    ...{ text: 'Taken out.', outcome: 'agreed' },
    remedies: [{ kind: 'people', decision: await leaveOut(server, who) }],
  });
  const cores = { agreement: 'AG-dogwood', clause: 'cores', from: '2026-10-01T00:00:00Z' };
  const test = { ...cores, claim: { kind: 'test-machine' }, text: 'One is a test machine.' };
  const partly = await contest('dogwood', test, administrator('dogwood'));
  await say(partly, 'answer', {
    ...{ text: 'One of the two.', outcome: 'partly' },
    remedies: [{ kind: 'correction', of: 'usage' }],
  });
  const users = { agreement: 'AG-elm', clause: 'users', from: '2026-11-01T00:00:00Z' };
  const odd = { ...users, claim: { kind: 'other' }, text: 'Cy is on leave.' };
  await contest('elm', odd, administrator('elm'));
  await settle();
}

/** Leaves an account of Alder out for good; returns the decision. */
async function leaveOut({ ask }: SampleServer, key: string): Promise<string> {
  const path = '/v1/customers/alder/people';
  const { items } = await ask<{ items: readonly { id: string; key: string }[] }>('GET', path);
  const identity = items.find((one) => one.key === key)!.id;
  const body = { identity, from: '2026-09-01T00:00:00Z', reason: 'It was never a person.' };
  const { decision } = await ask<{ decision: string }>('POST', `${path}/leave-outs`, { body });
  return decision;
}
