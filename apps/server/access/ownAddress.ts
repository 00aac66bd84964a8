import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { problemAnswer } from '../problems.ts';

const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
const reading: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

/**
 * Answers only under this machine's names and the public address, so that no name of others that points here reaches
 * it; refuses what a page of another site sends, and any change by cookie that does not say it comes from our own pages.
 */
export function answerOnlyToOurselves(app: OpenAPIHono, publicUrl?: string): void {
  const open = publicUrl === undefined ? undefined : new URL(publicUrl);
  app.use('*', async (c, next) => {
    if (!isOurHost(c, open) || !isOurOrigin(c, open))
      return problemAnswer(c, [
        {
          code: 'foreign_origin',
          title: 'Not from here',
          detail: 'This address answers only to itself.',
          todo: 'Open Goodterms by the address it printed at its start.',
        },
      ]);
    await next();
    c.header('x-content-type-options', 'nosniff');
    // Of one person, or of one customer: nothing for a cache on the way, which may take an address for that of a file.
    if (/^\/(?:v1|scim)\//.test(c.req.path)) c.header('cache-control', 'no-store');
    c.header('referrer-policy', 'no-referrer');
    c.header('content-security-policy', policy);
    if (open?.protocol === 'https:') c.header('strict-transport-security', 'max-age=31536000');
    return undefined;
  });
}

function isOurHost(c: Context, open: URL | undefined): boolean {
  return isLoopback(c) || c.req.header('host') === open?.host;
}

function isLoopback(c: Context): boolean {
  return loopback.has((c.req.header('host') ?? '').replace(/:\d+$/, ''));
}

/**
 * A browser says where a request comes from; a change that brings a cookie and does not say so is not taken. Under the
 * public name only its own scheme is ours: over https, a page of plain http may be anybody's on the way.
 */
function isOurOrigin(c: Context, open: URL | undefined): boolean {
  const origin = c.req.header('origin');
  if (origin !== undefined)
    return (
      URL.canParse(origin) &&
      (new URL(origin).origin === open?.origin ||
        (isLoopback(c) && new URL(origin).host === c.req.header('host')))
    );
  const site = c.req.header('sec-fetch-site');
  if (reading.has(c.req.method)) return true;
  if (site !== undefined) return site === 'same-origin';
  return c.req.header('cookie') === undefined;
}
