import type { Problem } from '#platform/problem.ts';

/** Takes note of a problem at a place of a file. */
export type Report = (pointer: string, code: string, detail: string, todo: string) => void;

/** Returns a list of problems and the function that adds to it. */
export function problemList(title: string): {
  readonly problems: readonly Problem[];
  readonly report: Report;
} {
  const problems: Problem[] = [];
  const report: Report = (pointer, code, detail, todo) => {
    problems.push({ code, title, detail, todo, pointer });
  };
  return { problems, report };
}
