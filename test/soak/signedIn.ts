/** What a program and a browser bring along to be let in by a server of this run. */
export type SignedIn = {
  /** Of a program, in the role of a license manager. */
  readonly authorization: string;
  /** Of the administrator's browser. */
  readonly cookie: { readonly name: string; readonly value: string };
};

const email = 'soak@vendor.example';
const password = 'waves come in and go out';

/** Becomes the first administrator by the address the start printed, or signs in as the one of a start before. */
export async function signedIn(address: string, printed: string): Promise<SignedIn> {
  const post = async (path: string, body: object, headers: Readonly<Record<string, string>> = {}) => {
    const json = { 'content-type': 'application/json', origin: address };
    const sent = { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) };
    const answer = await fetch(`${address}/v1/${path}`, sent);
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return answer;
  };
  const token = /\/sign-in\/welcome#([\w-]+)/.exec(printed)?.[1];
  const answer = await (token === undefined
    ? post('sign-in/password', { email, password })
    : post('sign-in/welcome', { token, name: 'Soak', email, password }));
  const [pair = ''] = (answer.headers.getSetCookie()[0] ?? '').split(';');
  const order = { name: 'soak', role: 'license-manager', days: 1 };
  const made = (await (await post('api-tokens', order, { cookie: pair })).json()) as { token: string };
  const [name = '', value = ''] = pair.split('=');
  return { authorization: `Bearer ${made.token}`, cookie: { name, value } };
}
