import { can } from '#business/identity/can.ts';
import { listQuestions } from '#business/questions/questionList.store.ts';
import { mostOfKind, type TaskKind } from './task.ts';

/** Questions that wait for an answer by this very person; those that nobody of the team owns wait for anybody who may answer. */
export const questionTasks: TaskKind = async (tx, principal) => {
  if (!can(principal, 'questions.answer')) return [];
  const open = await listQuestions(tx, { show: 'open' }, { behind: null, limit: 5 * mostOfKind });
  return open
    .filter(({ question: { person } }) => person === null || person === principal.account)
    .slice(0, mostOfKind)
    .map(({ question: { asked, promise, person, late } }) => ({
      id: `question ${asked.id}`,
      kind: 'Question',
      title: asked.claim ? 'Answer what the customer says is wrong' : 'Answer a customer’s question',
      detail: late ? `${asked.id}: late` : asked.id,
      customer: asked.customer,
      place: `/questions/${asked.id}`,
      dueOn: promise.on,
      for: person === null ? ('my role' as const) : ('me' as const),
    }));
};
