import type { Context } from 'hono';
import { yearBefore } from '#business/reviews/cadence.ts';
import { openReview, readReview } from '#business/reviews/review.store.ts';
import type { Side } from '#business/reviews/review.ts';
import { type CalendarDate, dateIn } from '#platform/instant.ts';
import type { ServerContext } from '../context.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { readPeople } from '../questions/people.ts';
import { withPeopleOf } from '../questions/scope.ts';
import { notDone } from '../reasoned.ts';
import { readPapers } from '../world.ts';
import { tellOther } from './tell.ts';
import { reviewView } from './view.ts';
import { zoneOf } from './zone.ts';

type Asked = { readonly from?: string | undefined; readonly until?: string | undefined };

/** Opens a review that somebody asked for, and tells the other side; one that is open already stays the only one. */
export async function openAsked(
  c: Context,
  context: ServerContext,
  { customer, side, asked }: { readonly customer: string; readonly side: Side; readonly asked: Asked },
): Promise<Response> {
  const key = c.req.header('idempotency-key');
  const opened = await withPeopleOf(context, customer, async (tx) => {
    const now = context.clock();
    const people = await readPeople(tx, customer);
    const papers = people && (await readPapers(tx, customer, now));
    if (!people || !papers) return undefined;
    const zone = await zoneOf(tx, customer, now);
    const starts = papers.agreements.map(({ signed }) => dateIn(signed.from, signed.zone)).sort();
    const until = (asked.until ?? dateIn(now, zone)) as CalendarDate;
    const from = (asked.from ?? yearBefore(until, starts[0] ?? until).from) as CalendarDate;
    const by = { customer, actor: context.actor, now };
    const once = {
      asked: { open: [asked.from ?? null, asked.until ?? null] },
      ...(key ? { idempotencyKey: key } : {}),
    };
    const draft = { customer, cause: 'asked' as const, from, until, at: now };
    const result = await openReview(tx, draft, { turn: null, by, once });
    if (!result) return 'open' as const;
    const { done, id } = result;
    if (done.kind !== 'done' || done.state.status === 'none') return { done };
    if (done.events.length > 0) {
      const news = { review: done.state, people, zone, now, by: by.actor, side };
      if (side === 'customer') await tellOther(tx, context, 'due', news);
    }
    const stored = (await readReview(tx, id))!;
    return { done, view: await reviewView(tx, stored, { people, reader: side, zone, now }) };
  });
  if (!opened) return problemAnswer(c, [notFound('such customer')]);
  if (opened === 'open') return problemAnswer(c, [openAlready]);
  return notDone(c, opened.done, 'review') ?? c.json(opened.view, 200);
}

const openAlready = {
  code: 'review_open',
  title: 'A review is open already',
  detail: 'There is a review that was not held yet.',
  todo: 'Offer times for that one, or drop it first.',
};
