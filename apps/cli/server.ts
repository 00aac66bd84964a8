import type { Problem } from '#platform/problem.ts';
import { type Answer, refused } from './answer.ts';
import type { Given, Option } from './options.ts';

/** The option that says where Goodterms runs. */
export const serverOption: Readonly<Record<string, Option>> = {
  server: { value: 'URL', what: 'Where Goodterms runs (default: http://localhost:4300).' },
};

/** Sends one request to the server that the options name. Returns its answer, or the problems it answered with. */
export async function ask(given: Given, path: string, init: RequestInit = {}): Promise<Answer<Response>> {
  const server = given.text('server') ?? 'http://localhost:4300';
  if (!URL.canParse(path, server)) return refused(unreachable(server));
  let answer: Response;
  try {
    answer = await fetch(new URL(path, server), init);
  } catch {
    return refused(unreachable(server));
  }
  if (answer.ok) return { ok: true, value: answer };
  return refused(...(await problemsIn(answer, server)));
}

/** Returns the JSON of an answer. */
export async function askJson<T>(given: Given, path: string, init: RequestInit = {}): Promise<Answer<T>> {
  const answer = await ask(given, path, init);
  return answer.ok ? { ok: true, value: (await answer.value.json()) as T } : answer;
}

async function problemsIn(answer: Response, server: string): Promise<readonly Problem[]> {
  if (!answer.headers.get('content-type')?.startsWith('application/problem+json'))
    return [{ ...unreachable(server), detail: `${server} answered with status ${answer.status}.` }];
  const first = (await answer.json()) as Problem & { readonly problems?: readonly Problem[] };
  return first.problems ?? [first];
}

function unreachable(server: string): Problem {
  return {
    code: 'server_unreachable',
    title: 'The server cannot be reached',
    detail: `No Goodterms answers at ${server}.`,
    todo: 'Start it (npm start), or name its address with --server.',
  };
}
