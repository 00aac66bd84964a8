import { readPolicy } from '#business/questions/answerPolicy.store.ts';
import { reminderFor } from '#business/questions/answerPolicy.ts';
import { commandQuestion, putOff, readQuestion, recountTopic } from '#business/questions/question.store.ts';
import { isOpen, type KnownQuestion, type QuestionCommand } from '#business/questions/question.ts';
import { dueQuestions } from '#business/questions/questionList.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { after, day, type Instant } from '#platform/instant.ts';
import { delivered, takeOutgoing } from '#platform/journal/outbox.ts';
import { tellOwnAlerts } from '../alerts/own/tell.ts';
import type { ServerContext } from '../context.ts';
import { type People, readPeople } from './people.ts';
import { withPeopleOf, withPeopleOfAll } from './scope.ts';
import { tellAsker, tellPerson } from './tell.ts';

type Due = { readonly customer: string; readonly id: string };
const actor = 'worker';
/** So many are looked at before somebody else has a turn. */
const batch = 100;

/**
 * Does what it is time for: reminds who answers, puts down what is late, closes what nobody asks further about, tells of
 * lines that were counted again and of alerts that customers set. Each in a transaction of its own, through the rules of
 * the question: crash anywhere, and the next round does the rest; done twice, nothing comes of it.
 */
export async function keepPromises(given: ServerContext): Promise<void> {
  const context = { ...given, actor };
  const due = await withPeopleOfAll(context, (tx) => dueQuestions(tx, context.clock(), batch));
  for (const one of due) await withPeopleOf(context, one.customer, (tx) => lookAt(tx, context, one));
  await withPeopleOfAll(context, (tx) => tellRecounts(tx, context));
  await tellOwnAlerts(context);
}

async function lookAt(tx: Tx, context: ServerContext, { customer, id }: Due): Promise<void> {
  const now = context.clock();
  const people = await readPeople(tx, customer);
  const stored = await readQuestion(tx, id);
  if (!people || !stored) return;
  const command = await dueCommand(tx, stored.question, now);
  if (!command) return putOff(tx, stored.question);
  const done = await commandQuestion(tx, id, command, { customer, actor, now });
  if (done.kind !== 'done' || done.state.status === 'none') return;
  const news = { question: done.state, people, now };
  // What somebody else did meanwhile gives no event, and nothing to tell.
  if (done.events.length === 0) return;
  if (command.kind === 'remind') await tellPerson(tx, context, 'due', news);
  if (command.kind === 'miss') await tellPerson(tx, context, 'late', news);
}

/** What the moment asks for; `null` where a change of the policy has put it off. */
async function dueCommand(
  tx: Tx,
  question: KnownQuestion,
  at: Instant,
): Promise<Exclude<QuestionCommand, { kind: 'ask' }> | null> {
  const { policy } = await readPolicy(tx);
  if (!isOpen(question))
    return at >= after(question.changedAt, policy.closeDays * day) ? { kind: 'close', by: null, at } : null;
  if (at >= question.promise.end) return { kind: 'miss', at };
  return at >= reminderFor(policy, question.promise) ? { kind: 'remind', at } : null;
}

async function tellRecounts(tx: Tx, context: ServerContext): Promise<void> {
  const now = context.clock();
  const taken = await takeOutgoing(tx, recountTopic, batch);
  const known = new Map<string, People | undefined>();
  for (const { customer, id } of taken) {
    if (!known.has(customer)) known.set(customer, await readPeople(tx, customer));
    const people = known.get(customer);
    const stored = await readQuestion(tx, id);
    if (people && stored)
      await tellAsker(tx, context, 'recounted', { question: stored.question, people, now });
  }
  await delivered(tx, taken, now);
}
