import { parseInstant } from '#platform/instant.ts';
import type { People } from './accounts.ts';
import type { Asked, SampleServer } from './server.ts';

/** A meeting of half an hour. */
function slot(day: string) {
  return { from: `${day}T08:00:00Z`, until: `${day}T08:30:00Z` };
}

/** Arranges reviews: one is due by its turn, others are offered, booked, called off and dropped; one is to be held. */
export async function arrangeReviews(server: SampleServer, people: People): Promise<string> {
  const { ask, keepReviews } = server;
  await ask('PUT', '/v1/review-policy', { body: { everyMonths: 5, beforeRenewalDays: 90 }, version: 0 });
  await keepReviews();
  const say = sayer(server);
  const open = async (path: string, body: object, as?: Asked['as']) =>
    (await ask<{ id: string }>('POST', `${path}/reviews`, { body, ...(as ? { as } : {}) })).id;
  const as = people.administrator('alder');
  const alder = await open('/v1/portal/alder', {}, as);
  await say(`/v1/portal/alder/reviews/${alder}/offer`, { slots: [slot('2026-11-27')] }, as);
  await say(`/v1/reviews/${alder}/accept`, { ...slot('2026-11-27'), place: 'By phone' }, people.sam);
  await say(`/v1/portal/alder/reviews/${alder}/call-off`, { reason: 'We are away.' }, as);
  const slots = [slot('2026-12-02'), slot('2026-12-03')];
  await say(`/v1/reviews/${alder}/offer`, { slots, note: 'Half an hour will do.' }, people.sam);

  const book = async (customer: string, day: string) => {
    const id = await open(`/v1/customers/${customer}`, { from: '2026-09-01', until: '2026-11-22' });
    await say(`/v1/reviews/${id}/offer`, { slots: [slot(day)] }, people.sam);
    const path = `/v1/portal/${customer}/reviews/${id}/accept`;
    await say(path, { ...slot(day), place: 'At your office' }, people.administrator(customer));
    return id;
  };
  await book('birch', '2026-11-26');
  const elm = await open('/v1/customers/elm', {});
  await say(`/v1/reviews/${elm}/drop`, { reason: 'They are new here.' }, people.sam);
  return book('cedar', '2026-11-25');
}

/** Holds the review that was booked: outcomes done, given up and open; the page is frozen. */
export async function holdReview(server: SampleServer, { sam }: People, held: string): Promise<void> {
  const say = sayer(server);
  server.waitUntil(parseInstant('2026-11-25T08:30:00Z')!);
  await server.settle();
  await server.keepReviews();
  const side = 'vendor';
  await say(
    `/v1/reviews/${held}/hold`,
    {
      summary: 'We went through the year.',
      outcomes: [
        { kind: 'training', what: 'Show how sessions are counted.', side },
        { kind: 'fewer', what: 'One license less at the renewal.', side: 'customer', dueOn: '2027-06-01' },
        { kind: 'follow-up', what: 'Talk again in spring.', side, dueOn: '2027-03-01' },
      ],
    },
    sam,
  );
  const end = (outcome: string, body: object) =>
    say(`/v1/reviews/${held}/outcomes/${outcome}/end`, body, sam);
  await end('1', { how: 'done' });
  await end('2', { how: 'given-up', why: 'They need it after all.' });
  await server.settle();
}

function sayer({ ask }: SampleServer) {
  return (path: string, body: object, as: Asked['as']) => ask('POST', path, { body, as: as! });
}
