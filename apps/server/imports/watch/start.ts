import { realpathSync } from 'node:fs';
import type { ServerContext } from '../../context.ts';
import { type BucketSettings, watchBucket } from './bucket.ts';
import { type Watch, watchFolder } from './folder.ts';

/** The places that are to be watched. */
export type WatchSettings = { readonly folder: string | null; readonly bucket: BucketSettings | null };

/** Returns the places the settings name. Throws with what to do where one of them cannot be used. */
export function readWatchSettings(): WatchSettings {
  const folder = process.env.GOODTERMS_WATCH_FOLDER;
  const bucket = process.env.GOODTERMS_WATCH_BUCKET;
  return { folder: folder ? realFolder(folder) : null, bucket: bucket ? bucketOf(bucket) : null };
}

function bucketOf(bucket: string): BucketSettings {
  const keyId = process.env.GOODTERMS_WATCH_KEY_ID;
  const secret = process.env.GOODTERMS_WATCH_SECRET;
  if (!keyId || !secret)
    throw new Error(
      'GOODTERMS_WATCH_BUCKET needs GOODTERMS_WATCH_KEY_ID and GOODTERMS_WATCH_SECRET beside it.',
    );
  return {
    url: checkedUrl(bucket),
    region: process.env.GOODTERMS_WATCH_REGION || 'us-east-1',
    keyId,
    secret,
  };
}

const between = 5_000;

/** Looks at the places every few seconds, one look after the other. What fails is reported; the next look tries again. */
export function startWatches(
  context: ServerContext,
  settings: WatchSettings,
  report: (error: unknown) => void,
): { readonly stop: () => Promise<void> } {
  const watches = watchesOf(context, settings, report);
  let looking: Promise<void> | null = null;
  const look = async () => {
    for (const watch of watches) await watch.look().catch(report);
    context.wake();
  };
  const timer = setInterval(() => {
    if (watches.length > 0)
      looking ??= look().finally(() => {
        looking = null;
      });
  }, between);
  return {
    stop: async () => {
      clearInterval(timer);
      await looking;
    },
  };
}

function watchesOf(
  context: ServerContext,
  { folder, bucket }: WatchSettings,
  report: (error: unknown) => void,
): Watch[] {
  return [
    ...(folder ? [watchFolder(context, folder, report)] : []),
    ...(bucket ? [watchBucket(context, bucket, report)] : []),
  ];
}

function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    throw new Error(
      `The folder of GOODTERMS_WATCH_FOLDER (${folder}) is not there: make it, or leave the setting out.`,
    );
  }
}

function checkedUrl(bucket: string): string {
  const url = URL.canParse(bucket) ? new URL(bucket) : undefined;
  const near = url && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const usable = url && (url.protocol === 'https:' || (near && url.protocol === 'http:'));
  if (!usable || url.username !== '' || url.pathname.split('/')[1] === '')
    throw new Error(
      'GOODTERMS_WATCH_BUCKET is no address such as https://s3.eu-central-1.example/my-bucket/usage/',
    );
  return bucket;
}
