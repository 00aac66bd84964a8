import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Principal } from '#business/identity/principal.ts';
import { readPolicy } from '#business/questions/answerPolicy.store.ts';
import { promiseFor } from '#business/questions/answerPolicy.ts';
import { commandQuestion, readQuestion } from '#business/questions/question.store.ts';
import type { Asker, KnownQuestion } from '#business/questions/question.ts';
import { contestsOf, type QuestionFilter } from '#business/questions/questionList.store.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { whoAsks } from '../access/whoAsks.ts';
import type { ServerContext } from '../context.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { withText } from '../reasoned.ts';
import { askQuestion, type Wanted } from './ask.ts';
import { change, type Deed } from './change.ts';
import { questionsPage } from './listing.ts';
import {
  askRoute,
  closeRoute,
  contestRoute,
  contestsRoute,
  followUpRoute,
  portalListRoute,
  portalOneRoute,
} from './operations.ts';
import { readPeople } from './people.ts';
import { withPeopleOf } from './scope.ts';
import { tellPerson } from './tell.ts';
import { threadView } from './view.ts';

/** So many contests of one clause are shown at its lines: the latest. */
const mostContests = 100;

/** Adds what customers and their partners see of questions, and how they ask. */
export function portalQuestionRoutes(app: OpenAPIHono, context: ServerContext): void {
  readingRoutes(app, context);
  askingRoutes(app, context);
}

/** A partner reads what its own people asked, and nothing of what the customer asks about it. */
function mayReach(principal: Principal): (question: KnownQuestion) => boolean {
  return ({ asked }) => principal.kind !== 'partner' || asked.by.partner === principal.partner;
}

function readingRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(portalListRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const { show, ...place } = c.req.valid('query');
    const principal = whoAsks();
    const filter: QuestionFilter = {
      ...{ show, customer },
      ...(principal.kind === 'partner' ? { partner: principal.partner } : {}),
    };
    const page = questionsPage(filter, place);
    if (!page.ok) return problemAnswer(c, page.problems) as never;
    const found = await withPeopleOf(context, customer, async (tx) =>
      (await readPeople(tx, customer)) ? page.value(tx) : undefined,
    );
    return found ? c.json(found, 200) : (problemAnswer(c, [notFound('such customer')]) as never);
  });

  app.openapi(portalOneRoute, async (c) => {
    const { customer, question } = c.req.valid('param');
    const view = await threadFor(context, { customer, question, principal: whoAsks() });
    return view ? c.json(view, 200) : (problemAnswer(c, [notFound('such question')]) as never);
  });

  app.openapi(contestsRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const place = c.req.valid('query');
    const may = mayReach(whoAsks());
    const items = await withPeopleOf(context, customer, async (tx) => {
      const people = await readPeople(tx, customer);
      if (!people) return undefined;
      const all = (await contestsOf(tx, customer, place)).filter(({ question }) => may(question)).reverse();
      const views = [];
      for (const { question } of all.slice(0, mostContests))
        views.push(await threadView(tx, people, question, 'asker'));
      return views;
    });
    return items ? c.json({ items }, 200) : (problemAnswer(c, [notFound('such customer')]) as never);
  });
}

function threadFor(
  context: ServerContext,
  { customer, question: id, principal }: { customer: string; question: string; principal: Principal },
) {
  return withPeopleOf(context, customer, async (tx) => {
    const people = await readPeople(tx, customer);
    const stored = people && (await readQuestion(tx, id));
    if (!people || stored?.question.asked.customer !== customer) return undefined;
    return mayReach(principal)(stored.question)
      ? threadView(tx, people, stored.question, 'asker')
      : undefined;
  });
}

function askingRoutes(app: OpenAPIHono, context: ServerContext): void {
  const put = async (c: Context, wanted: Pick<Wanted, 'customer' | 'about' | 'claim' | 'text'>) => {
    const principal = whoAsks();
    if (principal.kind === 'staff') throw new Error('staff read the portal as a preview');
    const key = c.req.header('idempotency-key');
    const done = await askQuestion(context, { ...wanted, principal, key });
    if ('not' in done) return problemAnswer(c, done.not) as never;
    context.wake();
    const { customer } = wanted;
    return c.json((await threadFor(context, { customer, question: done.id, principal }))!, 200) as never;
  };

  app.openapi(askRoute, (c) => put(c, { ...c.req.valid('param'), ...c.req.valid('json'), claim: null }));

  app.openapi(contestRoute, (c) => {
    const { claim, text, ...line } = c.req.valid('json');
    return put(c, { ...c.req.valid('param'), about: { kind: 'line', ...line }, claim, text });
  });

  const deedOf = (c: Context, asked: Json): Deed => ({
    ...{ customer: c.req.param('customer')!, question: c.req.param('question')! },
    ...{ reader: 'asker', asked, mayReach: mayReach(whoAsks()) },
  });

  app.openapi(followUpRoute, async (c) => {
    const { text } = c.req.valid('json');
    const by = askerOf(whoAsks());
    return (await change(
      c,
      context,
      deedOf(c, { followUp: text }),
      async ({ tx, stored, by: actor, once }) => {
        const { customer, now } = actor;
        const { policy, version } = await readPolicy(tx);
        const contest = stored.question.asked.claim !== null;
        const promise = promiseFor(policy, { at: now, contest, version });
        const kept = { customer, text, key: once.idempotencyKey, now };
        return withText(tx, kept, (told) =>
          commandQuestion(
            tx,
            stored.question.asked.id,
            { kind: 'followUp', text: told, by, promise, at: now },
            actor,
            once,
          ),
        );
      },
      (tx, question, people) =>
        tellPerson(tx, context, 'followedUp', { question, people, now: context.clock() }),
    )) as never;
  });

  app.openapi(closeRoute, async (c) => {
    const by = askerOf(whoAsks());
    return (await change(c, context, deedOf(c, { close: true }), ({ tx, stored, by: actor, once }) =>
      commandQuestion(tx, stored.question.asked.id, { kind: 'close', by, at: actor.now }, actor, once),
    )) as never;
  });
}

function askerOf(principal: Principal): Asker {
  return {
    account: principal.account,
    partner: principal.kind === 'partner' ? principal.partner : null,
  };
}
