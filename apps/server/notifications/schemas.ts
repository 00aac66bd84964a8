import { z } from '@hono/zod-openapi';
import { pageOf } from '../http/cursor.ts';

/** What somebody was told. `customer`: whom it is about; `place`: where to look, an address of the workspace. */
export const NotificationView = z
  .object({
    id: z.string(),
    kind: z.string(),
    title: z.string(),
    todo: z.string(),
    customer: z.object({ id: z.string(), name: z.string() }).nullable(),
    place: z.string(),
    at: z.string(),
    seen: z.boolean(),
  })
  .openapi('Notification');

/** `unseen`: how many of all are not seen yet; 100 stands for more than 99. */
export const NotificationsPage = pageOf(NotificationView)
  .extend({ unseen: z.number().int() })
  .openapi('NotificationsPage');

const id = z.string().regex(/^\d{1,18}$/, 'Give the id of a notification as it was read.');

export const SeenOrder = z
  .union([
    z.object({ ids: z.array(id).min(1).max(500) }).strict(),
    /** The newest that was shown: all up to it have been seen. */
    z.object({ through: id }).strict(),
  ])
  .openapi('SeenOrder');

export const Unseen = z.object({ unseen: z.number().int() }).openapi('Unseen');
