import { z } from '@hono/zod-openapi';

/** Something that waits for me, or for anybody of my role. */
export const TaskView = z
  .object({
    id: z.string(),
    kind: z.string(),
    title: z.string(),
    detail: z.string().nullable(),
    customer: z.object({ id: z.string(), name: z.string() }).nullable(),
    place: z.string(),
    dueOn: z.string().nullable(),
    state: z.enum(['overdue', 'today', 'soon', 'later', 'open']),
    for: z.enum(['me', 'my role']),
  })
  .openapi('Task');

/** `total`: how many there are in all; of one sort at most 100 are given. */
export const TasksPage = z
  .object({ items: z.array(TaskView), next: z.null(), total: z.number().int() })
  .openapi('TasksPage');
