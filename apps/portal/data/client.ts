import createClient, { type Middleware } from 'openapi-fetch';
import { Failure, failureOf, unreachable } from '#apps/workspace/data/failure.ts';
import type { paths } from '#apps/workspace/data/v1.d.ts';

/** Every answer that is no success is thrown as a `Failure`; who is not signed in (any more) is sent to sign in. */
const failing: Middleware = {
  onResponse: async ({ response }) => {
    if (response.ok) return;
    const failure = await failureOf(response);
    if (failure.code === 'sign_in_needed') askToSignIn();
    throw failure;
  },
  onError: () => unreachable(),
};

/** The API under /v1, typed from its document. A refusal is thrown as a `Failure`; see `dataOf`. */
export const client = createClient<paths>({ baseUrl: '', credentials: 'same-origin' });
client.use(failing);

/** Returns what a call brought; whatever went wrong has been thrown by then. */
export async function dataOf<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}

/** Leaves for the page to sign in on, which comes back to this one. */
function askToSignIn(): void {
  const { pathname, search } = location;
  if (leaving || pathname.startsWith('/sign-in')) return;
  leaving = true;
  location.assign(`/sign-in?to=${encodeURIComponent(pathname + search)}`);
}

/** Of many answers that come at once the first leaves. */
let leaving = false;

/** Lets a page that is come back to leave again. */
export function leaveAgainWhenBack(): void {
  addEventListener('pageshow', () => {
    leaving = false;
  });
}

/** What kind of trouble a thrown thing is; each has its own words. */
export type Trouble = 'offline' | 'sign-in' | 'missing' | 'forbidden' | 'refused' | 'ours';

/** Returns which kind of trouble was thrown while reading or sending. */
export function troubleOf(thrown: unknown): Trouble {
  if (!(thrown instanceof Failure)) return 'ours';
  const { status } = thrown;
  if (status === 0 || (status >= 502 && status <= 504)) return 'offline';
  if (status === 401) return 'sign-in';
  if (status === 404) return 'missing';
  if (status === 403) return 'forbidden';
  return status >= 500 ? 'ours' : 'refused';
}

export { Failure };
