import type { Principal } from '#business/identity/principal.ts';
import { addDays, after, dateIn, day, formatInstant, hour, type Instant } from '#platform/instant.ts';
import { type Ask, asker, type Fetch } from './ask.ts';

/** Gives the server as somebody asks it at a moment. */
export type ServerAt = (now: Instant, who: Principal) => Fetch;

const staff: Principal = { kind: 'staff', account: 'staff', role: 'administrator' };
const of = (customer: string): Principal => ({
  ...{ kind: 'customer', account: 'demo', customer },
  role: 'customer-administrator',
});

/**
 * Plays two reviews: Harborview's, booked weeks ago, was held and something agreed; to Brightline times are offered for next week.
 * What was booked is played at its own moment; the figures are those known now.
 */
export async function playReviews(serverAt: ServerAt, address: string, now: Instant): Promise<void> {
  const at = (moment: Instant, who: Principal): Ask => asker(serverAt(moment, who), address);
  const slot = (moment: Instant) => {
    const from = (moment - (moment % day)) as Instant;
    return {
      from: formatInstant(after(from, 10 * hour)),
      until: formatInstant(after(from, 11 * hour)),
    };
  };
  const until = dateIn(now, 'UTC');
  const period = { from: addDays(until, -365), until };
  const open = (moment: Instant, customer: string) =>
    at(moment, staff)<{ id: string }>('POST', `/v1/customers/${customer}/reviews`, period);
  const before = after(now, -20 * day);
  const held = await open(before, 'harborview');
  const chosen = slot(after(now, -3 * day));
  await at(before, staff)('POST', `/v1/reviews/${held.id}/offer`, { slots: [chosen] });
  await at(after(before, day), of('harborview'))('POST', `/v1/portal/harborview/reviews/${held.id}/accept`, {
    ...chosen,
    place: 'By phone',
  });
  await at(now, staff)('POST', `/v1/reviews/${held.id}/hold`, {
    summary: 'We looked at the year together. Seats are well used; the reports come in on time.',
    outcomes: [
      {
        kind: 'follow-up',
        what: 'Look again at the number of seats before the renewal.',
        side: 'vendor',
        dueOn: addDays(dateIn(now, 'UTC'), 30),
      },
      { kind: 'training', what: 'Show the new colleagues how use is counted.', side: 'vendor' },
    ],
  });
  await at(now, staff)('POST', `/v1/reviews/${held.id}/outcomes/2/end`, { how: 'done' });
  const offered = await open(now, 'brightline');
  await at(now, staff)('POST', `/v1/reviews/${offered.id}/offer`, {
    slots: [slot(after(now, 7 * day)), slot(after(now, 8 * day))],
    note: 'An hour will do. Shall we call you?',
  });
}
