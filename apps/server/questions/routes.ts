import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { notify } from '#business/identity/notification.store.ts';
import { readPolicy } from '#business/questions/answerPolicy.store.ts';
import { promiseOn } from '#business/questions/answerPolicy.ts';
import { commandQuestion, readQuestion } from '#business/questions/question.store.ts';
import type { KnownQuestion, QuestionCommand, Told } from '#business/questions/question.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { CalendarDate } from '#platform/instant.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { principalNow } from '../access/current.ts';
import type { ServerContext } from '../context.ts';
import { setVersion } from '../http/etag.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { withText } from '../reasoned.ts';
import { change, type Deed, type Did, type Doing } from './change.ts';
import { questionsPage } from './listing.ts';
import { answerRoute, handOverRoute, listRoute, noteRoute, oneRoute, promiseRoute } from './operations.ts';
import type { People } from './people.ts';
import { readPeople } from './people.ts';
import { policyRoutes } from './policyRoutes.ts';
import { portalQuestionRoutes } from './portalRoutes.ts';
import { checkRemedies } from './remedies.ts';
import { withPeopleOfAll } from './scope.ts';
import { tellAsker, tellPerson } from './tell.ts';
import { threadView } from './view.ts';

type Command = Exclude<QuestionCommand, { kind: 'ask' }>;

/** Adds the routes of questions: the vendor's list and answers, the policy, and the portal's side. */
export function questionRoutes(app: OpenAPIHono, context: ServerContext): void {
  readingRoutes(app, context);
  answeringRoutes(app, context);
  policyRoutes(app, context);
  portalQuestionRoutes(app, context);
}

function readingRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(listRoute, async (c) => {
    const { show, customer, mine, ...place } = c.req.valid('query');
    const person = mine === 'true' ? principalNow()?.account : undefined;
    const page = questionsPage({ show, customer, person }, place);
    if (!page.ok) return problemAnswer(c, page.problems) as never;
    return c.json(await withPeopleOfAll(context, page.value), 200);
  });

  app.openapi(oneRoute, async (c) => {
    const found = await withPeopleOfAll(context, async (tx) => {
      const stored = await readQuestion(tx, c.req.valid('param').question);
      const people = stored && (await readPeople(tx, stored.question.asked.customer));
      if (!stored || !people) return undefined;
      return { view: await threadView(tx, people, stored.question, 'vendor'), version: stored.version };
    });
    if (!found) return problemAnswer(c, [notFound('such question')]) as never;
    setVersion(c, found.version);
    return c.json(found.view, 200);
  });
}

function answeringRoutes(app: OpenAPIHono, context: ServerContext): void {
  type Tell = (tx: Tx, question: KnownQuestion, people: People) => Promise<void>;

  /** A command of the vendor on a question of whichever customer. */
  async function command(
    c: Context,
    asked: Json,
    work: (doing: Doing) => Promise<Did>,
    tell?: Tell,
  ): Promise<Response> {
    const question = c.req.param('question')!;
    const stored = await withPeopleOfAll(context, (tx) => readQuestion(tx, question));
    if (!stored) return problemAnswer(c, [notFound('such question')]);
    const { customer } = stored.question.asked;
    const deed: Deed = { customer, question, reader: 'vendor', asked };
    return change(c, context, deed, work, tell);
  }

  /** The same with a text, which is kept where it can be erased. */
  const written =
    (text: string, make: (told: Told, doing: Doing) => Command) =>
    (doing: Doing): Promise<Did> => {
      const { tx, stored, by, once } = doing;
      const kept = { customer: by.customer, text, key: once.idempotencyKey, now: by.now };
      return withText(tx, kept, (told) =>
        commandQuestion(tx, stored.question.asked.id, make(told, doing), by, once),
      );
    };

  app.openapi(handOverRoute, async (c) => {
    const { person: to } = c.req.valid('json');
    const work = async ({ tx, stored, people, by, once }: Doing): Promise<Did> => {
      if (!people.team.some(({ id, active }) => id === to && active))
        return { not: [notFound('such person in the team')] };
      const handOver: Command = { kind: 'handOver', to, by: by.actor, at: by.now };
      return commandQuestion(tx, stored.question.asked.id, handOver, by, once);
    };
    return (await command(c, { handOver: to }, work, (tx, question, people) =>
      tellPerson(tx, context, 'handedOver', { question, people, now: context.clock(), by: context.actor }),
    )) as never;
  });

  app.openapi(promiseRoute, async (c) => {
    const { on, text } = c.req.valid('json');
    const work = async (doing: Doing): Promise<Did> => {
      const { policy, version } = await readPolicy(doing.tx);
      const promise = promiseOn(policy, on as CalendarDate, version);
      return written(text, (told, { by }) => ({
        ...{ kind: 'promise', promise, text: told, by: by.actor, at: by.now },
      }))(doing);
    };
    return (await command(c, { promise: on, text }, work, (tx, question, people) =>
      tellAsker(tx, context, 'promised', { question, people, now: context.clock() }),
    )) as never;
  });

  app.openapi(answerRoute, async (c) => {
    const { text, outcome, remedies } = c.req.valid('json');
    const work = async (doing: Doing): Promise<Did> => {
      const wrong = await checkRemedies(doing.tx, doing.by.customer, remedies);
      if (wrong.length > 0) return { not: wrong };
      return written(text, (told, { by }) => ({
        ...{ kind: 'answer', text: told, outcome, remedies, by: by.actor, at: by.now },
      }))(doing);
    };
    return (await command(c, { answer: text, outcome, remedies }, work, async (tx, question, people) => {
      const now = context.clock();
      await tellAsker(tx, context, 'answered', { question, people, now });
      if (question.late) await noteLateAnswer(tx, question, now);
    })) as never;
  });

  app.openapi(noteRoute, async (c) => {
    const { text } = c.req.valid('json');
    const note = written(text, (told, { by }) => ({ kind: 'note', text: told, by: by.actor, at: by.now }));
    return (await command(c, { note: text }, note)) as never;
  });
}

function noteLateAnswer(tx: Tx, { asked }: KnownQuestion, now: Parameters<typeof notify>[1]['now']) {
  const { customer, id } = asked;
  const to = { role: 'customer-success' } as const;
  return notify(tx, { to, customer, kind: 'question.answered-late', place: `/questions/${id}`, now });
}
