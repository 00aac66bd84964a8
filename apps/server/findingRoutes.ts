import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { commandFinding, markDue } from '#business/findings/finding.store.ts';
import type { FindingCommand } from '#business/findings/lifecycle.ts';
import { eraseDocument, writeDocument } from '#platform/journal/documents.ts';
import { isAnswered } from '#platform/journal/idempotency.ts';
import { asStaffOf, type ServerContext } from './context.ts';
import { changedMeanwhile } from './http/etag.ts';
import { FindingCommand as CommandName, EvidenceView, ProblemView } from './pages.ts';
import { notFound, problemAnswer } from './problems.ts';
import { findingEvidence } from './readings.ts';

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
const Order = z.object({
  reason: z.string().trim().max(4000).default(''),
  cause: Causes.optional(),
  expectedVersion: z.number().int().min(1),
});
const problems = {
  description: 'What was wrong',
  content: { 'application/problem+json': { schema: ProblemView } },
};

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
    404: problems,
  },
});

const commandRoute = createRoute({
  method: 'post',
  path: '/v1/customers/{customer}/findings/{key}/{command}',
  summary: 'Confirm, dismiss or reopen a finding',
  request: {
    params: Place.extend({ command: CommandName }),
    headers: z.object({ 'idempotency-key': z.string().min(8).max(200).optional() }),
    body: { required: true, content: { 'application/json': { schema: Order } } },
  },
  responses: {
    200: {
      description: 'Done',
      content: { 'application/json': { schema: z.object({ version: z.number().int() }) } },
    },
    404: problems,
    409: problems,
    412: problems,
    422: problems,
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
      const again = idempotencyKey !== undefined && (await isAnswered(tx, customer, idempotencyKey));
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
        expectedVersion: order.expectedVersion,
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
    return c.json({ version: done.version }, 200);
  });
}

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
