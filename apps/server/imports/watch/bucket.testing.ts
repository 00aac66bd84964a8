import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A file in the bucket of the tests. */
export type Kept = { readonly key: string; readonly text: string };

/** A small S3 on this machine: lists two keys at a time, gives files by If-Match, and checks every signature itself. */
export async function startBucket(secret: string) {
  const kept = new Map<string, string>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (!isSigned(request, secret)) return end(response, 403, '<Error/>');
    const url = new URL(request.url!, 'http://bucket');
    if (url.searchParams.get('list-type') === '2') return end(response, 200, list(kept, url.searchParams));
    const key = decodeURIComponent(url.pathname.split('/').slice(2).join('/'));
    const text = kept.get(key);
    if (text === undefined) return end(response, 404, '<Error/>');
    if (request.headers['if-match'] !== etagOf(text)) return end(response, 412, '<Error/>');
    return end(response, 200, text);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/vendor/in/`,
    kept,
    asked,
    close: () => new Promise((closed) => server.close(closed)),
  };
}

function end(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status).end(body);
}

function etagOf(text: string): string {
  return `"${createHash('md5').update(text).digest('hex')}"`;
}

function list(kept: ReadonlyMap<string, string>, query: URLSearchParams): string {
  const keys = [...kept.keys()].filter((key) => key.startsWith(query.get('prefix') ?? '')).sort();
  const from = Number(query.get('continuation-token') ?? '0');
  const shown = keys.slice(from, from + 2);
  const more = from + 2 < keys.length;
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const items = shown.map(
    (key) =>
      `<Contents><Key>${escaped(key)}</Key><LastModified>2026-11-20T08:00:00.000Z</LastModified><ETag>${etagOf(kept.get(key)!).replaceAll('"', '&quot;')}</ETag><Size>1</Size></Contents>`,
  );
  const next = more ? `<NextContinuationToken>${from + 2}</NextContinuationToken>` : '';
  return `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${items.join('')}</ListBucketResult>`;
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const sha = (text: string) => createHash('sha256').update(text).digest('hex');
const strict = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

/** SigV4 as AWS describes it ("Create a signed AWS API request"), worked out here from the request as it came. */
function isSigned(request: IncomingMessage, secret: string): boolean {
  const header = request.headers.authorization ?? '';
  const [, scope = '', signed = '', signature = ''] =
    /^AWS4-HMAC-SHA256 Credential=[^/]+\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      header,
    ) ?? [];
  const [day = '', region = '', service = ''] = scope.split('/');
  const url = new URL(request.url!, 'http://bucket');
  const query = [...url.searchParams].map(([name, value]) => `${strict(name)}=${strict(value)}`).sort();
  const headers = signed.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`);
  const canonical = [
    request.method,
    url.pathname
      .split('/')
      .map((part) => strict(decodeURIComponent(part)))
      .join('/'),
    query.join('&'),
    headers.join(''),
    signed,
    request.headers['x-amz-content-sha256'] ?? sha(''),
  ].join('\n');
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha(canonical)].join('\n');
  const key = hmac(hmac(hmac(hmac(`AWS4${secret}`, day), region), service), 'aws4_request');
  return hmac(key, text).toString('hex') === signature;
}
