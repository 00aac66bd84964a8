import type { Rejection } from '#business/usage/import/decoded.ts';
import type { Problem } from '#platform/problem.ts';

/** Returns the problem of a file that cannot be taken. */
export function faultProblem({ line, pointer, code, detail, todo }: Rejection): Problem {
  return {
    code,
    title: 'The file cannot be taken',
    detail,
    todo,
    ...(line === null ? {} : { line }),
    ...(pointer === null ? {} : { pointer }),
  };
}
