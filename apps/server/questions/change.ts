import type { Context } from 'hono';
import { markDue } from '#business/findings/finding.store.ts';
import {
  type By,
  type Done,
  type Once,
  readQuestion,
  type StoredQuestion,
} from '#business/questions/question.store.ts';
import type { KnownQuestion } from '#business/questions/question.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { isAnswered } from '#platform/journal/idempotency.ts';
import type { Problem } from '#platform/problem.ts';
import type { ServerContext } from '../context.ts';
import { setVersion } from '../http/etag.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { notDone } from '../reasoned.ts';
import { type People, readPeople } from './people.ts';
import { withPeopleOf } from './scope.ts';
import { type Reader, threadView } from './view.ts';

/** A command on a question: whose it is, who sees the answer, and what makes sending it twice harmless. */
export type Deed = {
  readonly customer: string;
  readonly question: string;
  readonly reader: Reader;
  readonly asked: Json;
  /** Whether this question is there for whoever asks, besides being of the customer. */
  readonly mayReach?: (question: KnownQuestion) => boolean;
};

/** What a command is carried out with. */
export type Doing = {
  readonly tx: Tx;
  readonly stored: StoredQuestion;
  readonly people: People;
  readonly by: By;
  readonly once: Once;
};

/** What came of a command, and what to tell about it; told once, however often it is sent. */
export type Did = Done | { readonly not: readonly Problem[] };
type Tell = (tx: Tx, question: KnownQuestion, people: People) => Promise<void>;

/** Carries `work` out on a question and answers with the thread as it is then; `tell` follows where something was done. */
export async function change(
  c: Context,
  context: ServerContext,
  deed: Deed,
  work: (doing: Doing) => Promise<Did>,
  tell: Tell = async () => undefined,
): Promise<Response> {
  const { customer, question: id, asked, reader } = deed;
  const key = c.req.header('idempotency-key');
  const done = await withPeopleOf(context, customer, async (tx) => {
    const people = await readPeople(tx, customer);
    const seen = people && (await readQuestion(tx, id));
    if (!people || !isTheirs(seen, deed)) return undefined;
    const by = { customer, actor: context.actor, now: context.clock() };
    // Before the question itself is locked, as detection does it; what holds a finding back may change by this.
    if (seen.question.asked.claim !== null) await markDue(tx, customer, by.now);
    const again = await isAnswered(tx, customer, key);
    const once = { asked, ...(key ? { idempotencyKey: key } : {}) };
    const result = await work({ tx, stored: seen, people, by, once });
    if ('not' in result || result.kind !== 'done' || result.state.status === 'none') return { result };
    if (!again) await tell(tx, result.state, people);
    const stored = (await readQuestion(tx, id))!;
    return { result, view: await threadView(tx, people, stored.question, reader), version: stored.version };
  });
  if (!done) return problemAnswer(c, [notFound('such question')]);
  const { result } = done;
  if ('not' in result) return problemAnswer(c, result.not);
  const refused = notDone(c, result, 'question');
  if (refused || !('view' in done)) return refused!;
  context.wake();
  if (reader === 'vendor') setVersion(c, done.version!);
  return c.json(done.view, 200);
}

function isTheirs(
  stored: StoredQuestion | undefined,
  { customer, mayReach }: Deed,
): stored is StoredQuestion {
  if (stored?.question.asked.customer !== customer) return false;
  return mayReach?.(stored.question) ?? true;
}
