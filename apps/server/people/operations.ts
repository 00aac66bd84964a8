import { createRoute, z } from '@hono/zod-openapi';
import { pageQuery } from '../http/cursor.ts';
import { ProblemView } from '../pages.ts';
import { onceHeader, ReasonOrder } from '../reasoned.ts';
import {
  Decided,
  DecisionsPage,
  ErasedView,
  IdentitiesPage,
  IdentityId,
  LeaveOutOrder,
  MergeOrder,
  SuggestionsPage,
} from './schemas.ts';

/* What may be asked of people and machines over HTTP; what is done about it: `routes.ts`. */

const Customer = z.object({ customer: z.string() });
const json = <S extends z.ZodType>(schema: S) => ({ 'application/json': { schema } });
const problems = {
  description: 'What was wrong',
  content: { 'application/problem+json': { schema: ProblemView } },
};
const path = '/v1/customers/{customer}/people' as const;
const decided = {
  200: {
    description: 'Done',
    content: json(Decided),
  },
  404: problems,
  409: problems,
  422: problems,
};
const ordering = <S extends z.ZodType>(schema: S) => ({
  params: Customer,
  headers: onceHeader,
  body: { required: true, content: json(schema) },
});

export const list = createRoute({
  method: 'get',
  path,
  summary: 'People and machines of a customer by key, with what each used and what was decided about it',
  request: {
    params: Customer,
    query: pageQuery.extend({
      /** A part of the key, in any case. */
      search: z.string().trim().max(200).default(''),
    }),
  },
  responses: {
    200: { description: 'People', content: json(IdentitiesPage) },
    404: problems,
    422: problems,
  },
});

export const suggested = createRoute({
  method: 'get',
  path: `${path}/suggestions`,
  summary: 'Who is likely one person, and what is likely a machine; nothing of it is applied by itself',
  request: { params: Customer },
  responses: {
    200: { description: 'Suggestions', content: json(SuggestionsPage) },
    404: problems,
  },
});

export const decisions = createRoute({
  method: 'get',
  path: `${path}/decisions`,
  summary: 'What was decided about people and machines, taken back or not, the latest first',
  request: { params: Customer },
  responses: {
    200: { description: 'Decisions', content: json(DecisionsPage) },
    404: problems,
  },
});

export const merge = createRoute({
  method: 'post',
  path: `${path}/merges`,
  summary:
    'Two identities are one person: they count as one from now on, for all use or for what began in a span',
  request: ordering(MergeOrder),
  responses: decided,
});

export const leaveOut = createRoute({
  method: 'post',
  path: `${path}/leave-outs`,
  summary: 'An identity is a machine: what it used does not count, for all use or for what began in a span',
  request: ordering(LeaveOutOrder),
  responses: decided,
});

export const takeBack = createRoute({
  method: 'post',
  path: `${path}/decisions/{decision}/undo`,
  summary: 'Take a decision back, with a reason: everything counts as if it had never been made',
  request: {
    ...ordering(ReasonOrder),
    params: Customer.extend({ decision: z.string() }),
  },
  responses: decided,
});

export const erase = createRoute({
  method: 'post',
  path: `${path}/{identity}/erase`,
  summary: 'Erase a person for ever: key and personal attributes are gone, what was counted stays',
  request: { params: Customer.extend({ identity: IdentityId }) },
  responses: {
    200: { description: 'Erased', content: json(ErasedView) },
    404: problems,
    422: problems,
  },
});
