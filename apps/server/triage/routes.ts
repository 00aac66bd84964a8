import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import { readStaff } from '#business/identity/staff.store.ts';
import { publishTriage } from '#business/policy/triageTable.store.ts';
import { type TriageTable, triageDecider } from '#business/policy/triageTable.ts';
import { triageAll } from '#business/remediation/triage.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import type { Problem } from '#platform/problem.ts';
import { asStaff, type ServerContext } from '../context.ts';
import { bodyOf, jsonOf, problemContent } from '../http/answers.ts';
import { expectedVersion, setVersion, versionHeader } from '../http/etag.ts';
import { problemAnswer } from '../problems.ts';
import { notDone, refusedProblem } from '../reasoned.ts';
import { TriageOrder, TriagePage, TriagePreview } from './schemas.ts';
import { triagePage, triagePreview } from './view.ts';

const problems = { 412: problemContent, 422: problemContent, 428: problemContent };

const readRoute = createRoute({
  method: 'get',
  path: '/v1/triage',
  summary:
    'The table that gives findings their severity, order, owner and due date; with its version as ETag',
  responses: { 200: { description: 'The table', content: jsonOf(TriagePage) } },
});
const publishRoute = createRoute({
  method: 'put',
  path: '/v1/triage',
  summary:
    'Publish another table (If-Match: the version that was seen, "0" for none); every open finding is triaged anew',
  request: { headers: versionHeader, body: bodyOf(TriageOrder) },
  responses: { 200: { description: 'The table', content: jsonOf(TriagePage) }, ...problems },
});
const previewRoute = createRoute({
  method: 'post',
  path: '/v1/triage/preview',
  summary: 'What each open finding would become under a table; nothing is changed',
  request: { body: bodyOf(TriageOrder) },
  responses: { 200: { description: 'The preview', content: jsonOf(TriagePreview) }, 422: problemContent },
});

/** Adds the routes of the triage table. */
export function triageRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(readRoute, async (c) => {
    const page = await asStaff(context, triagePage);
    setVersion(c, page.version);
    return c.json(page, 200);
  });

  app.openapi(previewRoute, async (c) => {
    const table = tableOf(c.req.valid('json'));
    const now = context.clock();
    const preview = await asStaff(context, async (tx) => {
      const wrong = await unfit(tx, table, now);
      return wrong ?? triagePreview(tx, table, now);
    });
    return 'code' in preview ? (problemAnswer(c, [preview]) as never) : c.json(preview, 200);
  });

  app.openapi(publishRoute, async (c) => {
    const version = expectedVersion(c);
    if (!version.ok) return problemAnswer(c, version.problems) as never;
    const table = tableOf(c.req.valid('json'));
    const by = { actor: context.actor, now: context.clock() };
    const done = await asStaff(context, async (tx) => {
      const wrong = await unfit(tx, table, by.now);
      if (wrong) return wrong;
      const result = await publishTriage(tx, table, by, version.value);
      if (result.kind === 'done') await triageAll(tx, by.now);
      return { result, page: await triagePage(tx) };
    });
    if ('code' in done) return problemAnswer(c, [done]) as never;
    const refused = notDone(c, done.result, 'triage table');
    if (refused) return refused as never;
    setVersion(c, done.page.version);
    return c.json(done.page, 200);
  });
}

function tableOf(order: z.infer<typeof TriageOrder>): TriageTable {
  return order as TriageTable;
}

/** Returns why a table may not be published or tried: a test its column does not understand, a person there is none of. */
async function unfit(
  tx: Tx,
  table: TriageTable,
  at: Parameters<typeof triageAll>[1],
): Promise<Problem | undefined> {
  const decided = triageDecider.decide({ kind: 'publish', table, at }, triageDecider.initial);
  if ('refused' in decided) return refusedProblem(decided.refused);
  const staff = new Set((await readStaff(tx)).flatMap(({ id, active }) => (active ? [id] : [])));
  const row = table.rows.findIndex(({ outcome }) => outcome.owner !== null && !staff.has(outcome.owner));
  return row === -1 ? undefined : { ...ownerUnknown, pointer: `/rows/${row}/outcome/owner` };
}

const ownerUnknown: Problem = {
  code: 'table_owner_unknown',
  title: 'Nobody of this name',
  detail: 'A row names an owner who is not in the team, or has left it.',
  todo: 'Choose somebody of the team, or the owner of the customer.',
};
