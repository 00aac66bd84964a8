import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ReviewNews } from '#business/correspondence/reviewMail.ts';
import { can } from '#business/identity/can.ts';
import { quarterBefore } from '#business/reviews/insight.store.ts';
import { type Done, readReview } from '#business/reviews/review.store.ts';
import { dateIn } from '#platform/instant.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { whoAsks } from '../access/whoAsks.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { readPeople } from '../questions/people.ts';
import { withPeopleOf } from '../questions/scope.ts';
import { readPapers } from '../world.ts';
import { calendarHeaders } from './calendarHeaders.ts';
import { change, type Doing } from './change.ts';
import { accept, offer, say } from './deeds.ts';
import { reviewsPage } from './listing.ts';
import { meetingCalendar } from './meeting.ts';
import { openAsked } from './open.ts';
import {
  insightsRoute,
  portalAcceptRoute,
  portalCalendarRoute,
  portalCallOffRoute,
  portalListRoute,
  portalOfferRoute,
  portalOneRoute,
  portalOpenRoute,
} from './operations.ts';
import { insightViews } from './page.ts';
import { tellOther } from './tell.ts';
import { reviewView } from './view.ts';
import { zoneOf } from './zone.ts';

/** Adds what customers and their partners see of reviews, and how they book a meeting. */
export function portalReviewRoutes(app: OpenAPIHono, context: ServerContext): void {
  readingRoutes(app, context);
  bookingRoutes(app, context);
}

function readingRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(portalListRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const { show, ...place } = c.req.valid('query');
    const page = reviewsPage({ show, customer }, place);
    if (!page.ok) return problemAnswer(c, page.problems) as never;
    const found = await withPeopleOf(context, customer, async (tx) =>
      (await readPeople(tx, customer)) ? page.value(tx) : undefined,
    );
    return found ? c.json(found, 200) : (problemAnswer(c, [notFound('such customer')]) as never);
  });

  app.openapi(portalOneRoute, async (c) => {
    const { customer, review } = c.req.valid('param');
    const reader = can(whoAsks(), 'portal.meet') ? 'customer' : 'nobody';
    const view = await withPeopleOf(context, customer, async (tx) => {
      const people = await readPeople(tx, customer);
      const stored = people && (await readReview(tx, review));
      if (!people || stored?.review.customer !== customer) return undefined;
      const now = context.clock();
      return reviewView(tx, stored, { people, reader, zone: await zoneOf(tx, customer, now), now });
    });
    return view ? c.json(view, 200) : (problemAnswer(c, [notFound('such review')]) as never);
  });

  app.openapi(portalCalendarRoute, async (c) => {
    const { customer, review } = c.req.valid('param');
    const link = `/portal/${customer}/reviews/${review}`;
    const calendar = await meetingCalendar(context, { customer, review, link });
    if (calendar === undefined) return problemAnswer(c, [notFound('such meeting')]) as never;
    return c.body(calendar, 200, calendarHeaders) as never;
  });

  app.openapi(insightsRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const found = await asStaffOf(context, customer, async (tx) => {
      const now = context.clock();
      const papers = await readPapers(tx, customer, now);
      const quarter = quarterBefore(dateIn(now, 'UTC'));
      return papers && { quarter: quarter.name, insights: await insightViews(tx, papers, quarter) };
    });
    return found ? c.json(found, 200) : (problemAnswer(c, [notFound('such customer')]) as never);
  });
}

function bookingRoutes(app: OpenAPIHono, context: ServerContext): void {
  const command = async (
    c: Context,
    asked: Json,
    work: (doing: Doing) => Promise<Done>,
    news: ReviewNews,
  ) => {
    const place = { customer: c.req.param('customer')!, review: c.req.param('review')! };
    const deed = { ...place, side: 'customer' as const, asked };
    return (await change(c, context, deed, work, (tx, told) =>
      tellOther(tx, context, news, { ...told, side: 'customer' }),
    )) as never;
  };

  app.openapi(portalOpenRoute, async (c) => {
    const { customer } = c.req.valid('param');
    return (await openAsked(c, context, { customer, side: 'customer', asked: c.req.valid('json') })) as never;
  });
  app.openapi(portalOfferRoute, (c) => {
    const order = c.req.valid('json');
    return command(c, { offer: order } as Json, offer('customer', order), 'offered');
  });
  app.openapi(portalAcceptRoute, (c) => {
    const order = c.req.valid('json');
    return command(c, { accept: order } as Json, accept('customer', order), 'booked');
  });
  app.openapi(portalCallOffRoute, (c) => {
    const { reason } = c.req.valid('json');
    return command(c, { callOff: reason }, say('callOff', 'customer', reason), 'calledOff');
  });
}
