import type { z } from '@hono/zod-openapi';
import type { GivenOptions } from '#business/usage/import/formatOptions.ts';
import { decoderOf, type FormatName, recognize } from '#business/usage/import/formats.ts';
import { type RememberedSetup, readSetups } from '#business/usage/importJob.store.ts';
import type { ImportJob } from '#business/usage/importJob.ts';
import { countKnown } from '#business/usage/known.store.ts';
import type { Tx } from '#platform/database/scope.ts';
import { formatInstant } from '#platform/instant.ts';
import { success } from '#platform/problem.ts';
import type { ServerContext } from '../context.ts';
import { faultProblem } from './faultProblem.ts';
import { sha256, spoolFolder } from './runImport.ts';
import { firstLines, type Head, headOf, type Trial, trialOf } from './sample.ts';
import type { PreviewView } from './schemas.ts';
import { spooledBytes } from './spool.ts';

type Preview = z.infer<typeof PreviewView>;
const shown = 10;

/** What is asked for: nothing yet, or a format with its options. */
export type PreviewAsk = {
  readonly format?: string | undefined;
  readonly options?: GivenOptions | undefined;
};

/** Returns what an import would do, tried on the first lines of its file; nothing is taken. */
export async function previewOf(
  context: ServerContext,
  tx: Tx,
  job: ImportJob & { readonly spool: string },
  ask: PreviewAsk,
): Promise<Preview> {
  const head = await headOf(spooledBytes(spoolFolder(context), job.spool));
  const remembered = await readSetups(tx, job.customer);
  const recognized = recognize(head.bytes) ?? null;
  const { format, options } = settingsOf(ask, recognized, remembered);
  const decoder = format
    ? decoderOf(format as FormatName, options, { receivedAt: job.receivedAt, digest: sha256 })
    : success(null);
  const trial = decoder.ok && decoder.value ? await trialOf(decoder.value([head.bytes]), head.cut) : null;
  return {
    lines: firstLines(head, options.encoding === 'windows-1252' ? 'windows-1252' : 'utf-8'),
    recognized,
    format,
    options: options as Record<string, string>,
    remembered: remembered.map((one) => ({ ...one, options: one.options as Record<string, string> })),
    problems: decoder.ok ? [] : decoder.problems.map((problem) => ({ ...problem })),
    trial: trial && (await trialView(tx, job.customer, trial, head)),
  };
}

/** As asked for; else as the last file of this kind was read. */
function settingsOf(ask: PreviewAsk, recognized: string | null, remembered: readonly RememberedSetup[]) {
  const format = ask.format ?? recognized;
  const before = remembered.find((setup) => setup.format === format);
  return { format, options: ask.options ?? before?.options ?? {} };
}

async function trialView(
  tx: Tx,
  customer: string,
  trial: Trial,
  head: Head,
): Promise<NonNullable<Preview['trial']>> {
  const { records, rejections, notes, tally, fault } = trial;
  const { known, contrary } = await countKnown(tx, customer, records);
  const distinct = new Set(records.map(({ source, id, digest }) => `${source}\n${id}\n${digest}`)).size;
  return {
    entries: tally.entries,
    more: head.cut,
    fresh: distinct - known,
    known: known + records.length - distinct,
    contrary,
    rejected: tally.rejected,
    rejections: rejections
      .slice(0, shown)
      .map(({ line, code, detail, todo }) => ({ line, code, detail, todo })),
    records: records.slice(0, shown).map(({ at, kind, feature, quantity, who }) => ({
      at: formatInstant(at),
      kind,
      feature,
      quantity,
      who,
    })),
    notes: notes.slice(0, shown).map(({ detail }) => detail),
    fault: fault && faultProblem(fault),
  };
}
