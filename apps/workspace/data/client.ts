import createClient, { type Middleware } from 'openapi-fetch';
import { failureOf, unreachable } from './failure.ts';
import type { paths } from './v1.d.ts';

/** Every answer that is no success is thrown as a `Failure`, so that pages show it the same way. */
const failing: Middleware = {
  onResponse: async ({ response }) => {
    if (!response.ok) throw await failureOf(response);
  },
  onError: () => unreachable(),
};

/**
 * The API under /v1, typed from its document: `client.GET('/v1/positions', { params: { query } })`. A refusal is thrown
 * as a `Failure`; see `dataOf`.
 */
export const client = createClient<paths>({ baseUrl: '', credentials: 'same-origin' });
client.use(failing);

/** The header that says from which version a change was made. */
export const seen = (version: number) => ({ 'if-match': `"${version}"` }) as const;

/** Returns what a call brought; whatever went wrong has been thrown by then. */
export async function dataOf<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}
