import { identifyBy } from '#apps/server/access/identify.ts';
import { localAccess } from '#apps/server/access/settings.ts';
import { makeApp } from '#apps/server/app.ts';
import type { ServerContext } from '#apps/server/context.ts';
import { recoveryCode, samplePassword } from './sample/accounts.ts';

const home = 'http://localhost:4300';
const sam = 'sam.ortiz@meridian.example';
const max = 'max.lind@meridian.example';

type Body = {
  readonly step: string;
  readonly items: readonly { readonly how: string; readonly name: string }[];
};

/** Comes to the real doors of an opened dump: returns who gets in by what they had, and what of it they find there. */
export async function signIns(context: ServerContext) {
  const settings = localAccess(home);
  const app = makeApp(context, {
    ...{ workspace: 'nowhere', access: settings, identify: identifyBy({ context, settings }) },
    report: (error) => {
      throw error;
    },
  });
  const send = async (method: string, path: string, more: { body?: object; headers?: object } = {}) => {
    const same = { host: new URL(home).host, origin: home, 'sec-fetch-site': 'same-origin' };
    const headers = { ...same, 'content-type': 'application/json', ...more.headers };
    const body = more.body && JSON.stringify(more.body);
    const answer = await app.fetch(
      new Request(`${home}/v1/${path}`, { method, headers, ...(body ? { body } : {}) }),
    );
    const [cookie = ''] = answer.headers.getSetCookie().map((line) => line.split(';')[0]!);
    return { status: answer.status, cookie, body: (await answer.json()) as Body };
  };
  const signIn = (email: string, password: string) =>
    send('POST', 'sign-in/password', { body: { email, password } });
  const wrong = await signIn(sam, `${samplePassword}!`);
  const inside = await signIn(sam, samplePassword);
  const recover = async () => {
    const { step } = (await signIn(max, samplePassword)).body;
    return (await send('POST', 'sign-in/second-factor', { body: { step, code: recoveryCode } })).status;
  };
  const own = async (path: string) =>
    (await send('GET', `account/${path}`, { headers: { cookie: inside.cookie } })).body.items;
  return {
    ...{ password: inside.status, wrong: wrong.status },
    ...{ recoveryCode: await recover(), sameAgain: await recover() },
    ways: (await own('sessions')).map(({ how }) => how),
    passkeys: (await own('passkeys')).map(({ name }) => name),
  };
}
