import type { Principal } from '#business/identity/principal.ts';
import { addDays, dateIn, formatInstant, type Instant, parseInstant } from '#platform/instant.ts';
import { type Ask, asker } from './ask.ts';
import type { ServerAt } from './reviews.ts';

/** Somebody of the demo, by name. Throws when nobody there is called so. */
export type Somebody = (name: string) => Principal;

/** What a story in people's names needs: the server as they ask it, where it is, who they are, what time it is. */
export type Stage = {
  readonly serverAt: ServerAt;
  readonly address: string;
  readonly somebody: Somebody;
  readonly clock: () => Instant;
};

/** The server as somebody asks it. */
type As = (name: string) => Ask;
type Made = { readonly id: string };

/**
 * Plays what customers and a partner did in their rooms before you came, and what the team answered. Nobody's limit or use
 * changes by it: what is ordered is prepared, asked for or quoted, and what is contested is still open. To be played once,
 * when the people of the demo have their accounts. Throws on the first request that is refused.
 */
export async function playRooms({ serverAt, address, somebody, clock }: Stage): Promise<void> {
  const now = clock();
  const as: As = (name) => asker(serverAt(clock(), somebody(name)), address);
  await looked(as, now);
  await harborview(as, somebody('Imran Qureshi').account);
  await brightline(as);
  await northwind(as);
  await partner(as, somebody('Priya Raman').account);
}

/** Only who has looked before is told what is new since; to the others everything is. */
async function looked(as: As, now: Instant): Promise<void> {
  for (const name of ['Dana Wells', 'Robin Adler'])
    await as(name)('POST', '/v1/portal/northwind/changes/seen', { until: formatInstant(now) });
}

/** Imran was answered, has read how it works and hears at nine tenths; Leila chose ten seats for him to order. */
async function harborview(as: As, imran: string): Promise<void> {
  const room = '/v1/portal/harborview';
  const place = { agreement: 'AG-harborview', clause: 'seats' };
  const { id } = await as('Imran Qureshi')<Made>('POST', `${room}/questions`, {
    about: { kind: 'general' },
    text: 'A colleague leaves in the middle of a month. From when on can somebody else have the seat?',
  });
  await as('Sam Ortiz')('POST', `/v1/questions/${id}/answer`, {
    text: 'From the first of the next month. A seat counts once for each person in a calendar month, so the two would count as two until then. Taking the colleague out of your directory is all you need to do.',
  });
  await readRules(as('Imran Qureshi'), room);
  await as('Imran Qureshi')('POST', `${room}/alerts`, {
    ...{ ...place, hears: [imran] },
    threshold: { kind: 'percent', percent: '90' },
  });
  const seen = await unitsSeen(as('Leila Haddad'), room, { ...place, units: '10' });
  await as('Leila Haddad')('POST', `${room}/orders/prepare`, {
    ...{ ...place, seen },
    note: 'Eight people join the new ward in the coming months, and two are on the waiting list.',
  });
}

/** Puts away what is explained to new customers, as it stands there. */
async function readRules(ask: Ask, room: string): Promise<void> {
  type Lesson = { readonly clause: { agreement: string; id: string }; readonly digest: string };
  const { lessons } = await ask<{ lessons: readonly Lesson[] }>('GET', `${room}/onboarding`);
  const read = lessons.map(({ clause, digest }) => ({
    ...{ agreement: clause.agreement, clause: clause.id, digest },
  }));
  await ask('POST', `${room}/onboarding/done`, { lessons: read });
}

/** Returns what is shown of so many units more: it goes back with the order. */
async function unitsSeen(
  ask: Ask,
  room: string,
  { agreement, clause, units }: { agreement: string; clause: string; units: string },
): Promise<object> {
  const path = `${room}/ways-up/${agreement}/${clause}/units/${units}`;
  return (await ask<{ seen: object }>('GET', path)).seen;
}

type Counted = { readonly id: string; readonly from: string; readonly above: boolean };
type Line = { readonly windows: readonly Counted[] };
type Row = {
  readonly source: string;
  readonly id: string;
  readonly who: string | null;
  readonly from: string;
};

/**
 * Lena says that somebody who was counted in the month before use went beyond had left by then. Sam looks into it, the
 * answer is still to come; what was found of the months after stands as it is, so that it can be confirmed.
 */
async function brightline(as: As): Promise<void> {
  const room = '/v1/portal/brightline';
  const lena = as('Lena Hoffmann');
  const line = `${room}/lines/AG-brightline/cad`;
  const { windows } = await lena<Line>('GET', line);
  const { id, from } = windows[windows.findIndex(({ above }) => above) - 1]!;
  const window = new URLSearchParams({ window: id, group: '[]' });
  const { items } = await lena<{ items: readonly Row[] }>('GET', `${line}/evidence?${window}`);
  const row = items.find(({ who }) => who !== null)!;
  const on = addDays(dateIn(parseInstant(row.from)!, 'Europe/Berlin'), -4);
  const contest = await lena<Made>('POST', `${room}/contests`, {
    ...{ agreement: 'AG-brightline', clause: 'cad', from },
    row: { source: row.source, id: row.id },
    claim: { kind: 'left', on },
    text: 'This colleague had moved to another company by then. I think a workstation was left signed in.',
  });
  await as('Sam Ortiz')('POST', `/v1/questions/${contest.id}/note`, {
    text: 'Asked our support team which workstation held this license on that day.',
  });
}

/** Dana asked for two things: the deal desk has quoted the calls, the edition waits. A sentence about what counts became clearer. */
async function northwind(as: As): Promise<void> {
  const room = '/v1/portal/northwind';
  const calls = { agreement: 'AG-northwind', clause: 'calls' };
  const dana = as('Dana Wells');
  const order = await dana<Made>('POST', `${room}/orders/request`, {
    ...{ ...calls, seen: await unitsSeen(dana, room, { ...calls, units: '250000' }) },
    note: 'Our new forecast asks Beacon every hour from next month on. Our buyers need an offer on paper.',
  });
  await as('Jonas Weber')('POST', `/v1/orders/${order.id}/quote`, {});
  const seats = { agreement: 'AG-northwind', clause: 'seats' };
  type Editions = { readonly editions: readonly { readonly isCurrent: boolean; readonly seen: object }[] };
  const { editions } = await dana<Editions>('GET', `${room}/ways-up/AG-northwind/seats`);
  await dana('POST', `${room}/orders/request`, {
    ...{ ...seats, seen: editions.find(({ isCurrent }) => !isCurrent)!.seen },
    note: 'Could we talk about what would change for our admins before we decide?',
  });
  await clearerWords(as('Amara Osei'));
}

async function clearerWords(amara: Ask): Promise<void> {
  const path = '/v1/customers/northwind/agreements/AG-northwind';
  const { text, version } = await amara<{ text: string; version: number }>('GET', path);
  const before = 'You may make as many calls to Beacon in a calendar month as you ordered.';
  if (!text.includes(before)) throw new Error(`${path} does not say: ${before}`);
  const clearer = text.replace(before, `${before} Calls of your test system are free.`);
  await amara('PUT', path, { text: clearer }, String(version));
}

/** Noor asks for one of the customers she sells to; Priya is to answer. */
async function partner(as: As, person: string): Promise<void> {
  const { id } = await as('Noor Haddad')<Made>('POST', '/v1/portal/copperfield/questions', {
    about: { kind: 'clause', agreement: 'AG-copperfield', clause: 'seats' },
    text: 'Theo tells me that one of his people is listed under two spellings. How can we put that right?',
  });
  await as('Sam Ortiz')('POST', `/v1/questions/${id}/hand-over`, { person });
}
