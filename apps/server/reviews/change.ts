import type { Context } from 'hono';
import { type By, type Done, type Once, readReview } from '#business/reviews/review.store.ts';
import type { KnownReview, Side, Told } from '#business/reviews/review.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import { eraseDocument, writeDocument } from '#platform/journal/documents.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { isAnswered } from '#platform/journal/idempotency.ts';
import type { ServerContext } from '../context.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { type People, readPeople } from '../questions/people.ts';
import { withPeopleOf } from '../questions/scope.ts';
import { notDone } from '../reasoned.ts';
import type { News } from './tell.ts';
import { reviewView } from './view.ts';
import { zoneOf } from './zone.ts';

/** A command on a review: whose it is, which side asks, and what makes sending it twice harmless. */
export type Deed = {
  readonly customer: string;
  readonly review: string;
  readonly side: Side;
  readonly asked: Json;
};

/** What a command is carried out with. */
export type Doing = {
  readonly tx: Tx;
  readonly review: KnownReview;
  readonly people: People;
  readonly by: By;
  readonly once: Once;
};
type Tell = (tx: Tx, news: News) => Promise<void>;

/** Carries `work` out on a review and answers with it as it is then; `tell` follows where something was done. */
export async function change(
  c: Context,
  context: ServerContext,
  { customer, review: id, side, asked }: Deed,
  work: (doing: Doing) => Promise<Done>,
  tell: Tell = async () => undefined,
): Promise<Response> {
  const key = c.req.header('idempotency-key');
  const done = await withPeopleOf(context, customer, async (tx) => {
    const people = await readPeople(tx, customer);
    const seen = people && (await readReview(tx, id));
    if (!people || seen?.review.customer !== customer) return undefined;
    const by = { customer, actor: context.actor, now: context.clock() };
    const again = await isAnswered(tx, customer, key);
    const once = { asked, ...(key ? { idempotencyKey: key } : {}) };
    const result = await work({ tx, review: seen.review, people, by, once });
    if (result.kind !== 'done' || result.state.status === 'none') return { result };
    const { now } = by;
    const zone = await zoneOf(tx, customer, now);
    if (!again) await tell(tx, { review: result.state, people, zone, now, by: by.actor });
    const stored = (await readReview(tx, id))!;
    return { result, view: await reviewView(tx, stored, { people, reader: side, zone, now }) };
  });
  if (!done) return problemAnswer(c, [notFound('such review')]);
  const refused = notDone(c, done.result, 'review');
  if (refused || !('view' in done)) return refused!;
  context.wake();
  return c.json(done.view, 200);
}

/**
 * Keeps texts in erasable documents and does `work` with their references, in their order; an empty text has none. Sent
 * again under the same key, those of the first time stay the only ones; for something that was not done none is kept.
 */
export async function withTexts(
  tx: Tx,
  asked: { customer: string; texts: readonly string[]; key: string | undefined; now: Instant },
  work: (told: readonly (Told | null)[]) => Promise<Done>,
): Promise<Done> {
  const { customer, texts, key, now } = asked;
  const again = await isAnswered(tx, customer, key);
  const told: (Told | null)[] = [];
  for (const text of texts) told.push(text === '' ? null : again ? first : await kept(tx, customer, text));
  const result = await work(told);
  if (result.kind !== 'done' && !again)
    for (const one of told) if (one) await eraseDocument(tx, one.document, now);
  return result;
}

/** What was written the first time is in the first event. */
const first: Told = { document: '', digest: '' };

async function kept(tx: Tx, customer: string, text: string): Promise<Told> {
  const { id, digest } = await writeDocument(tx, customer, text);
  return { document: id, digest };
}
