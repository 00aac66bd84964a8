export type Fetch = (request: Request) => Response | Promise<Response>;

/** Sends a request and returns its answer; a text goes as it is, all else as JSON. `version` is the one that was seen. */
export type Ask = <T = unknown>(
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object | string,
  version?: string,
) => Promise<T>;

/** Returns an `Ask` of the server behind `fetch`. It throws on an answer that is a refusal. */
export function asker(fetch: Fetch, address: string): Ask {
  return async <T>(method: string, path: string, body?: object | string, version?: string): Promise<T> => {
    const headers = new Headers({ host: new URL(address).host });
    if (version !== undefined) headers.set('if-match', `"${version}"`);
    if (typeof body === 'object') headers.set('content-type', 'application/json');
    const sent = typeof body === 'object' ? JSON.stringify(body) : body;
    const asked = { method, headers, ...(sent === undefined ? {} : { body: sent }) };
    const answer = await fetch(new Request(`${address}${path}`, asked));
    if (!answer.ok) throw new Error(`${path} was refused: ${await answer.text()}`);
    return (await answer.json()) as T;
  };
}
