import { request as plainRequest } from 'node:http';
import { request } from 'node:https';
import { isIP } from 'node:net';
import type { CustomFetch, CustomFetchOptions } from 'openid-client';
import { isPublic, lookupOnly } from '../../alerts/webhook.ts';

/** How far a provider's addresses may lead. `private`: also into networks of one's own, and over http to this machine. */
export type Reachable = 'public' | 'private';

const patience = 10_000;
const most = 1_000_000;
const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether an address may be that of a provider: https, without a name and password, and of no private network where
 * it is written as a number. `private` allows these, and http to this machine alone.
 */
export function mayBeProvider(address: string, reachable: Reachable): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  const local = loopback.has(hostname);
  if (reachable === 'private') return protocol === 'https:' || (protocol === 'http:' && local);
  const bare = hostname.replace(/^\[|\]$/g, '');
  return protocol === 'https:' && !local && (isIP(bare) === 0 || isPublic(bare));
}

/**
 * Returns a fetch for what is asked of a provider. Each address is looked at anew, since a provider's document names
 * others; a name leads only where it may, and the connection goes to the very address that was looked at. Redirects are
 * not followed, and an answer has at most a million bytes and ten seconds. Throws where nothing of use was answered.
 */
export function providerFetch(reachable: Reachable): CustomFetch {
  const lookup = lookupOnly(reachable === 'private' ? () => true : isPublic);
  return (address, options) => {
    if (!mayBeProvider(address, reachable))
      return Promise.reject(new Error('This address is not one a provider may have.'));
    const url = new URL(address);
    return new Promise<Response>((resolve, reject) => {
      const ask = url.protocol === 'https:' ? request : plainRequest;
      const { method } = options;
      const body = bodyOf(options);
      const headers = {
        ...options.headers,
        'accept-encoding': 'identity',
        ...(body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
      };
      const sent = ask(url, { method, headers, lookup, signal: AbortSignal.timeout(patience) }, (answer) => {
        const parts: Buffer[] = [];
        let size = 0;
        answer.on('data', (part: Buffer) => {
          size += part.length;
          if (size > most) sent.destroy(new Error('The answer is too long.'));
          else parts.push(part);
        });
        answer.on('end', () => resolve(responseOf(answer.statusCode ?? 0, answer.headers, parts)));
        answer.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });
  };
}

function bodyOf({ body }: CustomFetchOptions): string | null {
  if (body === undefined || body === null) return null;
  return String(body);
}

function responseOf(
  status: number,
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  parts: readonly Buffer[],
): Response {
  const all = new Headers();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) all.set(name, Array.isArray(value) ? value.join(', ') : String(value));
  const empty = status === 204 || status === 304;
  return new Response(empty ? null : Buffer.concat(parts), { status, headers: all });
}
