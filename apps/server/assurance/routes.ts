import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { controlCodes, quarterOf } from '#business/assurance/control.ts';
import { commandControlAudit, readControlAudits } from '#business/assurance/controlAudit.store.ts';
import type { ControlAuditCommand } from '#business/assurance/controlAudit.ts';
import { checkControls } from '#business/assurance/controlFacts.store.ts';
import { notify } from '#business/identity/notification.store.ts';
import { readStaff } from '#business/identity/staff.store.ts';
import { type Tx, vendorWide } from '#platform/database/scope.ts';
import { dateIn, type Instant } from '#platform/instant.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { asStaff, type ServerContext } from '../context.ts';
import { setVersion } from '../http/etag.ts';
import { ProblemView } from '../pages.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { notDone, onceHeader, ReasonOrder, type TextRef, withText } from '../reasoned.ts';
import { AssignOrder, AuditList, AuditView } from './schemas.ts';
import { auditView, summaryOf } from './view.ts';

const json = <S extends z.ZodType>(schema: S) => ({ 'application/json': { schema } });
const problems = {
  description: 'What was wrong',
  content: { 'application/problem+json': { schema: ProblemView } },
};
const Quarter = z.object({ quarter: z.string().regex(/^\d{4}-Q[1-4]$/, 'Write the quarter as 2026-Q4.') });
const Task = Quarter.extend({ control: z.enum(controlCodes) });
const answers = {
  200: { description: 'The audit', content: json(AuditView) },
  404: problems,
  409: problems,
  422: problems,
};

const listRoute = createRoute({
  method: 'get',
  path: '/v1/control-audits',
  summary: 'The audits of our own license controls, one a quarter, the latest first',
  responses: { 200: { description: 'Audits', content: json(AuditList) } },
});
const oneRoute = createRoute({
  method: 'get',
  path: '/v1/control-audits/{quarter}',
  summary: 'The audit of one quarter: every control, what is missing, and the tasks',
  request: { params: Quarter },
  responses: answers,
});
const runRoute = createRoute({
  method: 'post',
  path: '/v1/control-audits',
  summary: 'Run the checklist now, for the quarter that runs',
  request: { headers: onceHeader },
  responses: answers,
});
const assignRoute = createRoute({
  method: 'post',
  path: '/v1/control-audits/{quarter}/tasks/{control}/assign',
  summary: 'Give the task of a control to somebody, until a day',
  request: { params: Task, headers: onceHeader, body: { required: true, content: json(AssignOrder) } },
  responses: answers,
});
const acceptRoute = createRoute({
  method: 'post',
  path: '/v1/control-audits/{quarter}/tasks/{control}/accept',
  summary: 'Accept what is missing as it is, with a reason',
  request: {
    params: Task,
    headers: onceHeader,
    body: { required: true, content: json(ReasonOrder) },
  },
  responses: answers,
});
const closeRoute = createRoute({
  method: 'post',
  path: '/v1/control-audits/{quarter}/close',
  summary: 'Close the audit of a quarter',
  request: { params: Quarter, headers: onceHeader },
  responses: answers,
});

/** Adds the routes of the control audit. */
export function assuranceRoutes(app: OpenAPIHono, context: ServerContext): void {
  const find = async (tx: Tx, quarter: string) =>
    (await readControlAudits(tx)).find(({ audit }) => audit.quarter === quarter);

  app.openapi(listRoute, async (c) => {
    const items = await asStaff(context, async (tx) => (await readControlAudits(tx)).map(summaryOf));
    const quarter = quarterOf(dateIn(context.clock(), 'UTC'));
    return c.json({ quarter, items, next: null, total: items.length }, 200);
  });

  app.openapi(oneRoute, async (c) => {
    const { quarter } = c.req.valid('param');
    const view = await asStaff(context, async (tx) => {
      const stored = await find(tx, quarter);
      return stored && auditView(tx, stored);
    });
    if (!view) return problemAnswer(c, [notFound('audit of that quarter')]) as never;
    setVersion(c, view.version);
    return c.json(view, 200);
  });

  type Asked = {
    readonly quarter: string;
    readonly key: string | undefined;
    readonly words: Json;
    readonly text?: string;
    readonly command: (now: Instant, tx: Tx, reason: TextRef) => Promise<ControlAuditCommand>;
  };
  const carryOut = ({ quarter, key, words, text, command }: Asked) =>
    asStaff(context, async (tx) => {
      const now = context.clock();
      const work = async (ref: TextRef) =>
        commandControlAudit(
          tx,
          quarter,
          await command(now, tx, ref),
          { actor: context.actor, now },
          { asked: words, ...(key ? { idempotencyKey: key } : {}) },
        );
      const done =
        text === undefined
          ? await work({ document: '', digest: '' })
          : await withText(tx, { customer: vendorWide, text, key, now }, work);
      if (done.kind === 'done')
        for (const event of done.events)
          if (event.kind === 'assigned' && event.staff !== null)
            await notify(tx, {
              to: { staff: event.staff },
              customer: null,
              kind: 'control.assigned',
              by: context.actor,
              now,
            });
      return done.kind === 'done'
        ? { done, view: await auditView(tx, (await find(tx, quarter))!) }
        : { done };
    });
  const answer = async (c: Parameters<typeof problemAnswer>[0], asked: Asked) => {
    const { done, view } = await carryOut(asked);
    return (notDone(c, done, 'audit') ?? c.json(view!, 200)) as never;
  };

  app.openapi(runRoute, (c) => {
    const quarter = quarterOf(dateIn(context.clock(), 'UTC'));
    const command = async (at: Instant, tx: Tx): Promise<ControlAuditCommand> => ({
      kind: 'run',
      quarter,
      results: await checkControls(tx, at),
      at,
    });
    return answer(c, { quarter, key: c.req.valid('header')['idempotency-key'], words: 'run', command });
  });

  app.openapi(assignRoute, async (c) => {
    const { quarter, control } = c.req.valid('param');
    const { staff, dueOn } = c.req.valid('json');
    const known =
      staff === null || (await asStaff(context, readStaff)).some(({ id, active }) => active && id === staff);
    if (!known) return problemAnswer(c, [notFound('such person in the team')]) as never;
    return answer(c, {
      quarter,
      key: c.req.valid('header')['idempotency-key'],
      words: { assign: control, staff, dueOn },
      command: async (at) => ({ kind: 'assign', control, staff, dueOn, at }),
    });
  });

  app.openapi(acceptRoute, (c) => {
    const { quarter, control } = c.req.valid('param');
    const { reason: text } = c.req.valid('json');
    return answer(c, {
      quarter,
      key: c.req.valid('header')['idempotency-key'],
      words: { accept: control, reason: text },
      text,
      command: async (at, _, reason) => ({ kind: 'accept', control, reason, at }),
    });
  });

  app.openapi(closeRoute, (c) => {
    const { quarter } = c.req.valid('param');
    return answer(c, {
      quarter,
      key: c.req.valid('header')['idempotency-key'],
      words: 'close',
      command: async (at) => ({ kind: 'close', at }),
    });
  });
}
