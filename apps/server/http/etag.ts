import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Problem, Result } from '#platform/problem.ts';
import { failure, success } from '#platform/problem.ts';

/** Says which version of a thing an answer shows. */
export function setVersion(c: Context, version: number): void {
  c.header('etag', `"${version}"`);
}

/** The header of a change, to be read by `expectedVersion`; where 428 is among the answers, the document says it is needed. */
export const versionHeader = z.object({
  'if-match': z
    .string()
    .optional()
    .openapi({ description: 'The ETag of the thing as it was read.', example: '"7"' }),
});

/**
 * Returns the version that a change was made from, by the header If-Match. Refuses a change without it
 * (`if_match_missing`), and one that names anything but a version (`if_match_unreadable`).
 */
export function expectedVersion(c: Context): Result<number> {
  const header = c.req.header('if-match');
  if (header === undefined) return failure(missing);
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1];
  return version === undefined ? failure(unreadable(header)) : success(Number(version));
}

/** Returns the problem of a change that was made from an older version than there is now. */
export function changedMeanwhile(what: string, version: number): Problem {
  return {
    code: 'version_conflict',
    title: 'Somebody was faster',
    detail: `The ${what} has changed since you looked at it (it is at version ${version} now).`,
    todo: 'Look at what changed, then decide again.',
  };
}

const missing: Problem = {
  code: 'if_match_missing',
  title: 'Which version did you see?',
  detail:
    'A change has to say which version it was made from, so that nobody overwrites what they have not seen.',
  todo: 'Read the thing first and send its ETag as If-Match.',
};

function unreadable(header: string): Problem {
  return {
    ...missing,
    code: 'if_match_unreadable',
    detail: `If-Match is ${header.slice(0, 60)}, which is no version of ours.`,
    todo: 'Send the ETag as it was given, with its quotes.',
  };
}
