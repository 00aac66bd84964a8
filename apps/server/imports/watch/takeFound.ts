import type { GivenOptions } from '#business/usage/import/formatOptions.ts';
import { arrive, foundBefore } from '#business/usage/importJob.store.ts';
import type { ImportJob, ImportOrigin } from '#business/usage/importJob.ts';
import { asStaffOf, type ServerContext } from '../../context.ts';
import { spoolFolder } from '../runImport.ts';
import { dropSpooled, spoolFile } from '../spool.ts';

/** A file in a place that is watched: where it lies and in which state, which is what makes it the same or another. */
export type Found = {
  readonly customer: string;
  readonly origin: Exclude<ImportOrigin, 'upload'>;
  readonly key: string;
  readonly version: string;
  readonly fileName: string;
};

/** Returns the import by which a file was taken in this state, or `undefined`. */
export function takenBy(context: ServerContext, found: Found): Promise<ImportJob | undefined> {
  const { customer, origin, key, version } = found;
  return asStaffOf(context, customer, (tx) => foundBefore(tx, customer, origin, key, version));
}

/**
 * Copies a file and queues its import; the same file in the same state is taken once, whatever ends in the middle. Crash
 * between copy and row: the copy is swept away later, and the next look takes the file.
 */
export async function takeFound(
  context: ServerContext,
  found: Found,
  format: string,
  options: GivenOptions,
  bytes: AsyncIterable<Uint8Array>,
): Promise<void> {
  const { customer, origin, key, version, fileName } = found;
  const spooled = await spoolFile(spoolFolder(context), bytes);
  const arrival = {
    customer,
    actor: context.actor,
    receivedAt: context.clock(),
    fileName,
    format,
    ...spooled,
  };
  const id = await asStaffOf(context, customer, (tx) =>
    arrive(tx, { ...arrival, origin, options, found: { key, version } }),
  ).catch(async (error: unknown) => {
    await dropSpooled(spoolFolder(context), spooled.spool);
    throw error;
  });
  if (id === undefined) await dropSpooled(spoolFolder(context), spooled.spool);
}
