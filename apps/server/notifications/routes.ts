import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import { customerNames } from '#business/customers/customer.store.ts';
import {
  countUnseen,
  markSeen,
  type Notification,
  readNotifications,
} from '#business/identity/notification.store.ts';
import { isNotificationKind, notificationKinds } from '#business/identity/notification.ts';
import type { Tx } from '#platform/database/scope.ts';
import { formatInstant } from '#platform/instant.ts';
import { whoAsks } from '../access/whoAsks.ts';
import { asStaff, type ServerContext } from '../context.ts';
import { bodyOf, jsonOf, problemContent } from '../http/answers.ts';
import { cutPage, isRowNumber, pageQuery, readCursor } from '../http/cursor.ts';
import { problemAnswer } from '../problems.ts';
import { NotificationsPage, type NotificationView, SeenOrder, Unseen } from './schemas.ts';

const listRoute = createRoute({
  method: 'get',
  path: '/v1/notifications',
  summary: 'What I was told, or my role, the newest first; and how much of it I have not seen',
  request: { query: pageQuery },
  responses: {
    200: { description: 'Notifications', content: jsonOf(NotificationsPage) },
    422: problemContent,
  },
});
const seenRoute = createRoute({
  method: 'post',
  path: '/v1/notifications/seen',
  summary: 'Put down what I have seen: some, or all up to the newest that was shown',
  request: { body: bodyOf(SeenOrder) },
  responses: {
    200: { description: 'How much is left', content: jsonOf(Unseen) },
    422: problemContent,
  },
});

/** Adds the routes of notifications: each person's own. */
export function notificationRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(listRoute, async (c) => {
    const { cursor, limit } = c.req.valid('query');
    const after = readCursor(cursor, 1, ([id]) => isRowNumber(id));
    if (!after.ok) return problemAnswer(c, after.problems) as never;
    const principal = whoAsks();
    const behind = after.value === null ? null : String(after.value[0]);
    const page = await asStaff(context, async (tx) => {
      const rows = await readNotifications(tx, principal, { after: behind, limit: limit + 1 });
      const { items, next } = cutPage(rows, limit, ({ id }) => [id]);
      return { items: await view(tx, items), next, total: null, unseen: await countUnseen(tx, principal) };
    });
    return c.json(page, 200);
  });

  app.openapi(seenRoute, async (c) => {
    const principal = whoAsks();
    const order = c.req.valid('json');
    const unseen = await asStaff(context, async (tx) => {
      await markSeen(tx, principal, order);
      return countUnseen(tx, principal);
    });
    return c.json({ unseen }, 200);
  });
}

/** A kind that this release does not know is shown by what is known of it all the same. */
const unknownKind = { title: 'Something happened', todo: 'Look there.' };

async function view(tx: Tx, items: readonly Notification[]): Promise<z.infer<typeof NotificationView>[]> {
  const names = await customerNames(
    tx,
    items.flatMap(({ customer }) => customer ?? []),
  );
  return items.map(({ kind, customer, at, ...item }) => {
    const { title, todo } = isNotificationKind(kind) ? notificationKinds[kind] : unknownKind;
    const about = customer === null ? null : { id: customer, name: names.get(customer) ?? customer };
    return { ...item, kind, title, todo, customer: about, at: formatInstant(at) };
  });
}
