import { randomUUID } from 'node:crypto';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import {
  commandReceipts,
  countDuties,
  isOwed,
  type ListedDuty,
  listDuties,
} from '#business/remediation/duty.store.ts';
import { type CalendarDate, dateIn } from '#platform/instant.ts';
import { asStaff, asStaffOf, type ServerContext } from '../context.ts';
import { bodyOf, Changed, jsonOf, problemContent } from '../http/answers.ts';
import { cutPage, isDay, readCursor } from '../http/cursor.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { notDone, onceHeader, withText } from '../reasoned.ts';
import { DutiesPage, type DutyView, dutyQuery, ReceiveOrder, UndoReceiptOrder } from './schemas.ts';

const Customer = z.object({ customer: z.string() });
const answers = {
  200: { description: 'Done', content: jsonOf(Changed) },
  404: problemContent,
  422: problemContent,
};
const cursorLength = 5;

const listRoute = createRoute({
  method: 'get',
  path: '/v1/duties',
  summary: 'What customers owe by a date, such as reports: the earliest due first',
  request: { query: dutyQuery },
  responses: { 200: { description: 'Duties', content: jsonOf(DutiesPage) }, 422: problemContent },
});
const receiveRoute = createRoute({
  method: 'post',
  path: '/v1/customers/{customer}/duties/receive',
  summary: 'Record that what was owed by a date has come in',
  request: { params: Customer, headers: onceHeader, body: bodyOf(ReceiveOrder) },
  responses: answers,
});
const undoRoute = createRoute({
  method: 'post',
  path: '/v1/customers/{customer}/duties/undo',
  summary: 'Take a receipt back, with the reason why',
  request: { params: Customer, headers: onceHeader, body: bodyOf(UndoReceiptOrder) },
  responses: answers,
});

/** Adds the routes of duties. */
export function dutyRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(listRoute, async (c) => {
    const { state: states = [], customer = null, cursor, limit } = c.req.valid('query');
    const after = readCursor(cursor, cursorLength, ([dueOn]) => isDay(dueOn));
    if (!after.ok) return problemAnswer(c, after.problems) as never;
    const today = dateIn(context.clock(), 'UTC');
    const page = await asStaff(context, async (tx) => {
      const rows = await listDuties(
        tx,
        { states, customer, today },
        { after: after.value, limit: limit + 1 },
      );
      return { rows, counts: await countDuties(tx, customer, today) };
    });
    const { rows, counts } = page;
    const { items, next } = cutPage(rows, limit, ({ key }) => key);
    const wanted = [...counts].filter(([state]) => states.length === 0 || states.includes(state));
    const total = wanted.reduce((sum, [, dates]) => sum + dates, 0);
    const all = [...counts].map(([state, dates]) => ({ state, dates }));
    return c.json({ items: items.map(view), next, total, states: all }, 200);
  });

  app.openapi(receiveRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const { agreement, duty, dueOn, receivedOn } = c.req.valid('json');
    const key = c.req.valid('header')['idempotency-key'];
    const now = context.clock();
    const done = await asStaffOf(context, customer, async (tx) => {
      const place = { customer, agreement, duty };
      if (!(await isOwed(tx, place, dueOn))) return undefined;
      const dates = { dueOn: dueOn as CalendarDate, receivedOn: receivedOn as CalendarDate };
      const today = dateIn(now, 'UTC');
      return commandReceipts(
        tx,
        place,
        { kind: 'receive', id: randomUUID(), ...dates, today, by: context.actor, at: now },
        { actor: context.actor, now },
        { asked: { receive: duty, dueOn, receivedOn }, ...(key ? { idempotencyKey: key } : {}) },
      );
    });
    if (!done) return problemAnswer(c, [notFound('duty that is owed by this date')]) as never;
    return (notDone(c, done, 'duty') ??
      c.json({ version: (done as { version: number }).version }, 200)) as never;
  });

  app.openapi(undoRoute, async (c) => {
    const { customer } = c.req.valid('param');
    const { agreement, duty, receipt: id, reason: text } = c.req.valid('json');
    const key = c.req.valid('header')['idempotency-key'];
    const now = context.clock();
    const done = await asStaffOf(context, customer, (tx) =>
      withText(tx, { customer, text, key, now }, (reason) =>
        commandReceipts(
          tx,
          { customer, agreement, duty },
          { kind: 'undo', id, reason, by: context.actor, at: now },
          { actor: context.actor, now },
          { asked: { undo: id, reason: text }, ...(key ? { idempotencyKey: key } : {}) },
        ),
      ),
    );
    return (notDone(c, done, 'duty') ??
      c.json({ version: (done as { version: number }).version }, 200)) as never;
  });
}

function view({ body, state, receipt, receivedOn }: ListedDuty): z.infer<typeof DutyView> {
  return { ...body, state, receipt: receipt === null ? null : { id: receipt, receivedOn: receivedOn! } };
}
