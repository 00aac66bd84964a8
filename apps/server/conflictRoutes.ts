import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { readCustomer } from '#business/customers/customer.store.ts';
import { markDue } from '#business/findings/finding.store.ts';
import { chooseContent, readConflicts, undoChoice } from '#business/usage/conflict.store.ts';
import { formatInstant } from '#platform/instant.ts';
import { asStaffOf, type ServerContext } from './context.ts';
import { ProblemView } from './pages.ts';
import { notFound, problemAnswer } from './problems.ts';
import { ConflictsPage, conflictsPage } from './views/conflictView.ts';

const Customer = z.object({ customer: z.string() });
const Reason = z.string().trim().max(4000).default('');
const ChooseOrder = z
  .object({
    source: z.string(),
    id: z.string(),
    /** The content that shall count. */
    digest: z.string().regex(/^[0-9a-f]{64}$/, 'Give the digest of one of the contents.'),
    reason: Reason,
  })
  .openapi('ChooseContentOrder');
const Chosen = z.object({ choice: z.string(), at: z.string() }).openapi('ContentChosen');
const UndoChoiceOrder = z
  .object({ choice: z.string().regex(/^\d{1,18}$/, 'Give a choice.'), reason: Reason })
  .openapi('UndoChoiceOrder');
const Undone = z.object({ undone: z.literal(true), at: z.string() }).openapi('ChoiceUndone');
const problems = {
  description: 'What was wrong',
  content: { 'application/problem+json': { schema: ProblemView } },
};
const json = <S extends z.ZodType>(schema: S) => ({ 'application/json': { schema } });

const listRoute = createRoute({
  method: 'get',
  path: '/v1/customers/{customer}/conflicts',
  summary:
    'Records that came in with more than one content, fifty at a time: what each says, and which counts',
  request: {
    params: Customer,
    query: z.object({
      offset: z.coerce.number().int().min(0).default(0),
      source: z.string().optional(),
    }),
  },
  responses: { 200: { description: 'Conflicts', content: json(ConflictsPage) }, 404: problems },
});

const chooseRoute = createRoute({
  method: 'post',
  path: '/v1/customers/{customer}/conflicts/choose',
  summary: 'Choose which content of a record counts, with the reason why',
  request: {
    params: Customer,
    body: {
      required: true,
      content: json(ChooseOrder),
    },
  },
  responses: {
    200: { description: 'Chosen', content: json(Chosen) },
    404: problems,
    409: problems,
    422: problems,
  },
});

const undoRoute = createRoute({
  method: 'post',
  path: '/v1/customers/{customer}/conflicts/undo',
  summary: 'Take back a choice, with the reason why; the one before it counts again, or none',
  request: {
    params: Customer,
    body: {
      required: true,
      content: json(UndoChoiceOrder),
    },
  },
  responses: {
    200: { description: 'Taken back', content: json(Undone) },
    404: problems,
    422: problems,
  },
});

/** Adds the routes of records in conflict: reading them, settling one, taking that back. */
export function conflictRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(listRoute, async (c) => {
    const page = await asStaffOf(context, c.req.valid('param').customer, (tx) =>
      conflictsPage(tx, c.req.valid('param').customer, c.req.valid('query')),
    );
    return page ? c.json(page, 200) : (problemAnswer(c, [notFound('such customer')]) as never);
  });

  app.openapi(chooseRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const { source, id, digest, reason } = c.req.valid('json');
    if (reason === '') return problemAnswer(c, [reasonMissing]) as never;
    const deed = { by: context.actor, at: context.clock(), reason };
    const done = await asStaffOf(context, customer, async (tx) => {
      if (!(await readCustomer(tx, customer))) return undefined;
      const conflict = (await readConflicts(tx, customer)).find(
        (one) => one.source === source && one.id === id,
      );
      if (conflict?.chosen === digest) return 'chosen already';
      const choice = await chooseContent(tx, customer, { source, id }, { ...deed, digest });
      if (choice !== undefined) await markDue(tx, customer, deed.at);
      return choice === undefined ? undefined : { choice, at: formatInstant(deed.at) };
    });
    if (done === undefined) return problemAnswer(c, [notFound('such conflict or content')]) as never;
    if (done === 'chosen already') return problemAnswer(c, [chosenAlready]) as never;
    context.wake();
    return c.json(done, 200);
  });

  app.openapi(undoRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const { choice, reason } = c.req.valid('json');
    if (reason === '') return problemAnswer(c, [reasonMissing]) as never;
    const deed = { by: context.actor, at: context.clock(), reason };
    const undone = await asStaffOf(context, customer, async (tx) => {
      const done = await undoChoice(tx, customer, choice, deed);
      if (done) await markDue(tx, customer, deed.at);
      return done;
    });
    if (!undone) return problemAnswer(c, [notFound('such choice, or it was taken back before')]) as never;
    context.wake();
    return c.json({ undone: true as const, at: formatInstant(deed.at) }, 200);
  });
}

const reasonMissing = {
  code: 'reason_missing',
  title: 'A reason is needed',
  detail: 'Say why.',
  todo: 'Write a sentence others will understand in a year.',
  pointer: '/reason',
};

const chosenAlready = {
  code: 'not_possible_now',
  title: 'Not possible',
  detail: 'This content counts already.',
  todo: 'Reload the list to see what counts.',
};
