import { type LookupAddress, lookup } from 'node:dns';
import { request as plainRequest } from 'node:http';
import { request } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { Tried } from './mailer.ts';

/** What is posted. `id` is the same each time it is sent again, so that its reader can tell. */
export type Posting = { readonly id: string; readonly body: string };
export type Poster = { readonly send: (posting: Posting, at: Date) => Promise<Tried> };

const patience = 15_000;
const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Returns a sender of signed webhooks (standardwebhooks.com) to one address. Throws on an address that is neither https
 * nor this machine's. A name that leads into a private network is refused at each connection, and the connection goes
 * to the very address that was looked at; `allowPrivate` lifts that. Redirects are not followed.
 */
export function posterTo(address: string, secret: string, allowPrivate: boolean): Poster {
  const url = new URL(address);
  const isLoopback = loopbackNames.has(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback))
    throw new Error('GOODTERMS_WEBHOOK_URL has to begin with https:// (or lead to this machine)');
  const signer = new Webhook(secret);
  const check = allowPrivate || isLoopback ? () => true : isPublic;
  return {
    send: async ({ id, body }, at) => {
      const headers = {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': signer.sign(id, at, body),
      };
      const bare = url.hostname.replace(/^\[|\]$/g, '');
      if (isIP(bare) && !check(bare)) return refusedPrivate;
      return post(url, headers, body, lookupOnly(check));
    },
  };
}

const refusedPrivate: Tried = {
  kind: 'never',
  detail: 'The address of the webhook leads into a private network, which is not allowed.',
};

/** Addresses that are not of the public internet (IANA special-purpose registries). */
const special = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  special.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  special.addSubnet(net, bits, 'ipv6');

/** Returns whether an IP address is of the public internet. IPv4 written as IPv6 is looked at as IPv4. */
export function isPublic(ip: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped) return isPublic(mapped);
  if (/^::ffff:/i.test(ip)) return false;
  return !special.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4');
}

class PrivateAddress extends Error {}

/** Returns a way to look names up that gives a connection only addresses that pass. */
export function lookupOnly(passes: (ip: string) => boolean): LookupFunction {
  return (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return callback(error, '', 0);
      const first = found[0];
      if (!first || !found.every(({ address }) => passes(address)))
        return callback(new PrivateAddress('a private address'), '', 0);
      return options.all ? callback(null, found) : callback(null, first.address, first.family);
    });
  };
}

function post(
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  lookup: LookupFunction,
): Promise<Tried> {
  return new Promise((resolve) => {
    const ask = url.protocol === 'https:' ? request : plainRequest;
    const sent = ask(url, { method: 'POST', headers, lookup, timeout: patience }, (answer) => {
      answer.resume();
      resolve(answered(answer.statusCode ?? 0));
    });
    sent.on('timeout', () => sent.destroy(new Error('no answer in time')));
    sent.on('error', (error: NodeJS.ErrnoException) =>
      resolve(
        error instanceof PrivateAddress
          ? refusedPrivate
          : {
              kind: 'later',
              detail: `The webhook could not be reached (${error.code ?? 'no answer in time'}).`,
            },
      ),
    );
    sent.end(body);
  });
}

/** 410 says that nobody listens here any more; everything else but 2xx may be over soon. */
function answered(status: number): Tried {
  if (status >= 200 && status < 300) return { kind: 'sent' };
  return { kind: status === 410 ? 'never' : 'later', detail: `The webhook answered with ${status}.` };
}
