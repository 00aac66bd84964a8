import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { coverageOf } from '#business/policy/coverage.ts';
import type { Inputs } from '#business/policy/decisionTable.ts';
import { publishOrderPolicy, readOrderPolicy } from '#business/policy/orderPolicy.store.ts';
import { type OrderTable, orderColumns, orderWays } from '#business/policy/orderPolicy.ts';
import type { Tx } from '#platform/database/scope.ts';
import { asStaff, type ServerContext } from '../context.ts';
import { bodyOf, jsonOf, problemContent } from '../http/answers.ts';
import { expectedVersion, setVersion, versionHeader } from '../http/etag.ts';
import { problemAnswer } from '../problems.ts';
import { notDone } from '../reasoned.ts';
import { TableTest, TriageColumn } from '../triage/schemas.ts';

const Row = z
  .object({ tests: z.record(z.string(), TableTest), outcome: z.enum(orderWays) })
  .openapi('OrderPolicyRow');
const Table = z.object({ rows: z.array(Row).max(100) }).openapi('OrderPolicyOrder');
const Page = z
  .object({
    version: z.number().int(),
    columns: z.array(TriageColumn),
    rows: z.array(Row),
    /** What no row covers, in words: all of it is asked for; and the rows that no order reaches. */
    gaps: z.array(z.string()),
    unreached: z.array(z.number().int()),
  })
  .openapi('OrderPolicy');

const readRoute = createRoute({
  method: 'get',
  path: '/v1/order-policy',
  summary: 'The table that says which orders customers place at once; with its version as ETag',
  responses: { 200: { description: 'The table', content: jsonOf(Page) } },
});
const publishRoute = createRoute({
  method: 'put',
  path: '/v1/order-policy',
  summary: 'Publish another table (If-Match: the version that was seen, "0" for none)',
  request: { headers: versionHeader, body: bodyOf(Table) },
  responses: {
    200: { description: 'The table', content: jsonOf(Page) },
    412: problemContent,
    422: problemContent,
    428: problemContent,
  },
});

/** Adds the routes of the table of orders. */
export function policyRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(readRoute, async (c) => {
    const page = await asStaff(context, pageOf);
    setVersion(c, page.version);
    return c.json(page, 200);
  });

  app.openapi(publishRoute, async (c) => {
    const version = expectedVersion(c);
    if (!version.ok) return problemAnswer(c, version.problems) as never;
    const table = c.req.valid('json') as OrderTable;
    const by = { actor: context.actor, now: context.clock() };
    const { result, page } = await asStaff(context, async (tx) => ({
      result: await publishOrderPolicy(tx, table, by, version.value),
      page: await pageOf(tx),
    }));
    const refused = notDone(c, result, 'table of orders');
    if (refused) return refused as never;
    setVersion(c, page.version);
    return c.json(page, 200);
  });
}

async function pageOf(tx: Tx): Promise<z.infer<typeof Page>> {
  const { table, version } = await readOrderPolicy(tx);
  const { gaps, unreached } =
    table.rows.length === 0 ? { gaps: [], unreached: [] } : coverageOf(table, orderColumns);
  return {
    version,
    columns: orderColumns.map((column) => ({
      id: column.id,
      type: column.type,
      optional: column.optional ?? false,
      values: 'values' in column ? [...column.values] : [],
    })),
    rows: table.rows as z.infer<typeof Page>['rows'],
    gaps: gaps.map(gapWords),
    unreached: [...unreached],
  };
}

/** Numbers stand for all from there up to the next border of the table. */
function gapWords(gap: Inputs): string {
  const parts = Object.entries(gap).map(([id, input]) => {
    if (input === null) return `${id} not known`;
    if (typeof input === 'string') {
      const isNumber = orderColumns.some((column) => column.id === id && column.type === 'number');
      return `${id} ${isNumber ? 'from ' : ''}${input}`;
    }
    return 'amount' in input
      ? `${id} from ${input.amount} ${input.currency}`
      : `${id} ${input.join(' and ')}`;
  });
  return parts.join(', ');
}
