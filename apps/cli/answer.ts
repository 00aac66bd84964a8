import type { Problem } from '#platform/problem.ts';

/** A problem, and the file it stands in as the caller named it. */
export type FileProblem = Problem & { readonly file?: string };

/** Either a value or the problems that prevented it. A platform `Result` is one without files. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** What a command came to: 0 within terms (or nothing to judge), 2 beyond, 3 cannot tell; the document and the text say the same. */
export type Outcome = {
  readonly exit: 0 | 2 | 3;
  readonly document: object;
  readonly text: readonly string[];
};

/** Returns a refusal; at least one problem. */
export function refused(...problems: readonly FileProblem[]): Answer<never> {
  return { ok: false, problems };
}

/** Returns the answer with the file named in each of its problems. */
export function inFile<T>(file: string, answer: Answer<T>): Answer<T> {
  if (answer.ok) return answer;
  return { ok: false, problems: answer.problems.map((problem) => ({ ...problem, file })) };
}

/** Returns the values of answers that all hold, or the problems of all that do not. */
export function every<T>(answers: readonly Answer<T>[]): Answer<T[]> {
  const problems = answers.flatMap((answer) => (answer.ok ? [] : answer.problems));
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: answers.flatMap((answer) => (answer.ok ? [answer.value] : [])) };
}

/** Returns problems for the terminal, one paragraph each: `file:line: what is wrong (code)` and what to do about it. */
export function problemsText(problems: readonly FileProblem[]): string[] {
  return problems.flatMap(({ file, line, detail, todo, code, pointer }) => {
    const place = [file, line].filter((part) => part !== undefined).join(':');
    const where = pointer ? `${code} at ${pointer}` : code;
    return [`${place ? `${place}: ` : ''}${detail} (${where})`, `    ${todo}`];
  });
}

/** Returns problems as `--json` prints them: `{ problems: [{ file, line, pointer, code, title, detail, todo }] }`, absent parts null. */
export function problemsDocument(problems: readonly FileProblem[]): object {
  return {
    problems: problems.map(({ file, line, pointer, code, title, detail, todo }) => ({
      file: file ?? null,
      line: line === undefined ? null : String(line),
      pointer: pointer ?? null,
      code,
      title,
      detail,
      todo,
    })),
  };
}
