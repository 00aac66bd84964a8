import { customerIds } from '#business/customers/customer.store.ts';
import { readReviewPolicy } from '#business/reviews/cadence.store.ts';
import { dueTurns, type ReviewPolicy } from '#business/reviews/cadence.ts';
import { openReview, readReview } from '#business/reviews/review.store.ts';
import { markReminded, meetingsSoon } from '#business/reviews/reviewList.store.ts';
import { vendorWide, withScope } from '#platform/database/scope.ts';
import { addDays, dateIn, type Instant } from '#platform/instant.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import { readPeople } from '../questions/people.ts';
import { withPeopleOf, withPeopleOfAll } from '../questions/scope.ts';
import { readPapers } from '../world.ts';
import { computeInsights } from './shares.ts';
import { tellCustomer, tellVendor } from './tell.ts';
import { zoneOf } from './zone.ts';

const actor = 'worker';
const batch = 100;

/** Opens the reviews whose turn it is, of all customers. Done twice, or by two at once, nothing comes of it. */
export async function openDueReviews(given: Omit<ServerContext, 'wake'>): Promise<void> {
  const context = worker(given);
  const { policy } = await asStaffOf(context, vendorWide, readReviewPolicy);
  const customers = await withScope(context.pool, { customers: [], actor }, customerIds);
  for (const customer of customers) await openDue(context, customer, policy);
}

function worker(given: Omit<ServerContext, 'wake'>): ServerContext {
  return { ...given, actor, wake: () => undefined };
}

function openDue(context: ServerContext, customer: string, policy: ReviewPolicy): Promise<void> {
  return withPeopleOf(context, customer, async (tx) => {
    const now = context.clock();
    const papers = await readPapers(tx, customer, now);
    const people = papers && (await readPeople(tx, customer));
    if (!papers || !people) return;
    const zone = await zoneOf(tx, customer, now);
    const terms = papers.agreements.map(({ signed }) => ({
      from: dateIn(signed.from, signed.zone),
      until: addDays(dateIn((signed.until - 1) as Instant, signed.zone), 1),
      renewsOn: signed.renewsOn,
    }));
    for (const { key, cause, period } of dueTurns(policy, terms, dateIn(now, zone))) {
      const by = { customer, actor, now };
      const opened = await openReview(tx, { customer, cause, ...period, at: now }, { turn: key, by });
      const done = opened?.done;
      if (done?.kind === 'done' && done.state.status !== 'none')
        await tellVendor(tx, context, 'due', { review: done.state, people, zone, now });
    }
  });
}

/** Reminds both sides of meetings that begin within a day, once. */
export async function remindOfMeetings(given: Omit<ServerContext, 'wake'>): Promise<void> {
  const context = worker(given);
  const now = context.clock();
  const soon = await withPeopleOfAll(context, (tx) => meetingsSoon(tx, now, batch));
  for (const { customer, id } of soon)
    await withPeopleOf(context, customer, async (tx) => {
      const people = await readPeople(tx, customer);
      if (!people || !(await markReminded(tx, customer, id))) return;
      const stored = await readReview(tx, id);
      if (stored?.review.status !== 'booked') return;
      const news = { review: stored.review, people, zone: await zoneOf(tx, customer, now), now };
      await tellCustomer(tx, context, 'soon', news);
      await tellVendor(tx, context, 'soon', news);
    });
}

/** What keeps reviews in the background. */
export type ReviewKeeping = { readonly settle: () => Promise<void>; readonly stop: () => Promise<void> };

const pause = 60_000;

/** Starts keeping reviews: reminds every minute; what is due, and what similar customers used, is looked at once a day. */
export function startReviews(
  context: Omit<ServerContext, 'wake'>,
  report: (error: unknown) => void,
  mayBegin: () => boolean = () => true,
): ReviewKeeping {
  let running: Promise<void> | null = null;
  let lookedOn: string | null = null;

  async function round(): Promise<void> {
    if (!mayBegin()) return;
    await remindOfMeetings(context);
    const today = dateIn(context.clock(), 'UTC');
    if (lookedOn === today) return;
    await computeInsights(worker(context));
    await openDueReviews(context);
    lookedOn = today;
  }

  function settle(): Promise<void> {
    running ??= round().finally(() => {
      running = null;
    });
    return running;
  }

  const timer = setInterval(() => void settle().catch(report), pause);
  return {
    settle,
    stop: async () => {
      clearInterval(timer);
      await running?.catch(report);
    },
  };
}
