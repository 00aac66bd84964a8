import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ReviewNews } from '#business/correspondence/reviewMail.ts';
import { can } from '#business/identity/can.ts';
import type { Done } from '#business/reviews/review.store.ts';
import { readReview } from '#business/reviews/review.store.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { whoAsks } from '../access/whoAsks.ts';
import type { ServerContext } from '../context.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { readPeople } from '../questions/people.ts';
import { withPeopleOfAll } from '../questions/scope.ts';
import { calendarHeaders } from './calendarHeaders.ts';
import { change, type Doing } from './change.ts';
import { accept, end, hold, offer, say } from './deeds.ts';
import { reviewsPage } from './listing.ts';
import { meetingCalendar } from './meeting.ts';
import { openAsked } from './open.ts';
import {
  acceptRoute,
  calendarRoute,
  callOffRoute,
  dropRoute,
  endRoute,
  holdRoute,
  listRoute,
  offerRoute,
  oneRoute,
  openRoute,
} from './operations.ts';
import { policyRoutes } from './policyRoutes.ts';
import { portalReviewRoutes } from './portalRoutes.ts';
import { tellOther } from './tell.ts';
import { reviewView } from './view.ts';
import { zoneOf } from './zone.ts';

/** Adds the routes of reviews: the vendor's list and its side of them, the policy, and the portal's side. */
export function reviewRoutes(app: OpenAPIHono, context: ServerContext): void {
  readingRoutes(app, context);
  doingRoutes(app, context);
  policyRoutes(app, context);
  portalReviewRoutes(app, context);
}

function readingRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(listRoute, async (c) => {
    const { show, customer, ...place } = c.req.valid('query');
    const page = reviewsPage({ show, customer }, place);
    if (!page.ok) return problemAnswer(c, page.problems) as never;
    return c.json(await withPeopleOfAll(context, page.value), 200);
  });

  app.openapi(oneRoute, async (c) => {
    const reader = can(whoAsks(), 'reviews.hold') ? 'vendor' : 'nobody';
    const view = await withPeopleOfAll(context, async (tx) => {
      const stored = await readReview(tx, c.req.valid('param').review);
      const people = stored && (await readPeople(tx, stored.review.customer));
      if (!stored || !people) return undefined;
      const now = context.clock();
      const zone = await zoneOf(tx, stored.review.customer, now);
      return reviewView(tx, stored, { people, reader, zone, now });
    });
    return view ? c.json(view, 200) : (problemAnswer(c, [notFound('such review')]) as never);
  });

  app.openapi(calendarRoute, async (c) => {
    const { review } = c.req.valid('param');
    const customer = await customerOf(context, review);
    const place = { customer: customer ?? '', review, link: `/reviews/${review}` };
    const calendar = customer === undefined ? undefined : await meetingCalendar(context, place);
    if (calendar === undefined) return problemAnswer(c, [notFound('such meeting')]) as never;
    return c.body(calendar, 200, calendarHeaders) as never;
  });
}

async function customerOf(context: ServerContext, review: string): Promise<string | undefined> {
  return (await withPeopleOfAll(context, (tx) => readReview(tx, review)))?.review.customer;
}

function doingRoutes(app: OpenAPIHono, context: ServerContext): void {
  /** A command of the vendor on a review of whichever customer. */
  const command = async (
    c: Context,
    asked: Json,
    work: (doing: Doing) => Promise<Done>,
    news?: ReviewNews,
  ) => {
    const review = c.req.param('review')!;
    const customer = await customerOf(context, review);
    if (customer === undefined) return problemAnswer(c, [notFound('such review')]) as never;
    const deed = { customer, review, side: 'vendor' as const, asked };
    return (await change(c, context, deed, work, async (tx, told) => {
      if (news) await tellOther(tx, context, news, { ...told, side: 'vendor' });
    })) as never;
  };

  app.openapi(openRoute, async (c) => {
    const { customer } = c.req.valid('param');
    return (await openAsked(c, context, { customer, side: 'vendor', asked: c.req.valid('json') })) as never;
  });
  app.openapi(offerRoute, (c) => {
    const order = c.req.valid('json');
    return command(c, { offer: order } as Json, offer('vendor', order), 'offered');
  });
  app.openapi(acceptRoute, (c) => {
    const order = c.req.valid('json');
    return command(c, { accept: order } as Json, accept('vendor', order), 'booked');
  });
  app.openapi(callOffRoute, (c) => {
    const { reason } = c.req.valid('json');
    return command(c, { callOff: reason }, say('callOff', 'vendor', reason), 'calledOff');
  });
  app.openapi(dropRoute, (c) => {
    const { reason } = c.req.valid('json');
    return command(c, { drop: reason }, say('drop', 'vendor', reason), 'dropped');
  });
  app.openapi(holdRoute, (c) => {
    const order = c.req.valid('json');
    return command(c, { hold: order } as Json, hold(order), 'held');
  });
  app.openapi(endRoute, (c) => {
    const { outcome } = c.req.valid('param');
    const order = c.req.valid('json');
    return command(c, { end: outcome, ...order }, end(outcome, order));
  });
}
