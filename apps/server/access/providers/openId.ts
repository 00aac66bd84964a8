import {
  AuthorizationResponseError,
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import { mayBeProvider, providerFetch, type Reachable } from './providerFetch.ts';

/** How we are known at a provider. */
export type Client = {
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
  readonly reachable: Reachable;
};

/** What has to be the same when the browser comes back. */
export type Visit = { readonly state: string; readonly nonce: string; readonly verifier: string };

/** Whom a provider says somebody is. `email` is null unless it says, as a plain yes, that the address was verified. */
export type Claims = {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  readonly unverified: boolean;
};

/** Nothing of use came from the provider: it is down, answers something else, or its addresses may not be asked. */
export class ProviderDown extends Error {}

/** The answer is none to this visit: another state, nonce, issuer or verifier, a code used before, a broken signature. */
export class VisitRefused extends Error {}

/** The provider says that the person did not go through with it, or may not. */
export class VisitDenied extends Error {}

/**
 * Returns where to send the browser, with what has to be compared when it comes back to `back`. Throws `ProviderDown`.
 */
export async function goToProvider(
  client: Client,
  back: string,
): Promise<{ readonly address: string; readonly visit: Visit }> {
  const known = await discovered(client);
  const visit = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
  const challenge = await calculatePKCECodeChallenge(visit.verifier);
  const address = pageOf(known, {
    redirect_uri: back,
    scope: 'openid email',
    state: visit.state,
    nonce: visit.nonce,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  // The browser goes there: nothing but a page of a provider, such as no `javascript:`.
  if (!mayBeProvider(address, client.reachable)) throw new ProviderDown('its page is at no address');
  return { address, visit };
}

/**
 * Returns whom the provider says the browser's user is. `answer` is the address the browser came back to, with all of
 * its query. Throws `VisitRefused` unless state, nonce, verifier, issuer (RFC 9207) and signature are those of this
 * visit, `VisitDenied` where the provider says no to just this visit, and `ProviderDown`.
 */
export async function comeBack(client: Client, answer: URL, visit: Visit): Promise<Claims> {
  const known = await discovered(client);
  try {
    const tokens = await authorizationCodeGrant(known, answer, {
      expectedState: visit.state,
      expectedNonce: visit.nonce,
      pkceCodeVerifier: visit.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new VisitRefused('no claims');
    const { iss: issuer, sub: subject } = claims;
    const told = claims.email === undefined ? await userInfo(known, tokens.access_token, subject) : claims;
    const email = typeof told.email === 'string' && told.email.length <= 320 ? told.email : null;
    const verified = told.email_verified === true;
    return { issuer, subject, email: verified ? email : null, unverified: email !== null && !verified };
  } catch (error) {
    if (error instanceof AuthorizationResponseError) throw new VisitDenied(error.error, { cause: error });
    if (isOutage(error)) throw new ProviderDown(reasonOf(error), { cause: error });
    throw new VisitRefused(reasonOf(error), { cause: error });
  }
}

function pageOf(known: Configuration, query: Readonly<Record<string, string>>): string {
  try {
    return buildAuthorizationUrl(known, query).href;
  } catch (error) {
    throw new ProviderDown(reasonOf(error), { cause: error });
  }
}

async function discovered(client: Client): Promise<Configuration> {
  const { issuer, client: id, secret, reachable } = client;
  if (!mayBeProvider(issuer, reachable)) throw new ProviderDown('its address is not one that may be asked');
  const insecure = new URL(issuer).protocol === 'http:' ? [allowInsecureRequests] : [];
  try {
    return await discovery(new URL(issuer), id, secret, clientAuthentication(secret), {
      [customFetch]: providerFetch(reachable),
      // What comes straight from the provider is signed as well: a proxy on the way is believed nothing.
      execute: [enableNonRepudiationChecks, ...insecure],
      timeout: 15,
    });
  } catch (error) {
    throw new ProviderDown(reasonOf(error), { cause: error });
  }
}

/** How the secret is shown: in the header, as every provider has to take it, unless its document names only the other way. */
function clientAuthentication(secret: string): ReturnType<typeof ClientSecretPost> {
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (as, client, body, headers) => {
    const methods = as.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    const way = methods.includes('client_secret_basic') ? basic : post;
    return way(as, client, body, headers);
  };
}

async function userInfo(
  known: Configuration,
  token: string,
  subject: string,
): Promise<{ readonly email?: unknown; readonly email_verified?: unknown }> {
  if (known.serverMetadata().userinfo_endpoint === undefined) return {};
  return fetchUserInfo(known, token, subject);
}

/** Codes of openid-client that mean no answer of use, in contrast to a wrong one. */
const outages: ReadonlySet<string> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);

function isOutage(error: unknown): boolean {
  const { code, name } = error as { code?: string; name?: string };
  return outages.has(code ?? '') || (name !== 'ClientError' && (code ?? '').startsWith('E'));
}

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return [code, message].filter(Boolean).join(' ');
}
