import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Tx } from '#platform/database/scope.ts';
import { type Instant, parseInstant } from '#platform/instant.ts';
import type { Refusal } from '#platform/journal/decider.ts';
import { eraseDocument, writeDocument } from '#platform/journal/documents.ts';
import { isAnswered } from '#platform/journal/idempotency.ts';
import type { Problem } from '#platform/problem.ts';
import { changedMeanwhile } from './http/etag.ts';
import { problemAnswer } from './problems.ts';

/** What an event holds of a text: its document and salted digest. */
export type TextRef = { readonly document: string; readonly digest: string };

/** What `execute` answers, as far as HTTP is concerned. */
type Done = { readonly kind: 'done'; readonly version: number };
type NotDone =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'conflict'; readonly version: number };

/** Why something is done, in the body of a command: at least a word, so that others understand it in a year. */
export const reasonField = z
  .string()
  .trim()
  .min(1, 'Say why, in a sentence others will understand in a year.')
  .max(4000);

/** The body of a command that needs nothing but its reason. */
export const ReasonOrder = z.object({ reason: reasonField }).openapi('ReasonOrder');

/** When something was taken back, by whom and why; the reason is null where it was erased. */
export const TakenBack = z
  .object({ at: z.string(), by: z.string(), reason: z.string().nullable() })
  .openapi('TakenBack');

/** The header that makes sending a command twice harmless. */
export const onceHeader = z.object({
  'idempotency-key': z.string().min(8).max(200).optional().openapi({
    description: 'Sent again with the same key, a command is carried out once and answered the same.',
  }),
});

/** An instant of a body or an address, RFC 3339 with offset, as ours. */
export const instantField = z
  .string()
  .refine(
    (text) => parseInstant(text) !== undefined,
    'Give an instant with its offset, such as 2026-03-01T00:00:00Z.',
  );

/**
 * Keeps a text in an erasable document and does `work` with its reference. Sent again under the same key, the document
 * of the first time stays the only one; for something that was not done, none is kept.
 */
export async function withText<R extends { readonly kind: string }>(
  tx: Tx,
  asked: {
    readonly customer: string;
    readonly text: string;
    readonly key: string | undefined;
    readonly now: Instant;
  },
  work: (ref: TextRef) => Promise<R>,
): Promise<R> {
  const { customer, text, key, now } = asked;
  const again = await isAnswered(tx, customer, key);
  const written = again ? null : await writeDocument(tx, customer, text);
  const ref = written ? { document: written.id, digest: written.digest } : { document: '', digest: '' };
  const result = await work(ref);
  if (result.kind !== 'done' && written) await eraseDocument(tx, written.id, now);
  return result;
}

/** Returns the problem answer of a command that was not carried out; `undefined` when it was. */
export function notDone(c: Context, result: Done | NotDone, what: string): Response | undefined {
  if (result.kind === 'done') return undefined;
  if (result.kind === 'conflict') return problemAnswer(c, [changedMeanwhile(what, result.version)]);
  return problemAnswer(c, [refusedProblem(result.refusal)]);
}

/** Returns the problem a refusal stands for. */
export function refusedProblem({ code, words }: Refusal): Problem {
  return { code, title: 'Not possible', detail: words, todo: 'Load the page again to see how things stand.' };
}
