import type { Context } from 'hono';
import type { Problem } from '#platform/problem.ts';

/** Which HTTP status a problem code has; everything not named is 422: understood, and wrong. */
const statuses: Readonly<
  Record<string, 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 428 | 429 | 500 | 502 | 507>
> = {
  not_found: 404,
  no_such_page: 404,
  bad_json: 400,
  foreign_origin: 403,
  sign_in_needed: 401,
  not_allowed: 403,
  sign_in_again: 403,
  too_many_attempts: 429,
  not_possible_now: 409,
  scim_source_taken: 409,
  version_conflict: 412,
  idempotency_key_reused: 409,
  if_match_missing: 428,
  preview_outdated: 409,
  terms_changed: 409,
  rows_refused: 409,
  quote_there_already: 409,
  quote_settled_already: 409,
  recount_pending: 409,
  order_changed: 409,
  order_open_already: 409,
  billing_busy: 502,
  billing_unreachable: 502,
  billing_unreadable: 502,
  provider_unreachable: 502,
  undo_touched: 409,
  too_large: 413,
  unknown_media_type: 415,
  internal: 500,
  no_room: 507,
};

/** Returns the answer for problems (RFC 9457): the first as the body, all of them under `problems`. */
export function problemAnswer(c: Context, problems: readonly Problem[]): Response {
  const [first] = problems;
  if (!first) throw new Error('a failure names its problem');
  const status = statuses[first.code] ?? 422;
  const body = {
    type: `/docs/problems#${first.code}`,
    status,
    ...first,
    ...(problems.length > 1 ? { problems } : {}),
  };
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' });
}

/** Returns the problem of something that is not there, or not for this reader: one answer for both. */
export function notFound(what: string): Problem {
  return {
    code: 'not_found',
    title: 'Not found',
    detail: `There is no ${what}.`,
    todo: 'Check the address, or go back to all positions.',
  };
}
