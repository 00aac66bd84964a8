import { randomUUID } from 'node:crypto';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { readStaff, type Staff } from '#business/identity/staff.store.ts';
import { countEach } from '#business/remediation/positionList.store.ts';
import {
  readSavedFilters,
  removeFilter,
  renameFilter,
  saveFilter,
} from '#business/remediation/savedFilter.store.ts';
import type { Problem } from '#platform/problem.ts';
import { asStaff, type ServerContext } from '../context.ts';
import { bodyOf, jsonOf, problemContent } from '../http/answers.ts';
import { changedMeanwhile, expectedVersion, versionHeader } from '../http/etag.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { filterOf } from './question.ts';
import { type FilterQuery, filterQuery } from './schemas.ts';

const Saved = z
  .object({
    id: z.string(),
    name: z.string(),
    address: z.string(),
    version: z.number().int(),
    /** How many positions pass it now; `null` where it asks for something there is no more. */
    positions: z.number().int().nullable(),
  })
  .openapi('SavedFilter');
const List = z
  .object({ items: z.array(Saved), next: z.null(), total: z.number().int() })
  .openapi('SavedFilters');
const name = z.string().trim().min(1, 'Give it a name.').max(100);
const answers = { 200: { description: 'The saved filters', content: jsonOf(List) }, 422: problemContent };
const SaveOrder = z.object({ name, address: z.string().max(2000) }).openapi('SaveFilterOrder');
const RenameOrder = z.object({ name }).openapi('RenameFilterOrder');
const ofOne = z.object({ id: z.guid('Give the id of a saved filter.') });

const listRoute = createRoute({
  method: 'get',
  path: '/v1/positions/filters',
  summary: 'The saved filters of the positions, each with how many positions pass it now',
  responses: { 200: answers[200] },
});
const saveRoute = createRoute({
  method: 'post',
  path: '/v1/positions/filters',
  summary: 'Save a filter under a name, for everybody at the vendor',
  request: { body: bodyOf(SaveOrder) },
  responses: answers,
});
const renameRoute = createRoute({
  method: 'patch',
  path: '/v1/positions/filters/{id}',
  summary: 'Give a saved filter another name (If-Match)',
  request: { params: ofOne, headers: versionHeader, body: bodyOf(RenameOrder) },
  responses: { ...answers, 404: problemContent, 412: problemContent, 428: problemContent },
});
const removeRoute = createRoute({
  method: 'delete',
  path: '/v1/positions/filters/{id}',
  summary: 'Remove a saved filter',
  request: { params: ofOne },
  responses: { ...answers, 404: problemContent },
});

/** Adds the routes of saved filters. */
export function savedFilterRoutes(app: OpenAPIHono, context: ServerContext): void {
  const list = async () => {
    const now = context.clock();
    return asStaff(context, async (tx) => {
      const saved = await readSavedFilters(tx);
      const staff = await readStaff(tx);
      const asked = [];
      for (const { id, address } of saved) {
        const question = asQuestion(address, staff);
        if (question) asked.push({ id, ...question });
      }
      const counts = await countEach(tx, asked, now);
      const found = new Map(asked.map(({ id }, i) => [id, counts[i]!]));
      const items: z.infer<typeof Saved>[] = saved.map((one) => ({
        ...one,
        positions: found.get(one.id) ?? null,
      }));
      return { items, next: null, total: items.length };
    });
  };

  app.openapi(listRoute, async (c) => c.json(await list(), 200));

  app.openapi(saveRoute, async (c) => {
    const order = c.req.valid('json');
    if (!readAddress(order.address)) return problemAnswer(c, [addressUnreadable]) as never;
    const saved = await asStaff(context, (tx) =>
      saveFilter(tx, { id: randomUUID(), ...order }, context.clock()),
    );
    if (saved !== 'saved') return problemAnswer(c, [saved === 'too many' ? tooMany : nameTaken]) as never;
    return c.json(await list(), 200);
  });

  app.openapi(renameRoute, async (c) => {
    const version = expectedVersion(c);
    if (!version.ok) return problemAnswer(c, version.problems) as never;
    const asked = { id: c.req.valid('param').id, name: c.req.valid('json').name, version: version.value };
    const done = await asStaff(context, (tx) => renameFilter(tx, asked));
    if (done === 0) return problemAnswer(c, [notFound('such filter')]) as never;
    if (done === 'name taken') return problemAnswer(c, [nameTaken]) as never;
    if (done !== 'renamed') return problemAnswer(c, [changedMeanwhile('saved filter', done)]) as never;
    return c.json(await list(), 200);
  });

  app.openapi(removeRoute, async (c) => {
    const removed = await asStaff(context, (tx) => removeFilter(tx, c.req.valid('param').id));
    return removed ? c.json(await list(), 200) : (problemAnswer(c, [notFound('such filter')]) as never);
  });
}

function readAddress(address: string): FilterQuery | undefined {
  const all = new URLSearchParams(address);
  const query = Object.fromEntries(
    [...new Set(all.keys())].map((key) => {
      const values = all.getAll(key);
      return [key, values.length === 1 ? values[0] : values];
    }),
  );
  const read = filterQuery.strict().safeParse(query);
  return read.success && filterOf(read.data).ok ? read.data : undefined;
}

/** Returns what a kept address asks for; nothing where it asks for what there is no longer. */
function asQuestion(address: string, staff: readonly Staff[]) {
  const asked = readAddress(address);
  const filter = asked && filterOf(asked);
  if (!filter?.ok) return undefined;
  return { filter: filter.value, owner: staff.find(({ id }) => id === filter.value.owner) ?? null };
}

const addressUnreadable: Problem = {
  code: 'filter_unreadable',
  title: 'No filter',
  detail: 'The address is no filter of the positions.',
  todo: 'Send the query of the list as it stands behind the question mark.',
  pointer: '/address',
};

const nameTaken: Problem = {
  code: 'filter_name_taken',
  title: 'The name is taken',
  detail: 'Another saved filter has this name.',
  todo: 'Choose another name, or remove the other filter.',
  pointer: '/name',
};

const tooMany: Problem = {
  code: 'too_many_filters',
  title: 'Too many filters',
  detail: 'Thirty filters are saved already.',
  todo: 'Remove one that nobody uses.',
};
