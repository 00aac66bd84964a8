import { createRoute, z } from '@hono/zod-openapi';
import { bodyOf, jsonOf, problemContent } from '../http/answers.ts';
import { pageQuery } from '../http/cursor.ts';
import { versionHeader } from '../http/etag.ts';
import { onceHeader } from '../reasoned.ts';
import {
  AnswerOrder,
  AskOrder,
  ContestOrder,
  HandOverOrder,
  PolicyForm,
  PolicyView,
  PromiseOrder,
  QuestionsPage,
  QuestionThread,
  QuestionThreads,
  TextOrder,
} from './schemas.ts';

/* What may be asked of questions over HTTP; what is done about it: `routes.ts` and `portalRoutes.ts`. */

const Question = z.object({ question: z.string() });
const Customer = z.object({ customer: z.string() });
const OfCustomer = Customer.extend({ question: z.string() });
const show = z.enum(['open', 'late', 'answered', 'closed', 'all']);
const thread = { 200: { description: 'The question', content: jsonOf(QuestionThread) }, 404: problemContent };
const changed = { ...thread, 409: problemContent, 422: problemContent };
const list = { 200: { description: 'Questions', content: jsonOf(QuestionsPage) }, 422: problemContent };
const policy = { 200: { description: 'The policy', content: jsonOf(PolicyView) } };

const command = <S extends z.ZodType>(name: string, summary: string, body: S) =>
  createRoute({
    method: 'post',
    path: `/v1/questions/{question}/${name}`,
    summary,
    request: { params: Question, headers: onceHeader, body: bodyOf(body) },
    responses: changed,
  });
const portal = '/v1/portal/{customer}' as const;

export const listRoute = createRoute({
  method: 'get',
  path: '/v1/questions',
  summary: 'Questions of customers: open ones by the day promised, others by what changed last',
  request: {
    query: pageQuery.extend({
      show: show.default('open'),
      customer: z.string().max(200).optional(),
      mine: z
        .enum(['true', 'false'])
        .default('false')
        .openapi({ description: 'Those that whoever reads answers.' }),
    }),
  },
  responses: list,
});
export const oneRoute = createRoute({
  method: 'get',
  path: '/v1/questions/{question}',
  summary: 'One question with all that was said, the notes of the vendor too',
  request: { params: Question },
  responses: thread,
});
export const handOverRoute = command(
  'hand-over',
  'Hand a question to another person of the team',
  HandOverOrder,
);
export const promiseRoute = command(
  'promise',
  'Promise the answer for a later day, and say why',
  PromiseOrder,
);
export const answerRoute = command(
  'answer',
  'Answer a question; of a contest with what was found and what was done about it',
  AnswerOrder,
);
export const noteRoute = command('note', 'Add a note that only the vendor reads', TextOrder);

export const policyRoute = createRoute({
  method: 'get',
  path: '/v1/answer-policy',
  summary: 'By when customers are answered, and on which days the vendor works',
  responses: policy,
});
export const setPolicyRoute = createRoute({
  method: 'put',
  path: '/v1/answer-policy',
  summary: 'Set by when customers are answered; what was promised stays; needs If-Match',
  request: { headers: versionHeader, body: bodyOf(PolicyForm) },
  responses: { ...policy, 412: problemContent, 422: problemContent, 428: problemContent },
});

export const portalListRoute = createRoute({
  method: 'get',
  path: `${portal}/questions`,
  summary: 'The questions of a customer, what changed last first; a partner sees its own',
  request: { params: Customer, query: pageQuery.extend({ show: show.default('all') }) },
  responses: { ...list, 404: problemContent },
});
export const portalOneRoute = createRoute({
  method: 'get',
  path: `${portal}/questions/{question}`,
  summary: 'One question of a customer with all that both sides said',
  request: { params: OfCustomer },
  responses: thread,
});
export const askRoute = createRoute({
  method: 'post',
  path: `${portal}/questions`,
  summary: 'Ask the vendor a question; a named person answers by a promised day',
  request: { params: Customer, headers: onceHeader, body: bodyOf(AskOrder) },
  responses: changed,
});
export const followUpRoute = createRoute({
  method: 'post',
  path: `${portal}/questions/{question}/follow-up`,
  summary: 'Ask further about an answer',
  request: { params: OfCustomer, headers: onceHeader, body: bodyOf(TextOrder) },
  responses: changed,
});
export const closeRoute = createRoute({
  method: 'post',
  path: `${portal}/questions/{question}/close`,
  summary: 'Close a question: it is settled, or not asked any more',
  request: { params: OfCustomer, headers: onceHeader },
  responses: changed,
});
export const contestRoute = createRoute({
  method: 'post',
  path: `${portal}/contests`,
  summary: 'Say that a line of a count is wrong; while it is open nobody is contacted about it',
  request: { params: Customer, headers: onceHeader, body: bodyOf(ContestOrder) },
  responses: changed,
});
export const contestsRoute = createRoute({
  method: 'get',
  path: `${portal}/contests`,
  summary: 'The contested lines of a clause, each with what was answered, the latest first',
  request: {
    params: Customer,
    query: z.object({ agreement: z.string().max(200), clause: z.string().max(200) }),
  },
  responses: {
    200: { description: 'Contests', content: jsonOf(QuestionThreads) },
    404: problemContent,
    422: problemContent,
  },
});
