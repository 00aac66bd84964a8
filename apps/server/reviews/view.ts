import { can } from '#business/reviews/review.can.ts';
import type { StoredReview } from '#business/reviews/review.store.ts';
import type { KnownReview, Side, Slot, Told } from '#business/reviews/review.ts';
import { frozenPage, pageDigest } from '#business/reviews/reviewPage.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { formatInstant, type Instant } from '#platform/instant.ts';
import { readDocument } from '#platform/journal/documents.ts';
import type { People } from '../questions/people.ts';
import { readPeople } from '../questions/people.ts';
import { reviewPage } from './page.ts';
import type { ReviewPage, ReviewSummary, ReviewView } from './schemas.ts';

/** Who reads: a side that may act, or somebody who looks on. */
export type Reader = Side | 'nobody';

/** Returns reviews as a list shows them, in their order. */
export async function reviewSummaries(tx: Tx, stored: readonly StoredReview[]): Promise<ReviewSummary[]> {
  const names = new Map<string, string | undefined>();
  const views: ReviewSummary[] = [];
  for (const { review } of stored) {
    if (!names.has(review.customer))
      names.set(review.customer, (await readPeople(tx, review.customer))?.customer.name);
    const name = names.get(review.customer);
    if (name !== undefined) views.push(summary(review, name));
  }
  return views;
}

function summary(review: KnownReview, name: string): ReviewSummary {
  const { id, customer, status, cause, from, until, openedAt, offer, meeting, outcomes } = review;
  return {
    ...{ id, status, cause, from, until },
    customer: { id: customer, name },
    openedAt: formatInstant(openedAt),
    offeredBy: offer?.side ?? null,
    meeting: meeting && slotView(meeting),
    outcomes: outcomes.length,
    open: outcomes.filter(({ ended }) => ended === null).length,
  };
}

const slotView = ({ from, until }: Slot) => ({ from: formatInstant(from), until: formatInstant(until) });

/** Returns a review with its page: as it was frozen when it was held, else as things stand now. */
export async function reviewView(
  tx: Tx,
  { review }: StoredReview,
  { people, reader, zone, now }: { people: People; reader: Reader; zone: string; now: Instant },
): Promise<ReviewView> {
  const { offer, meeting, held, dropped, outcomes } = review;
  const text = async (told: Told | null) =>
    told === null ? null : ((await readDocument(tx, told.document)) ?? null);
  const agreed: ReviewView['agreed'] = [];
  for (const { id, kind, what, side, dueOn, ended } of outcomes)
    agreed.push({
      ...{ id, kind, side, dueOn, what: await text(what) },
      ended: ended && { how: ended.how, at: formatInstant(ended.at), why: await text(ended.why) },
    });
  const { owner } = people.customer;
  return {
    ...summary(review, people.customer.name),
    ...{ zone, agreed, contact: { name: owner.name, role: owner.role } },
    offer: offer && {
      side: offer.side,
      slots: offer.slots.map(slotView),
      note: await text(offer.note),
    },
    place: meeting && (await text(meeting.place)),
    held: held && { at: formatInstant(held.at), summary: await text(held.summary) },
    dropped: dropped && {
      ...{ at: formatInstant(dropped.at), side: dropped.side },
      reason: await text(dropped.reason),
    },
    commands: commandsOf(review, reader),
    ...(await pageOf(tx, review, now)),
  };
}

async function pageOf(tx: Tx, review: KnownReview, now: Instant) {
  const frozen = review.status === 'held' ? await frozenPage(tx, review.id) : undefined;
  if (frozen) {
    const { page, digest, asOf } = frozen;
    return { page: page as ReviewPage, digest, asOf: formatInstant(asOf), frozen: true };
  }
  const isLive = review.status !== 'dropped';
  const page = isLive
    ? await reviewPage(tx, review.customer, { from: review.from, until: review.until }, now)
    : undefined;
  const live = { page: page ?? null, digest: page ? pageDigest(page) : null };
  return { ...live, asOf: formatInstant(now), frozen: false };
}

const commands = {
  vendor: ['offer', 'accept', 'callOff', 'hold', 'end', 'drop'],
  customer: ['offer', 'accept', 'callOff'],
  nobody: [],
} as const satisfies Record<Reader, readonly (keyof typeof can)[]>;

function commandsOf(review: KnownReview, reader: Reader): ReviewView['commands'] {
  return commands[reader].map((command) => {
    const possible = can[command][review.status];
    const own = command === 'accept' && possible === true && review.offer?.side === reader;
    if (own) return { command, possible: false, why: 'The other side says yes to the times you offered.' };
    return { command, possible: possible === true, why: possible === true ? null : possible };
  });
}
