import { createRoute, z } from '@hono/zod-openapi';
import { bodyOf, jsonOf, problemContent } from '../http/answers.ts';
import { pageQuery } from '../http/cursor.ts';
import { versionHeader } from '../http/etag.ts';
import { onceHeader } from '../reasoned.ts';
import {
  AcceptOrder,
  CustomerInsights,
  EndOrder,
  HoldOrder,
  OfferOrder,
  OpenOrder,
  ReviewPolicyForm,
  ReviewPolicyView,
  ReviewsPage,
  ReviewView,
  reviewShows,
  WhyOrder,
} from './schemas.ts';

/* What may be asked of reviews over HTTP; what is done about it: `routes.ts` and `portalRoutes.ts`. */

const Review = z.object({ review: z.string() });
const Customer = z.object({ customer: z.string() });
const OfCustomer = Customer.extend({ review: z.string() });
const one = { 200: { description: 'The review', content: jsonOf(ReviewView) }, 404: problemContent };
const changed = { ...one, 409: problemContent, 422: problemContent };
const list = { 200: { description: 'Reviews', content: jsonOf(ReviewsPage) }, 422: problemContent };
const calendar = {
  200: { description: 'The meeting', content: { 'text/calendar': { schema: z.string() } } },
  404: problemContent,
};
const policy = { 200: { description: 'The policy', content: jsonOf(ReviewPolicyView) } };
const show = reviewShows.default('all');

const command = <S extends z.ZodType>(name: string, summary: string, body: S) =>
  createRoute({
    method: 'post',
    path: `/v1/reviews/{review}/${name}`,
    summary,
    request: { params: Review, headers: onceHeader, body: bodyOf(body) },
    responses: changed,
  });
const ofPortal = <S extends z.ZodType>(name: string, summary: string, body: S) =>
  createRoute({
    method: 'post',
    path: `/v1/portal/{customer}/reviews/{review}/${name}`,
    summary,
    request: { params: OfCustomer, headers: onceHeader, body: bodyOf(body) },
    responses: changed,
  });

export const listRoute = createRoute({
  method: 'get',
  path: '/v1/reviews',
  summary: 'Reviews with customers, what changed last first',
  request: { query: pageQuery.extend({ show, customer: z.string().max(200).optional() }) },
  responses: list,
});
export const oneRoute = createRoute({
  method: 'get',
  path: '/v1/reviews/{review}',
  summary: 'One review with the page both sides see, and all that was agreed',
  request: { params: Review },
  responses: one,
});
export const openRoute = createRoute({
  method: 'post',
  path: '/v1/customers/{customer}/reviews',
  summary: 'Open a review of a customer before its turn comes',
  request: { params: Customer, headers: onceHeader, body: bodyOf(OpenOrder) },
  responses: changed,
});
export const offerRoute = command('offer', 'Offer one to five times for the meeting', OfferOrder);
export const acceptRoute = command('accept', 'Say yes to a time the customer offered', AcceptOrder);
export const callOffRoute = command('call-off', 'Call the meeting off, and say why', WhyOrder);
export const holdRoute = command(
  'hold',
  'Write down what came of the meeting; the page is frozen as it stands',
  HoldOrder,
);
export const dropRoute = command('drop', 'Drop a review that will not be held, and say why', WhyOrder);
export const endRoute = createRoute({
  method: 'post',
  path: '/v1/reviews/{review}/outcomes/{outcome}/end',
  summary: 'Say what became of an outcome',
  request: {
    params: Review.extend({ outcome: z.string() }),
    headers: onceHeader,
    body: bodyOf(EndOrder),
  },
  responses: changed,
});
export const calendarRoute = createRoute({
  method: 'get',
  path: '/v1/reviews/{review}/meeting.ics',
  summary: 'The meeting for a calendar; fetched again it moves, or goes',
  request: { params: Review },
  responses: calendar,
});
export const policyRoute = createRoute({
  method: 'get',
  path: '/v1/review-policy',
  summary: 'How often reviews come round',
  responses: policy,
});
export const setPolicyRoute = createRoute({
  method: 'put',
  path: '/v1/review-policy',
  summary: 'Set how often reviews come round; needs If-Match',
  request: { headers: versionHeader, body: bodyOf(ReviewPolicyForm) },
  responses: { ...policy, 412: problemContent, 422: problemContent, 428: problemContent },
});

export const portalListRoute = createRoute({
  method: 'get',
  path: '/v1/portal/{customer}/reviews',
  summary: 'The reviews of a customer, what changed last first',
  request: { params: Customer, query: pageQuery.extend({ show }) },
  responses: { ...list, 404: problemContent },
});
export const portalOneRoute = createRoute({
  method: 'get',
  path: '/v1/portal/{customer}/reviews/{review}',
  summary: 'One review of a customer: used, unused, the size that fits, dates, and what was agreed',
  request: { params: OfCustomer },
  responses: one,
});
export const portalOpenRoute = createRoute({
  method: 'post',
  path: '/v1/portal/{customer}/reviews',
  summary: 'Ask the vendor for a review',
  request: { params: Customer, headers: onceHeader, body: bodyOf(OpenOrder) },
  responses: changed,
});
export const portalOfferRoute = ofPortal('offer', 'Offer one to five times for the meeting', OfferOrder);
export const portalAcceptRoute = ofPortal('accept', 'Say yes to a time the vendor offered', AcceptOrder);
export const portalCallOffRoute = ofPortal('call-off', 'Call the meeting off, and say why', WhyOrder);
export const portalCalendarRoute = createRoute({
  method: 'get',
  path: '/v1/portal/{customer}/reviews/{review}/meeting.ics',
  summary: 'The meeting for a calendar; fetched again it moves, or goes',
  request: { params: OfCustomer },
  responses: calendar,
});
export const insightsRoute = createRoute({
  method: 'get',
  path: '/v1/portal/{customer}/insights',
  summary: 'Where similar customers stood in the last quarter that is over; nothing of small groups',
  request: { params: Customer },
  responses: { 200: { description: 'Insights', content: jsonOf(CustomerInsights) }, 404: problemContent },
});
