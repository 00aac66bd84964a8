import { randomUUID } from 'node:crypto';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { readCustomer } from '#business/customers/customer.store.ts';
import { notify } from '#business/identity/notification.store.ts';
import { readStaff } from '#business/identity/staff.store.ts';
import { commandWork } from '#business/remediation/work.store.ts';
import type { NoteText, WorkCommand } from '#business/remediation/work.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Instant } from '#platform/instant.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { asStaffOf, type ServerContext } from '../context.ts';
import { bodyOf, jsonOf, problemContent } from '../http/answers.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { notDone, onceHeader, withText } from '../reasoned.ts';
import { AppendOrder, AssignOrder, NoteOrder, WorkView } from './schemas.ts';
import { workView } from './view.ts';

const Customer = z.object({ customer: z.string() });
const OfNote = Customer.extend({ note: z.string() });
const answers = {
  200: { description: 'The work at the customer', content: jsonOf(WorkView) },
  404: problemContent,
  422: problemContent,
};
const path = '/v1/customers/{customer}';

const readRoute = createRoute({
  method: 'get',
  path: `${path}/work`,
  summary: 'Who works on what at a customer, and the notes on it and its findings',
  request: { params: Customer },
  responses: answers,
});
const assignRoute = createRoute({
  method: 'post',
  path: `${path}/assignments`,
  summary:
    'Assign a position, and with it the finding that stands there, to a person of the vendor; or to nobody',
  request: { params: Customer, headers: onceHeader, body: bodyOf(AssignOrder) },
  responses: answers,
});
const noteRoute = createRoute({
  method: 'post',
  path: `${path}/notes`,
  summary: 'Write a note on a customer or on one of its findings',
  request: { params: Customer, headers: onceHeader, body: bodyOf(NoteOrder) },
  responses: answers,
});
const appendRoute = createRoute({
  method: 'post',
  path: `${path}/notes/{note}/append`,
  summary: 'Add to a note; what was written before stays',
  request: { params: OfNote, headers: onceHeader, body: bodyOf(AppendOrder) },
  responses: answers,
});
const eraseRoute = createRoute({
  method: 'post',
  path: `${path}/notes/{note}/erase`,
  summary: 'Erase the texts of a note for ever; that it was there stays known',
  request: { params: OfNote, headers: onceHeader },
  responses: answers,
});

type By = { readonly actor: string; readonly now: Instant };
type Once = { readonly idempotencyKey?: string; readonly asked?: Json };
type Deed = { readonly customer: string; readonly staff?: string | null; readonly asked: Json };

/** Adds the routes of assignments and notes. */
export function workRoutes(app: OpenAPIHono, context: ServerContext): void {
  /** Does `work` at a customer there is, for a person there is, and answers with all the work there. */
  async function answer(
    c: Context,
    { customer, staff = null, asked }: Deed,
    work: (tx: Tx, by: By, once: Once) => ReturnType<typeof commandWork>,
  ): Promise<Response> {
    const key = c.req.header('idempotency-key');
    const once = { asked, ...(key ? { idempotencyKey: key } : {}) };
    const done = await asStaffOf(context, customer, async (tx) => {
      if (!(await readCustomer(tx, customer))) return 'such customer';
      const known = staff === null || (await readStaff(tx)).some(({ id, active }) => id === staff && active);
      if (!known) return 'such person in the team';
      const result = await work(tx, { actor: context.actor, now: context.clock() }, once);
      return { result, view: await workView(tx, customer) };
    });
    if (typeof done === 'string') return problemAnswer(c, [notFound(done)]);
    return notDone(c, done.result, 'work at the customer') ?? c.json(done.view, 200);
  }

  /** Keeps a text and carries out the command that names it. */
  const write =
    (customer: string, words: string, author: string | null, command: (text: NoteText) => WorkCommand) =>
    (tx: Tx, by: By, once: Once) =>
      withText(tx, { customer, text: words, key: once.idempotencyKey, now: by.now }, (ref) =>
        commandWork(tx, customer, command({ ...ref, by: author ?? by.actor, at: by.now }), by, once),
      );

  app.openapi(readRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const view = await asStaffOf(context, customer, async (tx) =>
      (await readCustomer(tx, customer)) ? workView(tx, customer) : undefined,
    );
    return view ? c.json(view, 200) : (problemAnswer(c, [notFound('such customer')]) as never);
  });

  app.openapi(assignRoute, (c) => {
    const { customer } = c.req.valid('param');
    const { staff, ...place } = c.req.valid('json');
    return answer(c, { customer, staff, asked: { ...place, staff } }, async (tx, by, once) => {
      const done = await commandWork(tx, customer, { kind: 'assign', place, staff, at: by.now }, by, once);
      if (staff !== null && done.kind === 'done' && done.events.length > 0)
        await notify(tx, {
          to: { staff },
          customer,
          kind: 'work.assigned',
          place: `/customers/${customer}`,
          by: by.actor,
          now: by.now,
        });
      return done;
    }) as never;
  });

  app.openapi(noteRoute, (c) => {
    const { customer } = c.req.valid('param');
    const { text: words, finding, author } = c.req.valid('json');
    const deed = { customer, staff: author, asked: { note: words, finding, author } };
    const command = (text: NoteText): WorkCommand => ({ kind: 'note', id: randomUUID(), finding, text });
    return answer(c, deed, write(customer, words, author, command)) as never;
  });

  app.openapi(appendRoute, (c) => {
    const { customer, note: id } = c.req.valid('param');
    const { text: words, author } = c.req.valid('json');
    const deed = { customer, staff: author, asked: { append: id, words, author } };
    return answer(
      c,
      deed,
      write(customer, words, author, (text) => ({ kind: 'append', id, text })),
    ) as never;
  });

  app.openapi(eraseRoute, (c) => {
    const { customer, note: id } = c.req.valid('param');
    return answer(c, { customer, asked: { erase: id } }, (tx, by, once) =>
      commandWork(tx, customer, { kind: 'erase', id, at: by.now }, by, once),
    ) as never;
  });
}
