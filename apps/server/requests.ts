import type { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { Problem } from '#platform/problem.ts';
import { notFound, problemAnswer } from './problems.ts';

/** The longest body of a command, in bytes. Files come by the importers, which read as they go and have limits of their own. */
export const longestOrder = 1024 * 1024;

const control = /\p{Cc}/u;

/** Where files come in, and the door of directories, which refuses in a form of its own; every other body is an order. */
const files = /^\/scim\/|^\/v1\/(?:imports\/[^/]+|paper-imports|customers\/[^/]+\/(?:usage|usage-imports))$/;

/** Refuses what no address and no command of ours looks like, before anything reads it. */
export function refuseUnreadable(app: OpenAPIHono): void {
  app.use('*', async (c, next) => {
    const { pathname, search } = new URL(c.req.url);
    if (unreadable(pathname)) return problemAnswer(c, [notFound('such address')]);
    if (unreadable(search.replaceAll('+', ' '))) return problemAnswer(c, [unreadableQuery]);
    await next();
    return undefined;
  });
  const limit = bodyLimit({ maxSize: longestOrder, onError: (c) => problemAnswer(c, [tooLarge]) });
  app.use('*', (c, next) => (files.test(new URL(c.req.url).pathname) ? next() : limit(c, next)));
}

function unreadable(part: string): boolean {
  try {
    return control.test(decodeURIComponent(part));
  } catch {
    return true;
  }
}

/** Returns the problem that an error stands for where the request is to blame; `undefined` where we are. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof HTTPException && error.status < 500) return problemOfStatus(error);
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && notStorable.has(code) ? unstorable : undefined;
}

/** PostgreSQL: a text holds a NUL or half a surrogate pair (character_not_in_repertoire, untranslatable_character). */
const notStorable: ReadonlySet<string> = new Set(['22021', '22P05']);

function problemOfStatus({ status, message }: HTTPException): Problem {
  switch (status) {
    case 400:
      return badJson;
    case 413:
      return tooLarge;
    case 415:
      return { ...badJson, code: 'unknown_media_type', title: 'Unknown format' };
    default:
      return { ...unstorable, detail: message || 'The request cannot be answered.' };
  }
}

const badJson: Problem = {
  code: 'bad_json',
  title: 'No JSON',
  detail: 'The body is no JSON, or its content type does not say so.',
  todo: 'Send JSON with the content type application/json.',
};

const tooLarge: Problem = {
  code: 'too_large',
  title: 'Too large',
  detail: 'The body is longer than 1 MB.',
  todo: 'Send a shorter text.',
};

const unreadableQuery: Problem = {
  code: 'invalid_request',
  title: 'The request is not as it should be',
  detail: 'The address holds a control character, or a % that stands for none.',
  todo: 'Correct the part behind the question mark and send the request again.',
};

const unstorable: Problem = {
  code: 'invalid_request',
  title: 'The request is not as it should be',
  detail: 'A text holds a character that cannot be kept, such as NUL.',
  todo: 'Take it out and send the request again.',
};
