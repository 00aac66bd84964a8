import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { inAccess } from '#business/identity/accessScope.store.ts';
import { readMode } from '#business/identity/installation.store.ts';
import { formatInstant } from '#platform/instant.ts';
import { countMail, type QueuedMail, readMail } from '#platform/mail/mail.store.ts';
import type { ServerContext } from '../context.ts';
import { jsonOf, problemContent } from '../http/answers.ts';
import { cutPage, isRowNumber, pageOf, pageQuery, readCursor } from '../http/cursor.ts';
import { notFound, problemAnswer } from '../problems.ts';
import { withLetters } from './sendMail.ts';

const MailView = z
  .object({
    id: z.string(),
    kind: z.string(),
    to: z.object({ name: z.string(), address: z.string() }).nullable(),
    subject: z.string().nullable(),
    text: z.string().nullable(),
    status: z.enum(['waiting', 'sent', 'shown', 'failed', 'outdated']),
    /** Why it did not go out, in words without names. */
    detail: z.string().nullable(),
    recordedAt: z.string(),
  })
  .openapi('Mail');
const MailPage = pageOf(MailView).openapi('MailPage');

const listRoute = createRoute({
  method: 'get',
  path: '/v1/mail',
  summary: 'What went out by e-mail, the newest first; only in an installation that shows the demo',
  request: { query: pageQuery },
  responses: { 200: { description: 'Mail', content: jsonOf(MailPage) }, 404: problemContent },
});

/** Adds the list of letters. Elsewhere than in a demo it is not there: letters hold what is meant for one person. */
export function mailRoutes(app: OpenAPIHono, context: ServerContext): void {
  app.openapi(listRoute, async (c) => {
    const { cursor, limit } = c.req.valid('query');
    const key = readCursor(cursor, 1, ([id]) => isRowNumber(id));
    if (!key.ok) return problemAnswer(c, key.problems) as never;
    const mode = await inAccess(context.pool, context.actor, readMode);
    if (mode !== 'demo') return problemAnswer(c, [notFound('such operation')]) as never;
    const before = key.value === null ? null : String(key.value[0]);
    const page = await withLetters(context, async (tx) => {
      const { items, next } = cutPage(await readMail(tx, { before, most: limit + 1 }), limit, ({ id }) => [
        id,
      ]);
      return { items: items.map(mailView), next, total: before === null ? await countMail(tx) : null };
    });
    c.header('cache-control', 'no-store');
    return c.json(page, 200);
  });
}

function mailView({ id, kind, to, subject, text, status, detail, recordedAt }: QueuedMail) {
  return { ...{ id, kind, to, subject, text, status, detail }, recordedAt: formatInstant(recordedAt) };
}
