import { dateWords } from '#business/correspondence/dateWords.ts';
import { letterOfReview, type ReviewNews } from '#business/correspondence/reviewMail.ts';
import { accountsOf } from '#business/identity/accounts.store.ts';
import { notify } from '#business/identity/notification.store.ts';
import type { NotificationKind } from '#business/identity/notification.ts';
import type { KnownReview, Side, Slot } from '#business/reviews/review.ts';
import type { Tx } from '#platform/database/scope.ts';
import { addDays, dateIn, formatInstant, type Instant } from '#platform/instant.ts';
import { queueMail } from '#platform/mail/mail.store.ts';
import { publicUrlOf, type ServerContext } from '../context.ts';
import { hasLeft, ownerIn, type People } from '../questions/people.ts';

/** What is told, of which review, when; `by` did it, and need not be told. `zone`: in which the customer's day runs. */
export type News = {
  readonly review: KnownReview;
  readonly people: People;
  readonly zone: string;
  readonly now: Instant;
  readonly by?: string;
};
type Address = Pick<ServerContext, 'publicUrl'>;

/** Tells whoever owns the customer (without such a person, the role that owns customers) by notification and letter. */
export async function tellVendor(tx: Tx, context: Address, news: ReviewNews, given: News): Promise<void> {
  const { review, people, now, by } = given;
  const person = people.answering(ownerIn(people.team, people.customer));
  const kind: NotificationKind = news === 'due' ? 'review.due' : 'review.booked';
  if (news === 'due' || news === 'booked')
    await notify(tx, {
      to: person.id === null ? { role: 'customer-success' } : { staff: person.id },
      ...{ customer: review.customer, kind, place: `/reviews/${review.id}`, now },
      ...(by === undefined ? {} : { by }),
    });
  if (person.email === '' || hasLeft(people.team, person.email)) return;
  if (by !== undefined && by === person.id) return;
  const url = publicUrlOf(context);
  await queueMail(tx, {
    ...{ customer: review.customer, kind: `review.${news}`, now },
    to: { name: person.name, address: person.email },
    ...letterOfReview(news, {
      ...facts(given, person.name),
      link: `${url}/reviews/${review.id}`,
      calendar: hasMeeting(news) ? `${url}/v1/reviews/${review.id}/meeting.ics` : null,
    }),
  });
}

/** Writes to the customer's administrators whose accounts are open; where there are none, to all of its people. */
export async function tellCustomer(tx: Tx, context: Address, news: ReviewNews, given: News): Promise<void> {
  const { review, people, now } = given;
  const open = (await accountsOf(tx, { customer: review.customer })).filter(
    ({ status, email }) => status === 'active' && email !== '',
  );
  const isAdministrator = ({ principal }: (typeof open)[number]) =>
    principal.kind === 'customer' && principal.role === 'customer-administrator';
  const administrators = open.filter(isAdministrator);
  const owner = people.customer.owner;
  const url = publicUrlOf(context);
  for (const { id, name, email } of administrators.length > 0 ? administrators : open) {
    if (id === given.by) continue;
    await queueMail(tx, {
      ...{ customer: review.customer, kind: `review.${news}`, now },
      to: { name, address: email },
      ...(hasLeft(people.team, owner.email) ? {} : { replyTo: { name: owner.name, address: owner.email } }),
      ...letterOfReview(news, {
        ...facts(given, name),
        link: `${url}/portal/${review.customer}/reviews/${review.id}`,
        calendar: hasMeeting(news)
          ? `${url}/v1/portal/${review.customer}/reviews/${review.id}/meeting.ics`
          : null,
      }),
    });
  }
}

/** Tells the other side of what one side did; of a booked meeting both. */
export async function tellOther(
  tx: Tx,
  context: Address,
  news: ReviewNews,
  given: News & { readonly side: Side },
): Promise<void> {
  if (given.side === 'vendor' || news === 'booked') await tellCustomer(tx, context, news, given);
  if (given.side === 'customer' || news === 'booked') await tellVendor(tx, context, news, given);
}

const hasMeeting = (news: ReviewNews) => news === 'booked' || news === 'calledOff' || news === 'soon';

function facts({ review, people, zone }: News, reader: string) {
  const { id, from, until, offer, meeting } = review;
  const slots: readonly Slot[] = meeting ? [meeting] : (offer?.slots ?? []);
  return {
    ...{ id, reader, customer: people.customer.name },
    period: `${dateWords(from)} – ${dateWords(addDays(until, -1))}`,
    times: review.status === 'held' ? [] : slots.map((slot) => slotWords(slot, zone)),
  };
}

/** Returns a time as people read it in a zone: `June 9, 2026, 10:00 – 11:00 (Europe/Berlin)`. */
export function slotWords({ from, until }: Slot, zone: string): string {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' });
  const at = (instant: Instant) => clock.format(new Date(formatInstant(instant)));
  return `${dateWords(dateIn(from, zone))}, ${at(from)} – ${at(until)} (${zone})`;
}
