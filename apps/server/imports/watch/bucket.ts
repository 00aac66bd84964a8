import { AwsClient } from 'aws4fetch';
import { customerIds } from '#business/customers/customer.store.ts';
import { fromMilliseconds, type Instant } from '#platform/instant.ts';
import { asStaff, type ServerContext } from '../../context.ts';
import type { Watch } from './folder.ts';
import { type Listed, listingOf } from './listing.ts';
import { optionsFor, problemText, readSourceFile, type SourceSetup, sourceFileName } from './sourceFile.ts';
import { type Found, takeFound, takenBy } from './takeFound.ts';

/** Where a bucket is and who we are there. `url`: endpoint, bucket and prefix, such as `https://s3.example/usage/in/`. */
export type BucketSettings = {
  readonly url: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
};

const longestAnswer = 8 * 1024 * 1024;
const longestSourceFile = 65_536;
const patience = 30_000;
const patienceForFiles = 6 * 3_600_000;

/**
 * Watches a bucket that speaks S3 (path style, SigV4): below the prefix one folder for each customer, in it a
 * `source.yaml` and files. Each key in each state (its ETag) is taken once; nothing in the bucket is changed.
 */
export function watchBucket(
  context: ServerContext,
  settings: BucketSettings,
  report: (error: unknown) => void,
): Watch {
  const bucket = openBucket(settings);
  return {
    look: async () => {
      const known = new Set<string>(await asStaff(context, customerIds));
      const found = new Map<string, Listed[]>();
      for await (const one of bucket.list()) {
        const [customer = '', name = '', ...deeper] = one.key.slice(bucket.prefix.length).split('/');
        if (deeper.length > 0 || name === '' || name.startsWith('.') || !known.has(customer)) continue;
        found.set(customer, [...(found.get(customer) ?? []), one]);
      }
      for (const [customer, files] of found) await lookAt(context, bucket, customer, files).catch(report);
    },
  };
}

async function lookAt(context: ServerContext, bucket: Bucket, customer: string, files: readonly Listed[]) {
  const nameOf = ({ key }: Listed) => key.slice(key.lastIndexOf('/') + 1);
  const source = files.find((one) => nameOf(one) === sourceFileName);
  let setup: SourceSetup | undefined;
  for (const file of files) {
    if (file === source) continue;
    const { key, etag } = file;
    const found: Found = { customer, origin: 'bucket', key, version: etag, fileName: nameOf(file) };
    if (await takenBy(context, found)) continue;
    setup ??= await setupOf(bucket, source, customer, context.clock());
    const options = optionsFor(setup, fromMilliseconds(Date.parse(file.modified)));
    await takeFound(context, found, setup.format, options, bucket.bytes(file));
  }
}

async function setupOf(bucket: Bucket, source: Listed | undefined, customer: string, now: Instant) {
  if (!source) throw new Error(`the bucket has no ${sourceFileName} for ${customer}`);
  const read = readSourceFile((await bucket.text(source, longestSourceFile)).toString('utf8'), now);
  if (!read.ok)
    throw new Error(`${sourceFileName} of ${customer} in the bucket: ${problemText(read.problems)}`);
  return read.value;
}

type Bucket = ReturnType<typeof openBucket>;

function openBucket({ url, region, keyId, secret }: BucketSettings) {
  const place = new URL(url);
  const [, name = '', ...rest] = place.pathname.split('/');
  const prefix = rest.join('/');
  const aws = new AwsClient({
    accessKeyId: keyId,
    secretAccessKey: secret,
    region,
    service: 's3',
    retries: 1,
  });
  const base = `${place.origin}/${name}`;
  const get = async (address: string, time: number, headers: Record<string, string> = {}) => {
    const answer = await aws.fetch(address, {
      headers,
      redirect: 'error',
      signal: AbortSignal.timeout(time),
    });
    if (!answer.ok || !answer.body) throw new Error(`the bucket answered with ${answer.status}`);
    return answer.body as unknown as AsyncIterable<Uint8Array>;
  };
  const addressOf = (key: string) => `${base}/${key.split('/').map(encodeURIComponent).join('/')}`;
  return {
    prefix,
    /** Yields all keys below the prefix, page by page. */
    async *list(): AsyncGenerator<Listed, void, void> {
      for (let token: string | null = ''; token !== null; ) {
        const query = new URLSearchParams({ 'list-type': '2', prefix, 'max-keys': '1000' });
        if (token !== '') query.set('continuation-token', token);
        const listing = listingOf(await whole(await get(`${base}?${query}`, patience), longestAnswer));
        yield* listing.items;
        token = listing.next;
      }
    },
    text: async ({ key, etag }: Listed, most: number) =>
      whole(await get(addressOf(key), patience, { 'if-match': etag }), most),
    /** Yields a file's bytes, in the state that was listed. */
    async *bytes({ key, etag }: Listed): AsyncGenerator<Uint8Array, void, void> {
      yield* await get(addressOf(key), patienceForFiles, { 'if-match': etag });
    },
  };
}

async function whole(bytes: AsyncIterable<Uint8Array>, most: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of bytes) {
    parts.push(part);
    length += part.length;
    if (length > most) throw new Error('the bucket answered with more than was asked for');
  }
  return Buffer.concat(parts);
}
