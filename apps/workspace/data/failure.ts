import type { ProblemView } from '#apps/server/pages.ts';

/** A problem and where it is. */
export type Placed = {
  readonly detail: string;
  readonly todo: string;
  readonly pointer?: string | undefined;
  readonly line?: number | undefined;
};

/** Why a request brought nothing: the server's problem (RFC 9457), or our own words where it gave none. `status` 0: no answer at all. */
export class Failure extends Error {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly todo: string;
  readonly request: string | null;
  /** The stable code of the first problem, and the words of all. */
  readonly code: string | null;
  readonly details: readonly string[];
  /** All problems with their places: a JSON pointer into what was sent, a line of a text. */
  readonly problems: readonly Placed[];
  /** The problem as it came, with what else its kind tells. */
  readonly body: unknown;

  constructor(
    problem: Pick<ProblemView, 'status' | 'title' | 'detail' | 'todo'> & {
      request?: string | undefined;
      code?: string;
      pointer?: string | undefined;
      line?: number | undefined;
      problems?: readonly Placed[] | undefined;
    },
  ) {
    super(`${problem.title}: ${problem.detail}`);
    this.status = problem.status;
    this.title = problem.title;
    this.detail = problem.detail;
    this.todo = problem.todo;
    this.request = problem.request ?? null;
    this.code = problem.code ?? null;
    this.problems = problem.problems ?? [problem];
    this.body = problem;
    this.details = this.problems.map(({ detail }) => detail);
  }
}

/** Returns the failure when the server could not be reached. */
export function unreachable(): Failure {
  return new Failure({
    status: 0,
    title: 'The server cannot be reached',
    detail: 'No answer came from the address these pages were loaded from.',
    todo: 'Check that Goodterms is running and that you are connected, then try again.',
  });
}

/** Returns the failure an answer stands for: its problem where it carries one, else what its status says. */
export async function failureOf(response: Response): Promise<Failure> {
  if (response.headers.get('content-type')?.startsWith('application/problem+json')) {
    const problem = (await response.json()) as ProblemView;
    return new Failure({ ...problem, status: response.status });
  }
  return new Failure({
    status: response.status,
    title: 'The server did not answer as expected',
    detail: `It answered with status ${response.status} and no explanation.`,
    todo: 'Try again; if it stays like this, look at the log of the server.',
  });
}

/** Returns what to show for anything that was thrown while loading or sending. */
export function asFailure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  return new Failure({
    status: 0,
    title: 'This page could not be shown',
    detail: thrown instanceof Error ? thrown.message : String(thrown),
    todo: 'Load the page again. If it happens again, report it with these words.',
  });
}
