/**
 * What was wrong with something we were given, as data (RFC 9457 on the wire). `code` is stable and documented,
 * `pointer` a JSON pointer into the document, `line` a line (from 1) of the file, `todo` what to do about it.
 */
export type Problem = {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly todo: string;
  readonly pointer?: string;
  readonly line?: number;
};

/** Either a value or the problems that prevented it; never both. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Returns a success. */
export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Returns a failure with at least one problem. */
export function failure(...problems: readonly Problem[]): {
  readonly ok: false;
  readonly problems: readonly Problem[];
} {
  if (problems.length === 0) throw new Error('a failure names its problem');
  return { ok: false, problems };
}
