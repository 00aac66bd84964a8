import { createRoute, z } from '@hono/zod-openapi';
import { pageQuery } from '../http/cursor.ts';
import { versionHeader } from '../http/etag.ts';
import { ProblemView } from '../pages.ts';
import { onceHeader } from '../reasoned.ts';
import {
  AcknowledgeOrder,
  AlertsPage,
  AlertView,
  DeliveriesPage,
  DeliveryView,
  PreviewOrder,
  PreviewView,
  RulesOrder,
  RulesView,
  WishesView,
  WishForm,
} from './schemas.ts';

const json = <S extends z.ZodType>(schema: S) => ({ 'application/json': { schema } });
const problem = {
  description: 'What was wrong',
  content: { 'application/problem+json': { schema: ProblemView } },
};
const answers = <S extends z.ZodType>(description: string, schema: S) => ({
  200: { description, content: json(schema) },
  404: problem,
  422: problem,
});
const versioned = { 412: problem, 428: problem };
const body = <S extends z.ZodType>(schema: S) => ({ required: true, content: json(schema) });

const ClausePlace = z.object({ customer: z.string(), agreement: z.string(), clause: z.string() });
const ofClause = '/v1/customers/{customer}/agreements/{agreement}/clauses/{clause}/alert-rules';

export const listAlertsRoute = createRoute({
  method: 'get',
  path: '/v1/alerts',
  summary: 'Alerts before a limit, what changed last first',
  request: {
    query: pageQuery.extend({
      show: z.enum(['open', 'silenced', 'over', 'all']).default('open'),
      customer: z.string().max(200).optional(),
    }),
  },
  responses: answers('Alerts', AlertsPage),
});

export const acknowledgeRoute = createRoute({
  method: 'post',
  path: '/v1/customers/{customer}/alerts/{alert}/acknowledge',
  summary: 'Silence an alert with a reason, until a date or until it is over; needs If-Match',
  request: {
    params: z.object({ customer: z.string(), alert: z.string() }),
    headers: onceHeader.extend(versionHeader.shape),
    body: body(AcknowledgeOrder),
  },
  responses: { ...answers('The alert, acknowledged', AlertView), 409: problem, ...versioned },
});

export const vendorRulesRoute = createRoute({
  method: 'get',
  path: '/v1/alert-rules',
  summary: 'When alerts are due for every clause without rules of its own',
  responses: answers('Rules', RulesView),
});

export const setVendorRulesRoute = createRoute({
  method: 'put',
  path: '/v1/alert-rules',
  summary: 'Set when alerts are due for every clause without rules of its own; needs If-Match',
  request: { headers: versionHeader, body: body(RulesOrder) },
  responses: { ...answers('Rules', RulesView), ...versioned },
});

export const clauseRulesRoute = createRoute({
  method: 'get',
  path: ofClause,
  summary: 'When alerts are due for one clause',
  request: { params: ClausePlace },
  responses: answers('Rules', RulesView),
});

export const setClauseRulesRoute = createRoute({
  method: 'put',
  path: ofClause,
  summary: "Set when alerts are due for one clause, or give it back to the vendor's rules; needs If-Match",
  request: { params: ClausePlace, headers: versionHeader, body: body(RulesOrder) },
  responses: { ...answers('Rules', RulesView), ...versioned },
});

export const previewRoute = createRoute({
  method: 'post',
  path: '/v1/alert-rules/preview',
  summary: 'What would be due today under rules that are not saved yet; changes nothing',
  request: { body: body(PreviewOrder) },
  responses: answers('What would be due', PreviewView),
});

export const wishesRoute = createRoute({
  method: 'get',
  path: '/v1/customers/{customer}/alert-wishes',
  summary: 'Who is told of alerts of a customer, and what they wish to hear of',
  request: { params: z.object({ customer: z.string() }) },
  responses: answers('Wishes', WishesView),
});

export const setWishRoute = createRoute({
  method: 'put',
  path: '/v1/customers/{customer}/alert-wishes/{who}',
  summary: 'Set what the contact of a customer, or its owner at the vendor, wishes to hear of',
  request: {
    params: z.object({ customer: z.string(), who: z.enum(['contact', 'owner']) }),
    body: body(WishForm),
  },
  responses: answers('Wishes', WishesView),
});

export const eraseWishRoute = createRoute({
  method: 'delete',
  path: '/v1/customers/{customer}/alert-wishes/{who}',
  summary: 'Erase what is kept of the wishes of a person: everything by e-mail holds again',
  request: { params: z.object({ customer: z.string(), who: z.enum(['contact', 'owner']) }) },
  responses: answers('Wishes', WishesView),
});

export const deliveriesRoute = createRoute({
  method: 'get',
  path: '/v1/alert-deliveries',
  summary: 'What became of each message about an alert, newest first',
  request: { query: pageQuery.extend({ status: DeliveryView.shape.status.optional() }) },
  responses: answers('Deliveries', DeliveriesPage),
});
