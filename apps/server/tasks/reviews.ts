import { can } from '#business/identity/can.ts';
import { readStaff } from '#business/identity/staff.store.ts';
import type { KnownReview } from '#business/reviews/review.ts';
import { listReviews } from '#business/reviews/reviewList.store.ts';
import { type CalendarDate, dateIn, type Instant } from '#platform/instant.ts';
import { ownersOf } from './owners.ts';
import { mostOfKind, type TaskKind } from './task.ts';

/** Reviews to offer times for, to answer, or to write down: of those I own, and, where my role holds reviews, of those nobody in the team owns. */
export const reviewTasks: TaskKind = async (tx, principal, now) => {
  if (!can(principal, 'reviews.hold')) return [];
  const open = await listReviews(tx, { show: 'open' }, { behind: null, limit: 10 * mostOfKind });
  if (open.length === 0) return [];
  const owners = await ownersOf(tx, await readStaff(tx));
  return open
    .flatMap(({ review }) => {
      const owner = owners.get(review.customer);
      const todo = todoOf(review, now);
      if (!todo || (owner !== undefined && owner !== principal.account)) return [];
      return {
        id: `review ${review.id} ${review.status}`,
        kind: 'Review',
        ...todo,
        detail: review.id,
        customer: review.customer,
        place: `/reviews/${review.id}`,
        for: owner === undefined ? ('my role' as const) : ('me' as const),
      };
    })
    .slice(0, mostOfKind);
};

function todoOf(
  { status, offer, meeting, openedAt }: KnownReview,
  now: Instant,
): { readonly title: string; readonly dueOn: CalendarDate | null } | null {
  if (status === 'due') return { title: 'Offer times for a review', dueOn: dateIn(openedAt, 'UTC') };
  if (status === 'offered' && offer?.side === 'customer')
    return { title: 'Say yes to a time, or offer others', dueOn: dateIn(offer.slots[0]!.from, 'UTC') };
  if (status === 'booked' && meeting && meeting.until <= now)
    return { title: 'Write down what came of the review', dueOn: dateIn(meeting.until, 'UTC') };
  return null;
}
