import { lastBooked, readReview } from '#business/reviews/review.store.ts';
import { icalendarMeeting } from '#platform/icalendar.ts';
import { readDocument } from '#platform/journal/documents.ts';
import { publicUrlOf, type ServerContext } from '../context.ts';
import { readPeople } from '../questions/people.ts';
import { withPeopleOf } from '../questions/scope.ts';

/**
 * Returns the meeting of a review as a calendar takes it in: under one id for good, and a sequence that rises with each
 * change, so that what is fetched again moves it, or takes it out. `undefined` where none was ever booked.
 */
export function meetingCalendar(
  context: ServerContext,
  { customer, review: id, link }: { customer: string; review: string; link: string },
): Promise<string | undefined> {
  return withPeopleOf(context, customer, async (tx) => {
    const people = await readPeople(tx, customer);
    const stored = people && (await readReview(tx, id));
    if (!people || stored?.review.customer !== customer) return undefined;
    const { review, version } = stored;
    const slot = review.meeting ?? (await lastBooked(tx, id));
    if (!slot) return undefined;
    const place = review.meeting?.place ?? null;
    const meeting = {
      ...{ uid: `${id}@goodterms`, sequence: version, from: slot.from, until: slot.until },
      summary: `License review: ${people.customer.name}`,
      description: `${publicUrlOf(context)}${link}`,
      location: place === null ? null : ((await readDocument(tx, place.document)) ?? null),
      cancelled: review.meeting === null,
    };
    return icalendarMeeting(meeting, context.clock());
  });
}
