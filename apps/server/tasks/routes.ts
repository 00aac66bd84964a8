import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import { customerNames } from '#business/customers/customer.store.ts';
import type { Principal } from '#business/identity/principal.ts';
import type { Tx } from '#platform/database/scope.ts';
import { addDays, type CalendarDate, dateIn, type Instant } from '#platform/instant.ts';
import { whoAsks } from '../access/whoAsks.ts';
import { asStaff, type ServerContext } from '../context.ts';
import { jsonOf } from '../http/answers.ts';
import { taskKinds } from './kinds.ts';
import { TasksPage, type TaskView } from './schemas.ts';
import type { Task } from './task.ts';

type View = z.infer<typeof TaskView>;

const listRoute = createRoute({
  method: 'get',
  path: '/v1/tasks',
  summary: 'What waits for me or for my role, the earliest due first',
  responses: { 200: { description: 'Tasks', content: jsonOf(TasksPage) } },
});

/** Adds the route of tasks: each person's own. */
export function taskRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(listRoute, async (c) => {
    const now = context.clock();
    const principal = whoAsks();
    const items = await asStaff(context, async (tx) => viewOf(tx, await tasksOf(tx, principal, now), now));
    return c.json({ items, next: null, total: items.length }, 200);
  });
}

/** Returns all tasks of somebody, the earliest due first, then those without a date. */
export async function tasksOf(tx: Tx, principal: Principal, now: Instant): Promise<Task[]> {
  if (principal.kind !== 'staff') return [];
  const all: Task[] = [];
  for (const kind of taskKinds) all.push(...(await kind(tx, principal, now)));
  return all.sort(byDue);
}

/** Of the same day: mine before my role's, then by id, so that the order is always the same. */
function byDue(a: Task, b: Task): number {
  const key = ({ dueOn, for: whose, id }: Task) => [dueOn ?? '9999', whose, id].join(' ');
  return key(a) < key(b) ? -1 : 1;
}

async function viewOf(tx: Tx, tasks: readonly Task[], now: Instant): Promise<View[]> {
  const names = await customerNames(
    tx,
    tasks.flatMap(({ customer }) => customer ?? []),
  );
  const today = dateIn(now, 'UTC');
  return tasks.map(({ customer, ...task }) => ({
    ...task,
    customer: customer === null ? null : { id: customer, name: names.get(customer) ?? customer },
    state: stateOf(task.dueOn, today),
  }));
}

/** Soon: within a week. */
function stateOf(dueOn: CalendarDate | null, today: CalendarDate): View['state'] {
  if (dueOn === null) return 'open';
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  return dueOn <= addDays(today, 7) ? 'soon' : 'later';
}
