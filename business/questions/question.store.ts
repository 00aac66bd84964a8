import { sql } from 'kysely';
import type { Tx } from '#platform/database/scope.ts';
import { toTimestamp } from '#platform/database/types.ts';
import { after, day, type Instant } from '#platform/instant.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { answeredId } from '#platform/journal/idempotency.ts';
import { type Executed, execute, type Lifecycle } from '#platform/journal/journal.ts';
import type { InstantColumn } from '#platform/journal/rows.ts';
import { readPolicy } from './answerPolicy.store.ts';
import { type AnswerPolicy, reminderFor } from './answerPolicy.ts';
import { questionDecider } from './question.evolve.ts';
import type { QuestionRefusal } from './question.refusals.ts';
import {
  isOpen,
  type KnownQuestion,
  type QuestionCommand,
  type QuestionEvent,
  type QuestionState,
} from './question.ts';

declare module '#platform/database/tables.ts' {
  interface Tables {
    question_row: {
      customer_id: string;
      id: string;
      number: number;
      status: KnownQuestion['status'];
      contest: boolean;
      late: boolean;
      person: string | null;
      asked_by: string;
      partner: string | null;
      agreement: string | null;
      clause: string | null;
      promised_end: string;
      changed_at: string;
      asked_at: string;
      look_at: InstantColumn | null;
    };
  }
}

/** What the vendor alone may know of a thread: its own notes, and that somebody was reminded. */
const internal: ReadonlySet<QuestionEvent['kind']> = new Set(['noted', 'reminded']);

/** The topic under which whoever asked is to be told that their line was counted again. */
export const recountTopic = 'question.recounted';

/** How questions stand in the journal: both sides read the same thread; texts are erasable documents. */
export const questionLifecycle: Lifecycle<QuestionState, QuestionCommand, QuestionEvent, QuestionRefusal> = {
  lifecycle: 'question',
  decider: questionDecider,
  describe: ({ kind, ...payload }) => ({
    type: `question.${kind}`,
    schemaVersion: 1,
    visibility: internal.has(kind) ? 'vendor' : 'shared',
    payload: payload as unknown as Json,
    outbox: kind === 'recounted' ? [{ topic: recountTopic, payload: payload as unknown as Json }] : [],
  }),
  revive: (type, payload) =>
    ({ kind: type.slice('question.'.length), ...(payload as object) }) as unknown as QuestionEvent,
};

/** Who commands, when, and about which customer. */
export type By = { readonly customer: string; readonly actor: string; readonly now: Instant };
/** What makes sending twice harmless, and what the sender has seen. */
export type Once = {
  readonly idempotencyKey?: string;
  readonly asked?: Json;
  readonly expectedVersion?: number;
};
export type Done = Executed<QuestionState, QuestionEvent, QuestionRefusal>;
type Ask = Extract<QuestionCommand, { kind: 'ask' }>;

/** What is asked, before it has its id and number. */
export type Draft = Omit<Ask, 'asked'> & { readonly asked: Omit<Ask['asked'], 'id'> };

/** A question as kept, and the version of its stream. */
export type StoredQuestion = { readonly question: KnownQuestion; readonly version: number };

/** Makes those who ask for one customer wait for each other: numbers and the limits on asking depend on what is there. */
export async function lockAsking(tx: Tx, customer: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${JSON.stringify(['questions', customer])}, 0))`.execute(
    tx,
  );
}

/** Puts a question under the next number of its customer; call `lockAsking` before. Sent again under its key, the first stays the only one. */
export async function ask(
  tx: Tx,
  draft: Draft,
  by: By,
  once: Once,
): Promise<{ readonly id: string; readonly done: Done }> {
  const { customer } = by;
  const first = await answeredId(tx, customer, once.idempotencyKey, 'question');
  const number = await nextNumber(tx, customer);
  const id = first ?? `ASK-${customer}-${number}`;
  const command: QuestionCommand = { ...draft, asked: { ...draft.asked, id } };
  const done = await execute(tx, { ...questionLifecycle, id, command, ...by, ...once });
  if (done.kind === 'done' && !first && done.state.status !== 'none') {
    const { asked } = done.state;
    const { about, claim } = asked;
    await tx
      .insertInto('question_row')
      .values({
        ...{ customer_id: customer, id, number, contest: claim !== null },
        ...{ asked_by: asked.by.account, partner: asked.by.partner, asked_at: String(by.now) },
        agreement: 'agreement' in about ? about.agreement : null,
        clause: 'clause' in about ? about.clause : null,
        ...rowOf(done.state, (await readPolicy(tx)).policy),
      })
      .execute();
  }
  return { id, done };
}

async function nextNumber(tx: Tx, customer: string): Promise<number> {
  const { last } = await tx
    .selectFrom('question_row')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('customer_id', '=', customer)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}

/** Carries out one command on a question that is there, for people, the worker and detection alike. */
export async function commandQuestion(
  tx: Tx,
  id: string,
  command: Exclude<QuestionCommand, Ask>,
  by: By,
  once: Once = {},
): Promise<Done> {
  const done = await execute(tx, { ...questionLifecycle, id, command, ...by, ...once });
  if (done.kind !== 'done' || done.state.status === 'none') return done;
  const { policy } = await readPolicy(tx);
  await tx
    .updateTable('question_row')
    .set(rowOf(done.state, policy) as never)
    .where('customer_id', '=', by.customer)
    .where('id', '=', id)
    .execute();
  return done;
}

/** Puts down anew when it is time to look at a question: the policy has changed since. */
export async function putOff(tx: Tx, question: KnownQuestion): Promise<void> {
  const { policy } = await readPolicy(tx);
  await tx
    .updateTable('question_row')
    .set(rowOf(question, policy) as never)
    .where('customer_id', '=', question.asked.customer)
    .where('id', '=', question.asked.id)
    .execute();
}

function rowOf(state: KnownQuestion, policy: AnswerPolicy) {
  const { status, late, person, promise, changedAt } = state;
  const look = nextLook(state, policy);
  return {
    ...{ status, late, person, promised_end: String(promise.end), changed_at: String(changedAt) },
    look_at: look === null ? null : toTimestamp(look),
  };
}

/** Returns when it is time to remind, to be late, or to close; `null`: never by itself. */
function nextLook(state: KnownQuestion, policy: AnswerPolicy): Instant | null {
  if (state.status === 'closed') return null;
  if (!isOpen(state)) return after(state.changedAt, policy.closeDays * day);
  if (state.late) return null;
  return state.reminded ? state.promise.end : reminderFor(policy, state.promise);
}

/** Returns a question, or `undefined` when there is none in scope. */
export async function readQuestion(tx: Tx, id: string): Promise<StoredQuestion | undefined> {
  const row = await tx
    .selectFrom('stream_state')
    .select(['state', 'version'])
    .where('stream', '=', `question/${id}`)
    .executeTakeFirst();
  return row && { question: row.state as unknown as KnownQuestion, version: row.version };
}
