import type { Problem } from '#platform/problem.ts';
import { type Answer, refused } from './answer.ts';
import type { Given, Option } from './options.ts';

/** The options that say where Goodterms runs, and what lets a program in there. */
export const serverOption: Readonly<Record<string, Option>> = {
  server: { value: 'URL', what: 'Where Goodterms runs (default: http://localhost:4300).' },
  token: {
    value: 'TOKEN',
    what: 'The token that lets this program in (default: GOODTERMS_TOKEN, which other programs here do not see).',
  },
};

/** Sends one request to the server that the options name. Returns its answer, or the problems it answered with. */
export async function ask(given: Given, path: string, init: RequestInit = {}): Promise<Answer<Response>> {
  const server = given.text('server') ?? 'http://localhost:4300';
  if (!URL.canParse(path, server)) return refused(unreachable(server));
  let answer: Response;
  try {
    answer = await fetch(new URL(path, server), { ...init, headers: headersOf(given, init) });
  } catch {
    return refused(unreachable(server));
  }
  if (answer.ok) return { ok: true, value: answer };
  return refused(...(await problemsIn(answer, server)));
}

/** A token goes along with what was asked for, and nowhere else: `fetch` drops it where it is sent on to another host. */
function headersOf(given: Given, { headers }: RequestInit): Headers {
  const all = new Headers(headers);
  const token = given.text('token') ?? process.env.GOODTERMS_TOKEN;
  if (token !== undefined && token !== '') all.set('authorization', `Bearer ${token}`);
  return all;
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
  if (first.code === 'sign_in_needed') return [tokenNeeded(first)];
  return first.problems ?? [first];
}

function tokenNeeded(problem: Problem): Problem {
  const detail = 'No token was given, or it is unknown, over or revoked.';
  const todo = 'Have an administrator make one (Team, Programs) and set GOODTERMS_TOKEN to it.';
  return { ...problem, detail, todo };
}

function unreachable(server: string): Problem {
  return {
    code: 'server_unreachable',
    title: 'The server cannot be reached',
    detail: `No Goodterms answers at ${server}.`,
    todo: 'Start it (npm start), or name its address with --server.',
  };
}
