import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { commandFinding, markDue } from '#business/findings/finding.store.ts';
import type { FindingCommand } from '#business/findings/lifecycle.ts';
import { eraseDocument, writeDocument } from '#platform/journal/documents.ts';
import { isAnswered } from '#platform/journal/idempotency.ts';
import { failure, type Result, success } from '#platform/problem.ts';
import { asStaffOf, type ServerContext } from './context.ts';
import { Changed, jsonOf, problemContent } from './http/answers.ts';
import { changedMeanwhile, expectedVersion, setVersion, versionHeader } from './http/etag.ts';
import { FindingCommand as CommandName, EvidenceView } from './pages.ts';
import { notFound, problemAnswer } from './problems.ts';
import { findingEvidence } from './readings.ts';
import { onceHeader } from './reasoned.ts';

const Place = z.object({ customer: z.string(), key: z.string() });
const Causes = z.enum([
  'growth',
  'double-count',
  'misconfiguration',
  'vendor-mistake',
  'data-error',
  'covered',
  'unknown',
]);
const Order = z
  .object({
    reason: z.string().trim().max(4000).default(''),
    cause: Causes.optional(),
    expectedVersion: z.number().int().min(1).optional().openapi({
      description: 'The version that was seen; or send it as If-Match.',
    }),
  })
  .openapi('FindingOrder');

const evidenceRoute = createRoute({
  method: 'get',
  path: '/v1/customers/{customer}/findings/{key}/evidence',
  summary: 'The counted units behind one window of a finding, fifty at a time',
  request: {
    params: Place,
    query: z.object({
      window: z.coerce.number().int().min(0).optional(),
      offset: z.coerce.number().int().min(0).default(0),
    }),
  },
  responses: {
    200: { description: 'Evidence', content: { 'application/json': { schema: EvidenceView } } },
    404: problemContent,
  },
});

const commandRoute = createRoute({
  method: 'post',
  path: '/v1/customers/{customer}/findings/{key}/{command}',
  summary: 'Confirm, dismiss or reopen a finding',
  request: {
    params: Place.extend({ command: CommandName }),
    headers: onceHeader.extend(versionHeader.shape),
    body: { required: true, content: { 'application/json': { schema: Order } } },
  },
  responses: {
    200: { description: 'Done', content: jsonOf(Changed) },
    404: problemContent,
    409: problemContent,
    412: problemContent,
    422: problemContent,
    428: problemContent,
  },
});

/** Adds the routes of findings. */
export function findingRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(evidenceRoute, async (c) => {
    const { customer, key } = c.req.valid('param');
    const { window = null, offset } = c.req.valid('query');
    const evidence = await findingEvidence(context, { customer, key, window, offset });
    return evidence
      ? c.json(evidence, 200)
      : (problemAnswer(c, [notFound('such finding or window')]) as never);
  });

  app.openapi(commandRoute, async (c) => {
    const { customer, key, command } = c.req.valid('param');
    const order = c.req.valid('json');
    const idempotencyKey = c.req.valid('header')['idempotency-key'];
    if (command === 'confirm' && causesOfNoBreach.has(order.cause ?? 'unknown'))
      return problemAnswer(c, [nothingToConfirm]) as never;
    if (command !== 'confirm' && order.reason === '')
      return problemAnswer(c, [reasonMissing(command)]) as never;
    const seen = versionSeen(c, order.expectedVersion);
    if (!seen.ok) return problemAnswer(c, seen.problems) as never;
    const { actor } = context;
    const now = context.clock();
    const done = await asStaffOf(context, customer, async (tx) => {
      const exists = await tx
        .selectFrom('stream_state')
        .select('version')
        .where('stream', '=', `finding/${key}`)
        .where('customer_id', '=', customer)
        .executeTakeFirst();
      if (!exists) return undefined;
      // Sent again it gets the first answer, and the reason that was kept with it.
      const again = await isAnswered(tx, customer, idempotencyKey);
      // Before the finding itself is locked, as detection does it; taken later, each would wait for the other.
      await markDue(tx, customer, now);
      const written = order.reason === '' || again ? null : await writeDocument(tx, customer, order.reason);
      const reason = written
        ? { document: written.id, digest: written.digest }
        : { document: '', digest: '' };
      const toDo = commandOf(command, order.cause ?? 'unknown', reason, now);
      const asked = { command, reason: order.reason, cause: order.cause ?? null };
      const once = {
        asked,
        expectedVersion: seen.value,
        ...(idempotencyKey ? { idempotencyKey } : {}),
      };
      const result = await commandFinding(tx, key, toDo, { customer, actor, now }, once);
      // A reason for something that did not happen is nobody's business.
      if (result.kind !== 'done' && written) await eraseDocument(tx, written.id, now);
      return result;
    });
    if (!done) return problemAnswer(c, [notFound('such finding')]) as never;
    if (done.kind === 'conflict')
      return problemAnswer(c, [changedMeanwhile('finding', done.version)]) as never;
    if (done.kind === 'refused')
      return problemAnswer(c, [
        {
          code: done.refusal.code,
          title: 'Not possible',
          detail: done.refusal.words,
          todo: 'Reload the page to see where the finding stands.',
        },
      ]) as never;
    context.wake();
    setVersion(c, done.version);
    return c.json({ version: done.version }, 200);
  });
}

/** Returns the version a command was decided on, by its body or by If-Match; the two must not say different things. */
function versionSeen(c: Context, inBody: number | undefined): Result<number> {
  if (inBody !== undefined && c.req.header('if-match') === undefined) return success(inBody);
  const inHeader = expectedVersion(c);
  return inHeader.ok && inBody !== undefined && inHeader.value !== inBody ? failure(twoVersions) : inHeader;
}

const twoVersions = {
  code: 'two_versions',
  title: 'Which version did you see?',
  detail: 'If-Match and expectedVersion name different versions of the finding.',
  todo: 'Send one of them, or the same in both.',
  pointer: '/expectedVersion',
};

/** Causes that say the use was within the agreement after all. */
const causesOfNoBreach = new Set(['double-count', 'data-error', 'covered']);

const nothingToConfirm = {
  code: 'cause_is_no_breach',
  title: 'This cause confirms nothing',
  detail: 'Who was counted twice, was counted wrongly, or was covered has not gone beyond the agreement.',
  todo: 'Dismiss the finding with this cause and a reason.',
  pointer: '/cause',
};

function commandOf(
  name: z.infer<typeof CommandName>,
  cause: z.infer<typeof Causes>,
  reason: { document: string; digest: string },
  at: FindingCommand['at'],
): FindingCommand {
  switch (name) {
    case 'confirm':
      return { kind: 'confirm', at, cause };
    case 'dismiss':
      return { kind: 'dismiss', at, cause, reason };
    case 'reopen':
      return { kind: 'reopen', at, reason };
  }
}

function reasonMissing(command: string) {
  return {
    code: 'reason_missing',
    title: 'A reason is needed',
    detail: `To ${command} a finding, say why.`,
    todo: 'Write a sentence others will understand in a year.',
    pointer: '/reason',
  };
}
